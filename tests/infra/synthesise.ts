import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { afterAll } from 'vitest';
import * as z from 'zod';
import { loadMunicipality, type MunicipalityConfig, parseMunicipality } from '../../infra/config.ts';
import { municipalityStacks } from '../../infra/stacks/municipality-stacks.ts';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');
const json = z.record(z.string(), z.unknown());

/** Gone when the tests of the file are over that asked for them. */
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), name));
  folders.push(folder);
  return folder;
}

/** An app as the CDK starts it, without bundling: templates do not depend on the code of functions. */
export const testApp = (): App =>
  new App({
    outdir: temporaryFolder('omzien-synth-'),
    context: { ...json.parse(json.parse(JSON.parse(read('cdk.json')))['context']), 'aws:cdk:bundling-stacks': [] },
  });

export function builtSite(): string {
  const folder = temporaryFolder('omzien-site-');
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Omzien</title>');
  return folder;
}

export const demo = (): MunicipalityConfig => loadMunicipality('demo');

/** The demo as a municipality would take it into use. */
export const production = (): MunicipalityConfig =>
  parseMunicipality(
    'production',
    JSON.stringify({
      ...json.parse(JSON.parse(read('infra/municipalities/demo.json'))),
      account: '111122223333',
      protection: 'production',
      baseUrl: 'https://omzien.rotterdam.nl',
      mail: { from: 'omzien@rotterdam.nl' },
      operator: { alarmMailbox: 'beheer@rotterdam.nl' },
      registers: {
        bag: { url: 'https://bag.rotterdam.nl/v2' },
        brp: { url: 'https://poort.rotterdam.nl/brp', headers: { 'x-doelbinding': 'wmo' } },
        mayEnd: ['deceased'],
      },
      features: {
        domain: {
          name: 'omzien.rotterdam.nl',
          certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/0f0f0f0f',
        },
      },
    }),
  );

/** The templates of the three stacks. */
export function synthesise(config: MunicipalityConfig = demo()) {
  const { data, service, web } = municipalityStacks(testApp(), config, { siteFolder: builtSite() });
  return {
    data: Template.fromStack(data),
    service: Template.fromStack(service),
    web: Template.fromStack(web),
  };
}

/** The properties of every resource of one type, by the path-like logical id that the CDK gave it. */
export const propertiesOf = (template: Template, type: string) =>
  Object.entries(template.findResources(type)).map(([id, resource]) => ({ id, properties: resource['Properties'] }));
