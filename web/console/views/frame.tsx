import type { ComponentChildren } from 'preact';
import type { Role } from '#shared/domain/directory.ts';
import { LANGUAGES, type Language } from '#shared/domain/words.ts';
import { LANGUAGE } from '#shared/texts/catalogues/language.ts';
import { pagesFor } from '../pages.ts';
import { Alert } from '../parts/alert.tsx';
import { Button } from '../parts/button.tsx';
import { hrefOf, type Route } from '../route.ts';
import { type Notice, useShell, useTexts } from '../shell.ts';

type Props = {
  route: Route;
  notice: Notice | undefined;
  onLanguage: (language: Language) => void;
  onSignOut: () => void;
  children: ComponentChildren;
};

/** What stands around every screen. The region for notices is always there, so that what appears in it is read out. */
export function Frame({ route, notice, onLanguage, onSignOut, children }: Props) {
  const { language, texts, session } = useShell();
  const { frame } = texts;
  return (
    <div class="frame">
      {/* biome-ignore lint/a11y/useValidAnchor: a skip link is a link to people, whatever moves the focus. */}
      <a class="utrecht-skip-link utrecht-skip-link--visible-on-focus skip-link" href="#main" onClick={toMain}>
        {frame.skip}
      </a>
      <header class="bar">
        <div class="bar__inner">
          <a class="bar__brand" href={hrefOf({ view: 'list', which: 'open' })}>
            Omzien
          </a>
          {session && (
            <p class="bar__who">
              {session.member.name}
              {session.partner && <span class="bar__partner">{session.partner.name}</span>}
            </p>
          )}
          <div class="bar__tools">
            {LANGUAGES.filter((other) => other !== language).map((other) => (
              <span key={other} lang={other}>
                <Button weight="subtle" onClick={() => onLanguage(other)}>
                  {LANGUAGE[other].name}
                </Button>
              </span>
            ))}
            {session && (
              <Button weight="subtle" onClick={onSignOut}>
                {frame.signOut}
              </Button>
            )}
          </div>
        </div>
      </header>
      {session && <Menu route={route} role={session.member.role} />}
      <main id="main" tabIndex={-1} class="main">
        <div role="status">
          {notice && (
            <Alert kind={notice.kind}>
              <p class="utrecht-paragraph">{notice.text}</p>
            </Alert>
          )}
        </div>
        {children}
      </main>
      <footer class="foot">
        <p class="utrecht-paragraph">{frame.danger}</p>
      </footer>
    </div>
  );
}

/** Everything this role can go to. The current place says so to everybody, not by colour alone. */
function Menu({ route, role }: { route: Route; role: Role }) {
  const { frame, pages } = useTexts();
  const places = [
    { name: pages.signals, href: hrefOf({ view: 'list', which: 'open' }), here: route.view !== 'page' },
    ...pagesFor(role).map((page) => ({
      name: pages[page],
      href: hrefOf({ view: 'page', page }),
      here: route.view === 'page' && route.page === page,
    })),
  ];
  return (
    <nav class="menu" aria-label={frame.menu}>
      <ul class="menu__list">
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

/** The address bar belongs to the screens, so the jump is made by hand. */
function toMain(event: Event) {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
