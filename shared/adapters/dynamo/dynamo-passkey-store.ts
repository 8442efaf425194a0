import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { PasskeyStore } from '#shared/ports/passkey-store.ts';
import {
  challengeFromRow,
  isPasskeyRow,
  passkeyEnd,
  passkeyFromRow,
  rowOfChallenge,
  rowOfPasskey,
} from './access-rows.ts';
import { whenConditionFails } from './conditional-write.ts';
import { challengeKey, passkeyKey } from './keys.ts';
import { rowsOfMember } from './rows-of-member.ts';

/** In the table of what lets people in: without backups, so that no restore brings a passkey back that was removed. */
export const dynamoPasskeyStore = (db: DynamoDBDocumentClient, TableName: string): PasskeyStore => ({
  async add(passkey) {
    const put = new PutCommand({
      TableName,
      Item: rowOfPasskey(passkey),
      ConditionExpression: 'attribute_not_exists(pk)',
    });
    return db.send(put).then(() => 'added' as const, whenConditionFails('taken'));
  },

  async passkey(id) {
    const { Item } = await db.send(new GetCommand({ TableName, Key: passkeyKey(id), ConsistentRead: true }));
    return Item && passkeyFromRow(Item);
  },

  /** The condition keeps an update from making a row: DynamoDB updates upsert. */
  async noteUse(id, counter, at) {
    const update = new UpdateCommand({
      TableName,
      Key: passkeyKey(id),
      UpdateExpression: 'SET #counter = :counter, lastUsedAt = :at, #ttl = :end',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeNames: { '#counter': 'counter', '#ttl': 'ttl' },
      ExpressionAttributeValues: { ':counter': counter, ':at': at, ':end': passkeyEnd(at) },
    });
    await db.send(update).then(() => undefined, whenConditionFails(undefined));
  },

  async remove(id, memberId) {
    const remove = new DeleteCommand({
      TableName,
      Key: passkeyKey(id),
      ConditionExpression: 'memberId = :memberId',
      ExpressionAttributeValues: { ':memberId': memberId },
    });
    return db.send(remove).then(() => 'removed' as const, whenConditionFails('not-found'));
  },

  async passkeysOf(memberId) {
    return (await rowsOfMember(db, TableName, memberId)).filter(isPasskeyRow).map(passkeyFromRow);
  },

  async putChallenge(holderHash, challenge, expiresAt) {
    await db.send(new PutCommand({ TableName, Item: rowOfChallenge(holderHash, challenge, expiresAt) }));
  },

  async takeChallenge(holderHash, now) {
    // The condition makes one of several who come at once the only one who gets it.
    const take = new DeleteCommand({
      TableName,
      Key: challengeKey(holderHash),
      ConditionExpression: 'attribute_exists(pk)',
      ReturnValues: 'ALL_OLD',
    });
    return db
      .send(take)
      .then(({ Attributes }) => Attributes && challengeFromRow(Attributes, now), whenConditionFails(undefined));
  },
});
