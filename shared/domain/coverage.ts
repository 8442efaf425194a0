import type { Neighbourhood, Partner } from './directory.ts';
import { neighbourhoodsOf } from './directory-rules.ts';
import type { PostcodeRoutes } from './routing.ts';
import type { Rules } from './settings.ts';

/** What to look at: something that still works, because the desk has what nobody else has, but that nobody will have meant. */
export type Finding =
  | { readonly kind: 'no-partner' | 'no-postcodes' | 'nobody-at-weekends'; readonly neighbourhood: string }
  | { readonly kind: 'no-backup'; readonly partner: string }
  | { readonly kind: 'route-to-nowhere'; readonly fourDigits: string };

type Covered = {
  readonly clock: Rules['clock'];
  readonly routes: readonly PostcodeRoutes[];
  readonly neighbourhoods: readonly Neighbourhood[];
  readonly partners: readonly Partner[];
};

/** Whom colleagues cannot call. Everything works without, so it is no finding. */
export const withoutPhone = <One extends { readonly phone?: string | undefined }>(partners: readonly One[]): One[] =>
  partners.filter(({ phone }) => phone === undefined);

/**
 * Whether every postcode leads to a neighbourhood, every neighbourhood has postcodes, a partner and a backup, and, where hours count at weekends
 * too (`elapsed`), somebody who reads mail then. Names, for people to read.
 */
export function coverage({ clock, routes, neighbourhoods, partners }: Covered): Finding[] {
  const known = new Map(partners.map((partner) => [partner.id, partner]));
  const ids = new Set<string>(neighbourhoods.map(({ id }) => id));
  const reached = new Set<string>(routes.flatMap(neighbourhoodsOf));
  const serving = partners.filter(({ id }) => neighbourhoods.some(({ partnerId }) => partnerId === id));
  return [
    ...routes
      .filter((route) => neighbourhoodsOf(route).some((id) => !ids.has(id)))
      .map(({ fourDigits }): Finding => ({ kind: 'route-to-nowhere', fourDigits })),
    ...neighbourhoods.flatMap(({ id, name, partnerId }): Finding[] => {
      const partner = partnerId && known.get(partnerId);
      const unreached: Finding[] = reached.has(id) ? [] : [{ kind: 'no-postcodes', neighbourhood: name }];
      if (!partner) return [...unreached, { kind: 'no-partner', neighbourhood: name }];
      const backup = partner.backupId ? known.get(partner.backupId) : undefined;
      const quiet = clock === 'elapsed' && !partner.weekends && !backup?.weekends;
      return quiet ? [...unreached, { kind: 'nobody-at-weekends', neighbourhood: name }] : unreached;
    }),
    ...serving
      .filter(({ backupId }) => !backupId || !known.has(backupId))
      .map(({ name }): Finding => ({ kind: 'no-backup', partner: name })),
  ];
}
