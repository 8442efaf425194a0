import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { NO_FOLLOW_UP } from '#shared/domain/words.ts';
import { wrongFields } from '#shared/http/wrong-fields.ts';
import {
  AttemptRequest,
  CannotGoRequest,
  ClosingRequest,
  ConsentRequest,
  ContactRequest,
  DeclineRequest,
  DismissalRequest,
  ErasureRequest,
  FollowUpRequest,
  HandOverRequest,
  InformationRequest,
  ListQuery,
  PlanRequest,
  ReadQuery,
  ReleaseRequest,
  ReopeningRequest,
  SessionRequest,
  SignInCodeRequest,
  TakeOverRequest,
  TriageRequest,
} from './console.ts';

const mistakes = (schema: z.core.$ZodType, given: unknown): string[] => {
  const parsed = z.safeParse(schema, given);
  return parsed.success ? [] : wrongFields(parsed.error.issues).map(({ field, code }) => `${field}: ${code}`);
};
const AT = '2026-03-03T10:00:00Z';
const OTHER = '8Q2C9D4T0V5XK7RM';
const triage = { version: 1, tested: ['own-contacts'], decision: 'follow-up' };
const contact = { version: 1, way: 'visit', informed: 'handed', consent: 'keep' };

/** A good body for every act. */
const GOOD: readonly (readonly [string, z.core.$ZodType, object])[] = [
  ['triage', TriageRequest, triage],
  ['hand-over', HandOverRequest, { version: 1, to: 'noord', reason: 'no-capacity' }],
  ['take-over', TakeOverRequest, { version: 1 }],
  ['decline', DeclineRequest, { version: 1 }],
  ['cannot-go', CannotGoRequest, { version: 1 }],
  ['plan', PlanRequest, { version: 1, at: AT, volunteer: 'Vera' }],
  ['attempt', AttemptRequest, { version: 1, way: 'visit', result: 'nobody-home' }],
  ['contact', ContactRequest, contact],
  ['consent', ConsentRequest, { version: 1, consent: 'keep' }],
  ['information', InformationRequest, { version: 1, informed: 'posted' }],
  ['follow-up', FollowUpRequest, { version: 1, helpStarted: 'yes' }],
  ['closing', ClosingRequest, { version: 1, outcome: 'help-started' }],
  ['reopening', ReopeningRequest, { version: 1 }],
  ['erasure', ErasureRequest, { version: 1, asked: 'by-phone' }],
  ['release', ReleaseRequest, { version: 1 }],
  ['dismissal', DismissalRequest, { version: 1, reason: 'spam' }],
];

describe.each(GOOD)('the body of a %s', (_act, schema, good) => {
  it('is taken as it should be', () => {
    expect(mistakes(schema, good)).toEqual([]);
  });
  it('says which version of the signal was seen', () => {
    expect(mistakes(schema, { ...good, version: undefined })).toEqual(['version: required']);
    expect(mistakes(schema, { ...good, version: 0 })).toEqual(['version: version']);
  });
  it('has no other field', () => {
    expect(mistakes(schema, { ...good, notitie: 'x' })).toEqual(['notitie: unknown']);
  });
  it.each(Object.keys(good).filter((name) => name !== 'version' && name !== 'volunteer'))(
    'has %s, from the list where there is one',
    (name) => {
      expect(mistakes(schema, { ...good, [name]: undefined })).not.toEqual([]);
      expect(mistakes(schema, { ...good, [name]: { $ne: 1 } })).not.toEqual([]);
    },
  );
});

describe('a triage', () => {
  it('says how it was tested', () => {
    expect(mistakes(TriageRequest, { ...triage, tested: [] })).toEqual(['tested: required']);
  });
  it.each(NO_FOLLOW_UP)('that ends as %s names another signal if that is why, and only then', (decision) => {
    const plain = { ...triage, decision };
    const naming = { ...plain, duplicateOf: OTHER };
    expect(mistakes(TriageRequest, plain)).toEqual(decision === 'duplicate' ? ['duplicateOf: required'] : []);
    expect(mistakes(TriageRequest, naming)).toEqual(
      decision === 'duplicate' ? [] : ['duplicateOf: only-for-duplicate'],
    );
  });
});

describe('a plan with a triage', () => {
  const plan = { at: AT, volunteer: 'Vera' };
  it('is one of a visit that will be made', () => {
    expect(mistakes(TriageRequest, { ...triage, plan })).toEqual([]);
    expect(mistakes(TriageRequest, { ...triage, decision: 'seen-well', plan })).toEqual(['plan: only-for-follow-up']);
  });
  it('is as whole as one by itself', () => {
    expect(mistakes(TriageRequest, { ...triage, plan: { ...plan, memberId: 'bram' } })).toEqual([
      'plan.memberId: one-of-two',
    ]);
    expect(mistakes(TriageRequest, { ...triage, plan: { volunteer: 'Vera' } })).toEqual(['plan.at: required']);
    expect(mistakes(TriageRequest, { ...triage, plan: 'morgen' })).not.toEqual([]);
  });
});

describe('a plan', () => {
  it.each([
    ['a member and a volunteer', { memberId: 'bram', volunteer: 'Vera' }],
    ['neither', {}],
  ])('for %s is refused', (_who, who) => {
    expect(mistakes(PlanRequest, { version: 1, at: AT, ...who })).toEqual(['memberId: one-of-two']);
  });
});

it('an erasure alone is asked of others', () => {
  for (const [consent, wrong] of [
    ['erase-now', []],
    ['keep', ['elsewhere: only-with-erasure']],
  ] as const)
    expect(mistakes(ContactRequest, { ...contact, consent, elsewhere: true })).toEqual(wrong);
  expect(mistakes(ErasureRequest, { version: 1, asked: 'at-door', elsewhere: 'ja' })).toEqual(['elsewhere: yes-or-no']);
});

describe('a contact', () => {
  it('says why the resident was not told', () => {
    expect(mistakes(ContactRequest, { ...contact, informed: 'not-yet' })).toEqual(['notInformedBecause: required']);
    expect(mistakes(ContactRequest, { ...contact, informed: 'not-yet', notInformedBecause: 'Ziek.' })).toEqual([]);
    expect(mistakes(ContactRequest, { ...contact, informed: 'not-yet', consent: 'erase-now' })).toEqual([]);
  });
  it.each([
    ['keep', []],
    ['undecided', ['agreements: only-with-consent']],
    ['not-given', ['agreements: only-with-consent']],
    ['erase-now', ['agreements: only-with-consent']],
  ])('keeps agreements with consent alone: %s', (consent, expected) => {
    expect(mistakes(ContactRequest, { ...contact, consent, agreements: 'Dinsdag bellen.' })).toEqual(expected);
  });
});

describe('signing in', () => {
  it.each(['123456', '123 456', ' 123 456 '])('takes the code %j', (code) => {
    expect(SessionRequest.parse({ code })).toEqual({ code: '123456' });
  });
  it.each(['12345', '1234567', '12 34 56', '12345a', '１２３４５６', 123456, undefined])('does not take %j', (code) => {
    expect(mistakes(SessionRequest, { code })).toEqual(['code: code']);
  });
  it('asks a mail address', () => {
    expect(mistakes(SignInCodeRequest, { email: 'anna' })).toEqual(['email: email']);
    expect(mistakes(SignInCodeRequest, {})).toEqual(['email: required']);
  });
});

describe('a query', () => {
  it('of the list asks for open signals unless it says closed', () => {
    expect(ListQuery.parse({})).toEqual({ which: 'open', show: 'all' });
    expect(mistakes(ListQuery, { which: 'all' })).toEqual(['which: choice']);
  });
  it('of one signal has a reason from the list, or none', () => {
    expect(mistakes(ReadQuery, {})).toEqual([]);
    expect(mistakes(ReadQuery, { reason: 'curious' })).toEqual(['reason: choice']);
  });
});
