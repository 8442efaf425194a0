import type { ComponentChildren } from 'preact';
import { LANGUAGES, type Language } from '#shared/domain/words.ts';
import { LANGUAGE } from '#shared/texts/catalogues/language.ts';
import { Alert } from '../parts/alert.tsx';
import { Button } from '../parts/button.tsx';
import { hrefOf, type Route } from '../route.ts';
import { serviceName } from '../service-name.ts';
import { type Notice, useShell } from '../shell.ts';
import { Menu } from './menu.tsx';
import { Reload } from './reload.tsx';
import { useFocusKept } from './use-focus-kept.ts';

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
  useFocusKept();
  return (
    <div class="frame">
      {/* biome-ignore lint/a11y/useValidAnchor: a skip link is a link to people, whatever moves the focus. */}
      <a class="utrecht-skip-link utrecht-skip-link--visible-on-focus skip-link" href="#main" onClick={toMain}>
        {frame.skip}
      </a>
      <header class="bar">
        <div class="bar__inner">
          <a class="bar__brand" href={hrefOf({ view: 'list', which: 'open' })}>
            <span class="logo" />
            <span>{serviceName()}</span>
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
              {notice.reload && <Reload />}
            </Alert>
          )}
        </div>
        {session && <LeftBehind route={route} />}
        {children}
      </main>
      <footer class="foot">
        <p class="utrecht-paragraph">
          <WithNumbers text={frame.danger} />
        </p>
      </footer>
    </div>
  );
}

/** What was not sent yet, on every screen but that of its own form, with the way back to it. */
function LeftBehind({ route }: { route: Route }) {
  const { texts, outbox } = useShell();
  const elsewhere = outbox.left.filter(
    ({ reference, act }) => route.view !== 'signal' || route.id !== reference || route.act !== act,
  );
  if (elsewhere.length === 0) return null;
  return (
    <div role="alert">
      {elsewhere.map(({ reference, act, state }) => (
        <Alert key={`${reference}/${act}`} kind="warning">
          <p class="utrecht-paragraph">{texts.form.leftBehind[state]}</p>
          <p class="utrecht-paragraph">
            <a class="utrecht-link utrecht-link--html-a" href={hrefOf({ view: 'signal', id: reference, act })}>
              {texts.form.toForm(texts.acts[act].title)}
            </a>
          </p>
        </Alert>
      ))}
    </div>
  );
}

/** Both are called at a door: one tap. A municipality may say the rest of the sentence in its own words. */
const WithNumbers = ({ text }: { text: string }) =>
  text.split(/\b(112|0900-8844)\b/).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <a key={part} class="utrecht-link utrecht-link--html-a" href={`tel:${part.replace('-', '')}`}>
        {part}
      </a>
    ),
  );

/** The address bar belongs to the screens, so the jump is made by hand. */
function toMain(event: Event) {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
