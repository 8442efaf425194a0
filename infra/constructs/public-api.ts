import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AccessLogField, AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CfnStage,
  HttpApi,
  HttpMethod,
  type HttpRoute,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IAlarmAction } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { CONSOLE_ROUTES, type ConsoleRoute, REPORT_ROUTES, type ReportRoute } from '#shared/contracts/routes.ts';
import type { MunicipalityConfig } from '../config.ts';
import { UserAlarm } from './user-alarm.ts';

type PublicApiProps = {
  readonly report: IFunction;
  readonly console: IFunction;
  readonly throttle: MunicipalityConfig['throttle'];
  readonly onAlarm: IAlarmAction;
};

/** The HTTP API: the routes of shared/contracts/routes.ts, and an answer to everything else. */
export class PublicApi extends Construct {
  readonly api: HttpApi;
  readonly stage: HttpStage;

  constructor(scope: Construct, id: string, props: PublicApiProps) {
    super(scope, id);
    this.api = new HttpApi(this, 'Api', {
      createDefaultStage: false,
      // Wrong methods and unknown paths get our own 404 and 405 instead of a bare message without headers.
      defaultIntegration: new HttpLambdaIntegration('Unrouted', props.report, { scopePermissionToRoute: false }),
    });
    const reportRoutes = this.answer(REPORT_ROUTES, 'Report', props.report);
    this.answer(CONSOLE_ROUTES, 'Console', props.console);

    const logs = new LogGroup(this, 'AccessLogs', {
      retention: RetentionDays.THREE_DAYS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      autoDeploy: true,
      // For all senders together: a library or a flat shares one address.
      throttle: { rateLimit: props.throttle.rate, burstLimit: props.throttle.burst },
      accessLogSettings: { destination: new LogGroupLogDestination(logs), format: accessLogFormat },
    });

    holdBackScriptsFirst(this.stage, reportRoutes, props.throttle);

    // Counts what a function's own errors do not: throttling, timeouts and handled 500s.
    new UserAlarm(this, 'Faults', {
      impact: 'Somebody who reports, or who works in the console, is told that something went wrong and to try again.',
      runbook: 'the-api-answers-with-faults',
      onAlarm: props.onAlarm,
      metric: this.stage.metricServerError({ statistic: 'Sum', period: Duration.minutes(5) }),
    });

    Validations.of(this.api).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason:
        'The form is for anybody without an account. The console checks a session cookie in its function, per request and per object, because API Gateway knows no sessions.',
    });
  }

  /** One permission per function instead of one per route: the policy of a function may not exceed 20 KB. */
  private answer(routes: readonly (ReportRoute | ConsoleRoute)[], name: string, handler: IFunction): HttpRoute[] {
    const integration = new HttpLambdaIntegration(name, handler, { scopePermissionToRoute: false });
    return routes.flatMap((route) => {
      const [method, path] = splitRoute(route);
      return this.api.addRoutes({ path, methods: [method], integration });
    });
  }
}

/**
 * Settings of its own give a route a measure of its own, which a flood of others does not use up. Where a script posts the limit is half: it says
 * that it is busy and keeps the form, while somebody without script is shown the gateway's bare line (docs/adr/0006).
 */
function holdBackScriptsFirst(
  stage: HttpStage,
  routes: readonly HttpRoute[],
  { rate, burst }: MunicipalityConfig['throttle'],
): void {
  const whole = { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst };
  const half = { ThrottlingRateLimit: Math.ceil(rate / 2), ThrottlingBurstLimit: Math.ceil(burst / 2) };
  const settings = {
    'POST /v1/report/check': whole,
    'POST /v1/report/send': whole,
    'POST /v1/signals': half,
  } satisfies Partial<Record<ReportRoute, typeof whole>>;
  const resource = stage.node.defaultChild;
  if (!(resource instanceof CfnStage)) throw new Error('the stage of an HTTP API is not what it was');
  resource.routeSettings = settings;
  // A stage that names a route before there is one is refused.
  for (const route of routes) resource.node.addDependency(route);
}

/** No address, no path and no query: the route says what was asked without saying by whom or about which signal. */
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: AccessLogField.contextRequestId(),
    time: AccessLogField.contextRequestTime(),
    route: '$context.routeKey',
    status: AccessLogField.contextStatus(),
    latency: AccessLogField.contextResponseLatency(),
    fault: '$context.integrationErrorMessage',
  }),
);

function splitRoute(route: ReportRoute | ConsoleRoute): [HttpMethod, string] {
  const [verb, path] = route.split(' ');
  const method = Object.values(HttpMethod).find((known) => known === verb);
  if (!method || !path) throw new Error(`Not a route key: ${route}`);
  return [method, path];
}
