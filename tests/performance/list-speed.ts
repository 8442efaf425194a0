import { putOf, writeAll } from '#shared/adapters/dynamo/batch.ts';
import { documentClient } from '#shared/adapters/dynamo/document-client.ts';
import { dynamoSignalStore } from '#shared/adapters/dynamo/dynamo-signal-store.ts';
import { rowOfSignal } from '#shared/adapters/dynamo/signal-row.ts';
import type { Member } from '#shared/domain/directory.ts';
import { DESK, memberId, type PartnerId, partnerId } from '#shared/domain/ids.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import { anAssignedSignal, aReport, aSignalId, HOUR, NOW, rules } from '#shared/testing/builders.ts';
import { type ListRequest, type ListSignalsDeps, listSignals } from '#shared/usecases/list-signals.ts';
import { createTables } from '../contract/create-tables.ts';
import { engineAt } from '../contract/dynamo-stores.ts';
import { HOW_TO_GET_JAVA, hasJava, startDynamoDbLocal } from '../contract/dynamodb-local.ts';

/**
 * Whether the work list is as fast among many signals as among few, on DynamoDB Local (127.0.0.1, in memory, made-up rows):
 * `npm run performance:list -- 1000 100000`. Both tables lie in one engine and every question is asked of both in turn, the order swapped
 * each round, since one machine is never equally fast twice. Half of the signals are one owner's, the others are spread over 29 partners.
 * Exit 1 when an owner's first page takes more than 1.2 times as long.
 */
const [few = 1_000, many = 100_000] = process.argv.slice(2).map(Number);
const ROUNDS = 150;
const WARM_UP = 20;
const MOST = 1_000_000;
const MAX_RATIO = 1.2;
const AT_ONCE = 4;
const BATCH = 25;

const OWNER = partnerId('partner-0');
const PARTNERS = Array.from({ length: 30 }, (_, number) => partnerId(`partner-${number}`));

if (!(await hasJava())) throw new Error(HOW_TO_GET_JAVA);
if (![few, many].every((size) => Number.isInteger(size) && size >= 100 && size <= MOST))
  throw new RangeError(`two sizes between 100 and ${MOST}`);

const local = await startDynamoDbLocal();
const engine = engineAt(local.endpoint);
const db = documentClient(engine.client);
try {
  const small = await filled(few);
  const large = await filled(many);
  console.log(`${'question'.padEnd(44)}${`${few} signals`.padEnd(18)}${`${many} signals`.padEnd(18)}ratio`);
  for (const [name, member, request] of questions()) {
    const [fewTook, manyTook, ratio] = await compare(
      () => listSignals(small, member, request),
      () => listSignals(large, member, request),
    );
    console.log(
      `${name.padEnd(44)}${`${fewTook.toFixed(1)} ms`.padEnd(18)}${`${manyTook.toFixed(1)} ms`.padEnd(18)}${ratio.toFixed(2)}`,
    );
    if (name.startsWith('owner') && ratio > MAX_RATIO) process.exitCode = 1;
  }
} finally {
  engine.client.destroy();
  await local.stop();
}

function questions(): readonly (readonly [string, Member, ListRequest])[] {
  const who = (role: Member['role'], owner: PartnerId): Member => ({
    id: memberId('somebody'),
    name: 'Somebody',
    email: 'somebody@example.org',
    partnerId: owner,
    role,
  });
  const owner = who('member', OWNER);
  const coordinator = who('coordinator', DESK);
  const open = { which: 'open', filter: 'all' } as const;
  return [
    ['owner, first page', owner, open],
    ['owner, what is late', owner, { ...open, filter: 'late' }],
    ['coordinator, first page of 30 partners', coordinator, open],
    ['coordinator, what is late', coordinator, { ...open, filter: 'late' }],
    ['coordinator, whose mail fails', coordinator, { ...open, filter: 'mail' }],
  ];
}

/** A table with this many open signals, a thousandth of them late, and what reads it. */
async function filled(size: number): Promise<ListSignalsDeps> {
  const began = performance.now();
  const tables = await createTables(engine.client, ['signals', 'statistics', 'audit']);
  let next = 0;
  const fill = async () => {
    while (next < size) {
      const from = next;
      next = Math.min(size, from + BATCH);
      const rows = Array.from({ length: next - from }, (_, offset) => putOf(rowOfSignal(signalOf(from + offset))));
      await writeAll(db, tables.signals, rows);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, fill));
  console.log(`${size} signals stored in ${((performance.now() - began) / 1_000).toFixed(0)} s`);
  return {
    signals: dynamoSignalStore(db, tables),
    directory: { partners: async () => PARTNERS.map((id) => ({ id, name: id, mailboxes: [] })) },
    // The same few lines whatever the size; it is the reading that is measured.
    audit: { write: async () => undefined },
    rules,
    now: () => plusElapsed(NOW, HOUR),
  };
}

function signalOf(number: number) {
  const late = number % 1_000 < 20;
  return anAssignedSignal({
    id: aSignalId(number),
    receivedAt: plusElapsed(NOW, late ? -30 * HOUR : number % (20 * HOUR)),
    report: aReport({ sooner: number % 500 === 0 }),
    assignment: {
      number: 1,
      ownerId: PARTNERS[number % 2 === 0 ? 0 : 1 + (number % 29)] ?? OWNER,
      since: NOW,
      formerOwners: [],
    },
    ...(number % 1_000 === 7 && { mails: { 'notify-1-owner-first': { state: 'failed', at: NOW } } }),
  });
}

/** Medians in milliseconds, and the median of the ratios of each pair. */
async function compare(
  small: () => Promise<unknown>,
  large: () => Promise<unknown>,
): Promise<readonly [number, number, number]> {
  const times: (readonly [number, number])[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const first = round % 2 === 0;
    const one = await timed(first ? small : large);
    const other = await timed(first ? large : small);
    if (round >= WARM_UP) times.push(first ? [one, other] : [other, one]);
  }
  return [
    median(times.map(([few]) => few)),
    median(times.map(([, many]) => many)),
    median(times.map(([few, many]) => many / few)),
  ];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
