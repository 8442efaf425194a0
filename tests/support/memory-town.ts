import { memoryAccessStore } from '#shared/adapters/memory/memory-access-store.ts';
import { memoryAuditReader } from '#shared/adapters/memory/memory-audit-reader.ts';
import { memoryAuditTrail } from '#shared/adapters/memory/memory-audit-trail.ts';
import { memoryBacklog } from '#shared/adapters/memory/memory-backlog.ts';
import { memoryCounterStore } from '#shared/adapters/memory/memory-counter-store.ts';
import { memoryDirectory } from '#shared/adapters/memory/memory-directory.ts';
import { memoryDirectoryEditor } from '#shared/adapters/memory/memory-directory-editor.ts';
import { memoryFormKeys } from '#shared/adapters/memory/memory-form-keys.ts';
import { memoryMailer } from '#shared/adapters/memory/memory-mailer.ts';
import { memoryOwnTexts } from '#shared/adapters/memory/memory-own-texts.ts';
import { memoryPasskeyStore } from '#shared/adapters/memory/memory-passkey-store.ts';
import { memoryRegisters } from '#shared/adapters/memory/memory-registers.ts';
import { memorySignalLists } from '#shared/adapters/memory/memory-signal-lists.ts';
import {
  memoryRequestIntake,
  memorySignalStore,
  memoryStatusReader,
} from '#shared/adapters/memory/memory-signal-store.ts';
import { memoryStatisticsReader } from '#shared/adapters/memory/memory-statistics-reader.ts';
import { memoryWakeUp } from '#shared/adapters/memory/memory-wake-up.ts';
import { memoryWatchStore } from '#shared/adapters/memory/memory-watch-store.ts';
import { memoryWorld } from '#shared/adapters/memory/memory-world.ts';
import { simplewebauthnCeremony } from '#shared/adapters/webauthn/simplewebauthn-ceremony.ts';
import type { Member } from '#shared/domain/directory.ts';
import { DESK, factId, memberId, type SignalId } from '#shared/domain/ids.ts';
import type { Settings } from '#shared/domain/settings.ts';
import type { Settled } from '#shared/domain/settle.ts';
import type { Signal } from '#shared/domain/signal.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';
import { mailWriterNow } from '#shared/mail/write-mail.ts';
import type { Directory } from '#shared/ports/directory-store.ts';
import type { SignalStore } from '#shared/ports/signal-store.ts';
import { hmacHex, idFromKey, newRequestId, sha256Hex } from '#shared/runtime/random-and-hash.ts';
import { addressKey, letterCodeOf } from '#shared/runtime/signal-keys.ts';
import { aDirectory, NOW, settings as ordinarySettings } from '#shared/testing/builders.ts';
import { virtualClock } from '#shared/testing/virtual-clock.ts';
import { type AdvanceDeps, advance } from '#shared/usecases/advance.ts';
import { textsInForce } from '#shared/usecases/texts-in-force.ts';

export type Town = Awaited<ReturnType<typeof aTown>>;

/** A whole municipality in memory: every store on one world, a clock that only a test moves, and a note of every call on a store. */
export async function aTown({
  directory: people = withoutDesk(aDirectory()),
  settings = ordinarySettings,
  start = NOW,
}: {
  readonly directory?: Directory;
  readonly settings?: Settings;
  readonly start?: EpochSeconds;
} = {}) {
  const world = memoryWorld();
  const clock = virtualClock(start);
  const { now } = clock;
  const mailer = memoryMailer();
  const wakeUp = memoryWakeUp();
  const directory = memoryDirectory(world);
  await directory.importDirectory(people);
  const calls: string[] = [];
  const signals = noting({ ...memorySignalStore(world), ...memorySignalLists(world) }, calls);
  const access = memoryAccessStore(world);
  const watch = memoryWatchStore(world);
  const passkeys = memoryPasskeyStore(world);
  const audit = memoryAuditTrail(world);
  const textsNow = textsInForce({
    reader: memoryOwnTexts(world),
    configured: settings.texts,
    onFault: (fault) => {
      throw fault;
    },
  });
  const write = mailWriterNow(settings, textsNow);
  const mailFailures: { id: SignalId; effect: string; fault: unknown }[] = [];
  const registersSilent: { id: SignalId; fault: unknown }[] = [];
  const registers = memoryRegisters();
  const keyFailures: { id: SignalId; fault: unknown }[] = [];
  const eraseFailures: { id: SignalId; fault: unknown }[] = [];
  /** Readable, so that a test can say whose it is. */
  const mailboxKey = async (mailbox: string) => `key of ${mailbox}`;
  const keyedHash = async (text: string) => hmacHex('a secret of the test', text);
  const counted = counter();

  const advancing: AdvanceDeps = {
    signals,
    directory: noting(directory, calls),
    mailer,
    wakeUp: noting(wakeUp, calls),
    settings,
    now,
    write,
    newToken: () => `token-${counted('token')}`,
    addressKey: addressKey(keyedHash),
    mailboxKey,
    letterCode: letterCodeOf(keyedHash),
    hash: sha256Hex,
    registers: registers.ask,
    onRegistersSilent: (id, fault) => registersSilent.push({ id, fault }),
    onKeyFailure: (id, fault) => keyFailures.push({ id, fault }),
    onMailFailure: (id, effect, fault) => mailFailures.push({ id, effect, fault }),
  };
  const acting = {
    signals,
    directory,
    settings,
    now,
    newRequestId,
    onEraseFailure: (id: SignalId, fault: unknown) => eraseFailures.push({ id, fault }),
    newProof: () => {
      const code = `PROF-PROF-${String(counted('proof')).padStart(4, '0')}`;
      return { code, hash: sha256Hex(code) };
    },
  };
  const reading = { signals, directory, audit, rules: settings.rules, now };
  const signingIn = {
    audit,
    rules: settings.rules,
    settings,
    access,
    directory,
    mailer,
    write,
    now,
    newCode: () => String(100_000 + counted('code')),
    onCodeNotMailed: () => undefined,
    onPasskeyNotMailed: () => undefined,
    passkeysRequired: settings.passkeys === 'required',
    passkeys,
    ceremony: simplewebauthnCeremony(settings),
    newSecretId: () => `secret-${counted('secret')}`,
    hash: sha256Hex,
    keyedHash,
  };
  const uncounted: unknown[] = [];
  const formKeyFailures: unknown[] = [];
  const submitting = {
    signals,
    directory,
    counters: memoryCounterStore(world),
    onCountFailure: (fault: unknown) => uncounted.push(fault),
    settings,
    now,
    idFromKey,
    newFactId: () => factId(`fact-${counted('fact')}`),
    digest: sha256Hex,
  };

  return {
    world,
    clock,
    settings,
    mailer,
    wakeUp,
    directory,
    signals,
    access,
    watch,
    passkeys,
    audit,
    /** Names of the methods that were called on the stores of `advance`, in order. */
    calls,
    registers,
    mailFailures,
    registersSilent,
    keyFailures,
    eraseFailures,
    /** Faults of counters. */
    uncounted,
    formKeyFailures,
    advancing,
    acting,
    reading,
    signingIn,
    submitting,
    report: {
      ...submitting,
      textsNow,
      requests: memoryRequestIntake(world),
      newRequestId,
      formKeys: memoryFormKeys(world, () => `form-key-${counted('form key')}`),
      keyedHash: hmacHex,
      onFormKeyFailure: (fault: unknown) => formKeyFailures.push(fault),
      status: memoryStatusReader(world),
    },
    console: {
      textsNow,
      ...signingIn,
      letterCode: letterCodeOf(keyedHash),
      ...reading,
      ...acting,
      counters: submitting.counters,
      editor: memoryDirectoryEditor(world),
      mailboxKey,
      watch,
      backlog: memoryBacklog(world),
      release: 'a-commit',
      idFromKey,
      newFactId: submitting.newFactId,
      newDirectoryId: () => `new-${counted('directory')}`,
      statistics: memoryStatisticsReader(world),
      log: memoryAuditReader(world),
      atLeast: async <Answer>(_milliseconds: number, work: Promise<Answer>) => work,
    },
    advance: (id: SignalId, overrides: Partial<AdvanceDeps> = {}) => advance({ ...advancing, ...overrides }, id),

    /** Puts a signal in the table as it is. */
    async keep(signal: Settled): Promise<Settled> {
      const added = await memorySignalStore(world).add(signal);
      if (added.kind !== 'added') throw new Error('this signal is there already');
      return signal;
    },
    /** The signal as it now lies in the table. */
    async read(id: SignalId): Promise<Signal> {
      const signal = await memorySignalStore(world).find(id);
      if (!signal) throw new Error('there is no such signal');
      return signal;
    },
    /** Writes beside everybody else: what another process does in between. */
    elsewhere: { ...memorySignalStore(world), ...memorySignalLists(world) },
    member: async (id: string): Promise<Member> => {
      const member = await directory.member(memberId(id));
      if (!member) throw new Error(`nobody is called ${id}`);
      return member;
    },
    /** What the audit trail says of a signal, in the order of writing. */
    auditOf: (id: SignalId) =>
      world.audit
        .rows()
        .filter(({ pk }) => pk === id)
        .map(({ event, by, at, reason }) => ({ event, by, at, ...(reason !== undefined && { reason }) })),
    /** To whom mails went, in order, with the effect they are about. */
    sentTo: () => mailer.sent.map(({ to, about }) => `${about?.effect ?? 'no signal'} -> ${to}`),
  };
}

/** The desk is in the settings: an import refuses it as a partner. */
const withoutDesk = (directory: Directory): Directory => ({
  ...directory,
  partners: directory.partners.filter(({ id }) => id !== DESK),
});

/** Calls that change a signal. */
export const WRITES: readonly (keyof SignalStore)[] = ['add', 'replace', 'change', 'erase'];

type Methods = { readonly [name: string]: unknown };

function noting<Store extends object>(store: Store, calls: string[]): Store {
  return new Proxy(store, {
    get(target: Methods & Store, name: string) {
      const method = target[name];
      if (typeof method !== 'function') return method;
      return (...given: unknown[]) => {
        calls.push(name);
        return method.apply(target, given);
      };
    },
  });
}

function counter() {
  const counts = new Map<string, number>();
  return (name: string): number => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count;
  };
}
