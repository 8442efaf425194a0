import type { MailTexts } from '../mail-texts.ts';

export const mail: MailTexts = {
  greeting: 'Dear colleague,',
  open: 'Open the signal',
  openHint: 'You sign in with a code that we e-mail to you. The link only works for your team.',
  reference: 'Reference number of the signal',
  noReply: 'This mail was sent automatically.',
  unknownNeighbourhood: 'a neighbourhood that is not known yet',
  moment: '{weekday} {day} {month} {hour}:{minute}',
  before: (moment) => `before ${moment}`,
  practice: {
    subject: (subject) => `Practice: ${subject}`,
    body: 'This is a practice signal. There is no resident and you do not have to go anywhere. Open the signal and do what you would normally do. That shows us that our mail reaches you.',
  },
  messages: {
    notify: {
      subject: ({ neighbourhood, before }) => `New signal in ${neighbourhood}: shall we visit? Please decide ${before}`,
      body: ({ neighbourhood, before }) => [
        `There is a signal for you in ${neighbourhood}.`,
        `Please decide ${before} whether a visit is needed.`,
      ],
    },
    planned: {
      subject: ({ neighbourhood }) => `A visit is planned in ${neighbourhood}`,
      body: ({ neighbourhood, ownerName }) => [
        `A visit is planned for a signal in ${neighbourhood}.`,
        `Sign in to see who is going, where and when. If it cannot go ahead, tell ${ownerName}.`,
      ],
    },
    'called-off': {
      subject: ({ neighbourhood }) => `Do not go: a visit in ${neighbourhood} is off`,
      body: ({ neighbourhood }) => [
        `A visit in ${neighbourhood} was planned for you. It is off. Please do not go there.`,
        'Would you like to know why? Ask your own team.',
      ],
    },
    'cannot-go': {
      subject: ({ neighbourhood, before }) => `Find somebody else for a visit in ${neighbourhood}, please ${before}`,
      body: ({ neighbourhood, before }) => [
        `A planned visit in ${neighbourhood} is off. The visitor cannot go.`,
        `Plan somebody else ${before}, or go yourself.`,
      ],
    },
    declined: {
      subject: ({ neighbourhood }) => `The backup cannot: signal in ${neighbourhood}`,
      body: ({ neighbourhood, ownerName }) => [
        `For a signal in ${neighbourhood} the backup was asked. They cannot right now.`,
        `The signal is with ${ownerName}. Call them, or hand it over to somebody else.`,
      ],
    },
    'remind-held': {
      subject: () => 'Reminder: a signal is waiting to be checked',
      body: ({ before }) => [
        'A signal is still waiting to be checked.',
        `Release it ${before}, or dismiss it with a reason.`,
      ],
    },
    'remind-triage': {
      subject: ({ neighbourhood, before }) => `Reminder: signal in ${neighbourhood}, please decide ${before}`,
      body: ({ neighbourhood, before }) => [
        `A signal in ${neighbourhood} is still waiting for you.`,
        `Please decide ${before} whether a visit is needed.`,
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
      subject: ({ neighbourhood, before }) => `Reminder: next attempt in ${neighbourhood}, please try ${before}`,
      body: ({ neighbourhood, before }) => [
        `There has been no contact yet about a signal in ${neighbourhood}.`,
        `Please try again ${before}.`,
      ],
    },
    'remind-choice': {
      subject: ({ neighbourhood }) => `Reminder: choose how to go on in ${neighbourhood}`,
      body: () => ['There has been no contact after three attempts.', 'Please choose how to go on.'],
    },
    'remind-follow-up': {
      subject: ({ neighbourhood }) => `Has help started? Signal in ${neighbourhood}`,
      body: ({ neighbourhood, before }) => [
        `You are in contact with a resident in ${neighbourhood}.`,
        `Please find out ${before} whether help has started, and record it.`,
      ],
    },
    'escalate-held': {
      subject: () => 'Late: a signal is waiting to be checked',
      body: () => ['A signal should have been checked by now.', 'Please have somebody at the desk look at it.'],
    },
    'escalate-triage': {
      subject: ({ neighbourhood }) => `Late: signal in ${neighbourhood} has not been looked at`,
      body: ({ neighbourhood, ownerName }) => [
        `${ownerName} did not look at a signal in ${neighbourhood} in time.`,
        'Can you take it over, or make sure that somebody does?',
      ],
    },
    'escalate-visit': {
      subject: ({ neighbourhood }) => `Late: no visit for a signal in ${neighbourhood}`,
      body: ({ neighbourhood, ownerName }) => [
        `Nobody visited in time for a signal in ${neighbourhood}. It is with ${ownerName}.`,
        'Can you take it over, or make sure that somebody goes?',
      ],
    },
    'escalate-attempt': {
      subject: ({ neighbourhood }) => `Late: no new attempt for a signal in ${neighbourhood}`,
      body: ({ neighbourhood, ownerName }) => [
        `There has been no contact yet about a signal in ${neighbourhood}. It is with ${ownerName}.`,
        'Can you take it over, or make sure that somebody tries again?',
      ],
    },
    'escalate-choice': {
      subject: ({ neighbourhood }) => `Late: your choice about a signal in ${neighbourhood}`,
      body: () => ['There has been no contact after three attempts.', 'Please choose how to go on.'],
    },
    'escalate-follow-up': {
      subject: ({ neighbourhood }) => `Late: has help started? Signal in ${neighbourhood}`,
      body: ({ neighbourhood, ownerName }) => [
        `Nobody has recorded whether help has started for a signal in ${neighbourhood}. It is with ${ownerName}.`,
        'Can you find out?',
      ],
    },
    choose: {
      subject: ({ neighbourhood }) => `Three attempts, no contact: choose how to go on in ${neighbourhood}`,
      body: ({ ownerName }) => [
        `${ownerName} has tried three times. There has been no contact.`,
        'You choose: once more, a letter, another partner, or close.',
      ],
    },
    alarm: {
      subject: ({ neighbourhood }) => `Alarm: danger reported for a signal in ${neighbourhood}`,
      body: ({ ownerName }) => [
        'Somebody saw danger, and was told to call 112.',
        `The signal is with ${ownerName}. The coordinator and ${ownerName} both get this mail.`,
        'Please find out at once what is needed. Then record how it was handled.',
      ],
    },
    request: {
      subject: () => 'A resident has made a request. Answer within a month',
      body: () => [
        'A resident has asked for something, with the code on the letter or at the door.',
        'See what it is, and answer it within a month.',
      ],
    },
    'request-told': {
      subject: ({ neighbourhood }) => `Do not visit yet: a resident in ${neighbourhood} has made a request`,
      body: () => [
        'The resident has asked the municipality something about the signal.',
        'See what it is before you visit or call. The coordinator will answer the request.',
      ],
    },
    'remind-request': {
      subject: () => 'One week left: a resident’s request is waiting for an answer',
      body: () => ['A resident’s request has not been answered yet.', 'By law it must be answered within a month.'],
    },
    'warn-inform': {
      subject: ({ neighbourhood }) => `Tell the resident about the signal in ${neighbourhood}`,
      body: () => [
        'The resident must be told about the signal within a month. The privacy law (GDPR) says so.',
        'Hand over or send the letter, and record it.',
      ],
    },
    'warn-expiry': {
      subject: ({ neighbourhood }) => `A signal in ${neighbourhood} is about to disappear`,
      body: () => [
        'Nobody has closed this signal. In a few days we will erase it.',
        'Close it, or record what you are still doing.',
      ],
    },
    'warn-undecided': {
      subject: ({ neighbourhood }) => `May the data stay? Signal in ${neighbourhood}`,
      body: () => [
        'The resident was still thinking: may the data stay? In a few days we will erase the signal.',
        'Do you know the answer? Please record it.',
      ],
    },
  },
  reporter: {
    greeting: 'Dear reporter,',
    status: 'How is it going? See',
    thanks: 'Thank you for looking out for somebody else.',
    'update-received': {
      subject: 'We have received your signal',
      body: ['We have received your signal.', 'People from the neighbourhood will look at it.'],
    },
    'update-picked-up': {
      subject: 'Your signal has been picked up',
      body: [
        'People from the neighbourhood are working on your signal.',
        'We will not tell you what comes of it. That is private to the resident.',
      ],
    },
    'update-closed': {
      subject: 'Your signal has been closed',
      body: ['Your signal has been closed.', 'We have erased your name and contact details.'],
    },
  },
  resident: {
    greeting: 'Dear resident,',
    status: 'How is it going? See',
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
        'We have erased your name, phone number and e-mail address. The rest will be erased automatically later.',
        'Do you want everything gone now? Call us and give the reference number.',
      ],
    },
  },
  code: {
    subject: 'Your sign-in code',
    body: ['Your code:', 'It works for 10 minutes, and only in the window where you asked for it.'],
    ignore: 'Did you not ask for a code? Then you do not have to do anything.',
  },
  teamMailbox: {
    subject: 'Sign in with your own e-mail address',
    body: [
      'Somebody asked for a code with this address. It belongs to a team. You sign in with an e-mail address of your own.',
      'Ask for a code again, with your own e-mail address. It will arrive there.',
      'If that does not work, we do not know your address yet. The coordinator of the municipality can add you.',
    ],
    ignore: 'Did you not ask for a code? Then you do not have to do anything.',
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
    body: 'These signals have been waiting longer than agreed:',
    line: (ownerName, count) => `${ownerName}: ${count}`,
    open: 'Open the list',
  },
};
