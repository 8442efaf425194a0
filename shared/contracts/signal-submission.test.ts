import { describe, expect, it } from 'vitest';
import { wrongFields } from '#shared/http/wrong-fields.ts';
import { IdempotencyKey, SignalSubmission, type SignalSubmissionInput } from './signal-submission.ts';

type Input = Readonly<Record<string, unknown>>;
const about: SignalSubmissionInput = {
  about: 'someone-else',
  address: { postcode: '3034 ab', houseNumber: 12 },
  reasons: ['not-seen'],
  reporter: { kind: 'shop' },
};
const myself: SignalSubmissionInput = {
  about: 'myself',
  address: { postcode: '3034AB', houseNumber: 12 },
  wishes: ['talk'],
  reporter: { phone: '06 12345678' },
};
const mistakes = (given: unknown): string[] => {
  const parsed = SignalSubmission.safeParse(given);
  return parsed.success ? [] : wrongFields(parsed.error.issues).map(({ field, code }) => `${field}: ${code}`);
};
const withAddress = (address: Input) => ({ ...about, address });
const withReporter = (reporter: Input) => ({ ...about, reporter: { kind: 'shop', ...reporter } });

describe('a signal', () => {
  it('about somebody else needs an address, a reason and what kind of reporter; the rest has a default', () => {
    expect(SignalSubmission.parse(about)).toEqual({
      about: 'someone-else',
      language: 'nl',
      address: { postcode: '3034AB', houseNumber: 12 },
      reasons: ['not-seen'],
      alreadyTried: [],
      wishes: [],
      reporter: { kind: 'shop', mayBeContacted: false, mayBeNamed: false, wantsUpdates: false },
    });
  });

  it('about oneself needs an address, a wish or a word, and a way to be reached', () => {
    expect(mistakes(myself)).toEqual([]);
    expect(mistakes({ ...myself, wishes: [], explanation: 'Kom eens langs.' })).toEqual([]);
    expect(mistakes({ ...myself, reporter: { email: 'ik@thuis.example' } })).toEqual([]);
  });

  it('takes an address without postcode when street and town are told', () => {
    expect(mistakes(withAddress({ street: 'Noordsingel', houseNumber: 12, town: 'Rotterdam' }))).toEqual([]);
  });

  const CASES: readonly (readonly [string, unknown, readonly string[]])[] = [
    ['no reason', { ...about, reasons: [] }, ['reasons: required']],
    ['no list of reasons', { ...about, reasons: undefined }, ['reasons: required']],
    ['another reason without a word', { ...about, reasons: ['other'] }, ['explanation: required']],
    ['a reason that is no choice', { ...about, reasons: ['dementia'] }, ['reasons.0: choice']],
    ['a reason twice', { ...about, reasons: ['not-seen', 'not-seen'] }, ['reasons: twice']],
    ['wishes for somebody else', { ...about, wishes: ['talk'] }, ['wishes: not-for-someone-else']],
    ['no kind of reporter', { ...about, reporter: {} }, ['reporter.kind: required']],
    ['reasons about oneself', { ...myself, reasons: ['not-seen'] }, ['reasons: not-for-myself']],
    [
      'a kind of reporter about oneself',
      { ...myself, reporter: { kind: 'shop', phone: '0612345678' } },
      ['reporter.kind: not-for-myself'],
    ],
    ['nothing wished for', { ...myself, wishes: [] }, ['wishes: required']],
    ['nowhere to reach oneself', { ...myself, reporter: {} }, ['reporter.phone: contact']],
    ['no address at all', withAddress({ houseNumber: 12 }), ['address.postcode: required']],
    ['a street without a town', withAddress({ street: 'Noordsingel', houseNumber: 12 }), ['address.town: required']],
    ['a town without a street', withAddress({ town: 'Rotterdam', houseNumber: 12 }), ['address.street: required']],
    [
      'a number that is no number',
      withAddress({ postcode: '3034AB', houseNumber: '12A' }),
      ['address.houseNumber: house-number'],
    ],
    [
      'a letter of two letters',
      withAddress({ postcode: '3034AB', houseNumber: 12, houseLetter: 'AB' }),
      ['address.houseLetter: too-long'],
    ],
    ['updates without a mail address', withReporter({ wantsUpdates: true }), ['reporter.email: required']],
    ['a call back without a number', withReporter({ mayBeContacted: true }), ['reporter.phone: contact']],
    ['an unknown field', { ...about, bsn: '123456782' }, ['bsn: unknown']],
    ['an unknown language', { ...about, language: 'fy' }, ['language: choice']],
    ['an explanation of 1,001 characters', { ...about, explanation: 'a'.repeat(1001) }, ['explanation: too-long']],
    ['a source in capitals', { ...about, source: 'Kapper' }, ['source: source']],
    ['no reporter', { ...about, reporter: undefined }, ['reporter: required', 'reporter.kind: required']],
  ];
  it.each(CASES)('with %s is refused', (_what, given, expected) => {
    expect(mistakes(given).sort()).toEqual([...expected].sort());
  });

  it('says all that is wrong at once', () => {
    const given = {
      about: 'someone-else',
      address: { postcode: '0123AB', houseNumber: 0 },
      reporter: { email: 'x' },
      more: 1,
    };
    expect(mistakes(given).sort()).toEqual(
      [
        'more: unknown',
        'address.houseNumber: house-number',
        'address.postcode: postcode',
        'reasons: required',
        'reporter.email: email',
        'reporter.kind: required',
      ].sort(),
    );
  });

  it.each([null, [], 'x', 7, {}])('is not %j', (given) => {
    expect(SignalSubmission.safeParse(given).success).toBe(false);
  });
});

describe('the key of a form', () => {
  it.each([
    ['a random UUID', '7d4f4c1e-9f0a-4a52-8b7e-0d1f2a3b4c5d', true],
    ['one in capitals', '7D4F4C1E-9F0A-4A52-8B7E-0D1F2A3B4C5D', true],
    ['a UUID made from the time', '7d4f4c1e-9f0a-1a52-8b7e-0d1f2a3b4c5d', false],
    ['a UUID in order of time', '7d4f4c1e-9f0a-7a52-8b7e-0d1f2a3b4c5d', false],
    ['another variant', '7d4f4c1e-9f0a-4a52-cb7e-0d1f2a3b4c5d', false],
    ['a number', '1', false],
    ['a word', 'signaal', false],
    ['a UUID with something behind it', '7d4f4c1e-9f0a-4a52-8b7e-0d1f2a3b4c5d\n', false],
    ['nothing', undefined, false],
  ])('%s: %s -> %s', (_what, key, good) => {
    expect(IdempotencyKey.safeParse(key).success).toBe(good);
  });
});
