import type { PracticeTexts } from '../console-practice-texts.ts';

export const practice: PracticeTexts = {
  title: 'Practice',
  intro:
    'Send a partner a practice signal. That way people remember how it works, and you see whether our mail arrives.',
  facts: [
    'The e-mail and every screen say that it is a practice signal. The address does not exist.',
    'A practice signal does not count in the figures. It is erased automatically when the partner is done, or after 7 days.',
    'Nobody else is warned if the partner does not respond. You see it here.',
    'A partner without a real signal this month and in the three months before gets a practice signal every quarter.',
  ],
  none: 'There are no partners yet. Add them under Manage.',
  never: 'has not practised yet',
  attention: 'Needs attention',
  sentAt: 'Last practice signal',
  reaction: 'Response',
  reactions: {
    'in-time': (moment) => `in time: ${moment}`,
    late: (moment) => `late: ${moment}`,
    running: (moment) => `not yet, there is time until ${moment}`,
    none: (moment) => `did not respond before ${moment}`,
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
  send: 'Send a practice signal',
  sendTo: (name) => `Send a practice signal to ${name}`,
  running: 'The practice signal is still open.',
  sent: (name) => `The practice signal is on its way to ${name}. Refresh in a minute to see whether the mail arrived.`,
};
