import type { MunicipalityConfig } from '../infra/config.ts';

const DAY = 86_400_000;
/** RFC 9116 recommends less than a year, so that a contact that nobody reads any more runs out. */
const VALID_DAYS = 364;

/** Where who finds a hole can write: of the configuration, else of the controller. */
export const securityContact = ({ security, controller }: MunicipalityConfig): string =>
  security.mailbox ?? controller.mailbox;

/** `/.well-known/security.txt` (RFC 9116). Made anew by every build. */
export function securityTxt(config: MunicipalityConfig, builtAt: Date): string {
  const { baseUrl, languages } = config;
  const midnight = Math.floor(builtAt.getTime() / DAY) * DAY;
  return [
    `Contact: mailto:${securityContact(config)}`,
    `Expires: ${new Date(midnight + VALID_DAYS * DAY).toISOString().replace('.000', '')}`,
    `Preferred-Languages: ${languages.join(', ')}`,
    `Canonical: ${baseUrl}/.well-known/security.txt`,
    `Policy: ${config.security.policy ?? `${baseUrl}/security/`}`,
    '',
  ].join('\n');
}

/** Pages say themselves whether they want to be found (`noindex`), which a robot only reads where it may come. */
export const ROBOTS_TXT = 'User-agent: *\nDisallow: /v1/\n';
