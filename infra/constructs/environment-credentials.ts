/**
 * Stands in for `@aws-sdk/credential-provider-node` in the bundles (an esbuild alias, see service-function.ts). Lambda always
 * hands its role over in these variables, so looking in files, SSO and metadata services only costs start-up time.
 */
export const defaultProvider = () => async () => ({
  accessKeyId: variable('AWS_ACCESS_KEY_ID'),
  secretAccessKey: variable('AWS_SECRET_ACCESS_KEY'),
  ...(process.env['AWS_SESSION_TOKEN'] && { sessionToken: process.env['AWS_SESSION_TOKEN'] }),
});

function variable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`Lambda has not set ${name}`);
  return value;
}
