import { ArnFormat, CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { EventField, Match, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Construct } from 'constructs';
import type { Settings } from '#shared/domain/settings.ts';
import type { MunicipalityConfig } from '../config.ts';
import { registersVariable } from '../config-registers.ts';
import { settingsVariable } from '../config-texts.ts';
import { AlarmTopic } from '../constructs/alarm-topic.ts';
import { FailureQueue } from '../constructs/failure-queue.ts';
import { OutgoingMail } from '../constructs/outgoing-mail.ts';
import { PublicApi } from '../constructs/public-api.ts';
import { RegisterKeys } from '../constructs/register-keys.ts';
import { ServiceDashboard } from '../constructs/service-dashboard.ts';
import { METRICS_NAMESPACE, ServiceFunction } from '../constructs/service-function.ts';
import { UserAlarm } from '../constructs/user-alarm.ts';
import { WakeUps } from '../constructs/wake-ups.ts';
import { release } from '../release.ts';
import type { DataStack } from './data-stack.ts';

type ServiceStackProps = StackProps & {
  readonly config: MunicipalityConfig;
  readonly settings: Settings;
  readonly data: DataStack;
};

/** What runs: one function per trust boundary, and everything that calls them or watches them. */
export class ServiceStack extends Stack {
  readonly apiId: string;

  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, props);
    const { config, settings, data } = props;
    const { onAlarm, topic } = new AlarmTopic(this, 'Alarms', { mailbox: config.operator.alarmMailbox });
    const mail = new OutgoingMail(this, 'Mail', config.mail);
    const common = { municipality: config.slug, onAlarm };
    const registers = config.registers && registersVariable(config.registers, settings.baseUrl);
    const base = { SETTINGS: settingsVariable(settings, registers ? [registers] : []), ...data.tableNames };
    const hashing = { SECRET_ID: data.hashSecret.secret.secretArn };
    const mailing = { MAIL_CONFIGURATION_SET: mail.configurationSet.configurationSetName };

    const report = new ServiceFunction(this, 'Report', {
      ...common,
      name: 'report',
      environment: base,
      impact: 'Somebody who passes on a signal is told that it failed, and may not try again.',
      runbook: 'the-form-fails',
    });
    data.signals.grantSubmit(report.lambda);
    data.signals.grantStatus(report.lambda);
    data.directory.grantFindRoute(report.lambda);
    data.access.grantFormKeys(report.lambda);
    data.statistics.grantCount(report.lambda);

    const console = new ServiceFunction(this, 'Console', {
      ...common,
      name: 'console',
      environment: { ...base, ...mailing, ...hashing, RELEASE: release() },
      impact: 'A partner or the desk cannot sign in, open a signal or record a visit.',
      runbook: 'the-console-fails',
    });
    data.signals.grantHandle(console.lambda);
    data.directory.grantLookUp(console.lambda);
    data.directory.grantManage(console.lambda);
    data.access.grantSignIn(console.lambda);
    data.access.grantReadWatch(console.lambda);
    data.signals.grantSeeBacklog(console.lambda);
    data.statistics.grantWriteFacts(console.lambda);
    data.statistics.grantReadFigures(console.lambda);
    data.audit.grantAddLines(console.lambda);
    data.audit.grantReadLines(console.lambda);
    data.hashSecret.grantRead(console.lambda);
    mail.grantSend(console.lambda);

    // A function cannot hold its own ARN in its environment (CloudFormation calls that circular), so the clock has a fixed name.
    const clockName = `Omzien-${config.slug}-Clock`;
    const clockArn = this.formatArn({
      service: 'lambda',
      resource: 'function',
      resourceName: clockName,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    const missedWakeUps = new FailureQueue(this, 'MissedWakeUps', {
      onAlarm,
      impact: 'A reminder, an escalation or an erasure may come a few minutes late.',
      runbook: 'wake-ups-were-given-up',
    });
    const wakeUps = new WakeUps(this, 'WakeUps', { clockArn, givenUp: missedWakeUps.queue });
    const registerKeys = registers ? new RegisterKeys(this, 'RegisterKeys') : undefined;
    const asking = registers &&
      registerKeys && { REGISTERS: registers, REGISTER_KEYS_ID: registerKeys.secret.secretArn };
    const advancing = { ...base, ...mailing, ...hashing, ...wakeUps.environment, ...asking };

    const clock = new ServiceFunction(this, 'Clock', {
      ...common,
      name: 'clock',
      physicalName: clockName,
      environment: advancing,
      givenUp: missedWakeUps.queue,
      impact: 'Reminders, escalations, erasures or the daily mail of the coordinator may come late.',
      runbook: 'the-clock-fails',
    });
    this.grantAdvance(clock, props, { mail, wakeUps, registerKeys });
    wakeUps.start(clock.lambda);
    data.signals.grantSweep(clock.lambda);
    data.signals.grantDigest(clock.lambda);
    data.signals.grantCountAll(clock.lambda);
    data.statistics.grantReadBooks(clock.lambda);
    data.access.grantDoOncePerDay(clock.lambda);
    // Nothing else notices that the sweep stopped, and every promise about time rests on it.
    new UserAlarm(this, 'ClockStandsStill', {
      onAlarm,
      below: 1,
      metric: clock.lambda.metricInvocations({ statistic: 'Sum', period: Duration.minutes(10) }),
      impact: 'No reminder, escalation or erasure happens any more: residents wait and nobody is told.',
      runbook: 'the-clock-stands-still',
    });

    // Which alarms ring stands on the coordinator's page too: a mail to the operator may be on holiday.
    new Rule(this, 'AlarmChanges', {
      description: 'An alarm rings or has stopped',
      eventPattern: {
        source: ['aws.cloudwatch'],
        detailType: ['CloudWatch Alarm State Change'],
        detail: { alarmName: Match.prefix(`${this.stackName}/`) },
      },
      targets: [
        new LambdaFunction(clock.lambda, {
          event: RuleTargetInput.fromObject({
            job: 'alarm',
            name: EventField.fromPath('$.detail.alarmName'),
            state: EventField.fromPath('$.detail.state.value'),
            at: EventField.fromPath('$.time'),
          }),
          deadLetterQueue: missedWakeUps.queue,
        }),
      ],
    });

    // The books of the night name what they cannot explain; each kind is another thing to do.
    for (const [metricName, { impact, runbook }] of Object.entries(DIFFERENCES)) {
      new UserAlarm(this, metricName, {
        onAlarm,
        metric: new Metric({
          namespace: METRICS_NAMESPACE,
          metricName,
          dimensionsMap: { service: clock.metricsService },
          statistic: 'Sum',
          period: Duration.hours(1),
        }),
        impact,
        runbook,
      });
    }

    const signalChanges = new ServiceFunction(this, 'SignalChanges', {
      ...common,
      name: 'signal-changes',
      environment: advancing,
      impact: 'A partner hears of a new signal a minute later than usual, from the sweep.',
      runbook: 'new-signals-are-announced-late',
    });
    this.grantAdvance(signalChanges, props, { mail, wakeUps, registerKeys });
    const missedChanges = new FailureQueue(this, 'MissedChanges', {
      onAlarm,
      impact: 'A change of a signal was skipped; its mail comes from the sweep, a minute late.',
      runbook: 'changes-were-given-up',
    });
    // By default a record that fails is retried until it is a day old and holds up its whole shard:
    // https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-params.html
    data.signals.grantFollow(signalChanges.role);
    signalChanges.lambda.addEventSourceMapping('Changes', {
      eventSourceArn: data.signals.streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 25,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      // A failing record holds up its shard; the sweep does not wait for it.
      retryAttempts: 3,
      maxRecordAge: Duration.hours(6),
      onFailure: new SqsDlq(missedChanges.queue),
    });
    new UserAlarm(this, 'ChangesRunBehind', {
      onAlarm,
      atLeast: Duration.minutes(5).toMilliseconds(),
      metric: signalChanges.lambda.metric('IteratorAge', { statistic: 'Maximum', period: Duration.minutes(5) }),
      impact: 'Mails about new signals run minutes behind.',
      runbook: 'changes-run-behind',
    });
    new UserAlarm(this, 'RemovedByTimeToLive', {
      onAlarm,
      metric: new Metric({
        namespace: METRICS_NAMESPACE,
        metricName: 'TtlRemovedSignal',
        dimensionsMap: { service: signalChanges.metricsService },
        statistic: 'Sum',
        period: Duration.minutes(5),
      }),
      impact:
        'A signal stayed a week longer than was promised to the resident, and left without its fact and audit line.',
      runbook: 'a-signal-outlived-its-promise',
    });

    const missedMailEvents = new FailureQueue(this, 'MissedMailEvents', {
      onAlarm,
      impact:
        'A mail that arrived may count as lost, so a second mailbox, the backup or the coordinator is mailed needlessly.',
      runbook: 'mail-events-were-given-up',
    });
    const mailFeedback = new ServiceFunction(this, 'MailFeedback', {
      ...common,
      name: 'mail-feedback',
      environment: base,
      givenUp: missedMailEvents.queue,
      impact: 'Whether a partner received the mail is not recorded, so it may be sent to others as well.',
      runbook: 'mail-events-are-not-recorded',
    });
    data.signals.grantRecordMailEvents(mailFeedback.lambda);
    data.access.grantNoteMail(mailFeedback.lambda);
    mail.reportTo(mailFeedback.lambda, missedMailEvents.queue);

    const { api, stage } = new PublicApi(this, 'PublicApi', {
      report: report.lambda,
      console: console.lambda,
      throttle: config.throttle,
      onAlarm,
    });
    this.apiId = api.apiId;

    if (config.operator.dashboard) {
      const { dashboard } = new ServiceDashboard(this, 'Watch', {
        name: `Omzien-${config.slug}`,
        municipality: config.names.service,
        stage,
        tables: {
          Signals: data.signals.table.tableName,
          Directory: data.directory.table.tableName,
          Access: data.access.table.tableName,
          Statistics: data.statistics.table.tableName,
          Audit: data.audit.table.tableName,
        },
      });
      new CfnOutput(this, 'DashboardName', { value: dashboard.dashboardName });
    }

    new CfnOutput(this, 'ApiId', { value: api.apiId });
    new CfnOutput(this, 'ApiUrl', { value: api.apiEndpoint });
    new CfnOutput(this, 'ReportFunctionName', { value: report.lambda.functionName });
    new CfnOutput(this, 'ConsoleFunctionName', { value: console.lambda.functionName });
    new CfnOutput(this, 'ClockFunctionName', { value: clock.lambda.functionName });
    new CfnOutput(this, 'SignalChangesFunctionName', { value: signalChanges.lambda.functionName });
    new CfnOutput(this, 'MailFeedbackFunctionName', { value: mailFeedback.lambda.functionName });
    new CfnOutput(this, 'MailConfigurationSetName', { value: mail.configurationSet.configurationSetName });
    new CfnOutput(this, 'ScheduleGroupName', { value: wakeUps.groupName });
    if (registerKeys) new CfnOutput(this, 'RegisterKeysId', { value: registerKeys.secret.secretArn });
    new CfnOutput(this, 'AlarmTopicArn', { value: topic.topicArn });
  }

  /** The same rights for the stream and for the clock: both run `advance`. */
  private grantAdvance(
    { lambda, role }: ServiceFunction,
    { data }: ServiceStackProps,
    { mail, wakeUps, registerKeys }: { mail: OutgoingMail; wakeUps: WakeUps; registerKeys: RegisterKeys | undefined },
  ): void {
    data.signals.grantAdvance(lambda);
    data.directory.grantLookUp(lambda);
    data.statistics.grantWriteFacts(lambda);
    data.audit.grantAddLines(lambda);
    data.hashSecret.grantRead(lambda);
    mail.grantSend(lambda);
    wakeUps.grantWakeAt(role);
    registerKeys?.grantRead(lambda);
  }
}

/** By the names of their metrics (shared/runtime/metrics.ts). */
const DIFFERENCES = {
  SignalLost: {
    impact: 'A signal that somebody passed on is gone, and was neither erased nor has it expired: nobody will visit.',
    runbook: 'a-signal-is-lost',
  },
  SignalUnrecorded: {
    impact: 'A signal is missing in the figures; the resident and the partner notice nothing.',
    runbook: 'a-signal-is-not-in-the-figures',
  },
  SignalReturned: {
    impact: 'A resident whose data were erased is in the system again.',
    runbook: 'an-erased-signal-came-back',
  },
} as const;
