import { randomUUID } from 'node:crypto';
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { AccessStore } from '#shared/ports/access-store.ts';
import {
  codeFromRow,
  isSessionRow,
  knownBrowserFromRow,
  rowOfCode,
  rowOfKnownBrowser,
  rowOfSession,
  sessionFromRow,
} from './access-rows.ts';
import { putIf, transact, whenConditionFails } from './conditional-write.ts';
import { codeKey, knownBrowserKey, onceKey, sessionKey } from './keys.ts';
import { rowsOfMember } from './rows-of-member.ts';

export const dynamoAccessStore = (db: DynamoDBDocumentClient, TableName: string): AccessStore => ({
  async putCode(code) {
    await db.send(new PutCommand({ TableName, Item: rowOfCode(code) }));
  },

  /** The try is gone before anybody compares a code, in one write: parallel guesses cannot share it. */
  async takeTry(browserHash, now) {
    const update = new UpdateCommand({
      TableName,
      Key: codeKey(browserHash),
      UpdateExpression: 'SET triesLeft = triesLeft - :one',
      ConditionExpression: 'triesLeft >= :one AND #ttl > :now',
      ExpressionAttributeNames: { '#ttl': 'ttl' },
      ExpressionAttributeValues: { ':one': 1, ':now': now },
      ReturnValues: 'ALL_OLD',
    });
    return db.send(update).then(({ Attributes }) => codeFromRow(Attributes), whenConditionFails(undefined));
  },

  async removeCode(browserHash) {
    await db.send(new DeleteCommand({ TableName, Key: codeKey(browserHash) }));
  },

  async putKnownBrowser(browserHash, memberId, removeAt) {
    await db.send(new PutCommand({ TableName, Item: rowOfKnownBrowser(browserHash, memberId, removeAt) }));
  },

  async knownBrowser(browserHash, now) {
    const { Item } = await db.send(new GetCommand({ TableName, Key: knownBrowserKey(browserHash) }));
    return Item && knownBrowserFromRow(Item, now);
  },

  async putSession(session) {
    await db.send(new PutCommand({ TableName, Item: rowOfSession(session) }));
  },

  async replaceSession(idHash, session) {
    const outcome = await transact(db, [
      { Delete: { TableName, Key: sessionKey(idHash), ConditionExpression: 'attribute_exists(pk)' } },
      { Put: { TableName, Item: rowOfSession(session) } },
    ]);
    return outcome === 'written' ? 'replaced' : 'gone';
  },

  async session(idHash, now) {
    const { Item } = await db.send(new GetCommand({ TableName, Key: sessionKey(idHash), ConsistentRead: true }));
    const session = Item && sessionFromRow(Item);
    return session && now < session.expiresAt ? session : undefined;
  },

  /** The condition keeps an update from making a row (DynamoDB updates upsert) and time from running backwards. */
  async touchSession(idHash, now) {
    const update = new UpdateCommand({
      TableName,
      Key: sessionKey(idHash),
      UpdateExpression: 'SET lastUsedAt = :now',
      ConditionExpression: 'lastUsedAt < :now',
      ExpressionAttributeValues: { ':now': now },
    });
    await db.send(update).then(() => undefined, whenConditionFails(undefined));
  },

  async removeSession(idHash) {
    await db.send(new DeleteCommand({ TableName, Key: sessionKey(idHash) }));
  },

  async sessionsOf(memberId, now) {
    const rows = await rowsOfMember(db, TableName, memberId);
    return rows
      .filter(isSessionRow)
      .map(sessionFromRow)
      .filter(({ expiresAt }) => now < expiresAt)
      .reverse();
  },

  /** The token tells a caller whose first answer was lost that the row which refuses the second try is its own. */
  async once(key, removeAt) {
    const token = randomUUID();
    const outcome = await putIf(db, {
      TableName,
      Item: { ...onceKey(key), token, ttl: removeAt },
      ConditionExpression: 'attribute_not_exists(pk)',
    });
    return outcome.kind === 'written' || onceRow.parse(outcome.there).token === token;
  },

  /** Rows outlive their `ttl` by days, so its value decides, not whether the row is there. */
  async lease(key, now, until) {
    const token = randomUUID();
    const outcome = await putIf(db, {
      TableName,
      Item: { ...onceKey(key), token, ttl: until },
      ConditionExpression: 'attribute_not_exists(pk) OR #ttl <= :now',
      ExpressionAttributeNames: { '#ttl': 'ttl' },
      ExpressionAttributeValues: { ':now': now },
    });
    return outcome.kind === 'written' || onceRow.parse(outcome.there).token === token;
  },

  async spend(key, removeAt) {
    await db.send(new PutCommand({ TableName, Item: { ...onceKey(key), token: randomUUID(), ttl: removeAt } }));
  },
});

const onceRow = z.object({ token: z.string() });
