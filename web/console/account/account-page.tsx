import { CONSOLE_ACCOUNT } from '#shared/texts/catalogues/console-account.ts';
import { PageHeading } from '../parts/page-heading.tsx';
import { useShell } from '../shell.ts';
import { ownIn } from '../texts.ts';
import { Passkeys } from './passkeys.tsx';
import { Sessions } from './sessions.tsx';

/** How one signs in, and where one is signed in. */
export function AccountPage() {
  const { language } = useShell();
  const texts = ownIn('console-account', CONSOLE_ACCOUNT[language], language);
  return (
    <>
      <PageHeading title={texts.title}>{texts.title}</PageHeading>
      <Passkeys texts={texts} />
      <Sessions texts={texts} />
    </>
  );
}
