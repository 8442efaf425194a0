import type { REFERRALS } from './words.ts';

/** Help that a resident can be pointed to. `kind` is what the figures count; name, number and site are the municipality's own. */
export type Referral = {
  readonly kind: (typeof REFERRALS)[number];
  readonly name: string;
  readonly phone?: string;
  readonly url?: string;
};

/** What a municipality may change without a deploy. */
export type OwnSettings = { readonly referrals: readonly Referral[] };

/** Before anybody changed anything. */
export const PRESET: OwnSettings = {
  referrals: [
    { kind: 'luisterlijn', name: 'De Luisterlijn', phone: '088 0767 000', url: 'https://www.deluisterlijn.nl' },
  ],
};
