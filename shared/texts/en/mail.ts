import type { MailTexts } from '../mail-texts.ts';

export const mail: MailTexts = {
  greeting: 'Dear colleague,',
  open: 'Open the signal',
  openHint: 'You sign in with a code that we mail to you. The link works for your team only.',
  reference: 'Number of the signal',
  noReply: 'This mail was sent automatically.',
  unknownNeighbourhood: 'a neighbourhood that is not known yet',
  moment: '{weekday} {day} {month} {hour}:{minute}',
  before: (moment) => `before ${moment}`,
  practice: {
    subject: (subject) => `Practice: ${subject}`,
    body: 'This is practice. There is no resident and you do not have to go anywhere. Open the signal and do what you would do otherwise. It shows us that our mail reaches you.',
  },
  messages: {
    notify: {
      subject: ({ neighbourhood, before }) => `New signal in ${neighbourhood}: shall we visit? Please look ${before}`,
      body: ({ neighbourhood, before }) => [
        `There is a signal for you in ${neighbourhood}.`,
        `Please look ${before} whether a visit is needed.`,
      ],
    },
    planned: {
      subject: ({ neighbourhood }) => `A visit is planned in ${neighbourhood}`,
      body: ({ neighbourhood, ownerName }) => [
        `For a signal in ${neighbourhood}, a visit is planned.`,
        `Sign in to see who goes, where and when. Is it not possible? Then tell ${ownerName}.`,
      ],
    },
    'remind-held': {
      subject: () => 'Reminder: a signal waits to be checked',
      body: ({ before }) => [
        'A signal still waits to be checked.',
        `Release it ${before}, or dismiss it with a reason.`,
      ],
    },
    'remind-triage': {
      subject: ({ neighbourhood, before }) => `Reminder: signal in ${neighbourhood}, please look ${before}`,
      body: ({ neighbourhood, before }) => [
        `A signal in ${neighbourhood} still waits for you.`,
        `Please look ${before} whether a visit is needed.`,
      ],
    },
    'remind-visit': {
      subject: ({ neighbourhood, before }) => `Reminder: visit in ${neighbourhood}, please go ${before}`,
      body: ({ neighbourhood, before }) => [
        `Nobody has been to the address of a signal in ${neighbourhood} yet.`,
        `Please go ${before}, or record what you did.`,
      ],
    },
    'remind-attempt': {
      subject: ({ neighbourhood, before }) => `Reminder: next attempt in ${neighbourhood}, please ${before}`,
      body: ({ neighbourhood, before }) => [
        `There is no contact yet about a signal in ${neighbourhood}.`,
        `Please try again ${before}.`,
      ],
    },
    'remind-choice': {
      subject: ({ neighbourhood }) => `Reminder: choose how to go on in ${neighbourhood}`,
      body: () => ['There is no contact after three attempts.', 'Please choose how to go on.'],
    },
    'remind-follow-up': {
      subject: ({ neighbourhood }) => `Has help started? Signal in ${neighbourhood}`,
      body: ({ neighbourhood, before }) => [
        `You are in contact with a resident in ${neighbourhood}.`,
        `Please find out ${before} whether help has started, and record it.`,
      ],
    },
    'escalate-held': {
      subject: () => 'Late: a signal waits to be checked',
      body: () => ['A signal should have been checked by now.', 'Please have somebody at the desk look at it.'],
    },
    'escalate-triage': {
      subject: ({ neighbourhood }) => `Late: signal in ${neighbourhood} has not been looked at`,
      body: ({ neighbourhood, ownerName }) => [
        `${ownerName} did not look in time at a signal in ${neighbourhood}.`,
        'Can you take it over, or see to it that somebody does?',
      ],
    },
    'escalate-visit': {
      subject: ({ neighbourhood }) => `Late: no visit for a signal in ${neighbourhood}`,
      body: ({ neighbourhood, ownerName }) => [
        `Nobody visited in time after a signal in ${neighbourhood}. It is with ${ownerName}.`,
        'Can you take it over, or see to it that somebody goes?',
      ],
    },
    'escalate-attempt': {
      subject: ({ neighbourhood }) => `Late: no new attempt for a signal in ${neighbourhood}`,
      body: ({ neighbourhood, ownerName }) => [
        `There is no contact yet about a signal in ${neighbourhood}. It is with ${ownerName}.`,
        'Can you take it over, or see to it that somebody tries again?',
      ],
    },
    'escalate-choice': {
      subject: ({ neighbourhood }) => `Late: choice about a signal in ${neighbourhood}`,
      body: () => ['There is no contact after three attempts.', 'Please choose how to go on.'],
    },
    'escalate-follow-up': {
      subject: ({ neighbourhood }) => `Late: has help started? Signal in ${neighbourhood}`,
      body: ({ neighbourhood, ownerName }) => [
        `Nobody recorded whether help has started after a signal in ${neighbourhood}. It is with ${ownerName}.`,
        'Can you find out?',
      ],
    },
    choose: {
      subject: ({ neighbourhood }) => `Three attempts, no contact: choose how to go on in ${neighbourhood}`,
      body: ({ ownerName }) => [
        `${ownerName} tried three times. There is no contact.`,
        'You choose: once more, another partner, or close.',
      ],
    },
    alarm: {
      subject: ({ neighbourhood }) => `Alarm: danger was seen at a signal in ${neighbourhood}`,
      body: ({ ownerName }) => [
        'Somebody saw danger, and was pointed to 112.',
        `The signal is with ${ownerName}. The coordinator and ${ownerName} both get this mail.`,
        'Please look at once what is needed. Then record how it was handled.',
      ],
    },
    request: {
      subject: () => 'A resident has a request. Answer within a month',
      body: () => [
        'A resident asks something: with the code of the letter, or at the door.',
        'See what it is, and answer it within a month.',
      ],
    },
    'request-told': {
      subject: ({ neighbourhood }) => `Wait with visiting: a resident in ${neighbourhood} has a request`,
      body: () => [
        'The resident asked the municipality something about the signal.',
        'See what it is before you visit or call. The coordinator answers the request.',
      ],
    },
    'remind-request': {
      subject: () => 'One more week: a request of a resident waits for an answer',
      body: () => ['A request of a resident has not been answered yet.', 'The law asks for an answer within a month.'],
    },
    'warn-inform': {
      subject: ({ neighbourhood }) => `Tell the resident about the signal in ${neighbourhood}`,
      body: () => [
        'The resident must know within a month that there is a signal. The privacy law (GDPR) says so.',
        'Hand over or send the letter, and record it.',
      ],
    },
    'warn-expiry': {
      subject: ({ neighbourhood }) => `A signal in ${neighbourhood} is about to disappear`,
      body: () => ['Nobody closed this signal. In a few days we erase it.', 'Close it, or record what you still do.'],
    },
    'warn-undecided': {
      subject: ({ neighbourhood }) => `Has the resident in ${neighbourhood} decided?`,
      body: () => [
        'The resident was still thinking: may the data stay? In a few days we erase the signal.',
        'Do you know the answer? Please record it.',
      ],
    },
  },
  reporter: {
    greeting: 'Dear reporter,',
    status: 'How is it going? Look at',
    thanks: 'Thank you for looking out for somebody else.',
    'update-received': {
      subject: 'We have received your signal',
      body: ['We have received your signal.', 'People from the neighbourhood will look at it.'],
    },
    'update-picked-up': {
      subject: 'Your signal has been picked up',
      body: [
        'People from the neighbourhood are working on your signal.',
        'We do not tell what comes of it. That is up to the resident.',
      ],
    },
    'update-closed': {
      subject: 'Your signal has been closed',
      body: ['Your signal has been closed.', 'We have erased your name and contact details.'],
    },
  },
  resident: {
    greeting: 'Dear resident,',
    status: 'How is it going? Look at',
    thanks: 'Thank you for letting us know.',
    'update-received': {
      subject: 'We have received your signal',
      body: ['We have received your signal.', 'Somebody will contact you, in the way that you chose.'],
    },
    'update-picked-up': {
      subject: 'Your signal has been picked up',
      body: [
        'People from the neighbourhood are working on your signal.',
        'They will contact you. You decide what happens next.',
      ],
    },
    'update-closed': {
      subject: 'Your signal has been closed',
      body: [
        'Your signal has been closed.',
        'We have erased your name, phone number and e-mail address. The rest is erased later, by itself.',
        'Do you want everything gone now? Call us and mention the number.',
      ],
    },
  },
  code: {
    subject: 'Your code to sign in',
    body: ['Your code:', 'It works for 10 minutes, only in the window in which you asked for it.'],
    ignore: 'Did you not ask for a code? Then you need not do anything.',
  },
  teamMailbox: {
    subject: 'Sign in with your own work address',
    body: [
      'Somebody asked for a code with this address. It is the mailbox of a team. You sign in with a work address of your own.',
      'Ask for a code again, with your own work address. It will arrive there.',
      'Does that not work? Then we do not know your address yet. The coordinator of the municipality can add you.',
    ],
    ignore: 'Did you not ask for a code? Then you need not do anything.',
  },
  passkeys: {
    added: {
      subject: 'A passkey was made for your account',
      body: ['A new passkey was made for your account. You can sign in with it.'],
    },
    removed: {
      subject: 'A passkey was removed from your account',
      body: ['A passkey was removed from your account. It is no longer possible to sign in with that passkey.'],
    },
    reset: {
      subject: 'Your passkeys were removed',
      body: [
        'The coordinator of the municipality removed all your passkeys. You are signed out everywhere.',
        'Sign in with a code by mail next time. After that you can make a new passkey.',
      ],
    },
    notYou: 'Did you not do this or ask for it? Then call the coordinator of the municipality at once.',
  },
  digest: {
    subject: (count) => `${count} ${count === 1 ? 'signal is' : 'signals are'} late`,
    body: 'These signals wait longer than agreed:',
    line: (ownerName, count) => `${ownerName}: ${count}`,
    open: 'Open the list',
  },
};
