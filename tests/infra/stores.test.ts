import { describe, expect, it } from 'vitest';
import { production, propertiesOf, synthesise } from './synthesise.ts';

const demoData = synthesise().data;
const productionData = synthesise(production()).data;

const tables = (template: typeof demoData) =>
  Object.fromEntries(
    Object.entries(template.findResources('AWS::DynamoDB::GlobalTable')).map(([id, table]) => [
      id.replace(/Table[0-9A-F]{8}$/, ''),
      table,
    ]),
  );

const restorable = (days: number) => ({ PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: days });

describe('the stores', () => {
  it('are five tables, paid per request', () => {
    expect(
      Object.entries(tables(productionData)).map(([name, table]) => [name, table['Properties'].BillingMode]),
    ).toEqual([
      ['Signals', 'PAY_PER_REQUEST'],
      ['Directory', 'PAY_PER_REQUEST'],
      ['Access', 'PAY_PER_REQUEST'],
      ['Statistics', 'PAY_PER_REQUEST'],
      ['Audit', 'PAY_PER_REQUEST'],
    ]);
  });

  it('can be put back for exactly as long as what they hold may stay', () => {
    const recovery = Object.entries(tables(productionData)).map(([name, table]) => [
      name,
      table['Properties'].Replicas[0].PointInTimeRecoverySpecification,
    ]);
    expect(recovery).toEqual([
      ['Signals', restorable(7)],
      ['Directory', restorable(35)],
      ['Access', undefined],
      ['Statistics', restorable(35)],
      ['Audit', restorable(35)],
    ]);
  });

  it('forget by themselves, except the directory', () => {
    const timeToLive = Object.entries(tables(productionData)).map(([name, table]) => [
      name,
      table['Properties'].TimeToLiveSpecification,
    ]);
    const byTtl = { AttributeName: 'ttl', Enabled: true };
    expect(timeToLive).toEqual([
      ['Signals', byTtl],
      ['Directory', undefined],
      ['Access', byTtl],
      ['Statistics', byTtl],
      ['Audit', byTtl],
    ]);
  });

  it('survive the removal of their stack in production', () => {
    for (const table of Object.values(tables(productionData))) {
      expect(table['DeletionPolicy']).toBe('Retain');
      expect(table['UpdateReplacePolicy']).toBe('Retain');
      expect(table['Properties'].Replicas[0].DeletionProtectionEnabled).toBe(true);
    }
    for (const type of ['AWS::KMS::Key', 'AWS::SecretsManager::Secret']) {
      for (const resource of Object.values(productionData.findResources(type))) {
        expect(resource['DeletionPolicy']).toBe('Retain');
      }
    }
  });

  it('leave nothing behind after a demo', () => {
    for (const type of ['AWS::DynamoDB::GlobalTable', 'AWS::KMS::Key', 'AWS::SecretsManager::Secret']) {
      for (const resource of Object.values(demoData.findResources(type))) {
        expect(resource['DeletionPolicy']).toBe('Delete');
        expect(resource['Properties'].Replicas?.[0].DeletionProtectionEnabled ?? false).toBe(false);
      }
    }
  });

  it('keep their logical ids: another one would make CloudFormation replace a table full of signals', () => {
    const stateful = ['AWS::DynamoDB::GlobalTable', 'AWS::KMS::Key', 'AWS::SecretsManager::Secret'];
    expect(stateful.flatMap((type) => Object.keys(productionData.findResources(type)))).toEqual([
      'SignalsTable89526324',
      'DirectoryTableD64E6930',
      'AccessTable860AC5FC',
      'StatisticsTable770A2366',
      'AuditTable18A3095C',
      'SignalsKey54D6BB59',
      'HashSecret194C9787',
    ]);
  });
});

describe('the audit trail', () => {
  const audit = tables(demoData)['Audit']?.['Properties'];

  it('has one index, of who did what in a month, with whole lines: they hold ids only', () => {
    expect(
      audit.GlobalSecondaryIndexes.map((index: { IndexName: string; Projection: object; KeySchema: object }) => [
        index.IndexName,
        index.KeySchema,
        index.Projection,
      ]),
    ).toEqual([['by-doer', keys('doerMonth', 'at'), { ProjectionType: 'ALL' }]]);
  });
});

describe('the table of signals', () => {
  const signals = tables(demoData)['Signals']?.['Properties'];

  it('is encrypted with a key of its own that rotates', () => {
    expect(signals.SSESpecification).toEqual({ SSEEnabled: true, SSEType: 'KMS' });
    expect(signals.Replicas[0].SSESpecification).toEqual({
      KMSMasterKeyId: { 'Fn::GetAtt': ['SignalsKey54D6BB59', 'Arn'] },
    });
    expect(propertiesOf(demoData, 'AWS::KMS::Key').map(({ properties }) => properties.EnableKeyRotation)).toEqual([
      true,
    ]);
  });

  it('tells its stream which signal changed, and nothing of what is in it', () => {
    expect(signals.StreamSpecification).toEqual({ StreamViewType: 'KEYS_ONLY' });
  });

  it('projects nothing personal into its indexes', () => {
    const lists = {
      NonKeyAttributes: ['status', 'neighbourhoodId', 'ownerId', 'deadline', 'practice'],
      ProjectionType: 'INCLUDE',
    };
    expect(
      signals.GlobalSecondaryIndexes.map((index: { IndexName: string; Projection: object; KeySchema: object }) => [
        index.IndexName,
        index.KeySchema,
        index.Projection,
      ]),
    ).toEqual([
      ['due', keys('dueShard', 'nextAt'), { ProjectionType: 'KEYS_ONLY' }],
      ['by-owner', keys('ownerList', 'listOrder'), lists],
      ['by-backup', keys('backupList', 'listOrder'), lists],
      ['by-address', keys('addressHash', 'receivedAt'), { ProjectionType: 'KEYS_ONLY' }],
      ['by-mail-trouble', keys('mailTrouble', 'listOrder'), { ProjectionType: 'KEYS_ONLY' }],
      ['by-letter', keys('letterHash', 'receivedAt'), { ProjectionType: 'KEYS_ONLY' }],
      ['by-attention', keys('attention', 'listOrder'), { ProjectionType: 'KEYS_ONLY' }],
      ['by-town', keys('townList', 'listOrder'), { ProjectionType: 'KEYS_ONLY' }],
      ['by-area', keys('areaList', 'listOrder'), { ProjectionType: 'KEYS_ONLY' }],
      ['by-visitor', keys('visitorId', 'visitAt'), { ProjectionType: 'KEYS_ONLY' }],
      ['by-request', keys('requestList', 'answerBefore'), { ProjectionType: 'KEYS_ONLY' }],
    ]);
    expect(signals.AttributeDefinitions).toEqual([
      { AttributeName: 'pk', AttributeType: 'S' },
      { AttributeName: 'dueShard', AttributeType: 'S' },
      { AttributeName: 'nextAt', AttributeType: 'N' },
      { AttributeName: 'ownerList', AttributeType: 'S' },
      { AttributeName: 'listOrder', AttributeType: 'N' },
      { AttributeName: 'backupList', AttributeType: 'S' },
      { AttributeName: 'addressHash', AttributeType: 'S' },
      { AttributeName: 'receivedAt', AttributeType: 'N' },
      { AttributeName: 'mailTrouble', AttributeType: 'S' },
      { AttributeName: 'letterHash', AttributeType: 'S' },
      { AttributeName: 'attention', AttributeType: 'S' },
      { AttributeName: 'townList', AttributeType: 'S' },
      { AttributeName: 'areaList', AttributeType: 'S' },
      { AttributeName: 'visitorId', AttributeType: 'S' },
      { AttributeName: 'visitAt', AttributeType: 'N' },
      { AttributeName: 'requestList', AttributeType: 'S' },
      { AttributeName: 'answerBefore', AttributeType: 'N' },
    ]);
  });
});

describe('the key of the hashes', () => {
  it('is made by AWS, long, and nowhere in the template', () => {
    expect(
      propertiesOf(demoData, 'AWS::SecretsManager::Secret').map(({ properties }) => properties.GenerateSecretString),
    ).toEqual([{ ExcludePunctuation: true, PasswordLength: 64 }]);
  });
});

const keys = (partition: string, sort: string) => [
  { AttributeName: partition, KeyType: 'HASH' },
  { AttributeName: sort, KeyType: 'RANGE' },
];
