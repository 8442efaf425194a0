import { parseSignalId } from '#shared/domain/ids.ts';
import { ACTS, type Act } from '#shared/domain/life.ts';
import { filterIn, type ListFilter, searchOf } from './list-filter.ts';
import { PAGES, type PageName, pageAt } from './pages.ts';

/** Where somebody is in the console. Only opaque references stand in the address bar. */
export type Route =
  | { readonly view: 'sign-in' }
  | { readonly view: 'list'; readonly which: 'open' | 'closed'; readonly filter?: ListFilter }
  | { readonly view: 'signal'; readonly id: string; readonly act?: Act }
  /** `part`: a place inside the page, as the page itself names it; never who or where somebody is. */
  | { readonly view: 'page'; readonly page: PageName; readonly part?: string }
  /** An address that leads nowhere; `reference`: it was to lead to a signal. */
  | { readonly view: 'unknown'; readonly what: 'page' | 'reference' };

/** Reads what stands after `#`. The part after `?` says what of a list was asked for; behind a signal it only tells mails apart. */
export function parseRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#?\/?/, '').split('?');
  const [first, second, third] = path.split('/');
  if (first === 'aanmelden') return { view: 'sign-in' };
  if (first === 'afgerond') return listOf('closed', search);
  const page = pageAt(first);
  if (page) return { view: 'page', page, ...(second && { part: second }) };
  if (!first || path.replace(/\/$/, '') === 'signalen') return listOf('open', search);
  if (first !== 'signalen') return { view: 'unknown', what: 'page' };
  const id = parseSignalId(second ?? '');
  if (!id) return { view: 'unknown', what: 'reference' };
  const act = ACTS.find((name) => name === third);
  return { view: 'signal', id, ...(act && { act }) };
}

function listOf(which: 'open' | 'closed', search: string): Route {
  const filter = filterIn(search);
  return { view: 'list', which, ...(Object.keys(filter).length > 0 && { filter }) };
}

export function hrefOf(route: Route): string {
  switch (route.view) {
    case 'unknown':
      return route.what === 'reference' ? '#/signalen/onbekend' : '#/onbekend';
    case 'sign-in':
      return '#/aanmelden';
    case 'list':
      return `${route.which === 'closed' ? '#/afgerond' : '#/'}${searchOf(route.filter ?? {})}`;
    case 'page':
      return `#/${PAGES[route.page].slug}${route.part ? `/${route.part}` : ''}`;
    case 'signal':
      return route.act ? `#/signalen/${route.id}/${route.act}` : `#/signalen/${route.id}`;
  }
}
