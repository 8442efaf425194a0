import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { controlOf, fromForm } from '#shared/contracts/report-form.ts';
import { SignalSubmission } from '#shared/contracts/signal-submission.ts';
import { mistakesIn } from './rules.ts';

const texts = fc.constantFrom('', ' ', '\u200e', 'x', 'Jan Jansen', 'x'.repeat(81), 'x'.repeat(1001));
const anyForm = fc
  .record({
    about: fc.constantFrom('someone-else', 'myself', ''),
    'address.postcode': fc.constantFrom('', '3034 AB', '3034ab', '0034AB', '3034SA', '3034\u00a0-\u200eAB.', 'x'),
    'address.houseNumber': fc.constantFrom(
      '',
      '12',
      '12a',
      'nr 12',
      'x 12',
      '0',
      '99999',
      '100000',
      '1234567',
      'x',
      '12.5',
      '-3',
    ),
    'address.houseNumberAddition': fc.constantFrom('', 'A', 'bis', 'A bis', 'twee trappen op', 'A-vierhoogachter'),
    'address.street': texts,
    'address.town': texts,
    reasons: fc.subarray(['not-seen', 'other', 'says-so']),
    explanation: texts,
    wishes: fc.subarray(['talk', 'activity']),
    'reporter.kind': fc.constantFrom('', 'shop'),
    'reporter.name': texts,
    'reporter.phone': fc.constantFrom(
      '',
      '0612345678',
      '+31 (6) 12-34.56.78',
      '\u202a06 / 12345678\u202c',
      '123',
      '06 nul',
      '1'.repeat(31),
    ),
    'reporter.email': fc.constantFrom(
      '',
      'jan@voorbeeld.nl',
      'jan@',
      'a b@c.nl',
      'a@b',
      'x@y.zz',
      'a..b@b.nl',
      '.a@b.nl',
      'a@b..nl',
      '\u200ejan@voorbeeld.nl',
      `${'x'.repeat(250)}@y.nl`,
    ),
    'reporter.mayBeContacted': fc.constantFrom('yes', ''),
    'reporter.wantsUpdates': fc.constantFrom('yes', ''),
  })
  .map((fields) => {
    const form = new URLSearchParams();
    // As a browser posts it: boxes that are not ticked are not there.
    for (const [name, value] of Object.entries(fields))
      for (const one of [value].flat()) if (one || !name.includes('may')) form.append(name, one);
    if (!form.get('reporter.wantsUpdates')) form.delete('reporter.wantsUpdates');
    return form;
  });

const refused = (form: URLSearchParams): string[] => {
  const { error } = SignalSubmission.safeParse(fromForm(form));
  return error?.issues.map(({ path }) => controlOf(path.join('.')) ?? path.join('.')) ?? [];
};

describe('mistakesIn', () => {
  it('lets through what the contract accepts, and nothing else', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        expect(mistakesIn(form).length === 0).toBe(refused(form).length === 0);
      }),
      { numRuns: 2_000 },
    );
  });

  it('names every field that the contract names at its first look', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        const found = mistakesIn(form).map(({ field }) => field);
        expect(refused(form).filter((field) => !found.some((name) => name === field))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('asks one way to be reached where the municipality requires it', () => {
    const form = new URLSearchParams({
      about: 'someone-else',
      'address.postcode': '3034 AB',
      'address.houseNumber': '12',
      reasons: 'says-so',
      'reporter.kind': 'shop',
    });
    expect(mistakesIn(form, false)).toEqual([]);
    expect(mistakesIn(form, true)).toEqual([{ field: 'reporter.phone', code: 'contact' }]);
  });
});
