import { describe, expect, it } from 'vitest';
import { anAssignedSignal, aReport, aReporter, aSignal, HOUR, NOW, rules } from '#shared/testing/builders.ts';
import { dueEffects, type MailEffect } from './agenda.ts';
import { assigned, backupInvited, claimed, mailNews, mailRecorded, reporterForgotten } from './effects.ts';
import { DESK, neighbourhoodId, partnerId } from './ids.ts';
import type { MailRecord } from './mail-record.ts';
import { plusElapsed } from './time.ts';

const later = plusElapsed(NOW, HOUR);
const centrum = partnerId('centrum');
const noord = partnerId('noord');
const notify: MailEffect = { kind: 'mail', key: 'notify-1-owner-first', message: 'notify', to: 'owner-first' };
const record = (state: MailRecord['state'], at = NOW): MailRecord => ({ state, at });

describe('assigning', () => {
  it('gives a signal its first owner and the triage that was promised at receipt', () => {
    const signal = aSignal();
    const { status, assignment, step, history, version, lastActedAt } = assigned(
      signal,
      centrum,
      neighbourhoodId('oude-noorden'),
      rules,
      later,
    );
    expect({ status, assignment, history, version, lastActedAt }).toEqual({
      status: 'assigned',
      assignment: {
        number: 1,
        ownerId: centrum,
        neighbourhoodId: 'oude-noorden',
        since: later,
        formerOwners: [],
      },
      history: [
        { at: NOW, what: 'submit' },
        { at: later, what: 'assign' },
      ],
      version: 1,
      lastActedAt: NOW,
    });
    expect(step).toMatchObject({ name: 'triage', startedAt: NOW, before: NOW + 24 * HOUR });
  });

  it('tells the next owner of a released signal, though the clock of the system be a second behind that of the desk', () => {
    const released = aSignal({ lastActedAt: later, mails: { 'notify-1-owner-first': record('delivered') } });
    const soon = plusElapsed(later, -1);
    const signal = assigned(released, centrum, undefined, rules, soon);
    expect(signal.assignment?.since).toBe(later);
    expect(signal.step?.before).toBe(NOW + 24 * HOUR);
    if (!signal.assignment) throw new Error('nobody has it');
    const again = { ...signal, assignment: { ...signal.assignment, number: 2 } };
    expect(dueEffects(again, rules, later)).toContainEqual({ ...notify, key: 'notify-2-owner-first' });
  });

  it('gives the desk what lies in no neighbourhood, and what is held, to decide first', () => {
    const held = aSignal({ held: { since: NOW, suspicions: ['hidden-field'] } });
    const { assignment, step } = assigned(held, DESK, undefined, rules, later);
    expect(assignment).toEqual({ number: 1, ownerId: 'desk', since: later, formerOwners: [] });
    expect(step).toMatchObject({ name: 'held', number: 1, startedAt: NOW });
  });
});

describe('forgetting the reporter', () => {
  it('takes all that could say who it was and nothing else', () => {
    const signal = aSignal({ report: aReport({ source: 'kapper-jansen' }), reporter: aReporter() });
    const { source: _source, ...told } = signal.report;
    const { reporter: _reporter, contentDigest: _digest, ...rest } = signal;
    expect(reporterForgotten(signal)).toEqual({ ...rest, report: told });
    expect(JSON.stringify(reporterForgotten(signal))).not.toMatch(/joke|kapper/i);
  });
});

describe('a mail', () => {
  it('is claimed until the lease ends, without making anybody’s click late', () => {
    const signal = anAssignedSignal();
    expect(claimed(signal, notify, { token: 'token-1', until: later, mailbox: 'of-centrum' })).toEqual({
      ...signal,
      claim: { effect: 'notify-1-owner-first', token: 'token-1', until: later, mailbox: 'of-centrum' },
    });
  });

  it('is recorded under its key beside the others, and its claim ends', () => {
    const others = { 'remind-triage-1-owner-first': record('delivered') };
    const signal = anAssignedSignal({ mails: others, claim: { effect: notify.key, token: 'token-1', until: later } });
    const { claim: _over, ...rest } = signal;
    expect(mailRecorded(signal, notify, record('sent'))).toEqual({
      ...rest,
      mails: { ...others, 'notify-1-owner-first': record('sent') },
    });
  });

  it('stays delivered when the news of that was faster than its own record', () => {
    const signal = anAssignedSignal({ mails: { [notify.key]: record('delivered') } });
    expect(mailRecorded(signal, notify, record('sent', later)).mails[notify.key]).toEqual(record('delivered'));
  });

  it('gets news: what is further along counts, under a running claim too', () => {
    const claim = { effect: 'remind-triage-1-owner-first', token: 'token-2', until: later };
    const signal = anAssignedSignal({ mails: { [notify.key]: record('sent') }, claim });
    expect(mailNews(signal, notify.key, record('delivered', later))).toEqual({
      ...signal,
      mails: { [notify.key]: record('delivered', later) },
    });
  });

  it.each(['sent', 'delivered'] as const)('changes nothing on hearing %s when it was delivered', (state) => {
    const signal = anAssignedSignal({ mails: { [notify.key]: record('delivered') } });
    expect(mailNews(signal, notify.key, record(state, later))).toBeUndefined();
  });

  it('may get news before anything else is known of it', () => {
    expect(mailNews(anAssignedSignal(), notify.key, record('failed'))?.mails).toEqual({
      'notify-1-owner-first': record('failed'),
    });
  });
});

describe('inviting the backup', () => {
  it('lets it take over from then on', () => {
    const signal = anAssignedSignal();
    expect(backupInvited(signal, noord, later)).toEqual({
      ...signal,
      assignment: { ...signal.assignment, backup: { partnerId: noord, invitedAt: later } },
    });
  });

  it('happens once: the first invitation stays', () => {
    const invited = backupInvited(anAssignedSignal(), noord, NOW);
    expect(backupInvited(invited, partnerId('zuid'), later)).toBe(invited);
  });

  it('is nothing for a signal that nobody owns', () => {
    const signal = aSignal();
    expect(backupInvited(signal, noord, later)).toBe(signal);
  });
});
