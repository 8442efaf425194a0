import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { parseSignalId, type SignalId } from '#shared/domain/ids.ts';

export type FollowChangesDeps = {
  readonly advance: (id: SignalId) => Promise<void>;
  readonly onFault: (id: SignalId, fault: unknown) => void;
  /** The time-to-live of the table removed a signal that our own purge should have removed a week before. */
  readonly onRemovedByTimeToLive: (id: SignalId) => void;
};

/**
 * Advances the signals that changed, each once per batch. A signal that fails is reported with the first of its records; the others of the batch
 * are done all the same. Lambda then gives the shard again from the first failed record on (`ReportBatchItemFailures`), a few times, while what
 * comes after waits: the sweep has that within the minute.
 */
export const followChanges =
  ({ advance, onFault, onRemovedByTimeToLive }: FollowChangesDeps) =>
  async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const firstRecords = new Map<SignalId, string>();
    for (const record of Records) {
      const id = idOf(record);
      if (!id) continue;
      if (isRemovedByTimeToLive(record)) onRemovedByTimeToLive(id);
      else if (record.eventName !== 'REMOVE' && !firstRecords.has(id))
        firstRecords.set(id, record.dynamodb?.SequenceNumber ?? '');
    }
    const failed: DynamoDBBatchResponse['batchItemFailures'] = [];
    await Promise.all(
      [...firstRecords].map(([id, itemIdentifier]) =>
        advance(id).catch((fault: unknown) => {
          onFault(id, fault);
          failed.push({ itemIdentifier });
        }),
      ),
    );
    return { batchItemFailures: failed };
  };

const idOf = ({ dynamodb }: DynamoDBRecord): SignalId | undefined => parseSignalId(dynamodb?.Keys?.['pk']?.S ?? '');

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/time-to-live-ttl-streams.html. An erasure record goes this way too, and should. */
const isRemovedByTimeToLive = ({
  eventName,
  userIdentity,
}: DynamoDBRecord & { userIdentity?: { principalId?: string } }): boolean =>
  eventName === 'REMOVE' && userIdentity?.principalId === 'dynamodb.amazonaws.com';
