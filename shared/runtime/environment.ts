import * as z from 'zod/mini';
import type { Settings } from '#shared/domain/settings.ts';
import { seconds } from '#shared/domain/time.ts';
import { ENDING_ANSWERS, LANGUAGES } from '#shared/domain/words.ts';

/** Set by the stacks. A function reads only what it was given; the first use of anything else says which variable is missing. */
export function environment(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`the environment variable ${name} is missing`);
  return value;
}

const duration = z.pipe(z.int().check(z.minimum(0)), z.transform(seconds));
const language = z.enum(LANGUAGES);
const mailboxes = z.array(z.string());

/** The same shape as `Settings`; the stacks wrote it, so this only guards against a half deployment. */
const SettingsFields = z.object({
  municipality: z.string(),
  service: z.string(),
  colours: z.object({ brand: z.string(), action: z.string(), actionText: z.string() }),
  baseUrl: z.string(),
  rules: z.object({
    version: z.string(),
    clock: z.enum(['elapsed', 'working-hours']),
    officeHours: z.object({
      weekdays: z.array(z.int()),
      fromMinute: z.int(),
      untilMinute: z.int(),
      publicHolidays: z.enum(['closed', 'open']),
    }),
    durations: z.record(
      z.enum(['triage', 'visitPreferred', 'visit', 'nextAttempt', 'held', 'followUp', 'delivery', 'inform']),
      duration,
    ),
    retention: z.record(
      z.enum([
        'noFollowUp',
        'notReached',
        'withoutConsent',
        'undecided',
        'consent',
        'hardCap',
        'warning',
        'erasureRecord',
        'erasureProof',
        'audit',
      ]),
      duration,
    ),
    registers: z.optional(z.object({ mayEnd: z.array(z.enum(ENDING_ANSWERS)), wait: duration })),
  }),
  reporterContact: z.enum(['optional', 'required']),
  proofOfWorkBits: z.optional(z.int()),
  texts: z.optional(z.record(z.string(), z.partialRecord(language, z.string()))),
  passkeys: z.enum(['offered', 'required']),
  contact: z.object({ phone: z.string(), desk: z.string() }),
  mail: z.object({ from: z.string(), languages: z.tuple([language], language) }),
  controller: z.object({ name: z.string(), address: z.string(), mailbox: z.string() }),
  privacyOfficer: z.object({ mailbox: z.string(), phone: z.optional(z.string()) }),
  coordinator: z.object({ mailboxes }),
  desk: z.object({ name: z.string(), phone: z.string(), mailboxes }),
});

/** `SETTINGS`, as JSON. Throws with every wrong field when the stacks and the functions do not belong together. */
export function settingsFromEnvironment(): Settings {
  const parsed = SettingsFields.safeParse(JSON.parse(environment('SETTINGS')));
  if (parsed.success) return parsed.data;
  throw new Error(`SETTINGS is wrong at: ${parsed.error.issues.map(({ path }) => path.join('.')).join(', ')}`);
}
