import type { Role } from '#shared/domain/directory.ts';

type Page = {
  /** In the address bar. */
  readonly slug: string;
  readonly roles: readonly Role[];
  /** Reached from a signal, not from the menu. */
  readonly ofSignal?: true;
  /** Reached from the directory, not from the menu. */
  readonly ofDirectory?: true;
};

const EVERYBODY: readonly Role[] = ['member', 'visitor', 'coordinator', 'desk'];

/** The pages beside the work list and the signals, in the order of the menu. What each shows is in `page-modules.ts`. */
export const PAGES = {
  directory: { slug: 'beheer', roles: ['coordinator'] },
  wording: { slug: 'teksten', roles: ['coordinator'], ofDirectory: true },
  requests: { slug: 'verzoeken', roles: ['coordinator'] },
  figures: { slug: 'cijfers', roles: ['coordinator'] },
  practice: { slug: 'oefenen', roles: ['coordinator'] },
  status: { slug: 'systeem', roles: ['coordinator'] },
  material: { slug: 'materiaal', roles: ['coordinator'] },
  letter: { slug: 'brief', roles: EVERYBODY, ofSignal: true },
  log: { slug: 'logboek', roles: ['coordinator'] },
  guide: { slug: 'uitleg', roles: EVERYBODY },
  account: { slug: 'account', roles: EVERYBODY },
} as const satisfies Readonly<Record<string, Page>>;

export type PageName = keyof typeof PAGES;
const NAMES = Object.keys(PAGES) as PageName[];

export const pageAt = (slug: string | undefined): PageName | undefined =>
  NAMES.find((name) => PAGES[name].slug === slug);
const inMenu = (page: PageName): boolean => !('ofSignal' in PAGES[page] || 'ofDirectory' in PAGES[page]);
const rolesOf = (page: PageName): readonly Role[] => PAGES[page].roles;
export const isFor = (page: PageName, role: Role): boolean => rolesOf(page).includes(role);
export const pagesFor = (role: Role): PageName[] => NAMES.filter((name) => inMenu(name) && isFor(name, role));
/** Which place of the menu somebody is at. */
export const menuPlaceOf = (page: PageName): PageName => ('ofDirectory' in PAGES[page] ? 'directory' : page);
