import type { Template } from 'aws-cdk-lib/assertions';
import { propertiesOf } from './synthesise.ts';

type Statement = { Action: string | string[]; Resource: unknown; Condition?: unknown; Effect: string };

/** How a resource is called in the tests, from the logical id or the name in its ARN. */
const LABELS: readonly [RegExp, string][] = [
  [/GetAttAccess.*\/index\/([a-z-]+)/, 'Access index $1'],
  [/GetAttAudit.*\/index\/([a-z-]+)/, 'Audit index $1'],
  [/\/index\/([a-z-]+)/, 'Signals index $1'],
  [/SignalsKey\w+Arn/, 'Signals key'],
  [/(Signals)Table\w+StreamArn/, '$1 stream'],
  [/GetAtt(\w+?)Table\w+Arn/, '$1'],
  [/RefHashSecret/, 'HashSecret'],
  [/"RegisterKeysSecret/, 'RegisterKeys'],
  [/"(\w+)Logs\w+","Arn"/, 'own logs'],
  [/"(Missed\w+?)Queue\w+","Arn"/, '$1'],
  [/:ses:.*configuration-set/, 'mail configuration set'],
  [/:identity\/([\w.]+)/, 'mail identity $1'],
  [/:scheduler:.*:schedule\/\S+\/\*/, 'own schedules'],
  [/WakeUpsRole\w+","Arn"/, 'schedule role'],
  [/:function:([\w-]+)/, 'function $1'],
  [/^"\*"$/, 'everything'],
];

function labelOf(resource: unknown): string {
  const written = JSON.stringify(resource);
  for (const [form, label] of LABELS) {
    const found = form.exec(written);
    if (found) return label.replace('$1', found[1] ?? '');
  }
  return written;
}

const asList = <T>(one: T | T[]): T[] => (Array.isArray(one) ? one : [one]);

const statementsOf = (template: Template, role: string): Statement[] =>
  propertiesOf(template, 'AWS::IAM::Policy')
    .filter(({ properties }) => properties.Roles.some(({ Ref }: { Ref: string }) => Ref.startsWith(`${role}Role`)))
    .flatMap(({ properties }) => properties.PolicyDocument.Statement);

/** Every action that a role may take, per resource. What has a condition is marked, and shown by `conditionsOf`. */
export function grantsOf(template: Template, role: string): Record<string, string[]> {
  const grants: Record<string, string[]> = {};
  for (const { Action, Resource, Condition, Effect } of statementsOf(template, role)) {
    if (Effect !== 'Allow') throw new Error(`Unexpected effect: ${Effect}`);
    for (const resource of asList(Resource)) {
      const label = labelOf(resource);
      const actions = asList(Action).map((action) => (Condition ? `${action} (if)` : action));
      grants[label] = [...(grants[label] ?? []), ...actions].sort();
    }
  }
  return grants;
}

/** The condition under which a role may take one action on one resource. */
export const conditionOf = (template: Template, role: string, action: string, label: string): unknown =>
  statementsOf(template, role).find(
    ({ Action, Resource, Condition }) =>
      Condition && asList(Action).includes(action) && asList(Resource).some((resource) => labelOf(resource) === label),
  )?.Condition;
