import { describe, expect, it } from 'vitest';
import { plusElapsed } from '#shared/domain/time.ts';
import { aDirectory, HOUR, NOW, settings } from '#shared/testing/builders.ts';
import { allAtOnce } from '#shared/testing/contract.ts';
import { aTown, type Town } from '../../tests/support/memory-town.ts';
import {
  endSession,
  endSessionsOf,
  openSession as openSessionOn,
  requestCode,
  type SignInDeps,
  whoIsSignedIn,
} from './sign-in.ts';

const ANNA = 'anna@welzijn.example';
const MINUTE = 60;
const PHONE = { platform: 'android', browser: 'chrome' } as const;
const openSession = (deps: SignInDeps, browserId: string, code: string) => openSessionOn(deps, browserId, code, PHONE);

async function asked(town: Town, email = ANNA) {
  const { browserId } = await requestCode(town.signingIn, email);
  const code = /(\d{3}) (\d{3})/.exec(town.mailer.sent.at(-1)?.text ?? '');
  return { browserId, code: `${code?.[1]}${code?.[2]}` };
}
async function signedIn(town: Town) {
  const { browserId, code } = await asked(town);
  const opened = await openSession(town.signingIn, browserId, code);
  if (!opened) throw new Error('not signed in');
  return opened.sessionId;
}

const lines = (town: Town) => town.world.dump().audit.map(({ event, by }) => `${event} ${by}`);

describe('a code', () => {
  it('is mailed to the member who asks, and opens a session in the browser that asked', async () => {
    const town = await aTown();
    const { browserId, code } = await asked(town);
    expect(town.mailer.sent.map(({ to, about }) => [to, about])).toEqual([[ANNA, undefined]]);
    expect(await openSession(town.signingIn, browserId, code)).toEqual({
      sessionId: 'secret-2',
      member: expect.objectContaining({ id: 'anna' }),
      how: 'code',
      mayRead: true,
      endsAt: plusElapsed(NOW, 2 * HOUR),
    });
  });

  it('is no code for the mailbox of a team: it hears, once an hour, whose address to use, and the answer is the same', async () => {
    const town = await aTown();
    const [partner] = await town.directory.partners();
    const mailbox = partner?.mailboxes[0] ?? '';
    for (let time = 1; time <= 2; time += 1)
      expect(await requestCode(town.signingIn, mailbox.toUpperCase())).toEqual({ browserId: `secret-${time}` });
    expect(town.mailer.sent.map(({ to, subject }) => [to, subject])).toEqual([
      [mailbox, 'Meld u aan met uw eigen e-mailadres'],
    ]);
    expect(town.mailer.sent[0]?.text).not.toMatch(/\d{3} \d{3}/);
    expect(JSON.stringify(town.world.dump().access)).not.toContain(mailbox);
    town.clock.advance(HOUR);
    await requestCode(town.signingIn, settings.desk.mailboxes[0] ?? '');
    expect(town.mailer.sent.at(-1)?.to).toBe(settings.desk.mailboxes[0]);
  });

  it('is asked for in any case of the address', async () => {
    const town = await aTown();
    await requestCode(town.signingIn, 'Anna@WELZIJN.example');
    expect(town.mailer.sent.map(({ to }) => to)).toEqual([ANNA]);
  });

  it('works in no other browser', async () => {
    const town = await aTown();
    const { browserId, code } = await asked(town);
    const other = await requestCode(town.signingIn, ANNA);
    expect(await openSession(town.signingIn, other.browserId, code)).toBeUndefined();
    expect(await openSession(town.signingIn, 'made up', code)).toBeUndefined();
    expect(await openSession(town.signingIn, browserId, code)).toBeDefined();
  });

  it.each([
    [10 * MINUTE - 1, true],
    [10 * MINUTE, false],
  ])('after %i seconds works: %s', async (later, works) => {
    const town = await aTown();
    const { browserId, code } = await asked(town);
    town.clock.advance(later);
    expect((await openSession(town.signingIn, browserId, code)) !== undefined).toBe(works);
  });

  it.each([
    [4, true],
    [5, false],
  ])('after %i wrong tries works: %s', async (wrong, works) => {
    const town = await aTown();
    const { browserId, code } = await asked(town);
    for (let tried = 0; tried < wrong; tried += 1)
      expect(await openSession(town.signingIn, browserId, '000000')).toBeUndefined();
    expect((await openSession(town.signingIn, browserId, code)) !== undefined).toBe(works);
  });

  it('works once', async () => {
    const town = await aTown();
    const { browserId, code } = await asked(town);
    expect(await openSession(town.signingIn, browserId, code)).toBeDefined();
    expect(await openSession(town.signingIn, browserId, code)).toBeUndefined();
  });

  it('works once, though it comes five times in the same moment', async () => {
    const town = await aTown();
    const { browserId, code } = await asked(town);
    const opened = await allAtOnce(5, () => openSession(town.signingIn, browserId, code));
    expect(opened.filter(Boolean)).toHaveLength(1);
  });

  it('of somebody who was removed in the meantime opens nothing', async () => {
    const town = await aTown();
    const { browserId, code } = await asked(town);
    await town.directory.importDirectory(aDirectory({ members: [] }));
    expect(await openSession(town.signingIn, browserId, code)).toBeUndefined();
  });

  it('is mailed five times an hour and then no more, while the answer stays the same', async () => {
    const town = await aTown();
    for (let time = 1; time <= 8; time += 1)
      expect(await requestCode(town.signingIn, ANNA)).toEqual({ browserId: `secret-${time}` });
    expect(town.mailer.sent).toHaveLength(5);
    town.clock.advance(HOUR);
    await requestCode(town.signingIn, ANNA);
    expect(town.mailer.sent).toHaveLength(6);
  });

  it('that was not mailed opens nothing, even when it is right', async () => {
    const town = await aTown();
    for (let time = 1; time <= 5; time += 1) await requestCode(town.signingIn, ANNA);
    const codes = town.mailer.sent.length;
    const { browserId } = await requestCode(town.signingIn, ANNA);
    expect(town.mailer.sent).toHaveLength(codes);
    const [row] = town.world.dump().access.filter(({ browserHash }) => browserHash === town.signingIn.hash(browserId));
    expect(row).toBeDefined();
    expect(row).not.toHaveProperty('memberId');
  });

  it('is answered alike when the mail service is down, and the operator hears of it', async () => {
    const faults: unknown[] = [];
    const town = await aTown();
    town.mailer.behave('out-of-order');
    const signingIn = { ...town.signingIn, onCodeNotMailed: (fault: unknown) => faults.push(fault) };
    expect(await requestCode(signingIn, ANNA)).toEqual({ browserId: 'secret-1' });
    expect(await requestCode(signingIn, 'nobody@nowhere.example')).toEqual({ browserId: 'secret-2' });
    expect(faults).toHaveLength(1);
  });

  it('of one member does not use up those of another', async () => {
    const town = await aTown();
    for (let time = 1; time <= 6; time += 1) await requestCode(town.signingIn, ANNA);
    await requestCode(town.signingIn, 'noor@stichting.example');
    expect(town.mailer.sent.at(-1)?.to).toBe('noor@stichting.example');
  });

  it('that nobody can have looks the same from outside and writes as much, but opens nothing', async () => {
    const town = await aTown();
    expect(await requestCode(town.signingIn, 'nobody@voorbeeld.example')).toEqual({ browserId: 'secret-1' });
    expect(town.mailer.offered).toEqual([]);
    const [row] = town.world.dump().access;
    expect(Object.keys(row ?? {}).sort()).toEqual(['browserHash', 'codeHash', 'pk', 'triesLeft', 'ttl']);
    expect(await openSession(town.signingIn, 'secret-1', '100001')).toBeUndefined();
  });

  it('that is typed wrong is told of its member at the first try and the last, however often somebody tries', async () => {
    const town = await aTown();
    const { browserId } = await asked(town);
    for (let tried = 0; tried < 9; tried += 1) await openSession(town.signingIn, browserId, '000000');
    expect(lines(town)).toEqual(['wrong-code anna', 'code-locked anna']);
  });

  it('that nobody was mailed is told of nobody, so that a stranger writes nothing', async () => {
    const town = await aTown();
    for (let time = 1; time <= 5; time += 1) await requestCode(town.signingIn, ANNA);
    for (const email of ['nobody@voorbeeld.example', ANNA]) {
      const { browserId } = await requestCode(town.signingIn, email);
      await openSession(town.signingIn, browserId, '000000');
    }
    await openSession(town.signingIn, 'made up', '000000');
    expect(town.world.dump().audit).toEqual([]);
  });

  it('is nowhere in the tables, and neither is the browser’s or the session’s secret, nor any address', async () => {
    const town = await aTown();
    const { browserId, code } = await asked(town);
    const before = JSON.stringify(town.world.dump().access);
    const sessionId = (await openSession(town.signingIn, browserId, code))?.sessionId ?? '';
    const rows = before + JSON.stringify(town.world.dump().access);
    for (const secret of [code, browserId, sessionId, ANNA]) expect(rows).not.toContain(`"${secret}"`);
    expect(rows).not.toContain(code);
  });
});

describe('a session', () => {
  it('opens no sooner than it is written down, for a year', async () => {
    const town = await aTown();
    await signedIn(town);
    expect(town.world.dump().audit).toMatchObject([
      { event: 'sign-in-code', by: 'anna', at: NOW, ttl: plusElapsed(NOW, town.settings.rules.retention.audit) },
    ]);
    const { browserId, code } = await asked(town);
    const audit = { write: () => Promise.reject(new Error('DynamoDB is away')) };
    await expect(openSession({ ...town.signingIn, audit }, browserId, code)).rejects.toThrow('away');
    expect(town.world.dump().access.filter(({ pk }) => String(pk).startsWith('session#'))).toHaveLength(1);
  });

  it('is ended with all the others, and that is written down', async () => {
    const town = await aTown();
    const sessionId = await signedIn(town);
    await endSessionsOf(town.signingIn, await town.member('anna'), sessionId);
    expect(lines(town)).toEqual(['sign-in-code anna', 'sign-out-everywhere anna']);
  });

  it('gets an id that the browser did not have before', async () => {
    const town = await aTown();
    const { browserId, code } = await asked(town);
    const opened = await openSession(town.signingIn, browserId, code);
    expect(opened?.sessionId).not.toBe(browserId);
    expect(await whoIsSignedIn(town.signingIn, browserId)).toBeUndefined();
  });

  it('ends after two hours without use', async () => {
    const town = await aTown();
    const sessionId = await signedIn(town);
    town.clock.advance(2 * HOUR - 1);
    expect((await whoIsSignedIn(town.signingIn, sessionId))?.member.id).toBe('anna');
    town.clock.advance(2 * HOUR);
    expect(await whoIsSignedIn(town.signingIn, sessionId)).toBeUndefined();
  });

  it('ends twelve hours after sign-in, however much it is used, and says so in time', async () => {
    const town = await aTown();
    const sessionId = await signedIn(town);
    const ends: (number | undefined)[] = [];
    for (let hour = 1; hour <= 12; hour += 1) {
      town.clock.moveTo(plusElapsed(NOW, hour * HOUR - 1));
      ends.push((await whoIsSignedIn(town.signingIn, sessionId))?.endsAt);
    }
    expect(ends.at(0)).toBe(plusElapsed(NOW, 3 * HOUR - 1));
    expect(ends.at(-1)).toBe(plusElapsed(NOW, 12 * HOUR));
    town.clock.moveTo(plusElapsed(NOW, 12 * HOUR));
    expect(await whoIsSignedIn(town.signingIn, sessionId)).toBeUndefined();
  });

  it('writes down its use once a minute, not at every request', async () => {
    const town = await aTown();
    const sessionId = await signedIn(town);
    let touches = 0;
    const access = {
      ...town.access,
      touchSession: async (idHash: string, now: typeof NOW) => {
        touches += 1;
        return town.access.touchSession(idHash, now);
      },
    };
    for (let second = 0; second < 150; second += 1) {
      town.clock.advance(1);
      await whoIsSignedIn({ ...town.signingIn, access }, sessionId);
    }
    expect(touches).toBe(2);
  });

  it('ends at the next request of a member who was removed', async () => {
    const town = await aTown();
    const sessionId = await signedIn(town);
    await town.directory.importDirectory(aDirectory({ members: aDirectory().members.slice(1) }));
    expect(await whoIsSignedIn(town.signingIn, sessionId)).toBeUndefined();
  });

  it('follows the directory: another role counts from the next request', async () => {
    const town = await aTown();
    const sessionId = await signedIn(town);
    const members = aDirectory().members.map((member) =>
      member.id === 'anna' ? { ...member, role: 'visitor' as const } : member,
    );
    await town.directory.importDirectory(aDirectory({ members }));
    expect((await whoIsSignedIn(town.signingIn, sessionId))?.member.role).toBe('visitor');
  });

  it('ends when its owner signs out, and a late touch does not bring it back', async () => {
    const town = await aTown();
    const sessionId = await signedIn(town);
    await endSession(town.signingIn, sessionId);
    await town.access.touchSession(town.signingIn.hash(sessionId), plusElapsed(NOW, 90));
    expect(await whoIsSignedIn(town.signingIn, sessionId)).toBeUndefined();
  });

  it('that nobody opened is nobody’s', async () => {
    const town = await aTown();
    expect(await whoIsSignedIn(town.signingIn, 'made up')).toBeUndefined();
  });
});
