import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RUNBOOK_HEADINGS } from '#shared/domain/runbook.ts';
import { DIFFERENCES, METRICS } from '#shared/runtime/metrics.ts';
import type { UserAlarmProps } from '../../infra/constructs/user-alarm.ts';
import { production, propertiesOf, synthesise } from './synthesise.ts';

const { service } = synthesise();
const alarms = propertiesOf(service, 'AWS::CloudWatch::Alarm').map(({ properties }) => properties);
const dimensionsOf = (name: string) =>
  alarms.flatMap(({ MetricName, Dimensions }) =>
    (Dimensions ?? []).filter(() => MetricName === name).map(({ Value }: { Value: unknown }) => JSON.stringify(Value)),
  );
const referencesTo = (type: string, reference: (id: string) => object) =>
  propertiesOf(service, type).map(({ id }) => JSON.stringify(reference(id)));

const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8');
const [ofAlarms = ''] = runbook.split(/^## Log codes$/m);
/** As GitHub makes an anchor of a heading. */
const anchors = [...ofAlarms.matchAll(/^## (.+)$/gm)].map(
  ([, heading]) =>
    heading
      ?.toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-') ?? '',
);

describe('what is watched', () => {
  it('is every function, for its errors', () => {
    const functions = referencesTo('AWS::Lambda::Function', (id) => ({ Ref: id }));
    expect(functions).toHaveLength(5);
    expect(dimensionsOf('Errors').sort()).toEqual(functions.sort());
  });

  it('is every queue, for anything that waits in it', () => {
    const queues = referencesTo('AWS::SQS::Queue', (id) => ({ 'Fn::GetAtt': [id, 'QueueName'] }));
    expect(queues).toHaveLength(3);
    expect(dimensionsOf('ApproximateNumberOfMessagesVisible').sort()).toEqual(queues.sort());
  });

  it('is the age of the stream, the silence of the clock, faults of the API and what the functions count', () => {
    const others = alarms
      .filter(({ MetricName }) => !['Errors', 'ApproximateNumberOfMessagesVisible'].includes(MetricName))
      .map(({ MetricName, Namespace, ComparisonOperator, Threshold, TreatMissingData }) =>
        [Namespace, MetricName, ComparisonOperator, Threshold, TreatMissingData].join(' '),
      );
    expect(others.sort()).toEqual([
      'AWS/ApiGateway 5xx GreaterThanOrEqualToThreshold 1 notBreaching',
      'AWS/Lambda IteratorAge GreaterThanOrEqualToThreshold 300000 notBreaching',
      'Omzien ChangeFailed GreaterThanOrEqualToThreshold 5 notBreaching',
      'Omzien FactsLost GreaterThanOrEqualToThreshold 1 notBreaching',
      'Omzien MailNotHandedOver GreaterThanOrEqualToThreshold 3 notBreaching',
      'Omzien SignalGoneEarly GreaterThanOrEqualToThreshold 1 notBreaching',
      'Omzien SignalLost GreaterThanOrEqualToThreshold 1 notBreaching',
      'Omzien SignalReturned GreaterThanOrEqualToThreshold 1 notBreaching',
      'Omzien SignalUnrecorded GreaterThanOrEqualToThreshold 1 notBreaching',
      'Omzien SweepFailed GreaterThanOrEqualToThreshold 5 notBreaching',
      'Omzien Swept LessThanThreshold 1 breaching',
      'Omzien TtlRemovedSignal GreaterThanOrEqualToThreshold 1 notBreaching',
    ]);
  });

  it('is everything that the functions count, under the name of the function that does', () => {
    const reportedBy = (name: string) =>
      propertiesOf(service, 'AWS::Lambda::Function').flatMap(({ id, properties }) =>
        id.startsWith(name) ? [JSON.stringify(properties.Environment.Variables.POWERTOOLS_SERVICE_NAME)] : [],
      );
    const ofStream: readonly string[] = [METRICS.removedByTimeToLive, METRICS.changeFailed];
    for (const name of [...Object.values(METRICS), ...Object.values(DIFFERENCES)])
      expect([name, ...dimensionsOf(name)]).toEqual([
        name,
        ...reportedBy(ofStream.includes(name) ? 'SignalChanges' : 'Clock'),
      ]);
  });

  it('is the clock by its sweeps that ended, not by its calls: a schedule or an alarm calls it too', () => {
    const [{ alarm } = { alarm: undefined }] = alarms.flatMap((alarm) =>
      alarm.AlarmName.endsWith('/the-clock-stands-still') ? [{ alarm }] : [],
    );
    expect([alarm?.MetricName, alarm?.Period, alarm?.Statistic]).toEqual(['Swept', 600, 'Sum']);
  });

  it('keeps its logical ids: CloudFormation cannot make a second of the same name before the first is gone', () => {
    const named = ['AWS::CloudWatch::Alarm', 'AWS::Lambda::Function'].flatMap((type) =>
      propertiesOf(service, type).filter(({ properties }) => properties.AlarmName ?? properties.FunctionName),
    );
    expect(named.map(({ id }) => id).sort()).toEqual([
      'ChangesFailAlarmACC3F3C9',
      'ChangesRunBehindAlarmDB046647',
      'ClockErrorsAlarm05220D8C',
      'ClockFunction8159F1BF',
      'ClockStandsStillAlarm48A92F14',
      'ConsoleErrorsAlarm655F31BA',
      'FactsLostAlarm417EBCF6',
      'MailFeedbackErrorsAlarm5EAF975B',
      'MailStandsAlarm0BBEAE09',
      'MissedChangesWaitingAlarmEFCC1B79',
      'MissedMailEventsWaitingAlarm7FFC70B6',
      'MissedWakeUpsWaitingAlarmD0233DA5',
      'PublicApiFaultsAlarmD4032B6C',
      'RemovedByTimeToLiveAlarmD96F8643',
      'ReportErrorsAlarm8E7C1961',
      'SignalChangesErrorsAlarm4F90931D',
      'SignalGoneEarlyAlarm2C1518DE',
      'SignalLostAlarmE65BD7F9',
      'SignalReturnedAlarm20DF7D7E',
      'SignalUnrecordedAlarm00D705B9',
      'SignalsStuckAlarm651FF6C0',
    ]);
  });

  it('is told to the page of the coordinator, by the heading in its name', () => {
    for (const { AlarmName, AlarmDescription } of alarms)
      expect(AlarmName).toBe(`Omzien-demo-Service/${/#(.+)$/.exec(AlarmDescription)?.[1]}`);
    const rules = propertiesOf(service, 'AWS::Events::Rule').filter(({ properties }) =>
      properties.EventPattern.source.includes('aws.cloudwatch'),
    );
    expect(rules.map(({ properties }) => properties.EventPattern)).toEqual([
      {
        source: ['aws.cloudwatch'],
        'detail-type': ['CloudWatch Alarm State Change'],
        detail: { alarmName: [{ prefix: 'Omzien-demo-Service/' }] },
      },
    ]);
    const [target] = rules[0]?.properties.Targets ?? [];
    expect(target.InputTransformer).toEqual({
      InputPathsMap: {
        'detail-alarmName': '$.detail.alarmName',
        'detail-state-value': '$.detail.state.value',
        time: '$.time',
      },
      InputTemplate: '{"job":"alarm","name":<detail-alarmName>,"state":<detail-state-value>,"at":<time>}',
    });
    expect(JSON.stringify(target.DeadLetterConfig)).toContain('MissedWakeUps');
  });

  it('reaches the operator', () => {
    const topics = propertiesOf(service, 'AWS::SNS::Topic').map(({ id }) => [{ Ref: id }]);
    expect(topics).toHaveLength(1);
    expect(alarms.map(({ AlarmActions }) => AlarmActions)).toEqual(alarms.map(() => topics[0]));
    const subscriptions = propertiesOf(synthesise(production()).service, 'AWS::SNS::Subscription');
    expect(subscriptions.map(({ properties }) => [properties.Protocol, properties.Endpoint])).toEqual([
      ['email', 'beheer@rotterdam.nl'],
    ]);
  });

  it('tells CloudWatch how to use the key of the topic, which AWS does not do for its own key', () => {
    const [key] = propertiesOf(service, 'AWS::KMS::Key');
    const [, forCloudWatch] = key?.properties.KeyPolicy.Statement ?? [];
    expect(forCloudWatch).toEqual({
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Condition: { StringEquals: { 'aws:SourceAccount': '000000000000' } },
      Effect: 'Allow',
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Resource: '*',
    });
  });
});

describe('the runbook', () => {
  const links = alarms.map(
    ({ AlarmDescription }) => /^[A-Z].+[.] docs\/runbook\.md#([a-z-]+)$/.exec(AlarmDescription)?.[1],
  );

  it('has a heading for every alarm, and every alarm a heading of its own', () => {
    expect([...links].sort()).toEqual([...anchors].sort());
    expect([...links].sort()).toEqual([...RUNBOOK_HEADINGS].sort());
  });

  it('cannot be misspelt by an alarm', () => {
    // @ts-expect-error no such heading
    const misspelt: UserAlarmProps['runbook'] = 'the-from-fails';
    expect(RUNBOOK_HEADINGS).not.toContain(misspelt);
  });

  it('says under every heading what a user notices, where to look and what to do', () => {
    const sections = ofAlarms.split(/^## .+$/m).slice(1);
    expect(sections).toHaveLength(anchors.length);
    for (const section of sections) {
      expect(section.match(/\*\*(What a user notices|Look here|Do this)\*\*/g)).toEqual([
        '**What a user notices**',
        '**Look here**',
        '**Do this**',
      ]);
    }
  });
});

describe('what the runbook says of numbers', () => {
  it('is how often a bad record is tried again', () => {
    const [mapping] = propertiesOf(service, 'AWS::Lambda::EventSourceMapping').map(({ properties }) => properties);
    const said = /tried again (\w+) times and then set aside/.exec(runbook)?.[1] ?? '';
    expect(['none', 'one', 'two', 'three', 'four', 'five'].indexOf(said)).toBe(mapping?.MaximumRetryAttempts);
  });
});

describe('what is kept of the work', () => {
  it('are logs of a week, and of three days for who came to the API', () => {
    const logs = Object.entries(service.findResources('AWS::Logs::LogGroup')).map(([id, group]) => [
      id.replace(/[0-9A-F]{8}$/, ''),
      group['Properties'].RetentionInDays,
    ]);
    expect(logs.sort()).toEqual([
      ['ClockLogs', 7],
      ['ConsoleLogs', 7],
      ['MailFeedbackLogs', 7],
      ['PublicApiAccessLogs', 3],
      ['ReportLogs', 7],
      ['SignalChangesLogs', 7],
    ]);
  });

  it('goes to those logs and to no other', () => {
    const written = propertiesOf(service, 'AWS::Lambda::Function').map(({ properties }) => properties.LoggingConfig);
    expect(written.map((config) => /^(\w+?)Logs/.exec(config.LogGroup.Ref)?.[1])).toEqual(
      propertiesOf(service, 'AWS::Lambda::Function').map(({ id }) => id.replace(/Function[0-9A-F]{8}$/, '')),
    );
  });

  it('are failures of a week, encrypted and over TLS only', () => {
    for (const { properties } of propertiesOf(service, 'AWS::SQS::Queue')) {
      expect(properties.MessageRetentionPeriod).toBe(7 * 86_400);
      expect(properties.SqsManagedSseEnabled).toBe(true);
    }
  });

  it('never says who came or about which signal', () => {
    const [stage] = propertiesOf(service, 'AWS::ApiGatewayV2::Stage');
    expect(JSON.parse(stage?.properties.AccessLogSettings.Format)).toEqual({
      requestId: '$context.requestId',
      time: '$context.requestTime',
      route: '$context.routeKey',
      status: '$context.status',
      latency: '$context.responseLatency',
      fault: '$context.integrationErrorMessage',
    });
  });
});
