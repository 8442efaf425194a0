import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Role } from '#shared/domain/directory.ts';
import { menuPlaceOf, pagesFor } from '../pages.ts';
import { hrefOf, type Route } from '../route.ts';
import { useTexts } from '../shell.ts';

/**
 * Everything this role can go to. The current place says so to everybody, not by colour alone. On a phone it is one line that scrolls: the
 * current place is in the middle, and an arrow stands at each side where there is more.
 */
export function Menu({ route, role }: { route: Route; role: Role }) {
  const { frame, pages } = useTexts();
  const list = useRef<HTMLUListElement>(null);
  const more = useMore(list);
  const places = [
    {
      name: pages.signals,
      href: hrefOf({ view: 'list', which: 'open' }),
      here: route.view === 'list' || route.view === 'signal',
    },
    ...pagesFor(role).map((page) => ({
      name: pages[page],
      href: hrefOf({ view: 'page', page }),
      here: route.view === 'page' && menuPlaceOf(route.page) === page,
    })),
  ];
  const current = places.find(({ here }) => here)?.href;
  // After every change of place, of language (other names, other widths) and of role.
  useLayoutEffect(() => toMiddle(list.current), [current, frame, role]);
  return (
    <nav
      class={`menu${more.before ? ' menu--more-before' : ''}${more.after ? ' menu--more-after' : ''}`}
      aria-label={frame.menu}
    >
      <ul class="menu__list" ref={list}>
        {places.map(({ name, href, here }) => (
          <li key={href}>
            <a class="menu__link" href={href} aria-current={here ? 'page' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Moves the line alone: `scrollIntoView` would take the page along. */
function toMiddle(list: HTMLElement | null): void {
  const link = list?.querySelector('[aria-current]');
  if (list && link) list.scrollLeft += middleOf(link) - middleOf(list);
}
function middleOf(element: Element): number {
  const { left, right } = element.getBoundingClientRect();
  return (left + right) / 2;
}

type More = { readonly before: boolean; readonly after: boolean };
const NONE: More = { before: false, after: false };

/** Whether a line has words outside its box, now that it is this wide and scrolled this far. */
function useMore(list: { readonly current: HTMLElement | null }): More {
  const [more, setMore] = useState(NONE);
  useLayoutEffect(() => {
    const line = list.current;
    if (!line) return;
    const look = () => {
      // Backwards where a language is read from right to left.
      const scrolled = Math.abs(line.scrollLeft);
      const next = { before: scrolled > 1, after: scrolled + line.clientWidth < line.scrollWidth - 1 };
      setMore((known) => (known.before === next.before && known.after === next.after ? known : next));
    };
    const resized = new ResizeObserver(look);
    for (const item of [line, ...line.children]) resized.observe(item);
    line.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      resized.disconnect();
      line.removeEventListener('scroll', look);
    };
  }, [list]);
  return more;
}
