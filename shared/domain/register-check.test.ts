import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anySignal } from '#shared/testing/arbitraries.ts';
import { anAssignedSignal, aReport, aReporter, DAY, HOUR, NOW, rules as ordinary } from '#shared/testing/builders.ts';
import { dueEffects, nextAt } from './agenda.ts';
import { memberId, partnerId } from './ids.ts';
import { askRegistersAt, endsSignal, registersAnswered, registersSilent } from './register-check.ts';
import type { Rules } from './settings.ts';
import { type HistoryLine, publicStatusOf, type Signal } from './signal.ts';
import { type EpochSeconds, plusElapsed, seconds } from './time.ts';
import { ENDING_ANSWERS, REGISTER_ANSWERS } from './words.ts';

const WAIT = 120;
const rules: Rules = { ...ordinary, registers: { mayEnd: ENDING_ANSWERS, wait: seconds(WAIT) } };
const addsOnly: Rules = { ...ordinary, registers: { mayEnd: [], wait: seconds(WAIT) } };
const after = (length: number): EpochSeconds => plusElapsed(NOW, length);
const dueAt = (signal: Signal, at: EpochSeconds, under = rules): string[] =>
  dueEffects(signal, under, at).map((effect) => (effect.kind === 'mail' ? effect.key : effect.kind));
const actOf = (what: HistoryLine['what']) => ({ at: NOW, what, by: { memberId: memberId('anna'), name: 'Anna' } });
const request = { id: anAssignedSignal().id, at: NOW, wish: 'copy', before: after(DAY) } as const;
const NOTIFY = 'notify-1-owner-first';

describe('the registers are asked', () => {
  it('about an address as soon as it has an owner', () => {
    expect(askRegistersAt(anAssignedSignal(), rules)).toBe(NOW);
    expect(dueAt(anAssignedSignal(), NOW)).toEqual(['check-registers']);
  });

  it.each<[string, Signal]>([
    ['somebody who told it themselves', anAssignedSignal({ report: aReport({ about: 'myself' }) })],
    ['a practice', anAssignedSignal({ practice: { partnerId: partnerId('centrum'), until: after(DAY) } })],
    ['what the desk still doubts', anAssignedSignal({ held: { since: NOW, suspicions: ['too-fast'] } })],
    ['what has no owner yet', { ...anAssignedSignal(), status: 'received' }],
    ['what is being followed up', { ...anAssignedSignal(), status: 'following-up' }],
    [
      'a street without a postcode',
      anAssignedSignal({ report: aReport({ address: { houseNumber: 1, street: 'X' } }) }),
    ],
    ['what somebody handed over', anAssignedSignal({ history: [actOf('hand-over')] })],
    ['what they answered', anAssignedSignal({ registers: { state: 'answered', at: NOW, answer: 'unknown' } })],
  ])('never about %s', (_what, signal) => {
    expect(askRegistersAt(signal, rules)).toBeUndefined();
  });

  it('never where the municipality asks none', () => {
    expect(askRegistersAt(anAssignedSignal(), ordinary)).toBeUndefined();
    expect(dueAt(anAssignedSignal(), NOW, ordinary)).toEqual([NOTIFY]);
  });

  it('about what the desk released: all that somebody did was to see that it is real', () => {
    expect(askRegistersAt(anAssignedSignal({ history: [actOf('release')] }), rules)).toBe(NOW);
  });

  it('after everything else that is due, so that no mail waits for their silence', () => {
    expect(dueAt(anAssignedSignal(), after(WAIT))).toEqual([NOTIFY, 'check-registers']);
  });
});

describe('the owner is told', () => {
  it('after two minutes, whatever the registers do', () => {
    expect(dueAt(anAssignedSignal(), after(WAIT - 1))).not.toContain(NOTIFY);
    expect(dueAt(anAssignedSignal(), after(WAIT))).toContain(NOTIFY);
    const silent = registersSilent(anAssignedSignal(), rules, NOW);
    expect(nextAt(silent, rules)).toBe(after(15));
    expect(dueAt(silent, after(WAIT))).toContain(NOTIFY);
  });

  it('at once when they have answered', () => {
    expect(dueAt(registersAnswered(anAssignedSignal(), 'confirmed', rules, after(1)), after(1))).toEqual([NOTIFY]);
  });

  it.each<[string, Signal, Rules]>([
    ['no answer may end a signal', anAssignedSignal(), addsOnly],
    ['it may be urgent', anAssignedSignal({ report: aReport({ sooner: true }) }), rules],
  ])('at once when %s', (_why, signal, under) => {
    expect(dueAt(signal, NOW, under)).toEqual([NOTIFY, 'check-registers']);
  });
});

it('leaves no signal without something to do from the moment on at which to look again', () => {
  fc.assert(
    fc.property(anySignal, fc.integer({ min: -10_000, max: 10_000 }), (signal, away) => {
      const at = nextAt(signal, rules);
      expect(dueAt(signal, plusElapsed(at, away)).length > 0).toBe(away >= 0);
    }),
    { numRuns: 500 },
  );
});

describe('an answer', () => {
  it.each(REGISTER_ANSWERS)('adds to the signal: %s', (answer) => {
    const { registers, status, closing } = registersAnswered(anAssignedSignal(), answer, addsOnly, after(5));
    expect([registers, status, closing]).toEqual([{ state: 'answered', at: after(5), answer }, 'assigned', undefined]);
  });

  it.each(REGISTER_ANSWERS)('ends the signal where the municipality says so of it, and nowhere else: %s', (answer) => {
    const may = (ENDING_ANSWERS as readonly string[]).includes(answer);
    expect(endsSignal(anAssignedSignal(), answer, rules)).toBe(may);
    expect(endsSignal(anAssignedSignal(), answer, addsOnly)).toBe(false);
    expect(endsSignal(anAssignedSignal(), answer, ordinary)).toBe(false);
    for (const only of ENDING_ANSWERS) {
      const one: Rules = { ...rules, registers: { mayEnd: [only], wait: seconds(WAIT) } };
      expect(endsSignal(anAssignedSignal(), answer, one)).toBe(answer === only);
    }
  });

  it.each<[string, Signal]>([
    ['about somebody who told it themselves', anAssignedSignal({ report: aReport({ about: 'myself' }) })],
    ['that may be urgent', anAssignedSignal({ report: aReport({ sooner: true }) })],
    ['whose resident has written', anAssignedSignal({ requests: [request] })],
  ])('never ends a signal %s', (_what, signal) => {
    for (const answer of REGISTER_ANSWERS) expect(endsSignal(signal, answer, rules)).toBe(false);
  });

  it('that ends it closes it for a fortnight, with its owner, to be found and opened again', () => {
    const ended = registersAnswered(anAssignedSignal(), 'nobody-registered', rules, after(5));
    expect(ended).toMatchObject({
      status: 'closed',
      closing: { at: after(5), outcome: 'ended-by-registers' },
      registers: { state: 'answered', at: after(5), answer: 'nobody-registered' },
      expiresAt: after(5 + 14 * DAY),
      assignment: { ownerId: 'centrum' },
    });
    expect(ended.step).toBeUndefined();
    expect(ended.history.at(-1)).toEqual({ at: after(5), what: 'check-registers' });
    expect(dueAt(ended, after(5))).toEqual(['forget-reporter']);
  });
});

describe('what the public hears of an end by registers', () => {
  const ended = registersAnswered(
    anAssignedSignal({
      reporter: aReporter({ wantsUpdates: true }),
      mails: { 'update-received-reporter': { state: 'delivered', at: NOW } },
    }),
    'deceased',
    rules,
    after(5),
  );

  it('is nothing until a person would have decided: what a register says of a house is not for who asks', () => {
    expect(publicStatusOf(ended, after(24 * HOUR - 1))).toBe('assigned');
    expect(publicStatusOf(ended, after(24 * HOUR))).toBe('closed');
  });

  it('is told to the reporter by mail no sooner, and then they are forgotten', () => {
    expect(dueAt(ended, after(24 * HOUR - 1))).toEqual([]);
    expect(dueAt(ended, after(24 * HOUR))).toEqual(['update-closed-reporter']);
    expect(dueAt(ended, after(25 * HOUR))).toContain('forget-reporter');
  });
});

describe('registers that do not answer', () => {
  it('are asked again at growing distances, ten times in two hours; then nothing is known and nothing follows', () => {
    let signal: Signal = anAssignedSignal();
    const asked: number[] = [];
    for (let at = askRegistersAt(signal, rules); at !== undefined; at = askRegistersAt(signal, rules)) {
      asked.push(at - NOW);
      signal = registersSilent(signal, rules, at);
    }
    expect(asked).toEqual([0, 15, 45, 105, 225, 465, 945, 1_905, 3_825, 7_665]);
    expect(signal).toMatchObject({ status: 'assigned', registers: { state: 'answered', answer: 'unknown' } });
  });
});
