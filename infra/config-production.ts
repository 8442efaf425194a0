import * as z from 'zod';
import { RESTORABLE_DAYS } from './restorable-days.ts';

/** Every account number is somebody's, except this one: the emulator's. */
export const EMULATOR_ACCOUNT = '000000000000';

/** RFC 2606: nobody can own a name under it, so a mail to it reaches nobody. */
const FICTITIOUS = /\.example$/i;

const fieldsUsed = z.object({
  protection: z.literal('production'),
  account: z.string(),
  baseUrl: z.string(),
  mail: z.object({ from: z.string() }),
  operator: z.object({ alarmMailbox: z.string().optional() }).optional(),
  registers: z.object({ bag: z.object({ url: z.string() }), brp: z.object({ url: z.string() }).optional() }).optional(),
  features: z.object({ domain: z.object({ name: z.string() }).optional() }),
  /** Seconds; not there when a rule cannot be read. */
  rules: z
    .object({ retention: z.object({ erasureRecord: z.number(), audit: z.number() }) })
    .optional()
    .catch(undefined),
});

const DAY = 86_400;
/** A day for the night in which the restore is noticed. */
const SHORTEST_ERASURE_RECORD_DAYS = RESTORABLE_DAYS + 1;
const SHORTEST_AUDIT_DAYS = 180;

/** What a demo may leave open, and a service for real people may not. Runs as soon as these fields can be read. */
export const fitForProduction = [
  (config: unknown, context: z.core.$RefinementCtx): void => {
    const { data } = fieldsUsed.safeParse(config);
    if (!data) return;
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: path.split('.'), message });

    if (data.account === EMULATOR_ACCOUNT) {
      refuse('account', 'your own AWS account, because protection is "production"');
    }
    if (FICTITIOUS.test(data.mail.from)) {
      refuse('mail.from', 'an address that exists: nothing under .example can send or receive mail');
    }
    if (!data.operator?.alarmMailbox) {
      refuse('operator.alarmMailbox', 'where alarms go: without it nobody hears that something is wrong');
    }
    for (const name of ['bag', 'brp'] as const) {
      if (data.registers?.[name]?.url.startsWith('/'))
        refuse(`registers.${name}.url`, 'the https address of the register itself: a stand-in makes everything up');
    }
    const { erasureRecord, audit } = data.rules?.retention ?? {};
    if (erasureRecord !== undefined && erasureRecord < SHORTEST_ERASURE_RECORD_DAYS * DAY) {
      refuse(
        'rules.retention.erasureRecord',
        `at least "P${SHORTEST_ERASURE_RECORD_DAYS}D": a restore reaches back ${RESTORABLE_DAYS} days, and brings back whom the ledger has forgotten`,
      );
    }
    if (audit !== undefined && audit < SHORTEST_AUDIT_DAYS * DAY) {
      refuse(
        'rules.retention.audit',
        `at least "P${SHORTEST_AUDIT_DAYS}D": a resident, or whoever looks into a leak, asks months later who looked`,
      );
    }
    if (data.features.domain === undefined) {
      refuse('features.domain', 'a domain with its certificate: CloudFront cannot refuse old TLS on its own domain');
    } else if (data.baseUrl !== `https://${data.features.domain.name}`) {
      refuse('baseUrl', `"https://${data.features.domain.name}", the domain under features.domain`);
    }
  },
  { when: ({ value }: { value: unknown }) => fieldsUsed.safeParse(value).success },
] as const;
