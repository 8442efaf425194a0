import type { SessionView } from '#shared/contracts/console.ts';
import { useShell } from './shell.ts';

/** Says how long, as this municipality decided it. */
export function useInDays() {
  const { session } = useShell();
  return (text: string, which: keyof SessionView['days']): string =>
    text.replace('{days}', String(session?.days[which] ?? ''));
}
