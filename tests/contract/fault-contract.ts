import { TransactionCanceledException, TransactionConflictException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { expect } from 'vitest';
import { dynamoDirectory } from '#shared/adapters/dynamo/dynamo-directory.ts';
import { erasureOf } from '#shared/domain/erasure.ts';
import { memberId } from '#shared/domain/ids.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import {
  aDirectory,
  aMember,
  anAssignedSignal,
  anAuditLine,
  aSignal,
  auditAndFactOf,
  NOW,
  nextOf,
  rules,
  someRoutes,
} from '#shared/testing/builders.ts';
import { type Behaves, contract, type Skips } from '#shared/testing/contract.ts';
import type { DynamoStores } from './dynamo-stores.ts';

/** How the stores on DynamoDB bear what goes wrong between them and the table. */
export function faultContract(stores: DynamoStores, skips: Skips = {}): void {
  contract('faults', skips, (behaves) => {
    lostAnswers(behaves, stores);
    collisions(behaves, stores);
    halfAnswers(behaves, stores);
    interruptions(behaves, stores);
  });
}

function lostAnswers(behaves: Behaves, { openSignals, openAccess, openAudit }: DynamoStores): void {
  behaves('adds a signal once when the first answer is lost, and knows its content', async () => {
    const { signals, db, dump } = await openSignals();
    const signal = aSignal();
    loseAnswer(db, 'PutItemCommand');
    expect(await signals.add(signal)).toMatchObject({ kind: 'taken', by: { contentDigest: signal.contentDigest } });
    expect((await dump()).signals).toHaveLength(1);
  });

  behaves('says "look again" of a replacement whose answer is lost, never that it failed', async () => {
    const { signals, db } = await openSignals();
    const signal = aSignal();
    await signals.add(signal);
    const next = nextOf(signal, { wakeSetFor: NOW });
    loseAnswer(db, 'PutItemCommand');
    expect(await signals.replace(next)).toBe('conflict');
    expect(await signals.find(signal.id)).toEqual(next);
  });

  behaves('makes a change once when its answer is lost, and knows that it was made', async () => {
    const { signals, db, dump } = await openSignals();
    const signal = anAssignedSignal();
    await signals.add(signal);
    const next = nextOf(signal, { version: 2 });
    loseAnswer(db, 'TransactWriteItemsCommand');
    expect(await signals.change(next, auditAndFactOf(next))).toBe('replaced');
    expect((await dump()).audit).toHaveLength(1);
  });

  behaves('erases once when its answer is lost, and knows that it did', async () => {
    const { signals, db, dump } = await openSignals();
    const signal = anAssignedSignal();
    await signals.add(signal);
    loseAnswer(db, 'TransactWriteItemsCommand');
    expect(await signals.erase(signal, erasureOf(signal, rules, NOW), auditAndFactOf(signal))).toBe('erased');
    expect((await dump()).audit).toHaveLength(1);
  });

  behaves('writes an audit line once when its answer is lost', async () => {
    const { audit, db, dump } = await openAudit();
    loseAnswer(db, 'TransactWriteItemsCommand');
    await audit.write([anAuditLine()]);
    expect((await dump()).audit).toHaveLength(1);
  });

  behaves('lets somebody do the work of a day when their answer is lost', async () => {
    const { access, db } = await openAccess();
    const tomorrow = plusElapsed(NOW, 86_400);
    loseAnswer(db, 'PutItemCommand');
    expect(await access.once('digest-2026-03-03', tomorrow)).toBe(true);
    expect(await access.once('digest-2026-03-03', tomorrow)).toBe(false);
  });
}

function collisions(behaves: Behaves, { openSignals }: DynamoStores): void {
  behaves('tries again when it collides with another transaction', async () => {
    const { signals, db } = await openSignals();
    const signal = anAssignedSignal();
    await signals.add(signal);
    const next = nextOf(signal);
    const seen = fail(db, 'TransactWriteItemsCommand', 2, () => cancelled('TransactionConflict', 'None', 'None'));
    expect(await signals.change(next, auditAndFactOf(next))).toBe('replaced');
    expect(seen()).toBe(3);
  });

  behaves('calls it a conflict when others win time and again, and has written nothing', async () => {
    const { signals, db, dump } = await openSignals();
    const signal = anAssignedSignal();
    await signals.add(signal);
    const seen = fail(db, 'TransactWriteItemsCommand', 99, () => cancelled('None', 'None', 'TransactionConflict'));
    expect(await signals.change(nextOf(signal), auditAndFactOf(signal))).toBe('conflict');
    expect(seen()).toBe(5);
    expect(await dump()).toMatchObject({ audit: [], statistics: [] });
  });

  behaves('deletes no signal that came where an erasure record was when the purge looked', async () => {
    const { signals, db } = await openSignals();
    const signal = anAssignedSignal();
    await signals.add(signal);
    const erasure = erasureOf(signal, rules, NOW);
    await signals.erase(signal, erasure, auditAndFactOf(signal));
    // Another run purges it first, and the same form is sent once more before this one gets to its delete.
    const restore = interfere(db, 'DeleteItemCommand', async (call, input) => {
      restore();
      await signals.purge(signal.id, erasure.record.removeAt);
      await signals.add(signal);
      return call(input);
    });
    await expect(signals.purge(signal.id, erasure.record.removeAt)).rejects.toThrow();
    expect(await signals.find(signal.id)).toEqual(signal);
  });

  behaves('tries a single write again that collides with a transaction', async () => {
    const { signals, db } = await openSignals();
    const collide = () => new TransactionConflictException({ message: 'conflict', $metadata: {} });
    fail(db, 'PutItemCommand', 1, collide);
    const signal = aSignal();
    expect(await signals.add(signal)).toEqual({ kind: 'added' });
    fail(db, 'PutItemCommand', 1, collide);
    expect(await signals.replace(nextOf(signal))).toBe('replaced');
  });

  behaves('takes no other reason of a cancelled transaction for a conflict', async () => {
    const { signals, db } = await openSignals();
    const signal = anAssignedSignal();
    await signals.add(signal);
    const reasons = [
      ['ThrottlingError', 'None', 'None'],
      ['None', 'ConditionalCheckFailed', 'None'],
      ['TransactionConflict', 'ThrottlingError', 'None'],
      ['ItemCollectionSizeLimitExceeded', 'None', 'None'],
      [],
    ];
    for (const codes of reasons) {
      fail(db, 'TransactWriteItemsCommand', 1, () => cancelled(...codes));
      const changing = signals.change(nextOf(signal), auditAndFactOf(signal));
      await expect(changing, codes.join()).rejects.toThrow(TransactionCanceledException);
    }
  });

  behaves('calls it a conflict when the signal changed, whatever else stood in the way', async () => {
    const { signals, db } = await openSignals();
    const signal = anAssignedSignal();
    await signals.add(signal);
    fail(db, 'TransactWriteItemsCommand', 1, () => cancelled('ConditionalCheckFailed', 'None', 'TransactionConflict'));
    expect(await signals.change(nextOf(signal), auditAndFactOf(signal))).toBe('conflict');
  });

  behaves('passes on what breaks, with nothing written', async () => {
    const { signals, db, dump } = await openSignals();
    const signal = aSignal();
    fail(db, 'PutItemCommand', 1, () => new Error('cable cut'));
    await expect(signals.add(signal)).rejects.toThrow('cable cut');
    expect((await dump()).signals).toEqual([]);
  });
}

function halfAnswers(behaves: Behaves, { openSignals, openDirectory }: DynamoStores): void {
  behaves('asks again for the signals that an answer left out', async () => {
    const { signals, db } = await openSignals();
    const all = [aSignal(), aSignal(), aSignal()];
    for (const signal of all) await signals.add(signal);
    let cut = 0;
    interfere(db, 'BatchGetItemCommand', async (call, input) => {
      const [[table, request] = []] = Object.entries(input['RequestItems'] ?? {});
      const { Keys } = request as { Keys: unknown[] };
      if (Keys.length === 1 || !table) return call(input);
      cut += 1;
      const answer = await call({ RequestItems: { [table]: { ...(request as object), Keys: Keys.slice(0, 1) } } });
      return { ...answer, UnprocessedKeys: { [table]: { ...(request as object), Keys: Keys.slice(1) } } };
    });
    const found = await signals.findAll(all.map(({ id }) => id));
    expect(found.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
    expect(cut).toBe(2);
  });

  behaves('gives up on an answer that stays incomplete, instead of hiding signals', async () => {
    const { signals, db } = await openSignals();
    const signal = aSignal();
    await signals.add(signal);
    interfere(db, 'BatchGetItemCommand', async (call, input) => ({
      ...(await call(input)),
      UnprocessedKeys: input['RequestItems'],
    }));
    await expect(signals.findAll([signal.id])).rejects.toThrow('does not hand out all rows');
  });

  behaves('writes again what an import was not rid of', async () => {
    const { directory, db } = await openDirectory();
    interfere(db, 'BatchWriteItemCommand', async (call, input) => {
      const [[table, requests] = []] = Object.entries(input['RequestItems'] ?? {});
      if (!table || !Array.isArray(requests) || requests.length === 1) return call(input);
      const half = Math.ceil(requests.length / 2);
      const answer = await call({ RequestItems: { [table]: requests.slice(0, half) } });
      return { ...answer, UnprocessedItems: { [table]: requests.slice(half) } };
    });
    const { partners, neighbourhoods, members, routes } = aDirectory();
    await directory.importDirectory(aDirectory());
    expect(await directory.partners()).toHaveLength(partners.length);
    expect(await directory.neighbourhoods()).toHaveLength(neighbourhoods.length);
    expect(await directory.members()).toHaveLength(members.length);
    for (const one of routes) expect(await directory.routesFor(one.fourDigits)).toEqual(one);
  });
}

function interruptions(behaves: Behaves, { openDirectory }: DynamoStores): void {
  behaves('keeps the routes in force when an import stops anywhere before its end', async () => {
    const { directory, db } = await openDirectory();
    await directory.importDirectory(aDirectory());
    const next = aDirectory({ routes: [someRoutes({ fourDigits: '3099' })], members: [aMember()] });
    let stopped = 0;
    for (let step = 0; step < 20; step += 1) {
      const calls = stopAfter(db, step);
      const outcome = await directory.importDirectory(next).then(
        () => 'done',
        () => 'stopped',
      );
      calls.end();
      if (outcome === 'done') break;
      stopped += 1;
      expect(await directory.routesFor('3034')).toEqual(aDirectory().routes[0]);
      expect(await directory.routesFor('3099')).toBeUndefined();
    }
    expect(stopped).toBeGreaterThan(3);
    expect(await directory.routesFor('3034')).toBeUndefined();
    expect(await directory.routesFor('3099')).toBeDefined();
    expect(await directory.member(memberId('noor'))).toBeUndefined();
  });

  behaves('keeps routes that were in force for a day, for those who still go by them, and no longer', async () => {
    const { db, tables, dump } = await openDirectory();
    const time = { ms: NOW * 1_000 };
    const directory = dynamoDirectory(db, tables.directory, () => time.ms);
    const versions = async () =>
      new Set((await dump()).directory.map(({ pk }) => String(pk)).filter((pk) => pk.startsWith('routes#'))).size;
    await directory.importDirectory(aDirectory());
    const elsewhere = dynamoDirectory(db, tables.directory, () => NOW * 1_000);
    expect(await elsewhere.routesFor('3034')).toBeDefined();
    await directory.importDirectory(aDirectory({ routes: [someRoutes({ fourDigits: '3099' })] }));
    expect(await elsewhere.routesFor('3034'), 'a container that remembers').toBeDefined();
    time.ms += 86_400_000;
    await directory.importDirectory(aDirectory());
    expect(await versions()).toBe(3);
    time.ms += 1_000;
    await directory.importDirectory(aDirectory());
    expect(await versions(), 'the first one is gone').toBe(3);
    expect(await directory.routesFor('3034')).toBeDefined();
  });

  behaves('lets one of two imports win that run at once, and tells the other', async () => {
    const { directory } = await openDirectory();
    await directory.importDirectory(aDirectory());
    const outcomes = await Promise.allSettled([
      directory.importDirectory(aDirectory()),
      directory.importDirectory(aDirectory()),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await directory.routesFor('3034')).toBeDefined();
  });
}

type Input = Record<string, Record<string, unknown> | undefined>;
type Call = (input: Input) => Promise<Record<string, unknown>>;

let interferences = 0;

/** Stands between a store and its table, above the client's own retries. */
function interfere(
  db: DynamoDBDocumentClient,
  command: string,
  act: (call: Call, input: Input) => Promise<unknown>,
): () => void {
  interferences += 1;
  const name = `interference-${interferences}`;
  db.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName !== command) return next(args);
      const call: Call = async (input) => (await next({ ...args, input })).output as Record<string, unknown>;
      return { response: {}, output: (await act(call, args.input as Input)) as never };
    },
    { step: 'initialize', priority: 'low', name },
  );
  return () => {
    db.middlewareStack.remove(name);
  };
}

/** Fails the next `times` calls of a command. Gives the number of calls since. */
function fail(db: DynamoDBDocumentClient, command: string, times: number, fault: () => Error): () => number {
  let calls = 0;
  interfere(db, command, async (call, input) => {
    calls += 1;
    if (calls <= times) throw fault();
    return call(input);
  });
  return () => calls;
}

/** Every call after the first `allowed` ones fails: the process stopped there. */
function stopAfter(db: DynamoDBDocumentClient, allowed: number): { end(): void } {
  let calls = 0;
  const name = `stop-${allowed}`;
  db.middlewareStack.add(
    (next) => async (args) => {
      calls += 1;
      if (calls > allowed) throw new Error('stopped');
      return next(args);
    },
    { step: 'initialize', priority: 'high', name },
  );
  return { end: () => db.middlewareStack.remove(name) };
}

/** The table does what was asked, but the answer to the next call gets lost on its way; the client then asks again by itself. */
function loseAnswer(db: DynamoDBDocumentClient, command: string): void {
  let lost = false;
  db.middlewareStack.add(
    (next, context) => async (args) => {
      const answer = await next(args);
      if (lost || context.commandName !== command) return answer;
      lost = true;
      throw Object.assign(new Error('socket hang up'), { name: 'TimeoutError', code: 'ECONNRESET' });
    },
    { step: 'deserialize', priority: 'high', name: `lost-${command}` },
  );
}

const cancelled = (...codes: string[]): TransactionCanceledException =>
  new TransactionCanceledException({
    message: 'cancelled',
    $metadata: {},
    CancellationReasons: codes.map((Code) => ({ Code })),
  });
