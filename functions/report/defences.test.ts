import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DESK } from '#shared/domain/ids.ts';
import { workOf } from '#shared/domain/proof-of-work.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { plusElapsed, type Seconds, seconds } from '#shared/domain/time.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import type { Response } from '#shared/http/responses.ts';
import { sha256Hex } from '#shared/runtime/random-and-hash.ts';
import { HOUR, settings as ordinary } from '#shared/testing/builders.ts';
import { aFormPost, aPost, bodyOf, lambdaContext } from '../../tests/support/http.ts';
import { watchLog } from '../../tests/support/log-lines.ts';
import { aTown, type Town } from '../../tests/support/memory-town.ts';
import { stampOf } from './form-stamp.ts';
import { createHandlers } from './handlers.ts';

const SUBMIT = 'POST /v1/signals';
const SEND = 'POST /v1/report/send';
const KEY = '7d4f4c1e-9f0a-4a52-8b7e-0d1f2a3b4c5d';
/** Few, so that a test finds the work at once. */
const BITS = 8;
const working: Settings = { ...ordinary, proofOfWorkBits: BITS };

/** What nearly everybody sends: signs, with or without a note, a way to be reached or the street instead of a postcode. */
const human = fc.record({
  postcode: fc.constantFrom('3034 AB', '3034ab', undefined),
  explanation: fc.constantFrom(undefined, 'De gordijnen zijn dicht.', 'Hij komt\nniet meer.'),
  email: fc.constantFrom(undefined, 'joke@winkel.example'),
  kind: fc.constantFrom('shop', 'neighbour', 'family-or-friend'),
});
type Human = typeof human extends fc.Arbitrary<infer Value> ? Value : never;

const asJson = ({ postcode, explanation, email, kind }: Human, website?: string) => ({
  about: 'someone-else',
  address: { ...(postcode ? { postcode } : { street: 'Noordsingel', town: 'Rotterdam' }), houseNumber: 12 },
  reasons: ['not-seen'],
  reporter: { kind, ...(email && { email }) },
  ...(explanation && { explanation }),
  ...(website !== undefined && { website }),
});
const asForm = ({ postcode, explanation, email, kind }: Human, website?: string): Record<string, string> => ({
  about: 'someone-else',
  ...(postcode ? { 'address.postcode': postcode } : { 'address.street': 'Noordsingel', 'address.town': 'Rotterdam' }),
  'address.houseNumber': '12',
  reasons: 'not-seen',
  'reporter.kind': kind,
  ...(email && { 'reporter.email': email }),
  ...(explanation && { explanation }),
  ...(website !== undefined && { website }),
});
const somebody: Human = { postcode: '3034 AB', explanation: undefined, email: undefined, kind: 'shop' };

/** A number that does the work, or the first that does not. */
function nonceFor(key: string, isDone = true): string {
  for (let nonce = 0; ; nonce += 1) if (sha256Hex(workOf(key, nonce)).startsWith('00') === isDone) return String(nonce);
}

const report = (town: Town) => httpFunction(createHandlers({ ...town.report, directory: town.advancing.directory }));
const byScript = (town: Town, body: object, key = KEY, nonce?: string): Promise<Response> => {
  const headers = { 'idempotency-key': key, ...(nonce !== undefined && { 'proof-of-work': nonce }) };
  return report(town)(aPost(SUBMIT, body, { headers }), lambdaContext);
};
const byPage = (town: Town, form: Record<string, string>, stamp: string, key = KEY): Promise<Response> =>
  report(town)(aFormPost(SEND, { ...form, idempotencyKey: key, stamp }), lambdaContext);
async function afterCheck(town: Town, wait: Seconds, key = KEY): Promise<string> {
  const stamp = await stampOf(town.report, key);
  town.clock.advance(wait);
  return stamp;
}
const suspicionsIn = (town: Town) =>
  town.world.dump().signals.map((row) => (row['held'] as { suspicions: string[] } | undefined)?.suspicions ?? []);

afterEach(() => vi.restoreAllMocks());

describe('a signal of the form without script', () => {
  it.each([
    ['after a look', 3, []],
    ['a week later', 7 * 24 * 3600, []],
    ['four weeks later', 28 * 24 * 3600, []],
    ['later than four weeks', 28 * 24 * 3600 + 1, ['no-check-page']],
    ['sooner than anybody reads', 2, ['too-fast']],
  ])('sent %s of its check page: %#', async (_when, wait, suspicions) => {
    const town = await aTown({ settings: working });
    await byPage(town, asForm(somebody), await afterCheck(town, seconds(wait)));
    expect(suspicionsIn(town)).toEqual([suspicions]);
  });

  it('without a check page, or with that of another signal or of our future, is held', async () => {
    const town = await aTown();
    const stamp = await afterCheck(town, seconds(HOUR));
    const [at, hash] = stamp.split('.');
    const forged = ['', 'x', `${at}.${'0'.repeat(64)}`, `${Number(at) - 60}.${hash}`];
    for (const one of forged) await byPage(town, asForm(somebody), one, randomUUID());
    await byPage(town, asForm(somebody), stamp, randomUUID());
    expect(suspicionsIn(town)).toEqual(Array(5).fill(['no-check-page']));
  });

  it('is sent, and believed, while the key cannot be read: that is our fault and not the sender’s', async () => {
    const lines = watchLog();
    const town = await aTown();
    const stamp = await afterCheck(town, seconds(HOUR));
    const formKeys = {
      keyOf: async () => {
        throw new Error('no keys today');
      },
    };
    const without = httpFunction(createHandlers({ ...town.report, formKeys }));
    expect(await stampOf({ ...town.report, formKeys }, KEY)).toBe('');
    const form = { ...asForm(somebody), idempotencyKey: KEY, stamp };
    expect((await without(aFormPost(SEND, form), lambdaContext)).statusCode).toBe(200);
    const unstamped = { ...form, idempotencyKey: randomUUID(), stamp: '' };
    expect((await without(aFormPost(SEND, unstamped), lambdaContext)).statusCode).toBe(200);
    expect(suspicionsIn(town)).toEqual([[], []]);
    expect(town.formKeyFailures).toEqual(Array(3).fill(new Error('no keys today')));
    expect(lines).toEqual([]);
  });
});

describe('a signal of the form with script', () => {
  it('asks no work where the municipality asks for none', async () => {
    const town = await aTown();
    await byScript(town, asJson(somebody));
    expect(suspicionsIn(town)).toEqual([[]]);
  });

  it.each([
    ['done', nonceFor(KEY), []],
    ['not there', undefined, ['no-proof-of-work']],
    ['not done', nonceFor(KEY, false), ['no-proof-of-work']],
    ['of another signal', nonceFor('another'), ['no-proof-of-work']],
    ['no number', `${nonceFor(KEY)} `, ['no-proof-of-work']],
  ])('whose work is %s', async (_how, nonce, suspicions) => {
    const town = await aTown({ settings: working });
    const response = await byScript(town, asJson(somebody), KEY, nonce);
    expect([response.statusCode, suspicionsIn(town)]).toEqual([201, [suspicions]]);
  });

  it('with its work used again is the same signal: nothing is remembered, and nothing is won', async () => {
    const town = await aTown({ settings: working });
    const first = await byScript(town, asJson(somebody), KEY, nonceFor(KEY));
    expect((await byScript(town, asJson(somebody), KEY, nonceFor(KEY))).body).toBe(first.body);
    expect((await byScript(town, asJson(somebody), KEY)).body).toBe(first.body);
    expect(suspicionsIn(town)).toEqual([[]]);
  });

  it('whose hidden field is filled in, whatever with, is held and otherwise the same signal', async () => {
    const town = await aTown();
    const first = await byScript(town, asJson(somebody, `https://spam.example\n${'x'.repeat(2_000)}`));
    expect((await byScript(town, asJson(somebody))).body).toBe(first.body);
    expect([first.statusCode, suspicionsIn(town)]).toEqual([201, [['hidden-field']]]);
    expect(JSON.stringify(town.world.dump())).not.toContain('spam.example');
  });
});

describe('whatever is thought of a sender', () => {
  const senders = fc.record({
    way: fc.constantFrom('script', 'page'),
    website: fc.constantFrom(undefined, '', 'https://x.example'),
    works: fc.boolean(),
    stamp: fc.constantFrom<number | 'none'>('none', 0, 2, 3, 100_000),
  });

  it('a valid signal is accepted or held, never lost; status, shape and calls on the stores are the same', async () => {
    await fc.assert(
      fc.asyncProperty(human, senders, async (said, { way, website, works, stamp }) => {
        const town = await aTown({ settings: working });
        const key = randomUUID();
        const signed = typeof stamp === 'number' ? await afterCheck(town, seconds(stamp), key) : '';
        town.calls.length = 0;
        const response =
          way === 'script'
            ? await byScript(town, asJson(said, website), key, works ? nonceFor(key) : undefined)
            : await byPage(town, asForm(said, website), signed, key);

        expect(response.statusCode).toBe(way === 'script' ? 201 : 200);
        if (way === 'script')
          expect(Object.keys(bodyOf(response))).toEqual(['reference', 'triageBefore', 'visitBefore']);
        else expect(response.body).toContain('class="reference');
        expect(town.calls).toEqual(said.postcode ? ['routesFor', 'add'] : ['add']);
        const [row, ...more] = town.world.dump().signals;
        expect(more).toEqual([]);

        const id = String(row?.['pk']) as Parameters<Town['read']>[0];
        await town.advance(id);
        const { held, assignment, step } = await town.read(id);
        const isSuspect = Boolean(website) || (way === 'script' ? !works : stamp === 'none' || stamp < 3);
        expect(held !== undefined).toBe(isSuspect);
        if (isSuspect) expect([assignment?.ownerId, step?.name]).toEqual([DESK, 'held']);
        else expect(step?.name).toBe('triage');
      }),
      { numRuns: 150 },
    );
  });

  /** One signal sent at one moment in a town of its own: what its sender gets to see, and what it took. */
  async function seenBySender(
    said: Human,
    {
      way,
      website,
      works = true,
      checkedAgo = 60,
    }: { way: string; website?: string; works?: boolean; checkedAgo?: number | 'never' },
  ) {
    const town = await aTown({ settings: working });
    const now = town.clock.now();
    const stamp =
      checkedAgo === 'never'
        ? ''
        : await stampOf({ ...town.report, now: () => plusElapsed(now, seconds(-checkedAgo)) }, KEY);
    town.calls.length = 0;
    const work: string[] = [];
    const noted =
      <Given extends readonly unknown[], Result>(name: string, compute: (...given: Given) => Result) =>
      (...given: Given): Result => {
        work.push(name);
        return compute(...given);
      };
    const { digest, keyedHash } = town.report;
    const report = httpFunction(
      createHandlers({
        ...town.report,
        directory: town.advancing.directory,
        digest: noted('digest', digest),
        keyedHash: noted('keyedHash', keyedHash),
      }),
    );
    const headers = { 'idempotency-key': KEY, ...(works && { 'proof-of-work': nonceFor(KEY) }) };
    const response =
      way === 'script'
        ? await report(aPost(SUBMIT, asJson(said, website), { headers }), lambdaContext)
        : await report(aFormPost(SEND, { ...asForm(said, website), idempotencyKey: KEY, stamp }), lambdaContext);
    return { suspicions: suspicionsIn(town)[0], seen: { response, calls: [...town.calls], work } };
  }

  it.each([
    ['hidden-field', 'script', { website: 'https://x.example' }],
    ['no-proof-of-work', 'script', { works: false }],
    ['hidden-field', 'page', { website: 'https://x.example' }],
    ['too-fast', 'page', { checkedAgo: 2 }],
    ['no-check-page', 'page', { checkedAgo: 'never' }],
  ] as const)(
    '%s by %s is not to be told from the answer: every byte, header and call is the same',
    async (suspicion, way, how) => {
      await fc.assert(
        fc.asyncProperty(human, async (said) => {
          const honest = await seenBySender(said, { way });
          const suspect = await seenBySender(said, { way, ...how });
          expect([honest.suspicions, suspect.suspicions]).toEqual([[], [suspicion]]);
          expect(suspect.seen).toEqual(honest.seen);
        }),
        { numRuns: 10 },
      );
    },
  );
});
