import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aMember, anAssignedSignal, aSignalId, DAY, NOW, rules } from '#shared/testing/builders.ts';
import { asksReason } from './access.ts';
import { decide } from './acts.ts';
import { dueEffects } from './agenda.ts';
import { DESK, letterCodeFromBytes, memberId, parseLetterCode } from './ids.ts';
import { inFours } from './in-fours.ts';
import { possibleActs } from './life.ts';
import { type KnownRequest, openRequests, requested } from './resident-request.ts';
import { settle } from './settle.ts';
import type { Signal } from './signal.ts';
import { plusElapsed } from './time.ts';

const asked = (more: Partial<KnownRequest> = {}): KnownRequest => ({
  id: aSignalId(71),
  at: NOW,
  wish: 'copy',
  contact: '0612345678',
  ...more,
});
const carla = aMember({ id: memberId('carla'), partnerId: DESK, role: 'coordinator' });
const anyCode = fc.uint8Array({ minLength: 7, maxLength: 32 }).map(letterCodeFromBytes);

describe('the code of a letter', () => {
  it('is read back as people type it', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
        expect(parseLetterCode(inFours(code).toLowerCase().replaceAll('0', 'o'))).toBe(code);
      }),
    );
  });

  it('is not read with one character wrong: whoever mistypes hears of it', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(11), fc.nat(30), (code, at, by) => {
        const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
        const other = alphabet.charAt((alphabet.indexOf(code.charAt(at)) + 1 + by) % 32);
        expect(parseLetterCode(code.slice(0, at) + other + code.slice(at + 1))).toBeUndefined();
      }),
    );
  });

  it.each(['', 'ABCD-EFGH', '0A1B2C3D4E5F6G7H'])('is not %j', (text) => expect(parseLetterCode(text)).toBeUndefined());

  it('needs 55 bits', () => expect(() => letterCodeFromBytes(new Uint8Array(6))).toThrow(RangeError));
});

describe('what a resident asks', () => {
  it('is written on the signal, to be answered within a month, and makes nobody late', () => {
    const signal = anAssignedSignal();
    const next = requested(signal, asked());
    expect(next?.requests).toEqual([
      { id: aSignalId(71), at: NOW, wish: 'copy', contact: '0612345678', before: plusElapsed(NOW, 28 * DAY) },
    ]);
    expect(next?.version).toBe(signal.version);
    expect(next?.history.at(-1)).toEqual({ at: NOW, what: 'request' });
  });

  it('is one request however often it is asked, until it is answered', () => {
    const first = requested(anAssignedSignal(), asked());
    expect(first && requested(first, asked({ id: aSignalId(72) }))).toBeUndefined();
    expect(first && openRequests(requested(first, asked({ id: aSignalId(73), wish: 'erase' })) ?? first)).toHaveLength(
      2,
    );
  });

  it('is told to the coordinator and the owner at once, and to the coordinator again a week before the month is over', () => {
    const quiet = { 'notify-1-owner-first': { state: 'delivered', at: NOW } } as const;
    const { step: _none, ...signal } = anAssignedSignal({ mails: quiet });
    const next = requested(signal, asked()) ?? signal;
    const keys = (days: number, mails = next.mails) =>
      dueEffects({ ...next, mails }, rules, plusElapsed(NOW, days * DAY)).flatMap((effect) =>
        'key' in effect && effect.key.includes('request') ? [effect.key] : [],
      );
    expect(keys(0)).toEqual(['request-1-coordinator-first', 'request-1-owner-first']);
    const heard = { state: 'delivered', at: NOW } as const;
    const told = { ...quiet, 'request-1-coordinator-first': heard, 'request-1-owner-first': heard };
    expect([keys(20, told), keys(21, told)]).toEqual([[], ['remind-request-1-coordinator-first']]);
  });

  it('keeps what is to be erased until the answer is due when it is a copy, and never longer otherwise', () => {
    const closed = anAssignedSignal({
      status: 'closed',
      closing: { at: NOW, outcome: 'seen-well' },
      expiresAt: plusElapsed(NOW, DAY),
    });
    expect(requested(closed, asked())?.expiresAt).toBe(plusElapsed(NOW, 28 * DAY));
    expect(requested(closed, asked({ wish: 'erase' }))?.expiresAt).toBe(plusElapsed(NOW, DAY));
    const late = anAssignedSignal({ lastActedAt: plusElapsed(NOW, -89 * DAY) });
    const expires = (signal = late) =>
      dueEffects(signal, rules, plusElapsed(NOW, 2 * DAY)).some(({ kind }) => kind === 'expire');
    expect([expires(), expires(Object.assign({}, late, requested(late, asked())))]).toEqual([true, false]);
  });

  it('keeps it too when the end comes after the question: a copy that is due is not thrown away', () => {
    const triage = { act: 'triage', tested: ['own-contacts'], decision: 'no-ground' } as const;
    const expiresAt = (signal: Signal) => {
      const decision = decide(signal, triage, { member: aMember(), rules, now: NOW, seenVersion: 1 });
      return decision.kind === 'changed' ? decision.signal.expiresAt : undefined;
    };
    const noFollowUp = plusElapsed(NOW, rules.retention.noFollowUp);
    expect(expiresAt(requested(anAssignedSignal(), asked()) ?? anAssignedSignal())).toBe(plusElapsed(NOW, 28 * DAY));
    expect(expiresAt(requested(anAssignedSignal(), asked({ wish: 'erase' })) ?? anAssignedSignal())).toBe(noFollowUp);
    const answeredAlready = {
      ...asked(),
      before: plusElapsed(NOW, 28 * DAY),
      answered: { at: NOW, how: 'done' },
    } as const;
    expect(expiresAt(anAssignedSignal({ requests: [answeredAlready] }))).toBe(noFollowUp);
  });

  it('keeps nothing any longer once the copy was given', () => {
    const closing = { at: plusElapsed(NOW, -DAY), outcome: 'seen-well' } as const;
    const ends = plusElapsed(closing.at, rules.retention.noFollowUp);
    const closed = anAssignedSignal({ status: 'closed', closing, expiresAt: ends });
    const asking = requested(closed, asked()) ?? closed;
    expect(asking.expiresAt).toBe(plusElapsed(NOW, 28 * DAY));
    const command = { act: 'answer', request: aSignalId(71), how: 'done' } as const;
    const decision = decide(asking, command, { member: carla, rules, now: NOW, seenVersion: 1 });
    expect(decision).toMatchObject({ kind: 'changed', signal: { expiresAt: ends } });
  });

  it('ends what was kept for the copy alone when that is given, and not at a moment that is past', () => {
    const closing = { at: plusElapsed(NOW, -20 * DAY), outcome: 'seen-well' } as const;
    const kept = anAssignedSignal({
      status: 'closed',
      closing,
      expiresAt: plusElapsed(NOW, 8 * DAY),
      requests: [{ ...asked(), before: plusElapsed(NOW, 8 * DAY) }],
    });
    const command = { act: 'answer', request: aSignalId(71), how: 'done' } as const;
    const decision = decide(kept, command, { member: carla, rules, now: NOW, seenVersion: 1 });
    expect(decision).toMatchObject({ kind: 'changed', signal: { expiresAt: NOW } });
  });

  it('ends now, and not in the past, when the copy was all that kept it', () => {
    const thought = anAssignedSignal({ status: 'in-contact', keptUntil: plusElapsed(NOW, -DAY) });
    const asking = settle(requested(thought, asked()) ?? thought, rules);
    const command = { act: 'answer', request: aSignalId(71), how: 'done' } as const;
    const decision = decide(asking, command, { member: carla, rules, now: NOW, seenVersion: 1 });
    expect(decision).toMatchObject({ kind: 'changed', signal: { keptUntil: NOW } });
  });

  it('ends it at once when it is an objection that is honoured, and not when it is refused', () => {
    const objecting = requested(anAssignedSignal(), asked({ wish: 'object' })) ?? anAssignedSignal();
    const answering = (how: 'done' | 'refused') =>
      decide(
        objecting,
        { act: 'answer', request: aSignalId(71), how },
        { member: carla, rules, now: NOW, seenVersion: 1 },
      );
    expect(answering('done')).toMatchObject({
      signal: { status: 'closed', closing: { at: NOW, outcome: 'objected' }, expiresAt: NOW },
    });
    expect(answering('refused')).toMatchObject({ signal: { status: 'assigned' } });
    const closing = { at: NOW, outcome: 'objected' } as const;
    const ended = anAssignedSignal({ status: 'closed', closing, expiresAt: plusElapsed(NOW, DAY) });
    expect(possibleActs('owner', ended)).toEqual(['erase']);
  });

  it('is reached otherwise when it is asked again with another number, and is still one', () => {
    const once = requested(anAssignedSignal(), asked()) ?? anAssignedSignal();
    const again = requested(once, asked({ id: aSignalId(72), at: plusElapsed(NOW, 60), contact: '0687654321' }));
    expect(again?.requests).toEqual([{ ...once.requests?.[0], contact: '0687654321' }]);
    const { contact: _none, ...silent } = asked({ id: aSignalId(73) });
    expect(requested(once, silent)).toBeUndefined();
  });

  it('is for the coordinator to answer, who needs no other reason to look', () => {
    const signal = requested(anAssignedSignal(), asked()) ?? anAssignedSignal();
    expect([asksReason(anAssignedSignal(), NOW), asksReason(signal, NOW)]).toEqual([true, false]);
    expect(possibleActs('coordinator', signal)).toContain('answer');
    expect(possibleActs('owner', signal)).not.toContain('answer');
    const command = { act: 'answer', request: aSignalId(71), how: 'done' } as const;
    const decision = decide(signal, command, { member: carla, rules, now: NOW, seenVersion: 1 });
    expect(decision).toMatchObject({ kind: 'changed', signal: { requests: [{ answered: { at: NOW, how: 'done' } }] } });
    const then = decision.kind === 'changed' ? decision.signal : signal;
    expect([openRequests(then), possibleActs('coordinator', then).includes('answer')]).toEqual([[], false]);
  });
});
