import { call, type Reply } from '../api/client.ts';
import type { Partner } from './directory-texts.ts';

/** The partner with other days of absence; everything else as it is. */
export function sendAway(partner: Partner, away: Partner['away']): Promise<Reply<undefined>> {
  const { id, awayNow: _now, ...rest } = partner;
  return call('PUT /v1/console/partners/{partnerId}', { id, body: { ...rest, away } });
}
