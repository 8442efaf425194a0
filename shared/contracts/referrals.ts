import * as z from 'zod/mini';
import { REFERRALS } from '#shared/domain/words.ts';
import { choice, fields, line } from './fields.ts';

const MAX_REFERRALS = 60;

/** As it stands on the list, blanks included; also `113`, `14 010` and `0800-0113`. */
const phone = line(30).check(z.refine((typed) => /^\+?[\d\s().-]{3,}$/.test(typed), 'phone'));
const url = line(200).check(z.refine((typed) => /^https?:\/\/[^\s/.]+(\.[^\s/.]+)+(\/\S*)?$/i.test(typed), 'url'));

const Referral = fields({ kind: choice(REFERRALS), name: line(80), phone: z.optional(phone), url: z.optional(url) });

/** The whole list: what is not on it is gone. */
export const ReferralsChange = fields({
  seen: line(64),
  referrals: z.array(Referral).check(z.maxLength(MAX_REFERRALS, 'too-many')),
});

/** To which help residents can be pointed, for everybody who visits. */
export const ReferralList = z.object({
  seen: z.string(),
  referrals: z.array(
    z.object({
      kind: z.enum(REFERRALS),
      name: z.string(),
      phone: z.optional(z.string()),
      url: z.optional(z.string()),
    }),
  ),
});
export type ReferralList = z.output<typeof ReferralList>;
