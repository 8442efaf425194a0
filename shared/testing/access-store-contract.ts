import { expect } from 'vitest';
import { memberId } from '#shared/domain/ids.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import type { AccessStore, Session, SignInCode } from '#shared/ports/access-store.ts';
import { HOUR, NOW } from './builders.ts';
import { allAtOnce, type Behaves, contract, type RawTables, type Skips } from './contract.ts';

export type OpenAccess = () => Promise<{
  readonly access: AccessStore;
  dump(): Promise<Pick<RawTables, 'access'>>;
}>;

/** What the store of codes and sessions promises. `open` gives an empty one. */
export function accessStoreContract(open: OpenAccess, skips: Skips = {}): void {
  contract('access store', skips, (behaves) => {
    codes(behaves, open);
    sessions(behaves, open);
    knownBrowsers(behaves, open);
    sessionsOfMember(behaves, open);
    dailyWork(behaves, open);
  });
}

function codes(behaves: Behaves, open: OpenAccess): void {
  behaves('gives a code as it was before the try', async () => {
    const { access } = await open();
    const code = aCode();
    await access.putCode(code);
    expect(await access.takeTry('browser', NOW)).toStrictEqual(code);
    expect(await access.takeTry('browser', NOW)).toStrictEqual({ ...code, triesLeft: 4 });
  });

  behaves('keeps a code that nobody can fit, of an address that nobody has', async () => {
    const { access } = await open();
    const { memberId: _nobody, ...code } = aCode();
    await access.putCode(code);
    expect(await access.takeTry('browser', NOW)).toStrictEqual(code);
  });

  behaves('allows five tries and not a sixth', async () => {
    const { access } = await open();
    await access.putCode(aCode());
    const left: (number | undefined)[] = [];
    for (let time = 0; time < 7; time += 1) left.push((await access.takeTry('browser', NOW))?.triesLeft);
    expect(left).toEqual([5, 4, 3, 2, 1, undefined, undefined]);
  });

  behaves('allows five tries, however many come at once', async () => {
    const { access } = await open();
    await access.putCode(aCode());
    const tries = await allAtOnce(30, () => access.takeTry('browser', NOW));
    const left = tries.flatMap((code) => code?.triesLeft ?? []).sort();
    expect(left).toEqual([1, 2, 3, 4, 5]);
  });

  behaves('allows no try from the moment at which a code ends', async () => {
    const { access } = await open();
    const { expiresAt } = aCode();
    await access.putCode(aCode());
    expect(await access.takeTry('browser', expiresAt)).toBeUndefined();
    expect((await access.takeTry('browser', plusElapsed(expiresAt, -1)))?.triesLeft).toBe(5);
  });

  behaves('knows no code of another browser', async () => {
    const { access } = await open();
    await access.putCode(aCode());
    expect(await access.takeTry('other', NOW)).toBeUndefined();
  });

  behaves('lets a new code of the same browser take the place of the old', async () => {
    const { access } = await open();
    await access.putCode(aCode());
    await access.takeTry('browser', NOW);
    const next = aCode({ codeHash: 'next', memberId: memberId('bram') });
    await access.putCode(next);
    expect(await access.takeTry('browser', NOW)).toStrictEqual(next);
  });

  behaves('forgets a code that was used, and makes none out of a late try', async () => {
    const { access, dump } = await open();
    await access.putCode(aCode());
    await access.removeCode('browser');
    await access.removeCode('browser');
    expect(await access.takeTry('browser', NOW)).toBeUndefined();
    expect((await dump()).access).toEqual([]);
  });
}

function sessions(behaves: Behaves, open: OpenAccess): void {
  behaves('keeps a session until its end', async () => {
    const { access } = await open();
    const session = aSession();
    await access.putSession(session);
    expect(await access.session('session', plusElapsed(session.expiresAt, -1))).toStrictEqual(session);
    expect(await access.session('session', session.expiresAt)).toBeUndefined();
    expect(await access.session('other', NOW)).toBeUndefined();
  });

  behaves('remembers when a session was last used, and never an earlier moment', async () => {
    const { access } = await open();
    await access.putSession(aSession());
    const later = plusElapsed(NOW, 600);
    await access.touchSession('session', later);
    await access.touchSession('session', plusElapsed(NOW, 300));
    expect(await access.session('session', later)).toStrictEqual(aSession({ lastUsedAt: later }));
  });

  behaves('brings no session back that was ended', async () => {
    const { access, dump } = await open();
    await access.putSession(aSession());
    await access.removeSession('session');
    await access.touchSession('session', plusElapsed(NOW, 600));
    await access.removeSession('session');
    expect(await access.session('session', NOW)).toBeUndefined();
    expect((await dump()).access).toEqual([]);
  });

  behaves('gives a session another id, once, and does not bring back one that was ended', async () => {
    const { access, dump } = await open();
    await access.putSession(aSession());
    const renewed = aSession({ idHash: 'renewed', how: 'passkey' });
    expect(await access.replaceSession('session', renewed)).toBe('replaced');
    expect(await access.session('session', NOW)).toBeUndefined();
    expect(await access.session('renewed', NOW)).toStrictEqual(renewed);
    expect(await access.replaceSession('session', aSession({ idHash: 'again' }))).toBe('gone');
    expect((await dump()).access).toHaveLength(1);
  });

  behaves('ends no session of anybody else', async () => {
    const { access } = await open();
    await access.putSession(aSession());
    await access.putSession(aSession({ idHash: 'other' }));
    await access.removeSession('other');
    expect(await access.session('session', NOW)).toStrictEqual(aSession());
  });
}

function knownBrowsers(behaves: Behaves, open: OpenAccess): void {
  behaves('knows in which browser a member signed in, until it ends, and lists it among no sessions', async () => {
    const { access } = await open();
    const until = plusElapsed(NOW, 600);
    await access.putKnownBrowser('browser', memberId('anna'), until);
    expect(await access.knownBrowser('browser', plusElapsed(until, -1))).toBe('anna');
    expect(await access.knownBrowser('browser', until)).toBeUndefined();
    expect(await access.knownBrowser('other', NOW)).toBeUndefined();
    expect(await access.sessionsOf(memberId('anna'), NOW)).toEqual([]);
    await access.putKnownBrowser('browser', memberId('bram'), until);
    expect(await access.knownBrowser('browser', NOW)).toBe('bram');
  });
}

function sessionsOfMember(behaves: Behaves, open: OpenAccess): void {
  behaves('lists the sessions of a member that have not ended, the newest first', async () => {
    const { access } = await open();
    const older = aSession();
    const newer = aSession({ idHash: 'newer', startedAt: plusElapsed(NOW, 60), how: 'passkey' });
    const ended = aSession({ idHash: 'ended', expiresAt: plusElapsed(NOW, 90) });
    for (const session of [older, newer, ended, aSession({ idHash: 'other', memberId: memberId('bram') })])
      await access.putSession(session);
    await access.putCode(aCode());
    expect(await access.sessionsOf(memberId('anna'), plusElapsed(NOW, 90))).toStrictEqual([newer, older]);
    await access.removeSession('newer');
    expect(await access.sessionsOf(memberId('anna'), NOW)).toHaveLength(2);
    expect(await access.sessionsOf(memberId('carla'), NOW)).toEqual([]);
  });
}

function dailyWork(behaves: Behaves, open: OpenAccess): void {
  const tomorrow = plusElapsed(NOW, 24 * HOUR);

  behaves('lets one of twenty do the work of a day, and nobody after', async () => {
    const { access } = await open();
    const said = await allAtOnce(20, () => access.once('digest-2026-03-03', tomorrow));
    expect(said.filter(Boolean)).toHaveLength(1);
    expect(await access.once('digest-2026-03-03', tomorrow)).toBe(false);
  });

  behaves('leases work that may fail to one of twenty, and anew once the lease is over', async () => {
    const { access } = await open();
    const until = plusElapsed(NOW, 60);
    const said = await allAtOnce(20, () => access.lease('digest-2026-03-03', NOW, until));
    expect(said.filter(Boolean)).toHaveLength(1);
    expect(await access.lease('digest-2026-03-03', plusElapsed(until, -1), tomorrow)).toBe(false);
    expect(await access.lease('digest-2026-03-03', until, plusElapsed(until, 60))).toBe(true);
  });

  behaves('leases no work that is done', async () => {
    const { access } = await open();
    const until = plusElapsed(NOW, 60);
    expect(await access.lease('digest-2026-03-03', NOW, until)).toBe(true);
    await access.spend('digest-2026-03-03', tomorrow);
    expect(await access.lease('digest-2026-03-03', until, tomorrow)).toBe(false);
  });

  behaves('takes the work of another day for other work', async () => {
    const { access } = await open();
    expect(await access.once('digest-2026-03-03', tomorrow)).toBe(true);
    expect(await access.once('digest-2026-03-04', tomorrow)).toBe(true);
  });

  behaves('gives every row an end, and lets no kind of row stand in the way of another', async () => {
    const { access, dump } = await open();
    await access.putCode(aCode({ browserHash: 'same' }));
    await access.putSession(aSession({ idHash: 'same' }));
    expect(await access.once('same', tomorrow)).toBe(true);
    const rows = (await dump()).access;
    expect(rows.map(({ ttl }) => ttl).sort()).toEqual([aCode().expiresAt, aSession().expiresAt, tomorrow].sort());
  });
}

const aCode = (changes: Partial<SignInCode> = {}): SignInCode => ({
  browserHash: 'browser',
  memberId: memberId('anna'),
  codeHash: 'code',
  triesLeft: 5,
  expiresAt: plusElapsed(NOW, 600),
  ...changes,
});

const aSession = (changes: Partial<Session> = {}): Session => ({
  idHash: 'session',
  memberId: memberId('anna'),
  how: 'code',
  device: { platform: 'android', browser: 'chrome' },
  startedAt: NOW,
  lastUsedAt: NOW,
  expiresAt: plusElapsed(NOW, 12 * HOUR),
  ...changes,
});
