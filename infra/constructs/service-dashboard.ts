import { Duration } from 'aws-cdk-lib';
import type { HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  Metric,
  PeriodOverride,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { FailureQueue } from './failure-queue.ts';
import { ServiceFunction } from './service-function.ts';
import { UserAlarm } from './user-alarm.ts';

type ServiceDashboardProps = {
  readonly name: string;
  readonly municipality: string;
  readonly stage: HttpStage;
  /** By what an operator calls them. */
  readonly tables: Readonly<Record<string, string>>;
};

const PERIOD = Duration.minutes(5);
const WHOLE = 24;
const HALF = 12;

/**
 * One page in CloudWatch: what a user would notice first, then what it is made of. Everything that is watched or runs in the same scope is found
 * by itself, so nothing that is added later is forgotten. Names, counts and times only: no metric has a dimension that says who or where.
 */
export class ServiceDashboard extends Construct {
  readonly dashboard: Dashboard;

  constructor(scope: Construct, id: string, { name, municipality, stage, tables }: ServiceDashboardProps) {
    super(scope, id);
    const alarms = found(scope, UserAlarm);
    const functions = found(scope, ServiceFunction);
    const queues = found(scope, FailureQueue);
    this.dashboard = new Dashboard(this, 'Dashboard', {
      dashboardName: name,
      defaultInterval: Duration.days(1),
      periodOverride: PeriodOverride.INHERIT,
    });
    this.dashboard.addWidgets(
      text(
        `# ${municipality}\nRed means that somebody notices. What rings is explained below, with its heading in docs/runbook.md.`,
        2,
      ),
      new AlarmStatusWidget({ title: 'Alarms', alarms: alarms.map(({ alarm }) => alarm), width: WHOLE, height: 4 }),
      text(alarms.map(({ impact, runbook }) => `- **${runbook}**: ${impact}`).join('\n'), 8),
    );
    this.row(
      graph('Who reports or signs in: requests', [
        stage.metricCount({ statistic: 'Sum', label: 'requests' }),
        stage.metricClientError({ statistic: 'Sum', label: 'refused (4xx)' }),
        stage.metricServerError({ statistic: 'Sum', label: 'failed (5xx)' }),
      ]),
      graph('How long they wait (ms)', [
        stage.metricLatency({ statistic: 'p50', label: 'half of them at most' }),
        stage.metricLatency({ statistic: 'p95', label: '95 of 100 at most' }),
      ]),
    );
    this.row(
      graph(
        'Mail, of the whole account',
        MAIL.map((metricName) => sum('AWS/SES', metricName)),
      ),
      graph(
        'Work that was given up and waits for somebody',
        queues.map(({ queue, node }) =>
          queue.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum', label: node.id }),
        ),
      ),
    );
    this.row(
      graph(
        'Functions: errors',
        functions.map(({ lambda, node }) => lambda.metricErrors({ statistic: 'Sum', label: node.id })),
      ),
      graph(
        'Functions: time taken (ms, 95 of 100 at most)',
        functions.map(({ lambda, node }) => lambda.metricDuration({ statistic: 'p95', label: node.id })),
      ),
    );
    this.row(
      graph(
        'Functions: calls (the clock alone makes five in five minutes)',
        functions.map(({ lambda, node }) => lambda.metricInvocations({ statistic: 'Sum', label: node.id })),
      ),
      graph(
        'Tables: requests that were held back',
        Object.entries(tables).flatMap(([label, TableName]) => throttled(label, TableName)),
      ),
    );
  }

  private row(...widgets: readonly IWidget[]): void {
    this.dashboard.addWidgets(...widgets);
  }
}

const MAIL = ['Send', 'Delivery', 'Bounce', 'Complaint', 'Reject'] as const;

const throttled = (label: string, TableName: string): readonly IMetric[] =>
  (['ReadThrottleEvents', 'WriteThrottleEvents'] as const).map((metricName) =>
    sum(
      'AWS/DynamoDB',
      metricName,
      { TableName },
      `${label}, ${metricName === 'ReadThrottleEvents' ? 'reads' : 'writes'}`,
    ),
  );

const sum = (
  namespace: string,
  metricName: string,
  dimensionsMap: Record<string, string> = {},
  label: string = metricName,
) => new Metric({ namespace, metricName, dimensionsMap, label, statistic: 'Sum', period: PERIOD });

const text = (markdown: string, height: number) => new TextWidget({ markdown, width: WHOLE, height });

const graph = (title: string, left: readonly IMetric[]) =>
  new GraphWidget({
    title,
    left: [...left],
    width: HALF,
    height: 6,
    leftYAxis: { min: 0, showUnits: false },
    period: PERIOD,
  });

const found = <Kind extends Construct>(
  scope: Construct,
  kind: abstract new (...args: never[]) => Kind,
): readonly Kind[] => scope.node.findAll().filter((construct): construct is Kind => construct instanceof kind);
