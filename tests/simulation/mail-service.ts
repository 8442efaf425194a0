import type { Mail } from '#shared/ports/mailer.ts';
import type { Dice } from './dice.ts';
import type { Played } from './played.ts';
import { hours, minutes, seconds, type Timeline } from './timeline.ts';
import { isIn, type Weather } from './weather.ts';

/** What becomes of mail to one mailbox. `unseen`: it arrives, but no event says so. `gone`: nothing is ever heard of it. */
export const FATES = [
  'delivered',
  'unseen',
  'gone',
  'bounced',
  'returned',
  'suppressed',
  'complained',
  'rejected',
  'refused',
] as const;
type Fate = (typeof FATES)[number];
type Habits = Readonly<Record<Fate, number>>;

const GOOD: Habits = {
  delivered: 96,
  unseen: 1,
  gone: 1,
  bounced: 0.4,
  returned: 0.6,
  suppressed: 0.2,
  complained: 0.2,
  rejected: 0.2,
  refused: 0.4,
};
const only = (fate: Fate): Habits => ({ ...noHabit, [fate]: 1 });
const noHabit: Habits = {
  delivered: 0,
  unseen: 0,
  gone: 0,
  bounced: 0,
  returned: 0,
  suppressed: 0,
  complained: 0,
  rejected: 0,
  refused: 0,
};
const FLAKY: Habits = {
  ...GOOD,
  delivered: 40,
  gone: 10,
  bounced: 10,
  returned: 15,
  unseen: 10,
  complained: 5,
  refused: 5,
};

const EVENTS: Partial<Record<Fate, readonly [eventType: string, particulars: object]>> = {
  delivered: ['Delivery', { delivery: {} }],
  bounced: ['Bounce', { bounce: { bounceType: 'Permanent' } }],
  returned: ['Bounce', { bounce: { bounceType: 'Transient' } }],
  suppressed: ['Bounce', { bounce: { bounceType: 'Permanent', bounceSubType: 'OnAccountSuppressionList' } }],
  complained: ['Complaint', { complaint: {} }],
  rejected: ['Reject', { reject: {} }],
};

export type MailService = {
  send(mail: Mail): Promise<'sent' | 'refused'>;
};

/** A mail service with good and bad mailboxes. Tells `onArrival` what somebody can read and `onEvent` what SES would publish. */
export function mailServiceOf({
  line,
  dice,
  weather,
  played,
  onAccepted,
  onArrival,
  onEvent,
  onHeard,
  onUnheard,
}: {
  readonly line: Timeline;
  readonly dice: Dice;
  readonly weather: Weather;
  readonly played: Played;
  /** Handed over, for better or worse. */
  readonly onAccepted: (mail: Mail) => void;
  readonly onArrival: (mail: Mail) => void;
  readonly onEvent: (mail: Mail, event: unknown) => void;
  readonly onHeard: (mail: Mail) => void;
  /** From this moment on the service knows, or should have understood, that the mail did not arrive. */
  readonly onUnheard: (mail: Mail, fromMs: number) => void;
}): MailService {
  const habits = new Map<string, Habits>();
  const habitsOf = (to: string): Habits => {
    const known = habits.get(to);
    if (known) return known;
    const made = habit(dice, to);
    habits.set(to, made);
    return made;
  };

  /** Gives the milliseconds until the first event. */
  const publish = (mail: Mail, fate: Fate): number => {
    const told = EVENTS[fate];
    if (!told || !mail.about) return Number.POSITIVE_INFINITY;
    const [eventType, particulars] = told;
    const sentAt = new Date(line.nowMs()).toISOString();
    const tell = (delayMs: number): void =>
      line.after(delayMs, () => {
        const event = {
          time: new Date(Math.floor(line.nowMs() / 1_000) * 1_000).toISOString(),
          detail: {
            eventType,
            ...particulars,
            mail: { timestamp: sentAt, tags: { signal: [mail.about?.signalId], effect: [mail.about?.effect] } },
          },
        };
        if (fate === 'delivered') onHeard(mail);
        onEvent(mail, event);
      });
    // Also at once: before the sender has written down that it sent it.
    const delay = dice.chance(0.2) ? 0 : fate === 'returned' ? dice.wait(hours(1)) : dice.wait(seconds(8));
    tell(delay);
    if (dice.chance(0.05)) tell(delay + dice.wait(minutes(20)));
    // Who complains has had it; the news of that may come after the complaint.
    if (fate === 'complained' && dice.chance(0.5)) line.after(delay / 2, () => void publish(mail, 'delivered'));
    return delay;
  };

  return {
    async send(mail) {
      if (isIn(weather.mailDown, line.nowMs())) {
        played.note('mail down');
        throw Object.assign(new Error('down: Kanarie'), { name: 'ServiceUnavailable' });
      }
      const fate = dice.weighted(habitsOf(mail.to));
      played.note(`mail was ${fate}`);
      onAccepted(mail);
      if (fate === 'delivered' || fate === 'unseen' || fate === 'complained')
        line.after(dice.wait(seconds(10)), () => onArrival(mail));
      const heardAfter = publish(mail, fate);
      if (fate === 'refused') onUnheard(mail, line.nowMs());
      else if (fate !== 'delivered' && fate !== 'complained')
        onUnheard(mail, line.nowMs() + Math.min(minutes(15), heardAfter));
      return fate === 'refused' ? 'refused' : 'sent';
    },
  };
}

function habit(dice: Dice, to: string): Habits {
  // Of two mailboxes of the municipality one works, or nobody could ever hear of anything.
  if (to.startsWith('coordinator-2')) return only('delivered');
  switch (dice.weighted({ good: 70, flaky: 15, bounced: 3, suppressed: 3, gone: 5, refused: 2, returned: 2 })) {
    case 'good':
      return GOOD;
    case 'flaky':
      return FLAKY;
    case 'bounced':
      return only('bounced');
    case 'suppressed':
      return only('suppressed');
    case 'gone':
      return only('gone');
    case 'refused':
      return only('refused');
    case 'returned':
      return only('returned');
  }
}
