import { memoryAccessStore } from '#shared/adapters/memory/memory-access-store.ts';
import { memoryAuditTrail } from '#shared/adapters/memory/memory-audit-trail.ts';
import { memoryCounterStore } from '#shared/adapters/memory/memory-counter-store.ts';
import { memoryDirectory } from '#shared/adapters/memory/memory-directory.ts';
import { memoryDirectoryEditor } from '#shared/adapters/memory/memory-directory-editor.ts';
import { memoryFormKeys } from '#shared/adapters/memory/memory-form-keys.ts';
import { memoryOwnTexts } from '#shared/adapters/memory/memory-own-texts.ts';
import { memoryPasskeyStore } from '#shared/adapters/memory/memory-passkey-store.ts';
import { memoryRequestIntake, memoryStatusReader } from '#shared/adapters/memory/memory-signal-store.ts';
import { memoryWatchStore } from '#shared/adapters/memory/memory-watch-store.ts';
import { factId, memberId, type SignalId } from '#shared/domain/ids.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import type { Handler } from '#shared/http/http-function.ts';
import { mailWriterNow } from '#shared/mail/write-mail.ts';
import type { AccessStore } from '#shared/ports/access-store.ts';
import type { DirectoryEditor } from '#shared/ports/directory-editor.ts';
import type { Directory, DirectoryReader, DirectoryStore } from '#shared/ports/directory-store.ts';
import type { Mailer } from '#shared/ports/mailer.ts';
import type { WakeUp } from '#shared/ports/wake-up.ts';
import { hmacHex, idFromKey, sha256Hex } from '#shared/runtime/random-and-hash.ts';
import { addressKey, letterCodeOf, mailboxKeyOf } from '#shared/runtime/signal-keys.ts';
import { advance } from '#shared/usecases/advance.ts';
import type { Difference } from '#shared/usecases/balance-books.ts';
import { textsInForce } from '#shared/usecases/texts-in-force.ts';
import { jobs } from '../../functions/clock/jobs.ts';
import { runJob } from '../../functions/clock/run-job.ts';
import { actHandlers } from '../../functions/console/act-on-signal.ts';
import { handOverAllHandler } from '../../functions/console/hand-over-all.ts';
import { listHandler } from '../../functions/console/list-signals.ts';
import { directoryHandlers } from '../../functions/console/manage-directory.ts';
import { sendPracticeHandler } from '../../functions/console/practices.ts';
import { readHandler } from '../../functions/console/read-signals.ts';
import { followMailEvents } from '../../functions/mail-feedback/follow-mail-events.ts';
import { createHandlers } from '../../functions/report/handlers.ts';
import { followChanges } from '../../functions/signal-changes/follow-changes.ts';
import type { FlatWorld } from './flat-world.ts';
import type { Container, Guard } from './functions.ts';
import type { TownRegisters } from './registers.ts';

/** Everything that a container can be asked to do, put together as the functions' own index files do. */
export type Parts = {
  readonly routes: Readonly<Record<string, Handler>>;
  readonly job: (event: unknown) => Promise<void>;
  readonly follow: ReturnType<typeof followChanges>;
  readonly mailEvent: (event: unknown) => Promise<void>;
};

/** Everything that functions call, and may fail. */
export const PORTS = [
  'access',
  'audit',
  'census',
  'counters',
  'directory',
  'editor',
  'formKeys',
  'ledger',
  'mailer',
  'ownTexts',
  'passkeys',
  'registers',
  'requests',
  'secrets',
  'signals',
  'statistics',
  'status',
  'wakeUp',
  'watch',
] as const;
export type PortName = (typeof PORTS)[number];

export type TownDeps = {
  readonly flat: FlatWorld;
  readonly settings: Settings;
  readonly mailer: Mailer;
  readonly wakeUp: WakeUp;
  readonly registers: TownRegisters;
  /** Counts up; no two the same. */
  readonly nextNumber: () => number;
  /** A signal that could not be advanced in a batch: its fault. */
  readonly onFault: (id: SignalId, fault: unknown) => void;
  readonly onRemovedByTimeToLive: (id: SignalId) => void;
  /** What the books of the night cannot explain. */
  readonly onDifference: (difference: Difference) => void;
};

export async function townOf(deps: TownDeps) {
  const { flat, settings, nextNumber } = deps;
  const directory = memoryDirectory(flat.world);
  const known = rememberedDirectory(directory);
  const people = new Map<string, string>();
  const store = {
    signals: flat.signals,
    directory: known.reader,
    editor: known.forgetting(memoryDirectoryEditor(flat.world)),
    watch: memoryWatchStore(flat.world),
    access: everybodySignedIn(memoryAccessStore(flat.world), people),
    passkeys: memoryPasskeyStore(flat.world),
    requests: memoryRequestIntake(flat.world),
    audit: memoryAuditTrail(flat.world),
    counters: memoryCounterStore(flat.world),
    status: memoryStatusReader(flat.world),
    ownTexts: memoryOwnTexts(flat.world),
    formKeys: memoryFormKeys(flat.world, () => `form-key-${nextNumber()}`),
  };
  // Loaded before anything happens: a file that has to come from the disk takes time of this world, and not of that one.
  await Promise.all([
    import('../../functions/report/pages.lazy.ts'),
    import('../../functions/console/staff-changes.lazy.ts'),
    import('../../functions/console/practice-work.lazy.ts'),
  ]);

  const make = ({ now }: Container, guard: Guard): Parts => {
    const signals = guard('signals', store.signals);
    const reader = guard('directory', store.directory);
    const access = guard('access', store.access);
    const audit = guard('audit', store.audit);
    const mailer = guard('mailer', deps.mailer);
    const { rules } = settings;
    const statistics = guard('statistics', flat.books.statistics);
    const watch = guard('watch', store.watch);
    const { keyedHash } = guard('secrets', { keyedHash: hashed });
    const textsNow = textsInForce({
      reader: guard('ownTexts', store.ownTexts),
      configured: settings.texts,
      onFault: () => {},
    });
    const write = mailWriterNow(settings, textsNow);
    const advancing = {
      signals,
      directory: reader,
      mailer,
      wakeUp: guard('wakeUp', deps.wakeUp),
      settings,
      now,
      write,
      newToken: () => `token-${nextNumber()}`,
      addressKey: addressKey(keyedHash),
      mailboxKey: mailboxKeyOf(keyedHash),
      letterCode: letterCodeOf(keyedHash),
      hash: sha256Hex,
      onKeyFailure: () => {},
      registers: guard('registers', { ask: deps.registers.ask }).ask,
      onRegistersSilent: () => {},
      onMailFailure: () => {},
    };
    const advanceOne = (id: SignalId): Promise<void> => advance(advancing, id);
    const reporting = {
      settings,
      textsNow,
      signals,
      directory: reader,
      counters: guard('counters', store.counters),
      onCountFailure: () => {},
      status: guard('status', store.status),
      now,
      idFromKey,
      newFactId: () => factId(`fact-${nextNumber()}`),
      digest: sha256Hex,
      formKeys: guard('formKeys', store.formKeys),
      requests: guard('requests', store.requests),
      newRequestId: () => idFromKey(`drop-${nextNumber()}`),
      keyedHash: hmacHex,
      onFormKeyFailure: () => {},
    };
    const console = {
      settings,
      rules,
      passkeysRequired: settings.passkeys === 'required',
      signals,
      directory: reader,
      editor: guard('editor', store.editor),
      watch,
      mailboxKey: mailboxKeyOf(keyedHash),
      newDirectoryId: () => `nieuw-${nextNumber()}`,
      passkeys: guard('passkeys', store.passkeys),
      statistics,
      idFromKey,
      newFactId: () => factId(`fact-${nextNumber()}`),
      access,
      audit,
      mailer,
      write,
      now,
      newCode: () => String(100_000 + (nextNumber() % 900_000)),
      newSecretId: () => `secret-${nextNumber()}`,
      newProof: () => ({ code: `PROF-${nextNumber()}`, hash: `proof-${nextNumber()}` }),
      newRequestId: () => idFromKey(`request-${nextNumber()}`),
      onEraseFailure: () => {},
      onCodeNotMailed: () => {},
      hash: sha256Hex,
      keyedHash,
    };
    return {
      routes: {
        ...createHandlers(reporting),
        'POST /v1/console/handovers': handOverAllHandler(console),
        'POST /v1/console/practices/{partnerId}': sendPracticeHandler(console),
        ...directoryHandlers(console),
        'GET /v1/console/signals': listHandler(console),
        'GET /v1/console/signals/{id}': readHandler(console),
        ...actHandlers(console),
      },
      job: runJob(
        jobs({
          ...console,
          mailer,
          write,
          census: guard('census', flat.census),
          statistics,
          ledger: guard('ledger', flat.books.ledger),
          watch,
          advance: advanceOne,
          onFault: deps.onFault,
          onSwept: () => {},
          onBooks: () => {},
          onDifference: deps.onDifference,
        }),
      ),
      follow: followChanges({
        advance: advanceOne,
        onFault: deps.onFault,
        onRemovedByTimeToLive: deps.onRemovedByTimeToLive,
      }),
      mailEvent: followMailEvents({
        signals,
        rules,
        watch,
        onUnreadable() {
          throw new TypeError('an event of the mail service that nobody can read');
        },
      }),
    };
  };

  return {
    make,
    letterCodeOf: letterCodeOf(hashed),
    /** As it lies in the table, whoever changed it. */
    async directory(): Promise<Directory> {
      const [partners, neighbourhoods, members] = await Promise.all([
        directory.partners(),
        directory.neighbourhoods(),
        directory.members(),
      ]);
      return { partners, neighbourhoods, members, routes: [], locations: [] };
    },
    async importDirectory(all: Directory): Promise<void> {
      for (const { id } of all.members) people.set(sha256Hex(id), id);
      await directory.importDirectory(all);
      known.forget();
    },
  };
}

/** Reads each thing once between two imports: the directory is small and is not what is simulated. */
function rememberedDirectory(store: DirectoryStore): {
  readonly reader: DirectoryReader;
  forget(): void;
  forgetting(editor: DirectoryEditor): DirectoryEditor;
} {
  const { importDirectory: _importing, ...reading } = store;
  const answers = new Map<string, Promise<unknown>>();
  const remembered: Record<string, unknown> = {};
  for (const [name, ask] of Object.entries(reading) as [string, (given?: unknown) => Promise<unknown>][]) {
    remembered[name] = (given?: unknown) => {
      const key = `${name} ${String(given)}`;
      const answer = answers.get(key) ?? ask(given);
      answers.set(key, answer);
      return answer;
    };
  }
  return {
    reader: remembered as DirectoryReader,
    forget: () => answers.clear(),
    forgetting: (editor) => ({
      ...editor,
      async change(...given) {
        const outcome = await editor.change(...given);
        answers.clear();
        return outcome;
      },
    }),
  };
}

const hashed = async (text: string) => hmacHex('a secret of the simulation', text);

/** Signing in has tests of its own. Here the session's id is the member's. */
const everybodySignedIn = (store: AccessStore, people: ReadonlyMap<string, string>): AccessStore => ({
  ...store,
  session: async (idHash, now) => ({
    idHash,
    memberId: memberId(people.get(idHash) ?? 'nobody'),
    how: 'passkey',
    device: { platform: 'other', browser: 'other' },
    startedAt: now,
    lastUsedAt: now,
    expiresAt: plusElapsed(now, 12 * 3_600),
  }),
});
