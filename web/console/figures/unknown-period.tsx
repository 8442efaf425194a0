import type { FiguresTexts } from '#shared/texts/console-figures-texts.ts';
import { hrefOf } from '../route.ts';
import { UnknownScreen } from '../views/unknown-screen.tsx';

/** The address names a period that is none, or that nobody can look at (any more). */
export const UnknownPeriod = ({ figures }: { figures: FiguresTexts }) => (
  <UnknownScreen what="page" nearest={{ href: hrefOf({ view: 'page', page: 'figures' }), name: figures.title }} />
);
