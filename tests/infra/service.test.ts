import { describe, expect, it } from 'vitest';
import { CONSOLE_ROUTES, REPORT_ROUTES } from '#shared/contracts/routes.ts';
import { loadMunicipality, settingsOf } from '../../infra/config.ts';
import { propertiesOf, synthesise } from './synthesise.ts';

const { service } = synthesise();

const functionNameOf = (id: string): string => id.replace(/Function[0-9A-F]{8}$/, '');

describe('the HTTP API', () => {
  it('has exactly the routes of the contract, each to its function, and an answer to everything else', () => {
    const functionOf = Object.fromEntries(
      propertiesOf(service, 'AWS::ApiGatewayV2::Integration').map(({ id, properties }) => [
        id,
        functionNameOf(properties.IntegrationUri['Fn::GetAtt'][0]),
      ]),
    );
    const routes = propertiesOf(service, 'AWS::ApiGatewayV2::Route').map(({ properties }) => {
      const target: string = properties.Target['Fn::Join'][1][1].Ref;
      return `${functionOf[target]} ${properties.RouteKey}`;
    });
    expect(routes.sort()).toEqual(
      [
        ...[...REPORT_ROUTES, '$default'].map((route) => `Report ${route}`),
        ...CONSOLE_ROUTES.map((route) => `Console ${route}`),
      ].sort(),
    );
  });

  it('holds back a flood', () => {
    const [stage] = propertiesOf(service, 'AWS::ApiGatewayV2::Stage');
    expect(stage?.properties.DefaultRouteSettings).toEqual({ ThrottlingBurstLimit: 400, ThrottlingRateLimit: 200 });
  });

  it('holds back scripts sooner than people without, each by a measure of its own and only on routes that are there', () => {
    const [stage] = propertiesOf(service, 'AWS::ApiGatewayV2::Stage');
    const whole = { ThrottlingBurstLimit: 400, ThrottlingRateLimit: 200 };
    expect(stage?.properties.RouteSettings).toEqual({
      'POST /v1/report/check': whole,
      'POST /v1/report/send': whole,
      'POST /v1/signals': { ThrottlingBurstLimit: 200, ThrottlingRateLimit: 100 },
    });
    const keyOf = new Map(
      propertiesOf(service, 'AWS::ApiGatewayV2::Route').map(({ id, properties }) => [id, properties.RouteKey]),
    );
    const [{ DependsOn: before = [] } = {}] = Object.values(service.findResources('AWS::ApiGatewayV2::Stage'));
    const made = (before as string[]).map((id) => keyOf.get(id));
    expect(made).toEqual(expect.arrayContaining(Object.keys(stage?.properties.RouteSettings ?? {})));
  });

  it('may call its two functions, and nobody else may call any but EventBridge', () => {
    const permissions = propertiesOf(service, 'AWS::Lambda::Permission').map(({ properties }) =>
      [functionNameOf(properties.FunctionName['Fn::GetAtt'][0]), properties.Principal, 'SourceArn' in properties].join(
        ' ',
      ),
    );
    expect(permissions.sort()).toEqual([
      'Clock events.amazonaws.com true',
      'Console apigateway.amazonaws.com true',
      'MailFeedback events.amazonaws.com true',
      'Report apigateway.amazonaws.com true',
    ]);
  });
});

describe('the functions', () => {
  const functions = propertiesOf(service, 'AWS::Lambda::Function').map(({ id, properties }) => ({
    name: functionNameOf(id),
    properties,
  }));

  it('run on the same runtime and limits', () => {
    for (const { properties } of functions) {
      expect(properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Timeout: 30,
        MemorySize: 512,
      });
    }
  });

  it('know what their job needs', () => {
    const base = [
      'ACCESS_TABLE',
      'AUDIT_TABLE',
      'DIRECTORY_TABLE',
      'POWERTOOLS_METRICS_NAMESPACE',
      'POWERTOOLS_SERVICE_NAME',
      'SETTINGS',
      'SIGNALS_TABLE',
      'STATISTICS_TABLE',
    ];
    const advance = [
      'REGISTERS',
      'REGISTER_KEYS_ID',
      'SECRET_ID',
      'MAIL_CONFIGURATION_SET',
      'SCHEDULE_DEAD_LETTER_ARN',
      'SCHEDULE_GROUP',
      'SCHEDULE_ROLE_ARN',
      'SCHEDULE_TARGET_ARN',
    ];
    const known = Object.fromEntries(
      functions.map(({ name, properties }) => [name, Object.keys(properties.Environment.Variables).sort()]),
    );
    expect(known).toEqual({
      Report: base,
      Console: [...base, 'MAIL_CONFIGURATION_SET', 'RELEASE', 'SECRET_ID'].sort(),
      Clock: [...base, ...advance].sort(),
      SignalChanges: [...base, ...advance].sort(),
      MailFeedback: base,
    });
  });

  it('all have the settings of the municipality, within the 4 KB that Lambda has for an environment', () => {
    const config = loadMunicipality('demo');
    for (const { properties } of functions) {
      expect(JSON.parse(properties.Environment.Variables.SETTINGS)).toEqual(settingsOf(config, config.baseUrl));
      expect(JSON.stringify(properties.Environment.Variables).length).toBeLessThan(4_096);
    }
  });

  it('keep the metrics of two municipalities in one account apart', () => {
    expect(functions.map(({ properties }) => properties.Environment.Variables.POWERTOOLS_SERVICE_NAME).sort()).toEqual([
      'demo-clock',
      'demo-console',
      'demo-mail-feedback',
      'demo-report',
      'demo-signal-changes',
    ]);
  });
});

describe('the stream of changes', () => {
  it('never lets one bad record hold up the others', () => {
    const mappings = propertiesOf(service, 'AWS::Lambda::EventSourceMapping').map(({ properties }) => properties);
    expect(mappings).toEqual([
      {
        BatchSize: 25,
        BisectBatchOnFunctionError: true,
        DestinationConfig: { OnFailure: { Destination: queue('MissedChanges') } },
        EventSourceArn: { 'Fn::ImportValue': expect.stringContaining('StreamArn') },
        FunctionName: { Ref: expect.stringMatching(/^SignalChangesFunction/) },
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        MaximumRecordAgeInSeconds: 6 * 3_600,
        MaximumRetryAttempts: 3,
        StartingPosition: 'TRIM_HORIZON',
        Tags: [{ Key: 'omzien:municipality', Value: 'demo' }],
      },
    ]);
  });
});

describe('the clock', () => {
  it('is woken every minute, for the books at night and at six in the morning in Amsterdam, summer and winter', () => {
    const schedules = propertiesOf(service, 'AWS::Scheduler::Schedule').map(({ properties }) => ({
      when: `${properties.ScheduleExpression} ${properties.ScheduleExpressionTimezone}`,
      input: properties.Target.Input,
      retries: properties.Target.RetryPolicy,
      givenUp: properties.Target.DeadLetterConfig.Arn,
    }));
    expect(schedules).toEqual([
      {
        when: 'rate(1 minute) Etc/UTC',
        input: '{"job":"sweep"}',
        retries: { MaximumEventAgeInSeconds: 60, MaximumRetryAttempts: 0 },
        givenUp: queue('MissedWakeUps'),
      },
      {
        when: 'cron(0 6 * * ? *) Europe/Amsterdam',
        input: '{"job":"daily"}',
        retries: { MaximumEventAgeInSeconds: 3_600, MaximumRetryAttempts: 10 },
        givenUp: queue('MissedWakeUps'),
      },
      {
        when: 'cron(30 3 * * ? *) Europe/Amsterdam',
        input: '{"job":"books"}',
        retries: { MaximumEventAgeInSeconds: 3_600, MaximumRetryAttempts: 10 },
        givenUp: queue('MissedWakeUps'),
      },
    ]);
  });

  it('is not woken before it is there', () => {
    for (const schedule of Object.values(service.findResources('AWS::Scheduler::Schedule'))) {
      expect(schedule['DependsOn']).toContainEqual(expect.stringMatching(/^ClockFunction/));
    }
  });

  it('is asked by schedules of the own group only', () => {
    const [role] = propertiesOf(service, 'AWS::IAM::Role').filter(({ id }) => id.startsWith('WakeUps'));
    expect(role?.properties.AssumeRolePolicyDocument.Statement).toEqual([
      {
        Action: 'sts:AssumeRole',
        Condition: {
          StringEquals: {
            'aws:SourceAccount': '000000000000',
            'aws:SourceArn': { 'Fn::GetAtt': [expect.stringMatching(/^WakeUpsGroup/), 'Arn'] },
          },
        },
        Effect: 'Allow',
        Principal: { Service: 'scheduler.amazonaws.com' },
      },
    ]);
  });

  it('sets aside what failed, like everything that is called asynchronously', () => {
    const asynchronous = propertiesOf(service, 'AWS::Lambda::EventInvokeConfig').map(({ properties }) => [
      functionNameOf(properties.FunctionName.Ref),
      properties.DestinationConfig.OnFailure.Destination,
      properties.MaximumRetryAttempts,
      properties.MaximumEventAgeInSeconds,
    ]);
    expect(asynchronous.sort()).toEqual([
      ['Clock', queue('MissedWakeUps'), 2, 3_600],
      ['MailFeedback', queue('MissedMailEvents'), 2, 3_600],
    ]);
  });
});

describe('mail', () => {
  it('travels encrypted and reports what became of it, without pixels and rewritten links', () => {
    const [set] = propertiesOf(service, 'AWS::SES::ConfigurationSet');
    expect(set?.properties.DeliveryOptions).toEqual({ TlsPolicy: 'REQUIRE' });
    const [destination] = propertiesOf(service, 'AWS::SES::ConfigurationSetEventDestination');
    expect(destination?.properties.EventDestination.MatchingEventTypes).toEqual([
      'send',
      'delivery',
      'bounce',
      'complaint',
      'reject',
      'deliveryDelay',
      'renderingFailure',
    ]);
  });

  it('brings the events of mails about a signal to the function that records them', () => {
    const rules = propertiesOf(service, 'AWS::Events::Rule').map(({ properties }) => properties);
    expect(rules.filter(({ EventBusName }) => EventBusName)).toEqual([
      {
        Description: expect.any(String),
        EventBusName: 'default',
        EventPattern: { source: ['aws.ses'], detail: { mail: { tags: { signal: [{ exists: true }] } } } },
        State: 'ENABLED',
        Tags: [{ Key: 'omzien:municipality', Value: 'demo' }],
        Targets: [
          {
            Arn: { 'Fn::GetAtt': [expect.stringMatching(/^MailFeedbackFunction/), 'Arn'] },
            DeadLetterConfig: { Arn: queue('MissedMailEvents') },
            Id: 'Target0',
            RetryPolicy: { MaximumEventAgeInSeconds: 6 * 3_600, MaximumRetryAttempts: 20 },
          },
        ],
      },
    ]);
  });
});

describe('the outputs', () => {
  it('tell a local runner where everything is', () => {
    const names = Object.keys(service.findOutputs('*')).filter((name) => !name.startsWith('ExportsOutput'));
    expect(names.sort()).toEqual([
      'AlarmTopicArn',
      'ApiId',
      'ApiUrl',
      'ClockFunctionName',
      'ConsoleFunctionName',
      'DashboardName',
      'MailConfigurationSetName',
      'MailFeedbackFunctionName',
      'RegisterKeysId',
      'ReportFunctionName',
      'ScheduleGroupName',
      'SignalChangesFunctionName',
    ]);
  });
});

function queue(name: string) {
  return { 'Fn::GetAtt': [expect.stringMatching(new RegExp(`^${name}Queue`)), 'Arn'] };
}
