import * as z from 'zod/mini';
import { BadPageToken } from '#shared/ports/bad-page-token.ts';
import type { ListEntry } from './index-rows.ts';
import { partnerId, signalId } from './row-fields.ts';

/**
 * Where a page ended: position and id, and not which list it was. The list comes with the request, so a token cannot lead into
 * somebody else's.
 */
const position = z.tuple([z.int(), signalId]);

export const pageTokenOf = ({ listOrder, row }: ListEntry): string =>
  Buffer.from(JSON.stringify([listOrder, row.id])).toString('base64url');

export function positionIn(token: string): z.output<typeof position> {
  const read = position.safeParse(parsed(token));
  if (!read.success) throw new BadPageToken();
  return read.data;
}

/** In a list of several owners it counts whose row was last, since moments are alike sooner than not. */
const positionAmong = z.tuple([z.int(), signalId, partnerId]);
export type PositionAmong = z.output<typeof positionAmong>;

export const pageTokenAmong = ({ listOrder, row }: ListEntry): string =>
  Buffer.from(JSON.stringify([listOrder, row.id, row.ownerId])).toString('base64url');

export function positionAmongIn(token: string): PositionAmong {
  const read = positionAmong.safeParse(parsed(token));
  if (!read.success) throw new BadPageToken();
  return read.data;
}

function parsed(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString());
  } catch {
    return undefined;
  }
}
