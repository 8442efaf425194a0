import type { Rules } from '#shared/domain/settings.ts';
import type { SignalStore } from '#shared/ports/signal-store.ts';
import { ANY_MAILBOX, type WatchNotes } from '#shared/ports/watch-store.ts';
import { type MailEvent, recordMailEvent } from './record-mail-event.ts';

export type FollowMailDeps = {
  readonly signals: SignalStore;
  readonly rules: Rules;
  readonly watch: Pick<WatchNotes, 'heard'>;
};

/**
 * News of a mail, first on its signal and then of the mailbox that it went to, so that the coordinator sees whom mail reaches. Comes an event again,
 * both are done again.
 */
export async function followMail(deps: FollowMailDeps, event: MailEvent): Promise<void> {
  const mailbox = await recordMailEvent(deps, event);
  const { state, at } = event.news;
  if (!mailbox) return;
  if (state === 'delivered') {
    await deps.watch.heard(mailbox, { kind: 'delivered', at });
    await deps.watch.heard(ANY_MAILBOX, { kind: 'delivered', at });
  } else if (event.failure) await deps.watch.heard(mailbox, { kind: event.failure, at });
}
