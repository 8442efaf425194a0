import { describe, expect, it } from 'vitest';
import { demo, propertiesOf, synthesise } from './synthesise.ts';

const { service } = synthesise();
const [dashboard] = propertiesOf(service, 'AWS::CloudWatch::Dashboard');
/** What CloudFormation fills in, as the logical id that it comes from. */
const joined = (value: unknown): string => {
  if (typeof value === 'string') return value;
  const {
    'Fn::Join': join,
    'Fn::GetAtt': attribute,
    Ref,
    'Fn::ImportValue': imported,
  } = value as Record<string, never>;
  if (join) return (join[1] as unknown[]).map(joined).join('');
  return String(attribute?.[0] ?? Ref ?? imported);
};
type Widget = {
  type: string;
  properties: { alarms?: string[]; markdown?: string; metrics?: unknown[][]; title?: string };
};
const { widgets }: { widgets: Widget[] } = JSON.parse(joined(dashboard?.properties.DashboardBody));
const ofType = (type: string) => widgets.filter((widget) => widget.type === type);
const metrics = ofType('metric').flatMap((widget) => widget.properties.metrics ?? []);
const ids = (type: string) => propertiesOf(service, type).map(({ id }) => id);

describe('the dashboard', () => {
  it('begins with the state of every alarm, and what each means for a user', () => {
    const [status] = ofType('alarm');
    expect(widgets.indexOf(status ?? { type: '', properties: {} })).toBe(1);
    expect(status?.properties.alarms?.toSorted()).toEqual(ids('AWS::CloudWatch::Alarm').toSorted());
    const said = ofType('text')
      .map(({ properties }) => properties.markdown)
      .join('\n');
    for (const { properties } of propertiesOf(service, 'AWS::CloudWatch::Alarm')) {
      const [, impact, heading] = /^(.+) docs\/runbook\.md#(.+)$/.exec(properties.AlarmDescription) ?? [];
      expect(said).toContain(`- **${heading}**: ${impact}`);
    }
  });

  it('shows every function, queue and table', () => {
    const shown = JSON.stringify(metrics);
    const parts = [...ids('AWS::Lambda::Function'), ...ids('AWS::SQS::Queue')];
    expect(parts).toHaveLength(8);
    for (const id of parts) expect(shown).toContain(id);
    expect(metrics.filter(([namespace]) => namespace === 'AWS/DynamoDB')).toHaveLength(10);
  });

  it('shows what users and mail meet first', () => {
    expect(ofType('metric').map(({ properties }) => properties.title)).toEqual([
      'Who reports or signs in: requests',
      'How long they wait (ms)',
      'Mail, of the whole account',
      'Work that was given up and waits for somebody',
      'Functions: errors',
      'Functions: time taken (ms, 95 of 100 at most)',
      'Functions: calls (the clock alone makes five in five minutes)',
      'Tables: requests that were held back',
    ]);
  });

  it('stays within what an account has for nothing: three dashboards of fifty metrics', () => {
    expect(metrics.length).toBeLessThanOrEqual(50);
  });

  it('has no dimension that says who or where', () => {
    const dimensions = metrics.flatMap((metric) => {
      const [, , ...rest] = metric.filter((part) => typeof part === 'string');
      return rest.filter((_, index) => index % 2 === 0);
    });
    expect([...new Set(dimensions)].sort()).toEqual(['ApiId', 'FunctionName', 'QueueName', 'Stage', 'TableName']);
  });

  it('can be left out', () => {
    const without = synthesise({ ...demo(), operator: { dashboard: false } }).service;
    expect(propertiesOf(without, 'AWS::CloudWatch::Dashboard')).toEqual([]);
    expect(without.findOutputs('DashboardName')).toEqual({});
  });
});
