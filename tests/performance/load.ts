import { demoDirectory } from '../../infra/local/demo-directory.ts';
import { HOW_TO_GET_JAVA, hasJava, startDynamoDbLocal } from '../contract/dynamodb-local.ts';
import { emulatorTarget } from './load/emulator-target.ts';
import { advanceAmong, MAX_RATIO } from './load/flat.ts';
import { dynamoDbStores, handlersTarget, memoryStores } from './load/handlers-target.ts';
import { keepsPromises } from './load/keep-promises.ts';
import { addSignals } from './load/many-signals.ts';
import { HELP, type LoadOptions, parseLoadOptions } from './load/options.ts';

/**
 * Many signals at once: `npm run performance:load`. No answer is a fault, no number is lost, every owner is written to; exit 1 when not. Everything
 * runs on this computer (127.0.0.1), about nobody, and is stopped at the end.
 */
const FEW = 1_000;
const WRONG_OPTIONS = 2;

type Run = (options: LoadOptions) => Promise<readonly string[]>;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const onEmulator: Run = async (options) => {
  const target = await emulatorTarget(say);
  try {
    return await keepsPromises(target, options, say);
  } finally {
    await target.stop();
  }
};

const onMemory: Run = async (options) => {
  const target = await handlersTarget(memoryStores(), await demoDirectory());
  try {
    return await keepsPromises(target, options, say);
  } finally {
    await target.stop();
  }
};

const onHandlers: Run = async (options) => {
  if (!(await hasJava())) throw new Error(HOW_TO_GET_JAVA);
  const engine = await startDynamoDbLocal();
  const [few, many] = [await dynamoDbStores(engine.endpoint), await dynamoDbStores(engine.endpoint)];
  const directory = await demoDirectory();
  const [fewTarget, manyTarget] = [
    await handlersTarget(few.stores, directory),
    await handlersTarget(many.stores, directory),
  ];
  try {
    await addSignals(few.db, few.tables.signals, FEW);
    await addSignals(many.db, many.tables.signals, options.signals);
    say(`${options.signals} signals in the table`);
    const flat = await advanceAmong({ ...few, target: fewTarget }, { ...many, target: manyTarget });
    say(
      `advance takes ${flat.few.toFixed(1)} ms among ${FEW} signals, ${flat.many.toFixed(1)} ms among ${options.signals}: ${flat.ratio.toFixed(2)} times as long`,
    );
    const broken = await keepsPromises(manyTarget, options, say);
    return flat.ratio <= MAX_RATIO
      ? broken
      : [...broken, `advance is not flat: ${flat.ratio.toFixed(2)} times as long`];
  } finally {
    await Promise.all([fewTarget.stop(), manyTarget.stop()]);
    few.close();
    many.close();
    await engine.stop();
  }
};

const RUNS = { emulator: onEmulator, memory: onMemory, handlers: onHandlers } as const;

function readOptions(): LoadOptions | undefined {
  try {
    return parseLoadOptions(process.argv.slice(2));
  } catch (mistake) {
    say(`${mistake instanceof Error ? mistake.message : mistake}\n\n${HELP}`);
    return undefined;
  }
}

const options = readOptions();
if (options) {
  say(
    `on ${options.on}: ${options.rate} a second for ${options.minutes} minutes, then ${options.burst} within a second`,
  );
  const broken = await RUNS[options.on](options);
  for (const line of broken) say(`BROKEN: ${line}`);
  say(broken.length === 0 ? 'every promise kept' : `${broken.length} promises broken`);
  process.exitCode = broken.length === 0 ? 0 : 1;
} else {
  process.exitCode = WRONG_OPTIONS;
}
