import type { FunctionComponent } from 'preact';
import type { PageName } from './pages.ts';

/** Each page is a script of its own with its own texts: whoever comes for one signal a month waits for none of them. */
export const LOAD: Readonly<Record<PageName, () => Promise<FunctionComponent>>> = {
  directory: async () => (await import('./directory/directory-page.tsx')).DirectoryPage,
  wording: async () => (await import('./wording/wording-page.tsx')).WordingPage,
  requests: async () => (await import('./requests/requests-page.tsx')).RequestsPage,
  figures: async () => (await import('./figures/figures-page.tsx')).FiguresPage,
  practice: async () => (await import('./practice/practice-page.tsx')).PracticePage,
  status: async () => (await import('./status/status-page.tsx')).StatusPage,
  material: async () => (await import('./material/material-page.tsx')).MaterialPage,
  letter: async () => (await import('./letter/letter-page.tsx')).LetterPage,
  log: async () => (await import('./log/log-page.tsx')).LogPage,
  guide: async () => (await import('./guide/guide-page.tsx')).GuidePage,
  account: async () => (await import('./account/account-page.tsx')).AccountPage,
};
