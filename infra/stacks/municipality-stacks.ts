import { fileURLToPath } from 'node:url';
import { type App, Tags } from 'aws-cdk-lib';
import { type MunicipalityConfig, settingsOf } from '../config.ts';
import { DataStack } from './data-stack.ts';
import { ServiceStack } from './service-stack.ts';
import { WebStack } from './web-stack.ts';

type Options = {
  /** Where the pages are served, when not at the configured place: the local server chooses its own port. */
  readonly baseUrl?: string;
  readonly siteFolder?: string;
};

const BUILT_SITE = fileURLToPath(new URL('../../dist/web', import.meta.url));

/** The three stacks of one deployment. */
export function municipalityStacks(app: App, config: MunicipalityConfig, options: Options = {}) {
  const prefix = `Omzien-${config.slug}`;
  const env = { account: config.account, region: config.region };
  const settings = settingsOf(config, options.baseUrl ?? config.baseUrl);

  const data = new DataStack(app, `${prefix}-Data`, { env, protection: config.protection });
  const service = new ServiceStack(app, `${prefix}-Service`, { env, config, settings, data });
  const web = new WebStack(app, `${prefix}-Web`, {
    env,
    config,
    apiId: service.apiId,
    siteFolder: options.siteFolder ?? BUILT_SITE,
  });
  Tags.of(app).add('omzien:municipality', config.slug);
  return { data, service, web };
}
