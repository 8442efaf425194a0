import * as z from 'zod/mini';
import type { OwnSettings } from '#shared/domain/own-settings.ts';
import { REFERRALS } from '#shared/domain/words.ts';
import { OWN_SETTINGS } from './keys.ts';
import { type FieldsOf, key } from './row-fields.ts';

const settingsRow = z.strictObject({
  pk: key,
  sk: key,
  ...({
    referrals: z.array(
      z.strictObject({
        kind: z.enum(REFERRALS),
        name: z.string(),
        phone: z.exactOptional(z.string()),
        url: z.exactOptional(z.string()),
      }),
    ),
  } satisfies FieldsOf<OwnSettings>),
});
export function settingsFromRow(item: unknown): OwnSettings {
  const { pk: _pk, sk: _sk, ...settings } = settingsRow.parse(item);
  return settings;
}
export const rowOfSettings = (settings: OwnSettings) => ({ ...OWN_SETTINGS, ...settings });
