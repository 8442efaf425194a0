import { expect } from 'vitest';
import { memberId } from '#shared/domain/ids.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import type { Passkey, PasskeyStore } from '#shared/ports/passkey-store.ts';
import { DAY, NOW } from './builders.ts';
import { allAtOnce, type Behaves, contract, type RawTables, type Skips } from './contract.ts';

export type OpenPasskeys = () => Promise<{
  readonly passkeys: PasskeyStore;
  dump(): Promise<Pick<RawTables, 'access'>>;
}>;

/** What the store of passkeys promises. `open` gives an empty one. */
export function passkeyStoreContract(open: OpenPasskeys, skips: Skips = {}): void {
  contract('passkey store', skips, (behaves) => {
    keeping(behaves, open);
    challenges(behaves, open);
  });
}

const ANNA = memberId('anna');

function keeping(behaves: Behaves, open: OpenPasskeys): void {
  behaves('keeps a passkey under the id that its authenticator gave it, however long', async () => {
    const { passkeys } = await open();
    const longest = aPasskey({ id: 'k'.repeat(1_364) });
    expect(await passkeys.add(aPasskey())).toBe('added');
    expect(await passkeys.add(longest)).toBe('added');
    expect(await passkeys.passkey('key')).toStrictEqual(aPasskey());
    expect(await passkeys.passkey(longest.id)).toStrictEqual(longest);
    expect(await passkeys.passkey('other')).toBeUndefined();
  });

  behaves('adds an id once, whoever asks, and leaves what is there as it is', async () => {
    const { passkeys } = await open();
    const said = await allAtOnce(10, (number) => passkeys.add(aPasskey({ name: `Sleutel ${number}` })));
    expect(said.filter((one) => one === 'added')).toHaveLength(1);
    const kept = await passkeys.passkey('key');
    expect(await passkeys.add(aPasskey({ memberId: memberId('bram') }))).toBe('taken');
    expect(await passkeys.passkey('key')).toStrictEqual(kept);
  });

  behaves('notes the use of a passkey, and brings none back that was removed', async () => {
    const { passkeys, dump } = await open();
    const later = plusElapsed(NOW, 60);
    await passkeys.add(aPasskey());
    await passkeys.noteUse('key', 5, later);
    expect(await passkeys.passkey('key')).toStrictEqual(aPasskey({ counter: 5, lastUsedAt: later }));
    expect(await passkeys.remove('key', ANNA)).toBe('removed');
    await passkeys.noteUse('key', 6, later);
    expect((await dump()).access).toEqual([]);
  });

  behaves('lets a passkey go 400 days after it was last used', async () => {
    const { passkeys, dump } = await open();
    await passkeys.add(aPasskey());
    const end = async () => (await dump()).access.map(({ ttl }) => ttl);
    expect(await end()).toEqual([plusElapsed(NOW, 400 * DAY)]);
    await passkeys.noteUse('key', 5, plusElapsed(NOW, DAY));
    expect(await end()).toEqual([plusElapsed(NOW, 401 * DAY)]);
  });

  behaves('removes only what is one’s own', async () => {
    const { passkeys } = await open();
    await passkeys.add(aPasskey());
    expect(await passkeys.remove('key', memberId('bram'))).toBe('not-found');
    expect(await passkeys.remove('other', ANNA)).toBe('not-found');
    expect(await passkeys.passkey('key')).toStrictEqual(aPasskey());
  });

  behaves('lists a member’s own, the oldest first', async () => {
    const { passkeys } = await open();
    const younger = aPasskey({ id: 'younger', createdAt: plusElapsed(NOW, 60) });
    for (const one of [younger, aPasskey(), aPasskey({ id: 'of-bram', memberId: memberId('bram') })])
      await passkeys.add(one);
    expect(await passkeys.passkeysOf(ANNA)).toStrictEqual([aPasskey(), younger]);
    expect(await passkeys.passkeysOf(memberId('carla'))).toEqual([]);
  });
}

function challenges(behaves: Behaves, open: OpenPasskeys): void {
  const until = plusElapsed(NOW, 300);

  behaves('gives a challenge to one of ten, and to nobody after', async () => {
    const { passkeys, dump } = await open();
    await passkeys.putChallenge('holder', 'challenge', until);
    const taken = await allAtOnce(10, () => passkeys.takeChallenge('holder', NOW));
    expect(taken.filter(Boolean)).toEqual(['challenge']);
    expect((await dump()).access).toEqual([]);
  });

  behaves('gives a challenge no longer from the moment at which it ends, and to nobody else', async () => {
    const { passkeys } = await open();
    await passkeys.putChallenge('holder', 'challenge', until);
    expect(await passkeys.takeChallenge('other', NOW)).toBeUndefined();
    expect(await passkeys.takeChallenge('holder', until)).toBeUndefined();
    await passkeys.putChallenge('holder', 'challenge', until);
    expect(await passkeys.takeChallenge('holder', plusElapsed(until, -1))).toBe('challenge');
  });

  behaves('lets a new challenge take the place of the old', async () => {
    const { passkeys } = await open();
    await passkeys.putChallenge('holder', 'old', until);
    await passkeys.putChallenge('holder', 'new', until);
    expect(await passkeys.takeChallenge('holder', NOW)).toBe('new');
  });
}

const aPasskey = (changes: Partial<Passkey> = {}): Passkey => ({
  id: 'key',
  memberId: ANNA,
  publicKey: 'pQECAyYgASFYIA',
  counter: 0,
  name: 'Telefoon',
  createdAt: NOW,
  lastUsedAt: NOW,
  ...changes,
});
