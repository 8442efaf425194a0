import type { WorkFilter } from '#shared/domain/work-filter.ts';

/** What of the list is asked for. Directory ids at most: nothing of who or where somebody is. */
export type ListFilter = {
  readonly show?: Exclude<WorkFilter, 'all'>;
  readonly partner?: string;
  readonly neighbourhood?: string;
};

/** In the address bar. */
const SLUGS: Readonly<Record<Exclude<WorkFilter, 'all'>, string>> = {
  late: 'te-laat',
  today: 'vandaag',
  first: 'eerst',
  choice: 'keuze',
  held: 'controle',
  mail: 'mail',
};
export const SHOWN = Object.keys(SLUGS) as readonly Exclude<WorkFilter, 'all'>[];
const ID = /^[a-z0-9-]{1,60}$/;

/** Reads what stands after `?`; what nobody knows is left out. */
export function filterIn(search: string): ListFilter {
  const asked = new URLSearchParams(search);
  const show = SHOWN.find((name) => SLUGS[name] === asked.get('toon'));
  const id = (name: string): string | undefined => ID.exec(asked.get(name) ?? '')?.[0];
  const [partner, neighbourhood] = [id('partner'), id('wijk')];
  return { ...(show && { show }), ...(partner && { partner }), ...(neighbourhood && { neighbourhood }) };
}

/** `?toon=te-laat&wijk=bergpolder`, or nothing. */
export function searchOf({ show, partner, neighbourhood }: ListFilter): string {
  const asked = new URLSearchParams({
    ...(show && { toon: SLUGS[show] }),
    ...(partner && { partner }),
    ...(neighbourhood && { wijk: neighbourhood }),
  });
  return asked.size > 0 ? `?${asked}` : '';
}
