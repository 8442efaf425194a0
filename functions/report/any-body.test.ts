import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { httpFunction } from '#shared/http/http-function.ts';
import { documentedStatuses } from '../../tests/support/documented-statuses.ts';
import { aPost, bodyOf, lambdaContext } from '../../tests/support/http.ts';
import { aTown } from '../../tests/support/memory-town.ts';
import { createHandlers } from './handlers.ts';

const SUBMIT = 'POST /v1/signals';
const KEY = '7d4f4c1e-9f0a-4a52-8b7e-0d1f2a3b4c5d';
const good = {
  about: 'someone-else',
  language: 'nl',
  source: 'kapper',
  address: {
    postcode: '3034AB',
    houseNumber: 12,
    houseLetter: 'A',
    houseNumberAddition: 'bis',
    street: 'x',
    town: 'y',
  },
  reasons: ['not-seen'],
  notSeenSince: 'week',
  residentKnows: false,
  explanation: 'x',
  alreadyTried: ['rang-bell'],
  wishes: [],
  bestTime: 'any',
  reporter: { kind: 'shop', name: 'x', email: 'a@b.example', phone: '0612345678', mayBeContacted: true },
};
/** A good body with one or two of its fields replaced by anything at all. */
const nearlyGood = fc
  .array(fc.tuple(fc.constantFrom(...Object.keys(good), 'address.postcode', 'reporter.email', 'extra'), anything()), {
    minLength: 1,
    maxLength: 2,
  })
  .map((changes) => {
    const body: Record<string, unknown> = structuredClone(good);
    for (const [path, value] of changes) {
      const [group = '', field] = path.split('.');
      body[group] = field === undefined ? value : { ...Object(body[group]), [field]: value };
    }
    return body;
  });
function anything() {
  return fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }), fc.integer(), fc.constant(undefined));
}

describe('whatever somebody posts', () => {
  it.each([
    ['any JSON', anything()],
    ['a signal with something wrong', nearlyGood],
  ])('%s gets an answer of the contract, and is stored only when accepted', async (_what, bodies) => {
    const town = await aTown();
    const answer = httpFunction(createHandlers(town.report));
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        for (const { pk } of town.world.signals.rows()) town.world.signals.remove({ pk: String(pk) });
        const text = JSON.stringify(body) ?? '';
        const response = await answer(aPost(SUBMIT, text, { headers: { 'idempotency-key': KEY } }), lambdaContext);
        const { statusCode = 0, headers } = response;
        expect(statusCode).toBeLessThan(500);
        expect(documentedStatuses(SUBMIT)).toContain(statusCode);
        expect(headers?.['api-version']).toBe('1.0.0');
        expect(town.world.dump().signals).toHaveLength(statusCode === 201 ? 1 : 0);
        if (statusCode === 400)
          expect(bodyOf(response)['code']).toMatch(/^(invalid-fields|unreadable-request|outside-service-area)$/);
      }),
      { numRuns: 400 },
    );
  });
});
