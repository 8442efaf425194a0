import { describe, expect, it } from 'vitest';
import { json } from '#shared/http/responses.ts';
import { BadPageToken } from '#shared/ports/bad-page-token.ts';
import { refusingBadPages } from './refuse-bad-pages.ts';

describe('a list that is asked to go on', () => {
  it('answers as it does', async () => {
    expect(await refusingBadPages(async () => json(200, {}))).toMatchObject({ statusCode: 200 });
  });

  it('names the page when it never gave out that place', async () => {
    const refused = await refusingBadPages(() => Promise.reject(new BadPageToken()));
    expect(refused.statusCode).toBe(400);
    expect(JSON.parse(String(refused.body))).toMatchObject({ errors: [{ field: 'after', code: 'page' }] });
  });

  it('knows such a fault from a bundle that is loaded later', async () => {
    class BadPageTokenOfAnotherBundle extends RangeError {
      override readonly name = 'BadPageToken';
    }
    const refused = await refusingBadPages(() => Promise.reject(new BadPageTokenOfAnotherBundle()));
    expect(refused.statusCode).toBe(400);
  });

  it.each([new RangeError('at most 100 signals at once'), new Error('no answer'), 'no error at all'])(
    'throws on what is no fault of who asks: %s',
    async (fault) => {
      await expect(refusingBadPages(() => Promise.reject(fault))).rejects.toBe(fault);
    },
  );
});
