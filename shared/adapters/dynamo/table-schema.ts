/**
 * Names of keys, indexes and time-to-live attributes: the one place that both the stacks and the stores read.
 * Keys are opaque (`pk` never says who or where): CloudTrail and throttling metrics show them.
 */
export const TABLES = {
  signals: {
    environment: 'SIGNALS_TABLE',
    partitionKey: 'pk',
    timeToLive: 'ttl',
    indexes: {
      /** Sparse and sharded: every live signal under its next moment. Keys only. */
      due: { name: 'due', partitionKey: 'dueShard', sortKey: 'nextAt', sortKeyType: 'N' },
      /** Work of one owner, most urgent first. Nothing personal is projected. */
      byOwner: { name: 'by-owner', partitionKey: 'ownerList', sortKey: 'listOrder', sortKeyType: 'N' },
      /** What a backup may take over; sparse. Nothing personal is projected. */
      byBackup: { name: 'by-backup', partitionKey: 'backupList', sortKey: 'listOrder', sortKeyType: 'N' },
      /** Signals at one address, under its HMAC; sparse. Keys only. */
      byAddress: { name: 'by-address', partitionKey: 'addressHash', sortKey: 'receivedAt', sortKeyType: 'N' },
      /** Open signals about which a mail does not arrive, most urgent first; sparse, so one partition is enough. Keys only. */
      byMailTrouble: { name: 'by-mail-trouble', partitionKey: 'mailTrouble', sortKey: 'listOrder', sortKeyType: 'N' },
      /** The signal that a letter is about, under the hash of its code; sparse. Keys only. */
      byLetter: { name: 'by-letter', partitionKey: 'letterHash', sortKey: 'receivedAt', sortKeyType: 'N' },
      /** What one owner has that is not ordinary: held, waiting for a choice, mail that fails; sparse. Keys only. */
      byAttention: { name: 'by-attention', partitionKey: 'attention', sortKey: 'listOrder', sortKeyType: 'N' },
      /** All signals, most urgent first; sharded, since they share it. Keys only. */
      byTown: { name: 'by-town', partitionKey: 'townList', sortKey: 'listOrder', sortKeyType: 'N' },
      /** Signals of one neighbourhood, whoever owns them, most urgent first. Keys only. */
      byArea: { name: 'by-area', partitionKey: 'areaList', sortKey: 'listOrder', sortKeyType: 'N' },
      /** Contacts that are planned for one member, the next one first; sparse. Keys only. */
      byVisitor: { name: 'by-visitor', partitionKey: 'visitorId', sortKey: 'visitAt', sortKeyType: 'N' },
      /** Signals with a request of the resident that nobody answered, first the one that has to be; sparse. Keys only. */
      byRequest: { name: 'by-request', partitionKey: 'requestList', sortKey: 'answerBefore', sortKeyType: 'N' },
    },
    /** The attributes that `by-owner` and `by-backup` project besides their keys; the other indexes hold keys only. */
    projected: ['status', 'neighbourhoodId', 'ownerId', 'deadline', 'practice'],
    /** What the public status page may read; `dynamodb:Attributes` in the grant holds exactly these. */
    statusAttributes: ['pk', 'status', 'expiresAt', 'quietUntil', 'kind'],
  },
  directory: { environment: 'DIRECTORY_TABLE', partitionKey: 'pk', sortKey: 'sk' },
  access: {
    environment: 'ACCESS_TABLE',
    partitionKey: 'pk',
    timeToLive: 'ttl',
    /** Sessions and passkeys of a member, whole. Codes have no `since`, so they are not in it. */
    indexes: { byMember: { name: 'by-member', partitionKey: 'memberId', sortKey: 'since', sortKeyType: 'N' } },
  },
  statistics: { environment: 'STATISTICS_TABLE', partitionKey: 'pk', sortKey: 'sk', timeToLive: 'ttl' },
  audit: {
    environment: 'AUDIT_TABLE',
    partitionKey: 'pk',
    sortKey: 'sk',
    timeToLive: 'ttl',
    /** What one member did in one month, whole: lines hold ids only. What the system did is not in it. */
    indexes: { byDoer: { name: 'by-doer', partitionKey: 'doerMonth', sortKey: 'at', sortKeyType: 'N' } },
  },
} as const;

/** A hot partition takes 1,000 writes a second (DynamoDB limit); four shards leave room on the worst day. */
export const SHARDS = ['0', '1', '2', '3'] as const;
