import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { DirectoryView } from '#shared/contracts/directory.ts';
import { CONSOLE_DIRECTORY } from '#shared/texts/catalogues/console-directory.ts';
import type { DirectoryTexts } from '#shared/texts/console-directory-texts.ts';
import { useShell } from '../shell.ts';
import { ownIn } from '../texts.ts';

export function useDirectoryTexts(): DirectoryTexts {
  const { language } = useShell();
  return ownIn('console-directory', CONSOLE_DIRECTORY[language], language);
}

export type Partner = DirectoryView['partners'][number];
export type Member = DirectoryView['members'][number];
export type Neighbourhood = DirectoryView['neighbourhoods'][number];

/** What is known, and how to look again. */
type Known = { readonly directory: DirectoryView; readonly reload: () => Promise<void> };
const KnownContext = createContext<Known | undefined>(undefined);
export const KnownProvider = KnownContext.Provider;
export function useKnown(): Known {
  const known = useContext(KnownContext);
  if (!known) throw new Error('a part stands outside the directory');
  return known;
}
