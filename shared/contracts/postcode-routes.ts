import * as z from 'zod/mini';
import { fields, line } from './fields.ts';

/** The list of postcodes and neighbourhoods, as the coordinator replaces it. */

/** Characters. A city of 20,000 single postcodes is half of this. */
export const MAX_LIST = 900_000;
const list = z
  .string({ error: ({ input }) => (input === undefined ? 'required' : 'text') })
  .check(z.minLength(1, 'required'), z.maxLength(MAX_LIST, 'too-long'));
const seen = line(64);

export const RoutesPreviewRequest = fields({ list });
export const RoutesChange = fields({ list, seen });
export const RoutesRestoring = fields({ seen });

const finding = z.object({
  kind: z.enum(['no-partner', 'no-postcodes', 'nobody-at-weekends', 'no-backup', 'route-to-nowhere']),
  /** The name of a neighbourhood or a partner, or four digits. */
  about: z.string(),
});
export const Findings = z.array(finding);
export type Findings = z.output<typeof Findings>;

export const RoutesView = z.object({
  seen: z.string(),
  /** The list in force, to change. */
  list: z.string(),
  postcodes: z.int(),
  /** Until when another list was in force, which can be put back. */
  formerUntil: z.optional(z.iso.datetime({ offset: true })),
});
export type RoutesView = z.output<typeof RoutesView>;

const change = z.object({ fourDigits: z.string(), before: z.array(z.string()), after: z.array(z.string()) });

export const RoutesPreview = z.object({
  seen: z.string(),
  /** Everything that is wrong, line by line. `other`: the line that it contradicts. */
  problems: z.array(
    z.object({
      line: z.int(),
      code: z.enum(['columns', 'postcode', 'backwards', 'neighbourhood', 'twice']),
      other: z.optional(z.int()),
    }),
  ),
  /** Absent when there are problems. Neighbourhoods by name. */
  outlook: z.optional(
    z.object({
      added: z.array(change),
      changed: z.array(change),
      removed: z.array(change),
      same: z.int(),
      /** Four digits without a line of their own. */
      assumed: z.array(z.string()),
      findings: Findings,
    }),
  ),
});
export type RoutesPreview = z.output<typeof RoutesPreview>;
