import * as z from 'zod/mini';
import { REPORTER_KINDS } from '#shared/domain/words.ts';
import { fields } from './fields.ts';

/** What a poster or card says of itself, to whoever opened the form with its code: nothing that is not printed on it. */
export const LocationView = fields({ code: z.string(), name: z.string(), kind: z.enum(REPORTER_KINDS) });
export type LocationView = z.output<typeof LocationView>;
