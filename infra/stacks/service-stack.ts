import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from '#shared/domain/settings.ts';
import type { MunicipalityConfig } from '../config.ts';
import { registersVariable } from '../config-registers.ts';
import { settingsVariable } from '../config-texts.ts';
import { AlarmTopic } from '../constructs/alarm-topic.ts';
import { Clock } from '../constructs/clock.ts';
import { ConsoleFunction } from '../constructs/console-function.ts';
import { MailFeedback } from '../constructs/mail-feedback.ts';
import { OutgoingMail } from '../constructs/outgoing-mail.ts';
import { PublicApi } from '../constructs/public-api.ts';
import { RegisterKeys } from '../constructs/register-keys.ts';
import { ReportFunction } from '../constructs/report-function.ts';
import { ServiceDashboard } from '../constructs/service-dashboard.ts';
import { SignalChanges } from '../constructs/signal-changes.ts';
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
    const registers = config.registers && {
      variable: registersVariable(config.registers, settings.baseUrl),
      keys: new RegisterKeys(this, 'RegisterKeys'),
    };
    const SETTINGS = settingsVariable(settings, registers ? [registers.variable] : []);
    const common = {
      municipality: config.slug,
      onAlarm,
      stores: data,
      environment: { SETTINGS, ...data.tableNames },
    };

    const report = new ReportFunction(this, 'Report', common);
    const console = new ConsoleFunction(this, 'Console', { ...common, mail });
    const clock = new Clock(this, 'Clock', { ...common, mail, registers });
    const { wakeUps } = clock;
    const signalChanges = new SignalChanges(this, 'SignalChanges', { ...common, mail, registers, wakeUps });
    const mailFeedback = new MailFeedback(this, 'MailFeedback', { ...common, mail });
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
    if (registers) new CfnOutput(this, 'RegisterKeysId', { value: registers.keys.secret.secretArn });
    new CfnOutput(this, 'AlarmTopicArn', { value: topic.topicArn });
  }
}
