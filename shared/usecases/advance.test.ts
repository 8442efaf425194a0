import { describe, expect, it } from 'vitest';
import { partnerId } from '#shared/domain/ids.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import type { Mail } from '#shared/ports/mailer.ts';
import {
  aDirectory,
  anAssignedSignal,
  aPostcode,
  aReport,
  aReporter,
  aSignal,
  HOUR,
  NOW,
  rules,
} from '#shared/testing/builders.ts';
import { aTown, type Town, WRITES } from '../../tests/support/memory-town.ts';
import { actOnSignal } from './act-on-signal.ts';
import { LEASE_SECONDS } from './advance.ts';
import { recordMailEvent } from './record-mail-event.ts';

const DELIVERY = rules.durations.delivery;
/** Lets everything run that waits for nothing outside. */
const tick = () => new Promise<void>((done) => setImmediate(done));

/** A signal of `centrum` whose owner has read the mail, so that only its step goes on. */
const withNotifiedOwner = () =>
  anAssignedSignal({ mails: { 'notify-1-owner-first': { state: 'delivered', at: NOW } } });

const triage = { act: 'triage', tested: ['own-contacts'], decision: 'follow-up' } as const;
const triagedBy = async (town: Town, id: ReturnType<typeof anAssignedSignal>['id'], seenVersion = 1) =>
  actOnSignal(town.acting, await town.member('anna'), { id, seenVersion, command: triage });

describe('a run that finds nothing due', () => {
  it('reads once, writes nothing and calls nothing', async () => {
    const town = await aTown();
    const { id } = await town.keep(aSignal());
    await town.advance(id);
    const before = { ...(await town.read(id)) };
    const [mails, rings] = [town.mailer.offered.length, town.wakeUp.pending().length];

    town.calls.length = 0;
    await town.advance(id);

    expect(town.calls).toEqual(['find']);
    expect(await town.read(id)).toEqual(before);
    expect([town.mailer.offered.length, town.wakeUp.pending().length]).toEqual([mails, rings]);
  });

  it('does nothing about a signal that does not exist', async () => {
    const town = await aTown();
    await town.advance(aSignal().id);
    expect(town.calls).toEqual(['find', 'incoming', 'purge']);
    expect(town.world.dump().signals).toEqual([]);
  });

  it('writes as often as it has something to write: route, claim, record, and that it asked to be woken', async () => {
    const town = await aTown();
    const { id } = await town.keep(aSignal());
    await town.advance(id);
    expect(town.calls.filter((name) => (WRITES as readonly string[]).includes(name))).toEqual([
      'change',
      'replace',
      'replace',
      'replace',
    ]);
    expect((await town.read(id)).revision).toBe(5);
  });
});

const OF_CENTRUM = 'key of centrum@welzijn.example';

describe('a mail and its claim', () => {
  it('goes out though the secret cannot be read; only the mailbox stays unknown', async () => {
    const town = await aTown();
    const { id } = await town.keep(anAssignedSignal());
    const mailboxKey = () => Promise.reject(new Error('no secret'));
    await town.advance(id, { mailboxKey });
    expect(town.sentTo()).toEqual(['notify-1-owner-first -> centrum@welzijn.example']);
    expect((await town.read(id)).mails).toEqual({ 'notify-1-owner-first': { state: 'sent', at: NOW } });
    expect(town.keyFailures.map((failure) => failure.id)).toContain(id);
  });

  it('keeps nothing of the mailbox of a reporter', async () => {
    const town = await aTown();
    const { id } = await town.keep(aSignal({ reporter: aReporter({ wantsUpdates: true }) }));
    for (let run = 0; run < 12; run += 1) {
      await town.advance(id);
      town.clock.advance(5 * HOUR);
    }
    const { mails } = await town.read(id);
    const ofReporter = Object.entries(mails).filter(([key]) => key.endsWith('-reporter'));
    expect(ofReporter.map(([, { mailbox }]) => mailbox)).toEqual(ofReporter.map(() => undefined));
    expect(Object.keys(mails).length).toBeGreaterThan(ofReporter.length);
  });

  it('goes out once when two runs meet', async () => {
    const town = await aTown();
    const { id } = await town.keep(anAssignedSignal());
    await Promise.all([town.advance(id), town.advance(id), town.advance(id)]);
    expect(town.sentTo()).toEqual(['notify-1-owner-first -> centrum@welzijn.example']);
    expect((await town.read(id)).mails).toEqual({
      'notify-1-owner-first': { state: 'sent', at: NOW, mailbox: OF_CENTRUM },
    });
  });

  it('is not tried by anybody while a dead run still holds the claim, and once when the lease is over', async () => {
    const town = await aTown();
    const { id } = await town.keep(anAssignedSignal());
    const gone = () => Promise.reject(new Error('the container is gone'));
    const dying = { ...town.directory, neighbourhood: gone };
    await expect(town.advance(id, { directory: dying })).rejects.toThrow('the container is gone');
    const claimed = await town.read(id);
    expect(claimed.claim).toEqual({
      effect: 'notify-1-owner-first',
      token: 'token-1',
      until: plusElapsed(NOW, LEASE_SECONDS),
      mailbox: OF_CENTRUM,
    });
    expect(claimed.nextAt).toBe(plusElapsed(NOW, LEASE_SECONDS));

    town.clock.advance(LEASE_SECONDS - 1);
    await town.advance(id);
    expect(town.mailer.offered).toEqual([]);
    expect(await town.read(id)).toEqual(claimed);

    town.clock.advance(1);
    await Promise.all([town.advance(id), town.advance(id)]);
    expect(town.sentTo()).toEqual(['notify-1-owner-first -> centrum@welzijn.example']);
    expect((await town.read(id)).claim).toBeUndefined();
  });

  it('ends no claim but its own: a run that was slower than its lease leaves the next one alone', async () => {
    const town = await aTown();
    const { id } = await town.keep(anAssignedSignal());
    const slow = Promise.withResolvers<'refused'>();
    const next = Promise.withResolvers<'sent'>();
    const slowRun = town.advance(id, { mailer: { send: () => slow.promise } });
    await tick();
    town.clock.advance(LEASE_SECONDS);
    const nextRun = town.advance(id, { mailer: { send: () => next.promise } });
    await tick();

    slow.resolve('refused');
    await slowRun;
    expect(await town.read(id)).toMatchObject({ claim: { token: 'token-2' }, mails: {} });
    next.resolve('sent');
    await nextRun;
    const { claim, mails } = await town.read(id);
    expect([claim, mails]).toEqual([
      undefined,
      { 'notify-1-owner-first': { state: 'sent', at: plusElapsed(NOW, LEASE_SECONDS), mailbox: OF_CENTRUM } },
    ]);
  });

  it('leases for a minute: twice the thirty seconds that a function may take', () => {
    expect(LEASE_SECONDS).toBe(60);
  });

  it('is sent a second time, and no third, when a run died after sending: rather twice than never', async () => {
    const town = await aTown();
    const { id } = await town.keep(anAssignedSignal());
    let writes = 0;
    const signals = {
      ...town.signals,
      find: town.elsewhere.find,
      replace: async (next: Parameters<Town['elsewhere']['replace']>[0]) => {
        writes += 1;
        if (writes === 2) throw new Error('the container is gone');
        return town.elsewhere.replace(next);
      },
    };
    await expect(town.advance(id, { signals })).rejects.toThrow('the container is gone');
    expect(town.mailer.sent).toHaveLength(1);

    town.clock.advance(LEASE_SECONDS);
    await town.advance(id);
    await town.advance(id);
    expect(town.mailer.sent).toHaveLength(2);
  });

  it('loses to a person who acts between the reading and the claim', async () => {
    const town = await aTown();
    const { id } = await town.keep(withNotifiedOwner());
    town.clock.advance(rules.durations.triage);
    const directory = {
      ...town.directory,
      partner: async (wanted: ReturnType<typeof partnerId>) => {
        await triagedBy(town, id);
        return town.directory.partner(wanted);
      },
    };
    await town.advance(id, { directory });
    expect(town.sentTo()).toEqual([]);
    expect(await town.read(id)).toMatchObject({ status: 'following-up', version: 2 });
  });

  it('neither undoes an act between claim and record nor makes it late', async () => {
    const town = await aTown();
    const { id } = await town.keep(anAssignedSignal());
    const outcomes: string[] = [];
    const mailer = {
      send: async (mail: Mail) => {
        outcomes.push((await triagedBy(town, id)).kind);
        return town.mailer.send(mail);
      },
    };
    await town.advance(id, { mailer });
    const after = await town.read(id);
    expect(outcomes).toEqual(['changed']);
    expect(after).toMatchObject({ status: 'following-up', version: 2, triage: { decision: 'follow-up' } });
    expect(after.mails['notify-1-owner-first']).toEqual({ state: 'sent', at: NOW, mailbox: OF_CENTRUM });
    expect(after.claim).toBeUndefined();
  });

  it('invites no backup when the signal went into other hands while the mail went out', async () => {
    const town = await aTown();
    const { id } = await town.keep(withNotifiedOwner());
    town.clock.advance(rules.durations.triage);
    const handOver = { act: 'hand-over', to: partnerId('desk'), reason: 'no-capacity' } as const;
    const mailer = {
      send: async (mail: Mail) => {
        if (mail.to === 'noord@stichting.example')
          await actOnSignal(town.acting, await town.member('anna'), { id, seenVersion: 1, command: handOver });
        return town.mailer.send(mail);
      },
    };
    await town.advance(id, { mailer });
    const { assignment } = await town.read(id);
    expect(assignment).toMatchObject({ number: 2, ownerId: 'desk' });
    expect(assignment?.backup).toBeUndefined();
  });

  it('leaves the version alone, however much is written, so that bookkeeping makes no click late', async () => {
    const town = await aTown();
    const { id } = await town.keep(aSignal({ reporter: aReporter({ wantsUpdates: true }) }));
    for (let run = 0; run < 12; run += 1) {
      await town.advance(id);
      town.clock.advance(5 * HOUR);
    }
    const { version, revision } = await town.read(id);
    expect(version).toBe(1);
    expect(revision).toBeGreaterThan(10);
    expect((await triagedBy(town, id, 1)).kind).toBe('changed');
  });
});

describe('a mail service that is out of order', () => {
  it('is tried again after 15 s, 30 s, 60 s …, never later than after 4 minutes', async () => {
    const town = await aTown();
    const { id } = await town.keep(anAssignedSignal());
    town.mailer.behave('out-of-order');
    const waits: number[] = [];
    for (let run = 0; run < 8; run += 1) {
      await town.advance(id);
      const { nextAt, mails } = await town.read(id);
      expect(mails['notify-1-owner-first']).toEqual({
        state: 'waiting',
        at: town.clock.now(),
        tries: run + 1,
        retryAt: nextAt,
        mailbox: OF_CENTRUM,
      });
      waits.push(nextAt - town.clock.now());
      town.clock.moveTo(nextAt);
    }
    expect(waits).toEqual([15, 30, 60, 120, 240, 240, 240, 240]);
    expect(town.mailFailures.map(({ id: about, effect }) => [about, effect])).toEqual(
      Array.from({ length: 8 }, () => [id, 'notify-1-owner-first']),
    );

    town.mailer.behave('sent');
    await town.advance(id);
    expect(town.sentTo()).toEqual(['notify-1-owner-first -> centrum@welzijn.example']);
  });

  it('keeps no other mail back', async () => {
    const town = await aTown();
    const { id } = await town.keep(withNotifiedOwner());
    town.clock.advance(rules.durations.triage);
    town.mailer.behave(({ to }) => (to === 'coordinator@voorbeeldstad.example' ? 'sent' : 'out-of-order'));
    await town.advance(id);
    expect(town.sentTo()).toEqual(['escalate-triage-1-coordinator-first -> coordinator@voorbeeldstad.example']);
    const { mails, nextAt } = await town.read(id);
    expect(mails['escalate-triage-1-backup-first']?.state).toBe('waiting');
    expect(nextAt).toBe(plusElapsed(town.clock.now(), 15));
  });
});

describe('a visit that a colleague planned', () => {
  it('is told to its visitor at their own mailbox', async () => {
    const town = await aTown();
    const { id } = await town.keep(anAssignedSignal({ status: 'following-up' }));
    const { id: visitor, name } = await town.member('bram');
    const plan = { at: plusElapsed(NOW, HOUR), by: { memberId: visitor, name } };
    await actOnSignal(town.acting, await town.member('anna'), { id, seenVersion: 1, command: { act: 'plan', plan } });
    await town.advance(id);
    expect(town.sentTo()).toContain('planned-1-visitor -> bram@welzijn.example');
  });
});

describe('an owner who cannot be reached', () => {
  const CHAIN = [
    'notify-1-owner-first -> centrum@welzijn.example',
    'notify-1-owner-second -> centrum-2@welzijn.example',
    'notify-1-backup-first -> noord@stichting.example',
    'notify-1-coordinator-first -> coordinator@voorbeeldstad.example',
  ];

  it('is followed by the second mailbox, the backup and the coordinator when each refuses', async () => {
    const town = await aTown();
    const { id } = await town.keep(anAssignedSignal());
    town.mailer.behave('refused');
    await town.advance(id);
    expect(town.mailer.offered.map(({ to, about }) => `${about?.effect} -> ${to}`)).toEqual(CHAIN);
    const states = Object.values((await town.read(id)).mails).map(({ state }) => state);
    expect(states).toEqual(['failed', 'failed', 'failed', 'failed']);
  });

  it('is followed by them one at a time when each mail bounces', async () => {
    const town = await aTown();
    const { id } = await town.keep(anAssignedSignal());
    for (let heard = 1; heard <= CHAIN.length; heard += 1) {
      await town.advance(id);
      expect(town.sentTo()).toEqual(CHAIN.slice(0, heard));
      const effect = town.mailer.sent.at(-1)?.about?.effect ?? '';
      const news = { state: 'failed', at: town.clock.now() } as const;
      await recordMailEvent({ signals: town.signals, rules }, { signalId: id, effect, news });
    }
    await town.advance(id);
    expect(town.sentTo()).toEqual(CHAIN);
  });

  it('is followed by them every 15 minutes without news of delivery, and not a second sooner', async () => {
    const town = await aTown();
    const { id } = await town.keep(anAssignedSignal());
    await town.advance(id);
    for (let heard = 1; heard < CHAIN.length; heard += 1) {
      expect((await town.read(id)).nextAt).toBe(plusElapsed(town.clock.now(), DELIVERY));
      town.clock.advance(DELIVERY - 1);
      await town.advance(id);
      expect(town.sentTo()).toEqual(CHAIN.slice(0, heard));
      town.clock.advance(1);
      await town.advance(id);
      expect(town.sentTo()).toEqual(CHAIN.slice(0, heard + 1));
    }
  });

  it('is followed by nobody once a mail was delivered', async () => {
    const town = await aTown();
    const { id } = await town.keep(anAssignedSignal());
    await town.advance(id);
    const news = { state: 'delivered', at: NOW } as const;
    await recordMailEvent({ signals: town.signals, rules }, { signalId: id, effect: 'notify-1-owner-first', news });
    town.clock.advance(2 * DELIVERY);
    await town.advance(id);
    expect(town.sentTo()).toEqual(CHAIN.slice(0, 1));
  });

  it('may be replaced by the backup from the moment the backup was written to, and not before', async () => {
    const town = await aTown();
    const { id } = await town.keep(anAssignedSignal());
    const noor = await town.member('noor');
    const takeOver = () => actOnSignal(town.acting, noor, { id, seenVersion: 1, command: { act: 'take-over' } });
    town.mailer.behave('refused');
    expect(await takeOver()).toEqual({ kind: 'not-found' });
    await town.advance(id);
    expect((await town.read(id)).assignment?.backup).toEqual({ partnerId: 'noord', invitedAt: NOW });
    expect((await takeOver()).kind).toBe('changed');
    expect((await town.read(id)).assignment).toMatchObject({ ownerId: 'noord', formerOwners: ['centrum'] });
  });

  it('has no second mailbox: that step is skipped and the backup hears at once', async () => {
    const town = await aTown();
    const { id } = await town.keep(
      aSignal({ report: aReport({ address: { postcode: aPostcode('3035AB'), houseNumber: 3 } }) }),
    );
    town.mailer.behave(({ to }) => (to === 'noord@stichting.example' ? 'refused' : 'sent'));
    await town.advance(id);
    expect((await town.read(id)).mails).toEqual({
      'notify-1-owner-first': { state: 'failed', at: NOW, mailbox: 'key of noord@stichting.example' },
      'notify-1-owner-second': { state: 'skipped', at: NOW },
      'notify-1-backup-first': { state: 'sent', at: NOW, mailbox: OF_CENTRUM },
    });
    expect(town.sentTo()).toEqual(['notify-1-backup-first -> centrum@welzijn.example']);
  });

  it('is the desk, which has no backup: then the coordinator hears', async () => {
    const town = await aTown();
    const { id } = await town.keep(
      aSignal({ report: aReport({ address: { houseNumber: 3, street: 'Noordsingel', town: 'Rotterdam' } }) }),
    );
    town.mailer.behave(({ to }) => (to === 'loket@voorbeeldstad.example' ? 'refused' : 'sent'));
    await town.advance(id);
    expect(town.sentTo()).toEqual(['notify-1-coordinator-first -> coordinator@voorbeeldstad.example']);
  });
});

describe('news of a mail', () => {
  it('may come before the record that the mail was sent', async () => {
    const town = await aTown();
    const { id } = await town.keep(anAssignedSignal());
    const mailer = {
      send: async (mail: Mail) => {
        const news = { state: 'delivered', at: NOW } as const;
        await recordMailEvent(
          { signals: town.elsewhere, rules },
          { signalId: id, effect: 'notify-1-owner-first', news },
        );
        return town.mailer.send(mail);
      },
    };
    await town.advance(id, { mailer });
    const after = await town.read(id);
    expect(after.mails).toEqual({ 'notify-1-owner-first': { state: 'delivered', at: NOW, mailbox: OF_CENTRUM } });
    expect(after.claim).toBeUndefined();
  });
});

describe('schedules', () => {
  it('are made for the next moment, once, however many runs there are', async () => {
    const town = await aTown();
    const { id } = await town.keep(anAssignedSignal());
    await town.advance(id);
    await town.advance(id);
    expect(town.calls.filter((name) => name === 'wakeAt')).toEqual(['wakeAt']);
    expect(town.wakeUp.pending()).toEqual([{ id, at: plusElapsed(NOW, DELIVERY) }]);
    expect((await town.read(id)).wakeSetFor).toBe(plusElapsed(NOW, DELIVERY));
  });

  it('are made anew when the moment moved, and the old one finds nothing due', async () => {
    const town = await aTown();
    const { id } = await town.keep(anAssignedSignal());
    await town.advance(id);
    town.clock.advance(60);
    await triagedBy(town, id);
    await town.advance(id);
    expect(town.wakeUp.pending().map(({ at }) => at)).toEqual([
      plusElapsed(NOW, DELIVERY),
      (await town.read(id)).nextAt,
    ]);

    town.clock.moveTo(plusElapsed(NOW, DELIVERY));
    const mails = town.mailer.offered.length;
    await town.advance(id);
    expect(town.mailer.offered).toHaveLength(mails);
  });

  it.each([
    [90, []],
    [91, ['wakeAt']],
  ])('for something due in %i s: %j (the sweep comes by every minute)', async (inSeconds, expected) => {
    const town = await aTown();
    const retryAt = plusElapsed(NOW, inSeconds);
    const waiting = { state: 'waiting', at: NOW, tries: 9, retryAt } as const;
    const { id } = await town.keep(anAssignedSignal({ mails: { 'notify-1-owner-first': waiting } }));
    await town.advance(id);
    expect(town.calls.filter((name) => name === 'wakeAt')).toEqual(expected);
  });
});

describe('a new signal of a partner that is away', () => {
  const holiday = [{ from: '2026-03-01', until: '2026-03-10' }];
  const townWith = (away: Readonly<Record<string, boolean>>) => {
    const directory = aDirectory();
    const partners = directory.partners.map((one) => (away[one.id] ? { ...one, away: holiday } : one));
    return aTown({ directory: { ...directory, partners } });
  };
  const ownerIn = async (town: Town) => {
    const { id } = await town.keep(aSignal());
    await town.advance(id);
    return (await town.read(id)).assignment?.ownerId;
  };

  it('goes to its backup, which is mailed as its owner', async () => {
    const town = await townWith({ centrum: true });
    expect(await ownerIn(town)).toBe('noord');
    expect(town.sentTo()).toEqual(['notify-1-owner-first -> noord@stichting.example']);
  });

  it('goes to the desk when the backup is away too', async () => {
    expect(await ownerIn(await townWith({ centrum: true, noord: true }))).toBe('desk');
  });

  it('leaves what the partner already has where it is', async () => {
    const town = await townWith({ centrum: true });
    const { id } = await town.keep(anAssignedSignal());
    await town.advance(id);
    expect((await town.read(id)).assignment?.ownerId).toBe('centrum');
  });
});
