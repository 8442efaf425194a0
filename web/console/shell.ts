import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { SessionView } from '#shared/contracts/console.ts';
import type { Language } from '#shared/domain/words.ts';
import type { Drafts } from './drafts.ts';
import type { Outbox } from './outbox.ts';
import type { Route } from './route.ts';
import type { Texts } from './texts.ts';

/** Something that happened, said once at the top of the page and read out. */
export type Notice = {
  readonly kind: 'ok' | 'info' | 'warning' | 'error';
  readonly text: string;
  /** Loading the page again is what helps. */
  readonly reload?: boolean;
};

/** What every screen may use. */
export type Shell = {
  readonly language: Language;
  readonly texts: Texts;
  readonly session: SessionView | undefined;
  readonly drafts: Drafts;
  readonly outbox: Outbox;
  /** Whatever was filled in about a signal that is no more, or no longer for these eyes. */
  readonly forget: (reference: string) => void;
  readonly route: Route;
  /** Texts were changed: says the new ones from now on. */
  readonly lookAtTexts: () => Promise<void>;
  /** Goes somewhere; the notice is shown there. */
  readonly go: (route: Route, notice?: Notice) => void;
  readonly signedIn: (session: SessionView) => void;
  /** The session was ended on purpose, from here. */
  readonly signedOut: (said: string) => void;
  /** The server no longer knows the session. The place and what was typed stay. */
  readonly sessionEnded: () => void;
};

const ShellContext = createContext<Shell | undefined>(undefined);
export const ShellProvider = ShellContext.Provider;

export function useShell(): Shell {
  const shell = useContext(ShellContext);
  if (!shell) throw new Error('a screen stands outside the shell');
  return shell;
}
export const useTexts = (): Texts => useShell().texts;
