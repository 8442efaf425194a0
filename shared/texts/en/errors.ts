import type { ErrorTexts } from '../errors.ts';

export const errors: ErrorTexts = {
  controls: {
    about: { any: 'Choose whether it is about someone else or about yourself.' },
    'address.postcode': {
      required: 'Enter a postcode. If you do not know it, enter the street and the town.',
      any: 'Enter a postcode with 4 digits and 2 letters, such as 1234 AB.',
    },
    'address.houseNumber': { any: 'Enter the house number, such as 12.' },
    'address.houseNumberAddition': { any: 'Enter only the addition, such as A or bis.' },
    'address.street': { required: 'Enter the street, or enter the postcode.' },
    'address.town': { required: 'Enter the town, or enter the postcode.' },
    reasons: { any: 'Choose at least one thing that you noticed.' },
    notSeenSince: { any: 'Choose how long you have not seen this person.' },
    explanation: { required: 'You chose “Something else”. Tell us briefly what you see.' },
    alreadyTried: { any: 'Choose what you have done already.' },
    residentKnows: { any: 'Choose yes or no.' },
    wishes: { any: 'Choose what you would like, or tell us in your own words.' },
    bestTime: { any: 'Choose when we can reach you.' },
    'reporter.kind': { any: 'Choose who you are.' },
    'reporter.phone': {
      phone: 'Enter a phone number with 10 digits, such as 06 12345678.',
      contact: 'Enter a phone number or an e-mail address. Then we can reach you.',
      any: 'Enter a phone number with 10 digits, such as 06 12345678.',
    },
    'reporter.email': {
      required: 'Enter your e-mail address. Then we can send you a message.',
      any: 'Enter an e-mail address, such as name@example.com.',
    },
    'reporter.mayBeContacted': { any: 'Tick the box again.' },
    'reporter.mayBeNamed': { any: 'Tick the box again.' },
    'reporter.wantsUpdates': { any: 'Tick the box again.' },
  },
  codes: {
    'too-long': 'Make “{label}” shorter. Use at most {max} characters.',
    'unreadable-characters': '“{label}” has a character that we cannot read. Type it again.',
    'one-line': 'Write “{label}” on one line.',
    any: 'Check “{label}” again.',
  },
};
