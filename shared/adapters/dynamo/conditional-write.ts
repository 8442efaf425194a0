import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  PutCommand,
  type PutCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { pauseAfter } from './pause.ts';

/** A transaction that meets another one is cancelled, and the SDK does not try again by itself. Five tries last half a second at most. */
const MAX_TRIES = 5;

export type PutOutcome =
  | { readonly kind: 'written' }
  /** The condition did not hold. `there` is the row that stands under the key. */
  | { readonly kind: 'refused'; readonly there: unknown };

/**
 * Puts one row if its condition holds. When an answer is lost, the SDK asks again and may then be refused by its own first write: callers
 * take `refused` as "look again", never as "somebody else".
 */
export async function putIf(db: DynamoDBDocumentClient, input: PutCommandInput): Promise<PutOutcome> {
  const command = new PutCommand({ ...input, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' });
  for (let tries = 1; ; tries += 1) {
    try {
      await db.send(command);
      return { kind: 'written' };
    } catch (fault) {
      // The document client leaves rows inside errors as they came.
      if (fault instanceof ConditionalCheckFailedException)
        return { kind: 'refused', there: fault.Item && unmarshall(fault.Item) };
      if (!(fault instanceof TransactionConflictException) || tries === MAX_TRIES) throw fault;
      await pauseAfter(tries);
    }
  }
}

type Writes = NonNullable<TransactWriteCommandInput['TransactItems']>;

/**
 * All writes or none. `refused`: the condition of the FIRST one (or of one of the first `guards`) did not hold, or other transactions on the same rows won time and again.
 * A lost answer is harmless here: the SDK gives every request a token and repeats it with the same one, which DynamoDB honours for ten
 * minutes (API_TransactWriteItems, ClientRequestToken).
 */
export async function transact(db: DynamoDBDocumentClient, writes: Writes, guards = 1): Promise<'written' | 'refused'> {
  for (let tries = 1; ; tries += 1) {
    try {
      await db.send(new TransactWriteCommand({ TransactItems: writes }));
      return 'written';
    } catch (fault) {
      if (!(fault instanceof TransactionCanceledException)) throw fault;
      const codes = (fault.CancellationReasons ?? []).map(({ Code }) => Code);
      if (codes.slice(0, guards).includes('ConditionalCheckFailed')) return 'refused';
      if (!collided(codes)) throw fault;
      if (tries === MAX_TRIES) return 'refused';
      await pauseAfter(tries);
    }
  }
}

/** Cancelled by another transaction and by nothing else. Any other reason (throttling, a row too large) is a fault. */
const collided = (codes: readonly (string | undefined)[]): boolean =>
  codes.includes('TransactionConflict') && codes.every((code) => code === 'TransactionConflict' || code === 'None');

/** Turns a condition that did not hold into an outcome; any other fault stays one. */
export const whenConditionFails =
  <T>(outcome: T) =>
  (fault: unknown): T => {
    if (fault instanceof ConditionalCheckFailedException) return outcome;
    throw fault;
  };
