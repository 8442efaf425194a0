import type { PracticeTexts } from '../console-practice-texts.ts';

export const practice: PracticeTexts = {
  title: 'Practice',
  intro: 'Send a partner a practice signal. People keep knowing how it works, and you see whether our mail arrives.',
  facts: [
    'The mail and every screen say that it is practice. The address does not exist.',
    'Practice does not count in the figures. After 7 days, or when the partner closes it, it is erased by itself.',
    'Nobody else is warned when the partner does not react. You see it here.',
    'Who had no real signal for 90 days gets practice every quarter.',
  ],
  none: 'There are no partners yet. Add them under Manage.',
  never: 'has not practised yet',
  attention: 'Needs attention',
  sentAt: 'Last practice',
  reaction: 'Reaction',
  reactions: {
    'in-time': (moment) => `in time: ${moment}`,
    late: (moment) => `late: ${moment}`,
    running: (moment) => `not yet, there is time until ${moment}`,
    none: (moment) => `did not react before ${moment}`,
  },
  mail: 'Mail',
  mails: {
    arrived: 'arrived',
    failed: 'did not arrive: check the mail address under Manage',
    'under-way': 'sent, not confirmed yet',
  },
  mailFails:
    'Mail about a signal did not arrive. Tell the partner about that signal, and check the mail address under Manage.',
  lastReal: 'Last real signal',
  noReal: 'not this year or last year',
  send: 'Send practice',
  sendTo: (name) => `Send practice to ${name}`,
  running: 'The practice is still running.',
  sent: (name) => `The practice is on its way to ${name}. Refresh in a minute to see whether the mail arrived.`,
};
