import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { SessionView } from '#shared/contracts/console.ts';
import type { Language } from '#shared/domain/words.ts';
import { LANGUAGE } from '#shared/texts/catalogues/language.ts';
import { draftKey } from './acts/work.ts';
import { call } from './api/client.ts';
import type { Trouble } from './api/trouble.ts';
import { rememberCodeAsked } from './code-asked.ts';
import { createDrafts } from './drafts.ts';
import { rememberedLanguage, rememberLanguage } from './language.ts';
import type { ListFilter } from './list-filter.ts';
import { useOutbox } from './outbox.ts';
import { Loading } from './parts/loading.tsx';
import { NotLoaded } from './parts/not-loaded.tsx';
import { PageHeading } from './parts/page-heading.tsx';
import { hrefOf, type Route } from './route.ts';
import { type Notice, type Shell, ShellProvider, useShell } from './shell.ts';
import { loadTexts, textsIn } from './texts.ts';
import { useAskBeforeLeaving } from './use-ask-before-leaving.ts';
import { useOwnTexts } from './use-own-texts.ts';
import { useRoute } from './use-route.ts';
import { Frame } from './views/frame.tsx';
import { ListScreen } from './views/list-screen.tsx';
import { PageScreen } from './views/page-screen.tsx';
import { PasskeyNeeded, PasskeyOffer } from './views/passkey-offer.tsx';
import { SignInScreen } from './views/sign-in-screen.tsx';
import { SignalScreen } from './views/signal-screen.tsx';
import { UnknownScreen } from './views/unknown-screen.tsx';
import { whyNotThere } from './why-not-there.ts';

type Session =
  | { readonly kind: 'asking' }
  | { readonly kind: 'unknown'; readonly trouble: Trouble }
  | { readonly kind: 'out'; readonly ended: boolean }
  | { readonly kind: 'in'; readonly view: SessionView };

export function App() {
  const [language, setLanguage] = useLanguage();
  const [session, setSession] = useState<Session>({ kind: 'asking' });
  const [notice, setNotice] = useState<Notice>();
  const nextNotice = useRef<Notice>(undefined);
  const drafts = useRef(createDrafts()).current;
  useAskBeforeLeaving(drafts.wouldBeMissed);
  const lastMember = useRef<string>(undefined);
  const { route, replace } = useRoute(
    useCallback(() => {
      setNotice(nextNotice.current);
      nextNotice.current = undefined;
    }, []),
  );

  const outbox = useOutbox({
    me: session.kind === 'in' && session.view.mayRead ? session.view.member.id : undefined,
    onSaved: ({ act, reference }) => {
      drafts.drop(draftKey(reference, act));
      setNotice({ kind: 'ok', text: textsIn(language).acts[act].done });
    },
    onSessionEnded: () => setSession({ kind: 'out', ended: true }),
  });

  const askSession = async () => {
    setSession({ kind: 'asking' });
    const reply = await call('GET /v1/console/sessions/current', {});
    if (reply.kind === 'ok') return signedIn(reply.answer);
    setSession(reply.kind === 'not-signed-in' ? { kind: 'out', ended: false } : { kind: 'unknown', trouble: reply });
  };
  const forgetAll = () => {
    drafts.dropAll();
    outbox.dropAll();
  };
  const forget = (reference: string) => {
    drafts.dropOf(reference);
    outbox.dropOf(reference);
  };
  const signedIn = (view: SessionView) => {
    // Somebody else at the same screen does not get to see what the one before was typing.
    if (lastMember.current !== view.member.id) forgetAll();
    lastMember.current = view.member.id;
    setNotice(undefined);
    setSession({ kind: 'in', view });
  };
  const go = (to: Route, said?: Notice) => {
    if (location.hash === hrefOf(to)) return setNotice(said);
    nextNotice.current = said;
    replace(to);
  };
  const signOut = async () => {
    const reply = await call('DELETE /v1/console/sessions/current', {});
    if (reply.kind !== 'ok' && reply.kind !== 'not-signed-in')
      return setNotice({ kind: 'error', text: textsIn(language).session.signOutFailed });
    signedOut(textsIn(language).session.signedOut);
  };
  const signedOut = (said: string) => {
    forgetAll();
    rememberCodeAsked(undefined);
    setSession({ kind: 'out', ended: false });
    go({ view: 'sign-in' }, { kind: 'ok', text: said });
  };
  const passkeyMade = async () => {
    const reply = await call('GET /v1/console/sessions/current', {});
    if (reply.kind !== 'ok') return setSession({ kind: 'out', ended: true });
    signedIn(reply.answer);
    setNotice({ kind: 'ok', text: textsIn(language).passkeyOffer.made });
  };

  const speak = (chosen: Language) =>
    void setLanguage(chosen).catch(async () => {
      const why = await whyNotThere();
      const { newVersion, troubles } = textsIn(language).loading;
      setNotice({
        kind: 'error',
        ...(why === 'new-version' ? { text: newVersion, reload: true } : { text: troubles[why] }),
      });
    });
  const lookAtTexts = useOwnTexts(session.kind === 'in', hrefOf(route));

  // Asked once, when the page opens.
  useEffect(() => void askSession(), []);

  const shell: Shell = {
    language,
    texts: textsIn(language),
    session: session.kind === 'in' ? session.view : undefined,
    drafts,
    outbox,
    forget,
    go,
    signedIn,
    signedOut,
    route,
    lookAtTexts,
    sessionEnded: () => setSession({ kind: 'out', ended: true }),
  };
  return (
    <ShellProvider value={shell}>
      <Frame route={route} notice={notice} onLanguage={speak} onSignOut={signOut}>
        <Screen session={session} route={route} onRetry={askSession} onPasskey={passkeyMade} />
      </Frame>
    </ShellProvider>
  );
}

type ScreenProps = { session: Session; route: Route; onRetry: () => void; onPasskey: () => void };

function Screen({ session, route, onRetry, onPasskey }: ScreenProps) {
  switch (session.kind) {
    case 'asking':
      return <Loading />;
    case 'unknown':
      return <Unknown trouble={session.trouble} onRetry={onRetry} />;
    case 'out':
      return <SignInScreen ended={session.ended} />;
    case 'in':
      if (!session.view.mayRead) return <PasskeyNeeded onMade={onPasskey} />;
      return (
        <>
          <Place route={route} />
          {/* Never under a form, at a door. */}
          {session.view.offerPasskey && route.view === 'list' && <PasskeyOffer onMade={onPasskey} />}
        </>
      );
  }
}

const EVERYTHING: ListFilter = {};

function Place({ route }: { route: Route }) {
  switch (route.view) {
    case 'signal':
      return <SignalScreen key={route.id} id={route.id} act={route.act} />;
    case 'page':
      return <PageScreen key={route.page} page={route.page} />;
    case 'list':
      return <ListScreen key={route.which} which={route.which} filter={route.filter ?? EVERYTHING} />;
    case 'unknown':
      return <UnknownScreen key={route.what} what={route.what} />;
    case 'sign-in':
      return <ToList />;
  }
}

/** Signed in already: the sign-in page has nothing to do. */
function ToList() {
  const { go } = useShell();
  useEffect(() => go({ view: 'list', which: 'open' }), []);
  return null;
}

function Unknown({ trouble, onRetry }: { trouble: Trouble; onRetry: () => void }) {
  const texts = textsIn(rememberedLanguage());
  return (
    <>
      <PageHeading title={texts.loading.failed}>{texts.loading.failed}</PageHeading>
      <NotLoaded trouble={trouble} onRetry={onRetry} />
    </>
  );
}

function useLanguage(): [Language, (language: Language) => Promise<void>] {
  const [language, setLanguage] = useState(rememberedLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = LANGUAGE[language].direction;
  }, [language]);
  return [
    language,
    async (chosen) => {
      await loadTexts(chosen);
      rememberLanguage(chosen);
      setLanguage(chosen);
    },
  ];
}
