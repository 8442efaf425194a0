import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import type { Settings } from '#shared/domain/settings.ts';
import { LANGUAGES } from '#shared/domain/words.ts';
import { DEFAULT_THEME, loadTheme } from '../web/theme/theme.ts';
import { choice, date, fields, list, mailbox, page, pattern, phone, text, url, yesOrNo } from './config-fields.ts';
import { fitForProduction } from './config-production.ts';
import { registers } from './config-registers.ts';
import { rules } from './config-rules.ts';
import { texts } from './config-texts.ts';

/** Regions inside the European Union: personal data of residents stays there. */
const REGIONS = ['eu-central-1', 'eu-west-1', 'eu-west-3', 'eu-north-1', 'eu-south-1', 'eu-south-2'] as const;
const domain = fields({
  name: pattern(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'a host name, such as "omzien.gemeente.nl"'),
  certificateArn: pattern(
    /^arn:aws:acm:us-east-1:\d{12}:certificate\/\S+$/,
    'the ARN of a certificate in us-east-1, the only region that CloudFront reads',
  ),
});

const RATE = 'a whole number of requests from 10 to 10,000';
const perSecond = z.int({ error: RATE }).min(10, RATE).max(10_000, RATE);

const DEFAULT_BITS = 15;
const BITS = 'a whole number from 8 to 20; each one more doubles the work of a phone';
const bits = z.int({ error: BITS }).min(8, BITS).max(20, BITS);

const LANGUAGE = `one or more languages, each once: ${LANGUAGES.map((code) => `"${code}"`).join(', ')}`;
const chosenLanguages = z
  .tuple([z.enum(LANGUAGES)], z.enum(LANGUAGES), { error: LANGUAGE })
  .refine((codes) => new Set(codes).size === codes.length, LANGUAGE);

const municipality = fields({
  names: fields({
    municipality: text('the name of the municipality in Dutch, such as "Rotterdam"'),
    service: text('the name of the service in Dutch, such as "Omzien in Rotterdam"'),
  }),
  cbsCodes: list(pattern(/^\d{4}$/, 'a CBS code of four digits, such as "0599"'), 1, 9, 'one or more CBS codes'),
  account: pattern(/^\d{12}$/, 'an AWS account of twelve digits'),
  region: choice(...REGIONS),
  protection: choice('production', 'demo'),
  baseUrl: url,
  languages: chosenLanguages.default(['nl', 'en']),
  contact: fields({ phone, desk: text('where a resident can walk in') }),
  rules,
  registers,
  reporterContact: choice('optional', 'required'),
  mail: fields({
    from: mailbox,
    /** What is verified in SES, when that is not the domain of `from`: a parent domain, or the address itself. */
    identity: text('a domain or an address that is verified in SES').optional(),
    /** Of mails to partners, desk and coordinators; without it, the first two of `languages`. */
    languages: chosenLanguages.optional(),
  }),
  coordinator: fields({ mailboxes: list(mailbox, 1, 2, 'one or two e-mail addresses') }),
  desk: fields({ name: text(), phone, mailboxes: list(mailbox, 1, 2, 'one or two e-mail addresses') }),
  controller: fields({ name: text(), address: text('a postal address'), mailbox }),
  privacyOfficer: fields({ mailbox, phone: phone.optional() }),
  texts,
  /** What the accessibility statement says. `register`: the statement in the government's register. */
  accessibility: fields({
    status: choice('full', 'partial', 'first-steps').default('first-steps'),
    statedOn: date.optional(),
    audit: fields({ by: text('who examined the site'), on: date }).optional(),
    register: page.optional(),
    mailbox: mailbox.optional(),
  }).default({ status: 'first-steps' }),
  /** For who finds a hole; without these, the controller's mailbox and a page of our own. */
  security: fields({ mailbox: mailbox.optional(), policy: page.optional() }).default({}),
  /** `dashboard`: a page in CloudWatch, three dollars a month beyond the first three of an account. */
  operator: fields({ alarmMailbox: mailbox.optional(), dashboard: yesOrNo.default(true) }).prefault({}),
  theme: pattern(/^[a-z0-9-]+$/, 'the name of a folder with a theme, such as "rotterdam"').default(DEFAULT_THEME),
  /** Requests a second, and at once, of the whole API. Four times the worst hour that is tested for: 50 signals a second after a news item. */
  throttle: fields({ rate: perSecond.default(200), burst: perSecond.default(400) }).prefault({}),
  features: fields({
    /** Zero bits: each one more doubles the work. 15 is about a second on an old phone (docs/adr/0006). */
    proofOfWork: fields({ bits: bits.default(DEFAULT_BITS) }).optional(),
    /** `required`: a member who signed in by mail makes a passkey before reading anything. */
    passkeys: choice('offered', 'required').default('offered'),
    domain: domain.optional(),
    webAclArn: pattern(
      /^arn:aws:wafv2:us-east-1:\d{12}:global\/webacl\/\S+$/,
      'the ARN of a global web ACL of AWS WAF',
    ).optional(),
  }).prefault({}),
})
  .superRefine(...fitForProduction)
  .superRefine(({ rules, registers: asked }, context) => {
    if (!asked || asked.wait <= rules.durations.delivery) return;
    const message = 'at most rules.durations.delivery: the owner must hear in time';
    context.addIssue({ code: 'custom', path: ['registers', 'wait'], message });
  });

/** One deployment: a municipality, or two that share their desk and coordinators. */
export type MunicipalityConfig = z.output<typeof municipality> & { readonly slug: string };

const FOLDER = new URL('./municipalities/', import.meta.url);

/** Reads and checks `infra/municipalities/<slug>.json`. */
export function loadMunicipality(slug: string): MunicipalityConfig {
  const known = readdirSync(FOLDER)
    .flatMap((file) => (file.endsWith('.json') ? [file.slice(0, -'.json'.length)] : []))
    .sort();
  if (!known.includes(slug)) {
    throw new Error(`There is no infra/municipalities/${slug}.json. There is: ${known.join(', ')}.`);
  }
  return parseMunicipality(slug, readFileSync(new URL(`${slug}.json`, FOLDER), 'utf8'));
}

/** Throws one error that names the file, and per wrong field its path and what was expected. */
export function parseMunicipality(slug: string, json: string): MunicipalityConfig {
  const file = `infra/municipalities/${slug}.json`;
  const checked = municipality.safeParse(readJson(file, json));
  if (checked.success) return { ...checked.data, slug };
  const mistakes = checked.error.issues.flatMap(linesOf);
  throw new Error([`${file} has ${mistakes.length} mistake(s):`, ...mistakes.map((line) => `  ${line}`)].join('\n'));
}

/** The part of the configuration that the functions need. Reads the theme, so a theme with a mistake is found before anything is deployed. */
export function settingsOf(config: MunicipalityConfig, baseUrl: string): Settings {
  const { brand, action, actionText } = loadTheme(config.theme).colours;
  return {
    municipality: config.names.municipality,
    service: config.names.service,
    colours: { brand, action, actionText },
    baseUrl,
    rules: rulesOf(config),
    reporterContact: config.reporterContact,
    ...(config.features.proofOfWork && { proofOfWorkBits: config.features.proofOfWork.bits }),
    ...(config.texts && { texts: config.texts }),
    passkeys: config.features.passkeys,
    contact: config.contact,
    mail: { from: config.mail.from, languages: config.mail.languages ?? mailLanguages(config.languages) },
    controller: config.controller,
    privacyOfficer: config.privacyOfficer,
    coordinator: config.coordinator,
    desk: config.desk,
  };
}

const rulesOf = ({ rules, registers: asked }: MunicipalityConfig): Settings['rules'] =>
  asked ? { ...rules, registers: { mayEnd: asked.mayEnd, wait: asked.wait } } : rules;

/** More than two make a mail that nobody reads to its end. */
function mailLanguages([first, second]: MunicipalityConfig['languages']): Settings['mail']['languages'] {
  return second ? [first, second] : [first];
}

function readJson(file: string, json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new Error(`${file} is not JSON: ${error instanceof Error ? error.message : 'unreadable'}`);
  }
}

function linesOf(issue: z.core.$ZodIssue): string[] {
  const path = issue.path.join('.');
  if (issue.code !== 'unrecognized_keys') return [`${path || '(the whole file)'}: expected ${issue.message}`];
  return issue.keys.map((key) => `${path ? `${path}.` : ''}${key}: there is no such field`);
}
