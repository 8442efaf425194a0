import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { loadMunicipality } from '../config.ts';
import { municipalityStacks } from '../stacks/municipality-stacks.ts';

const app = new App();
const context = (name: string): string | undefined => {
  const value: unknown = app.node.tryGetContext(name);
  return typeof value === 'string' && value !== '' ? value : undefined;
};

const baseUrl = context('baseUrl');
municipalityStacks(app, loadMunicipality(context('municipality') ?? 'demo'), { ...(baseUrl && { baseUrl }) });
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
