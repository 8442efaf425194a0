import { type FollowMailDeps, followMail } from '#shared/usecases/follow-mail.ts';
import { readMailEvent } from './read-mail-event.ts';

export type FollowMailEventsDeps = FollowMailDeps & {
  readonly onUnreadable: () => void;
};

/** What the mail service says of our mails, written on the signal and of the mailbox; the table's stream does the rest. A fault is thrown, so that it comes again. */
export const followMailEvents =
  (deps: FollowMailEventsDeps) =>
  async (event: unknown): Promise<void> => {
    const read = readMailEvent(event);
    if (read.kind === 'unreadable') deps.onUnreadable();
    if (read.kind === 'news') await followMail(deps, read.event);
  };
