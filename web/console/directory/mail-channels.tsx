import type { MailboxView } from '#shared/contracts/directory.ts';
import { Several } from '../parts/facts.tsx';
import { hrefOf } from '../route.ts';
import { useShell } from '../shell.ts';
import { momentInWords } from '../time-in-words.ts';
import { useNow } from '../use-now.ts';
import { type Partner, useDirectoryTexts, useKnown } from './directory-texts.ts';

/** Those of a partner, in their order. One that was added a moment ago is not in what was loaded. */
function useChannelsOf({ mailbox, secondMailbox }: Partner): readonly MailboxView[] {
  const { mailboxes } = useKnown().directory;
  return [mailbox, ...(secondMailbox ? [secondMailbox] : [])].map(
    (address) => mailboxes.find((one) => one.mailbox === address) ?? { mailbox: address, state: 'unknown' },
  );
}

export const useMailFails = (partner: Partner): boolean =>
  useChannelsOf(partner).some(({ state }) => state === 'in-trouble');

/** Each mailbox of a partner, and whether mail reaches it. */
export function MailChannels({ partner }: { partner: Partner }) {
  const { texts: common } = useShell();
  const { partners: texts } = useDirectoryTexts();
  const inWords = useChannelInWords();
  const channels = useChannelsOf(partner);
  return (
    <>
      <Several texts={channels.map(inWords)} />
      {channels.some(({ state }) => state === 'in-trouble') && (
        <p class="utrecht-paragraph">
          {texts.mail.todo}{' '}
          <a class="utrecht-link utrecht-link--html-a" href={hrefOf({ view: 'page', page: 'practice' })}>
            {common.pages.practice}
          </a>
        </p>
      )}
    </>
  );
}

function useChannelInWords(): (channel: MailboxView) => string {
  const { language } = useShell();
  const now = useNow();
  const { mail } = useDirectoryTexts().partners;
  return ({ mailbox, state, at, trouble = 'silent' }) => {
    const moment = at === undefined ? '' : momentInWords(at, { language, now });
    switch (state) {
      case 'unknown':
        return mail.unknown(mailbox);
      case 'arrives':
        return mail.arrives(mailbox, moment);
      case 'in-trouble':
        return mail.inTrouble(mailbox, moment, mail.why[trouble]);
    }
  };
}
