import { parseSignalId } from '#shared/domain/ids.ts';
import { inFours } from '#shared/domain/in-fours.ts';
import { CONSOLE_LOG } from '#shared/texts/catalogues/console-log.ts';
import { useShell } from '../shell.ts';
import { ownIn } from '../texts.ts';
import { LogOfSignal } from './log-of-signal.tsx';
import { LogOfSomebody } from './log-of-somebody.tsx';

/** Who read or did what. A part of the address is the number of a signal, which tells nobody anything. */
export function LogPage() {
  const { language, route } = useShell();
  const texts = ownIn('console-log', CONSOLE_LOG[language], language);
  const id = route.view === 'page' && route.part ? parseSignalId(route.part) : undefined;
  return id ? <LogOfSignal key={id} id={id} spelled={inFours(id)} texts={texts} /> : <LogOfSomebody texts={texts} />;
}
