import { registerHooks } from 'node:module';
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import type { Promised } from './ledger.ts';
import { addUp } from './played.ts';
import type { Simulated } from './simulate.ts';

const USAGE = `Usage: npm run simulate -- [--seed N] [--signals N] [--per-seed N] [--workers N] [--minutes N] [--most-broken N]

Lets that many signals live (20,000), so many to a world (1,000) and a seed to each world, from the given seed on (1). It stops after so many
minutes, or when so many promises are broken (50). A broken promise is printed with the last things that happened; the same seed with the
same --per-seed shows it again. Exit 1 when anything is broken.`;

type Work = { readonly seed: number; readonly signals: number; readonly mostBroken: number };

const NAMES = ['seed', 'signals', 'per-seed', 'workers', 'minutes', 'most-broken'] as const;
type Options = Readonly<Record<(typeof NAMES)[number], number>>;

/** Undefined: wrong use. */
function optionsFrom(words: readonly string[]): Options | undefined {
  const given: Record<string, number> = {
    seed: 1,
    signals: 20_000,
    'per-seed': 1_000,
    workers: availableParallelism(),
    minutes: Number.POSITIVE_INFINITY,
    'most-broken': 50,
  };
  for (let index = 0; index < words.length; index += 2) {
    const name = NAMES.find((one) => words[index] === `--${one}`);
    const value = Number(words[index + 1]);
    if (!name || !(value > 0)) return undefined;
    given[name] = value;
  }
  return given as Options;
}

function* worksOf({ seed, signals, 'per-seed': perSeed, 'most-broken': mostBroken }: Options): Generator<Work> {
  for (let done = 0; done < signals; done += perSeed)
    yield { seed: seed + Math.floor(done / perSeed), signals: Math.min(perSeed, signals - done), mostBroken };
}

const sum = { signals: 0, mails: 0, calls: 0, worlds: 0, latestMs: 0 };
const broken: Partial<Record<Promised, number>> = {};
const played: Record<string, number> = {};

function add(
  { seed, signals, mails, calls, latestMs, counts, played: happened, broken: those }: Simulated,
  { 'per-seed': perSeed }: Options,
): void {
  sum.signals += signals;
  sum.mails += mails;
  sum.calls += calls;
  sum.worlds += 1;
  sum.latestMs = Math.max(sum.latestMs, latestMs);
  addUp(played, happened);
  for (const [promised, count] of Object.entries(counts) as [Promised, number][])
    if (count > 0) broken[promised] = (broken[promised] ?? 0) + count;
  for (const { promised, id, why, trace } of those.slice(0, 2)) {
    console.log(`\nseed ${seed}: ${promised}: ${id} ${why}`);
    for (const line of trace) console.log(`  ${line}`);
    console.log(`  again: npm run simulate -- --seed ${seed} --signals ${perSeed} --per-seed ${perSeed}`);
  }
}

function runWorker(options: Options, next: () => Work | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url));
    const hand = (): void => {
      const work = next();
      if (work) worker.postMessage(work);
      else void worker.terminate().then(() => resolve());
    };
    worker.on('message', (simulated: Simulated) => {
      add(simulated, options);
      hand();
    });
    worker.on('error', reject);
    hand();
  });
}

async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const options = optionsFrom(words);
  if (!options) {
    console.log(USAGE);
    process.exitCode = words.includes('--help') ? 0 : 2;
    return;
  }
  const works = worksOf(options);
  const startedMs = performance.now();
  const untilMs = startedMs + options.minutes * 60_000;
  const enough = (): boolean =>
    performance.now() >= untilMs || Object.values(broken).reduce((all, one) => all + one, 0) >= options['most-broken'];
  const next = (): Work | undefined => (enough() ? undefined : works.next().value) ?? undefined;
  await Promise.all(Array.from({ length: options.workers }, () => runWorker(options, next)));

  const seconds = (performance.now() - startedMs) / 1_000;
  if (!works.next().done) console.log('stopped before all signals had come in');
  const others = Object.entries(broken).filter(([promised]) => !FIRST.includes(promised));
  console.log(`played ${JSON.stringify(played)}`);
  console.log(
    `${sum.worlds} worlds, ${sum.mails} mails, ${sum.calls} calls, ${Math.round(sum.signals / seconds)} signals per second, nothing later than ${Math.round(sum.latestMs / 60_000)} minutes`,
  );
  if (others.length > 0) console.log(others.map(([promised, count]) => `${count} ${promised}`).join(', '));
  console.log([`${sum.signals} signals`, ...FIRST.map((one) => `${broken[one as Promised] ?? 0} ${one}`)].join(', '));
  process.exitCode = Object.keys(broken).length > 0 ? 1 : 0;
}
const FIRST: readonly string[] = ['lost', 'late unseen', 'kept', 'early'];

async function serve(): Promise<void> {
  // Functions name what they load later as it is called after bundling: `./pages.lazy.js`.
  registerHooks({
    resolve: (specifier, context, nextResolve) =>
      nextResolve(
        /^\.\/[\w-]+\.lazy\.js$/.test(specifier) && context.parentURL?.endsWith('.ts')
          ? specifier.replace(/js$/, 'ts')
          : specifier,
        context,
      ),
  });
  const { simulate } = await import('./simulate.ts');
  parentPort?.on('message', async (work: Work) => parentPort?.postMessage(await simulate(work)));
}

if (isMainThread) await main();
else await serve();
