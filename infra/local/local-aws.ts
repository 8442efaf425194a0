import { delimiter, dirname, join } from 'node:path';
import { loadMunicipality } from '../config.ts';

/** How to reach the emulator as the account and region of a municipality. */
export type LocalAws = {
  readonly account: string;
  readonly region: string;
  readonly sdk: {
    readonly endpoint: string;
    readonly region: string;
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  };
};

/** The emulator takes a twelve-digit access key for the number of the account. */
export function localAws(endpoint: string, slug: string): LocalAws {
  const { account, region } = loadMunicipality(slug);
  const credentials = { accessKeyId: account, secretAccessKey: 'local' };
  return { account, region, sdk: { endpoint, region, credentials } };
}

/**
 * The environment for the CDK: ours, without anything that could lead it to a real account or through a proxy. The running Node
 * comes first on the PATH, because `cdk.json` says `node`.
 */
export function cdkEnvironment(aws: LocalAws, temporary: string): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(AWS_|CDK_|NODE_OPTIONS$|.*_proxy$)/i.test(name));
  return {
    ...Object.fromEntries(own),
    PATH: [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter),
    TMPDIR: temporary,
    AWS_ENDPOINT_URL: aws.sdk.endpoint,
    AWS_ACCESS_KEY_ID: aws.sdk.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: aws.sdk.credentials.secretAccessKey,
    AWS_REGION: aws.region,
    AWS_DEFAULT_REGION: aws.region,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: join(temporary, 'no-aws-config'),
    AWS_SHARED_CREDENTIALS_FILE: join(temporary, 'no-aws-credentials'),
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    NO_COLOR: '1',
  };
}
