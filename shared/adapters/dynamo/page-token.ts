import * as z from 'zod/mini';
import { isSlug } from '#shared/domain/ids.ts';
import { BadPageToken } from '#shared/ports/bad-page-token.ts';
import type { ListEntry, RowEntry } from './index-rows.ts';
import { signalId } from './row-fields.ts';

/**
 * Where a page ended: position and id, and not which list it was. The list comes with the request, so a token cannot lead into
 * somebody else's.
 */
const position = z.tuple([z.int(), signalId]);

export const pageTokenOf = ({ order, id }: RowEntry): string => tokenOf([order, id]);
export const positionIn = (token: string): z.output<typeof position> => read(position, token);

/** In a list of several partitions it counts in which one the last row was, since moments are alike sooner than not. */
const positionAmong = z.tuple([z.int(), signalId, z.string().check(z.refine(isSlug))]);
export type PositionAmong = z.output<typeof positionAmong>;

export const pageTokenAmong = ({ order, id, partition }: ListEntry): string => tokenOf([order, id, partition]);
export const positionAmongIn = (token: string): PositionAmong => read(positionAmong, token);

const tokenOf = (content: readonly unknown[]): string => Buffer.from(JSON.stringify(content)).toString('base64url');

function read<Schema extends z.ZodMiniType>(schema: Schema, token: string): z.output<Schema> {
  const found = z.safeParse(schema, parsed(token));
  if (!found.success) throw new BadPageToken();
  return found.data;
}

function parsed(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString());
  } catch {
    return undefined;
  }
}
