import { documentClient } from '#shared/adapters/dynamo/document-client.ts';
import { dynamoAuditReader } from '#shared/adapters/dynamo/dynamo-audit-reader.ts';
import { dynamoSignalLists } from '#shared/adapters/dynamo/dynamo-signal-lists.ts';
import { dynamoSignalStore } from '#shared/adapters/dynamo/dynamo-signal-store.ts';
import type { Member } from '#shared/domain/directory.ts';
import { DESK, memberId, type PartnerId } from '#shared/domain/ids.ts';
import { WORK_FILTERS } from '#shared/domain/work-filter.ts';
import { aSignal, aSignalId, rules } from '#shared/testing/builders.ts';
import { advance } from '#shared/usecases/advance.ts';
import { type ListRequest, listRequests, listSignals } from '#shared/usecases/list-signals.ts';
import { mailTrouble } from '#shared/usecases/mail-trouble.ts';
import { othersAtAddress } from '#shared/usecases/others-at-address.ts';
import { readLog } from '#shared/usecases/read-log.ts';
import { sweep } from '#shared/usecases/sweep.ts';
import { createTables } from '../contract/create-tables.ts';
import { engineAt } from '../contract/dynamo-stores.ts';
import { HOW_TO_GET_JAVA, hasJava, startDynamoDbLocal } from '../contract/dynamodb-local.ts';
import { aTown } from '../support/memory-town.ts';
import {
  BUSIEST,
  BUSIEST_NEIGHBOURHOOD,
  fill,
  LOOKED_AT,
  MONTH,
  PARTNERS,
  READ_SIGNAL,
  READER,
  signalNumber,
  VISITOR,
} from './many-signals.ts';
import { compare } from './paired.ts';

/**
 * Whether everything that people open, the sweep and `advance` are as fast among many signals as among few, on DynamoDB Local (127.0.0.1, in
 * memory, made-up rows): `npm run performance:list -- 1000 100000 1000000`. All tables lie in one engine and every question is asked of each in
 * turn. Exit 1 when anything takes more than 1.2 times as long as among the fewest. A million takes some 8 GB and half an hour.
 */
const MAX_RATIO = 1.2;
/** The rows of the engine lie beside it: some 6 KB each. */
const HEAP_MEGABYTES = 2_048;
const LEAST = 1_000;
const MOST = 1_000_000;

const asked = process.argv.slice(2).map(Number);
const sizes = asked.length > 0 ? asked : [1_000, 100_000];
if (!(await hasJava())) throw new Error(HOW_TO_GET_JAVA);
if (
  sizes.length < 2 ||
  sizes.length > 3 ||
  !sizes.every((size) => Number.isInteger(size) && size >= LEAST && size <= MOST)
)
  throw new RangeError(`two or three sizes between ${LEAST} and ${MOST}`);

const local = await startDynamoDbLocal(HEAP_MEGABYTES);
const engine = engineAt(local.endpoint);
const db = documentClient(engine.client);
try {
  const towns: Filled[] = [];
  for (const size of sizes) towns.push(await filled(size));
  say(
    '',
    sizes.map((size) => `${size} signals`),
    sizes.slice(1).map(() => 'ratio'),
  );
  for (const [name, ask] of Object.entries(questions())) {
    const { medians, ratios } = await compare(towns.map((town) => () => ask(town)));
    const over = ratios.some((ratio) => ratio > MAX_RATIO);
    say(
      name,
      medians.map((took) => `${took.toFixed(1)} ms`),
      ratios.slice(1).map((ratio) => ratio.toFixed(2)),
      over ? '  too slow' : '',
    );
    if (over) process.exitCode = 1;
  }
} finally {
  engine.client.destroy();
  await local.stop();
}

function say(name: string, took: readonly string[], ratios: readonly string[], end = ''): void {
  console.log(
    `${name.padEnd(40)}${took.map((each) => each.padEnd(17)).join('')}${ratios.map((each) => each.padEnd(7)).join('')}${end}`,
  );
}

type Filled = Awaited<ReturnType<typeof filled>>;

async function filled(size: number) {
  const began = performance.now();
  const tables = await createTables(engine.client, ['signals', 'statistics', 'audit']);
  await fill(db, tables, size);
  console.log(`${size} signals and lines stored in ${((performance.now() - began) / 1_000).toFixed(0)} s`);
  const signals = { ...dynamoSignalStore(db, tables), ...dynamoSignalLists(db, tables.signals) };
  const { advancing } = await aTown({ start: LOOKED_AT });
  return {
    signals,
    directory: { partners: async () => PARTNERS.map((id) => ({ id, name: id, mailboxes: [] })) },
    log: dynamoAuditReader(db, tables.audit),
    // The same few lines whatever the size; it is the reading that is measured.
    audit: { write: async () => undefined },
    rules,
    now: () => LOOKED_AT,
    advancing: { ...advancing, signals },
    newest: size,
  };
}

function questions(): Readonly<Record<string, (town: Filled) => Promise<unknown>>> {
  const owner = who('member', BUSIEST);
  const coordinator = who('coordinator', DESK);
  const visitor = { ...who('visitor', BUSIEST), id: VISITOR };
  const list =
    (member: Member, request: Partial<ListRequest> = {}) =>
    (town: Filled) =>
      some(listSignals(town, member, { which: 'open', filter: 'all', ...request }));
  const eachFilter = (name: string, member: Member) =>
    WORK_FILTERS.map((filter) => [`${name}, ${filter}`, list(member, { filter })] as const);
  return {
    ...Object.fromEntries(eachFilter('owner', owner)),
    'owner, closed': list(owner, { which: 'closed' }),
    'owner, second page': async (town) => {
      const { next = '' } = await listSignals(town, owner, { which: 'open', filter: 'all' });
      return list(owner, { after: next })(town);
    },
    'visitor, own contacts': list(visitor),
    ...Object.fromEntries(eachFilter('coordinator, 30 partners', coordinator)),
    'coordinator, closed': list(coordinator, { which: 'closed' }),
    'coordinator, one partner': list(coordinator, { ownerId: BUSIEST }),
    'coordinator, one neighbourhood': list(coordinator, { neighbourhoodId: BUSIEST_NEIGHBOURHOOD }),
    'coordinator, one neighbourhood, late': list(coordinator, {
      neighbourhoodId: BUSIEST_NEIGHBOURHOOD,
      filter: 'late',
    }),
    'coordinator, one neighbourhood, held': list(coordinator, {
      neighbourhoodId: BUSIEST_NEIGHBOURHOOD,
      filter: 'held',
    }),
    'coordinator, what residents ask': (town) => some(listRequests(town, coordinator)),
    'coordinator, whose mail fails': mailTrouble,
    'backup, what was offered': async ({ signals }) => some(signals.listByBackup(BUSIEST, { limit: 100 })),
    'others at the address': async (town) => {
      const { known, elsewhere } = await othersAtAddress(town, coordinator, signalNumber(0));
      return some(Promise.resolve({ items: [...known, ...elsewhere] }));
    },
    'log of a signal': (town) => someOf(readLog(town, coordinator, { of: 'signal', id: READ_SIGNAL })),
    'log of a member': (town) => someOf(readLog(town, coordinator, { of: 'member', id: READER, month: MONTH })),
    'the sweep, 400 due': async (town) => {
      const { due } = await sweep({ ...town, advance: async () => undefined, onFault: () => undefined });
      if (due < 300) throw new Error('the sweep found too little');
    },
    'advance, nothing due': (town) => advance(town.advancing, aSignalId(LEAST - 1)),
    'a new signal, routed and mailed': async (town) => {
      town.newest += 1;
      const signal = aSignal({ id: aSignalId(10_000_000 + town.newest), receivedAt: LOOKED_AT });
      await town.signals.add(signal);
      await advance(town.advancing, signal.id);
      const after = await town.signals.find(signal.id);
      if (after?.status !== 'assigned') throw new Error('the signal was not routed');
    },
  };
}

function who(role: Member['role'], partnerId: PartnerId): Member {
  return { id: memberId('somebody'), name: 'Somebody', email: 'somebody@example.org', partnerId, role };
}

/** A question that is answered with nothing measures nothing. */
async function some(answer: Promise<{ readonly items: readonly unknown[] }>): Promise<void> {
  if ((await answer).items.length === 0) throw new Error('nothing was found');
}

async function someOf(answer: ReturnType<typeof readLog>): Promise<void> {
  const outcome = await answer;
  if (outcome.kind === 'not-kept') throw new Error('nothing was found');
  return some(Promise.resolve(outcome));
}
