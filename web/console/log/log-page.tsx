import { parseSignalId } from '#shared/domain/ids.ts';
import { inFours } from '#shared/domain/in-fours.ts';
import { CONSOLE_LOG } from '#shared/texts/catalogues/console-log.ts';
import { hrefOf } from '../route.ts';
import { useShell } from '../shell.ts';
import { ownIn } from '../texts.ts';
import { UnknownScreen } from '../views/unknown-screen.tsx';
import { LogOfSignal } from './log-of-signal.tsx';
import { LogOfSomebody } from './log-of-somebody.tsx';

/** Who read or did what. A part of the address is the number of a signal, which tells nobody anything. */
export function LogPage() {
  const { language, route } = useShell();
  const texts = ownIn('console-log', CONSOLE_LOG[language], language);
  const part = route.view === 'page' ? route.part : undefined;
  if (!part) return <LogOfSomebody texts={texts} />;
  const id = parseSignalId(part);
  return id ? (
    <LogOfSignal key={id} id={id} spelled={inFours(id)} texts={texts} />
  ) : (
    <UnknownScreen what="page" nearest={{ href: hrefOf({ view: 'page', page: 'log' }), name: texts.title }} />
  );
}
