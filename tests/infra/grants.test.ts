import { describe, expect, it } from 'vitest';
import { TABLES } from '#shared/adapters/dynamo/table-schema.ts';
import { conditionOf, grantsOf } from './grants.ts';
import { demo, propertiesOf, synthesise } from './synthesise.ts';

const { data, service } = synthesise();

const WRITE_LOGS = ['logs:CreateLogStream', 'logs:PutLogEvents'];
const LOOK_UP = ['dynamodb:GetItem', 'dynamodb:Query'];
const READ_KEY = ['kms:Decrypt (if)', 'kms:DescribeKey (if)'];
const WRITE_KEY = [
  ...READ_KEY,
  'kms:Encrypt (if)',
  'kms:GenerateDataKey (if)',
  'kms:GenerateDataKeyWithoutPlaintext (if)',
  'kms:ReEncryptFrom (if)',
  'kms:ReEncryptTo (if)',
];
const SEND_TO_QUEUE = ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:SendMessage'];
const SEND_MAIL = {
  'mail configuration set': ['ses:SendEmail (if)'],
  'mail identity rotterdam.example': ['ses:SendEmail (if)'],
};
const ADVANCE = {
  'own logs': WRITE_LOGS,
  'Signals key': WRITE_KEY,
  'Signals index by-letter': ['dynamodb:Query'],
  Directory: LOOK_UP,
  Statistics: ['dynamodb:PutItem'],
  Audit: ['dynamodb:PutItem'],
  HashSecret: ['secretsmanager:GetSecretValue'],
  RegisterKeys: ['secretsmanager:GetSecretValue'],
  ...SEND_MAIL,
  'own schedules': ['scheduler:CreateSchedule'],
  'schedule role': ['iam:PassRole (if)'],
};

describe('the rights of the functions, exactly', () => {
  it('lets the public form add a signal, read a status, find a route, sign and count', () => {
    expect(grantsOf(service, 'Report')).toEqual({
      'own logs': WRITE_LOGS,
      Signals: ['dynamodb:GetItem (if)', 'dynamodb:PutItem'],
      'Signals key': WRITE_KEY,
      Directory: ['dynamodb:GetItem (if)'],
      Statistics: ['dynamodb:UpdateItem (if)'],
      Access: ['dynamodb:UpdateItem (if)'],
    });
  });

  it('lets nobody read keys of registers where none is asked', () => {
    const { registers: _none, ...without } = demo();
    const alone = synthesise(without).service;
    const { RegisterKeys: _keys, ...others } = grantsOf(service, 'SignalChanges');
    expect(grantsOf(alone, 'SignalChanges')).toEqual(others);
    expect(propertiesOf(alone, 'AWS::SecretsManager::Secret')).toEqual([]);
  });

  it('lets the public form read routes, places and own words, and nobody of the directory', () => {
    expect(conditionOf(service, 'Report', 'dynamodb:GetItem', 'Directory')).toEqual({
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['routes', 'routes#*', 'locations', 'settings'] },
      Null: { 'dynamodb:LeadingKeys': 'false' },
    });
  });

  it('lets the public form change counters and nothing else of the statistics', () => {
    expect(conditionOf(service, 'Report', 'dynamodb:UpdateItem', 'Statistics')).toEqual({
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['counter#*'] },
      Null: { 'dynamodb:LeadingKeys': 'false' },
    });
  });

  it('lets the public form make and read its own keys and nothing else of who may come in', () => {
    expect(conditionOf(service, 'Report', 'dynamodb:UpdateItem', 'Access')).toEqual({
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['form-key#*'] },
      Null: { 'dynamodb:LeadingKeys': 'false' },
    });
  });

  it('lets the public form read the attributes of a status and nothing else of a signal', () => {
    expect(conditionOf(service, 'Report', 'dynamodb:GetItem', 'Signals')).toEqual({
      'ForAllValues:StringEquals': { 'dynamodb:Attributes': [...TABLES.signals.statusAttributes] },
      StringEqualsIfExists: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' },
      Null: { 'dynamodb:Attributes': 'false' },
    });
  });

  it('lets the console work with signals, sessions and mail', () => {
    expect(grantsOf(service, 'Console')).toEqual({
      'own logs': WRITE_LOGS,
      Signals: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem'],
      'Signals index by-owner': ['dynamodb:Query'],
      'Signals index by-attention': ['dynamodb:Query'],
      'Signals index by-town': ['dynamodb:Query'],
      'Signals index by-area': ['dynamodb:Query'],
      'Signals index by-visitor': ['dynamodb:Query'],
      'Signals index by-request': ['dynamodb:Query'],
      'Signals index by-backup': ['dynamodb:Query'],
      'Signals index by-address': ['dynamodb:Query'],
      'Signals index by-mail-trouble': ['dynamodb:Query'],
      'Signals index due': ['dynamodb:Query'],
      'Signals key': WRITE_KEY,
      Directory: [
        ...LOOK_UP,
        'dynamodb:BatchWriteItem (if)',
        'dynamodb:DeleteItem (if)',
        'dynamodb:PutItem (if)',
      ].sort(),
      Access: [
        'dynamodb:BatchGetItem (if)',
        'dynamodb:DeleteItem',
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
      ],
      'Access index by-member': ['dynamodb:Query'],
      Statistics: ['dynamodb:PutItem', 'dynamodb:Query (if)'],
      Audit: ['dynamodb:PutItem', 'dynamodb:Query'],
      'Audit index by-doer': ['dynamodb:Query'],
      HashSecret: ['secretsmanager:GetSecretValue'],
      ...SEND_MAIL,
    });
  });

  it('lets the console read facts and counters, and write the directory by its own keys', () => {
    expect(conditionOf(service, 'Console', 'dynamodb:Query', 'Statistics')).toEqual({
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['facts#*', 'counter#*', 'practices'] },
      Null: { 'dynamodb:LeadingKeys': 'false' },
    });
    expect(conditionOf(service, 'Console', 'dynamodb:PutItem', 'Directory')).toEqual({
      'ForAllValues:StringLike': {
        'dynamodb:LeadingKeys': [
          'partners',
          'neighbourhoods',
          'members',
          'locations',
          'directory',
          'routes',
          'routes#*',
          'settings',
        ],
      },
      Null: { 'dynamodb:LeadingKeys': 'false' },
    });
  });

  it('lets the stream function advance signals', () => {
    expect(grantsOf(service, 'SignalChanges')).toEqual({
      ...ADVANCE,
      Signals: ['dynamodb:DeleteItem', 'dynamodb:GetItem', 'dynamodb:PutItem'],
      'Signals stream': ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
      everything: ['dynamodb:ListStreams'],
      MissedChanges: SEND_TO_QUEUE,
    });
  });

  it('lets the clock advance signals, find those that are due and do its daily work once', () => {
    expect(grantsOf(service, 'Clock')).toEqual({
      ...ADVANCE,
      Signals: ['dynamodb:BatchGetItem', 'dynamodb:DeleteItem', 'dynamodb:GetItem', 'dynamodb:PutItem'],
      'Signals index due': ['dynamodb:Query'],
      'Signals index by-owner': ['dynamodb:Query'],
      Statistics: ['dynamodb:PutItem', 'dynamodb:Query (if)'],
      Access: ['dynamodb:BatchGetItem (if)', 'dynamodb:PutItem'],
      MissedWakeUps: SEND_TO_QUEUE,
    });
  });

  it('lets the mail function record on signals and of mailboxes, and nothing else', () => {
    expect(grantsOf(service, 'MailFeedback')).toEqual({
      'own logs': WRITE_LOGS,
      Signals: ['dynamodb:GetItem', 'dynamodb:PutItem'],
      'Signals key': WRITE_KEY,
      Access: ['dynamodb:UpdateItem (if)'],
      MissedMailEvents: SEND_TO_QUEUE,
    });
  });

  it('lets the mail function note mailboxes and nothing else of who may come in, the console read how the system does, and the clock what it did', () => {
    const under = (...keys: string[]) => ({
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys },
      Null: { 'dynamodb:LeadingKeys': 'false' },
    });
    expect(conditionOf(service, 'MailFeedback', 'dynamodb:UpdateItem', 'Access')).toEqual(under('mailbox#*'));
    expect(conditionOf(service, 'Console', 'dynamodb:BatchGetItem', 'Access')).toEqual(under('watch#*', 'mailbox#*'));
    expect(conditionOf(service, 'Clock', 'dynamodb:BatchGetItem', 'Access')).toEqual(under('watch#*'));
  });

  it('lets schedules call the clock and set aside what fails', () => {
    expect(grantsOf(service, 'WakeUps')).toEqual({
      'function Omzien-demo-Clock': ['lambda:InvokeFunction'],
      MissedWakeUps: ['sqs:SendMessage'],
    });
  });

  it('lets a function use the key of the signals through DynamoDB only', () => {
    for (const role of ['Report', 'Console', 'SignalChanges', 'Clock', 'MailFeedback']) {
      expect(conditionOf(service, role, 'kms:Decrypt', 'Signals key')).toEqual({
        StringEquals: { 'kms:ViaService': 'dynamodb.eu-central-1.amazonaws.com' },
      });
    }
  });

  it('lets nobody send mail in another name', () => {
    for (const role of ['Console', 'SignalChanges', 'Clock']) {
      expect(conditionOf(service, role, 'ses:SendEmail', 'mail configuration set')).toEqual({
        StringEquals: { 'ses:FromAddress': 'omzien@rotterdam.example' },
      });
    }
  });

  it('hands the role of schedules to the scheduler only', () => {
    for (const role of ['SignalChanges', 'Clock']) {
      expect(conditionOf(service, role, 'iam:PassRole', 'schedule role')).toEqual({
        StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' },
      });
    }
  });

  it('has no other roles and no managed policies', () => {
    const roles = propertiesOf(service, 'AWS::IAM::Role');
    expect(roles.map(({ id }) => id.replace(/Role[0-9A-F]{8}$/, '')).sort()).toEqual([
      'Clock',
      'Console',
      'MailFeedback',
      'Report',
      'SignalChanges',
      'WakeUps',
    ]);
    expect(roles.flatMap(({ properties }) => properties.ManagedPolicyArns ?? [])).toEqual([]);
  });

  it('gives nobody a right in the stack of the stores', () => {
    expect(propertiesOf(data, 'AWS::IAM::Policy')).toEqual([]);
    expect(propertiesOf(data, 'AWS::IAM::Role')).toEqual([]);
  });
});
