import type { ErrorTexts } from '../errors.ts';

export const errors: ErrorTexts = {
  controls: {
    about: { any: 'Choose whether it is about someone else or about yourself.' },
    'address.postcode': {
      required: 'Fill in a postcode. Do you not know it? Then fill in the street and the town.',
      any: 'Fill in a postcode with 4 digits and 2 letters, such as 1234 AB.',
    },
    'address.houseNumber': { any: 'Fill in the house number, such as 12.' },
    'address.houseNumberAddition': { any: 'Fill in the addition only, such as A or bis.' },
    'address.street': { required: 'Fill in the street, or fill in the postcode.' },
    'address.town': { required: 'Fill in the town, or fill in the postcode.' },
    reasons: { any: 'Choose at least one thing that you notice.' },
    notSeenSince: { any: 'Choose how long you have not seen this person.' },
    explanation: { required: 'You chose “Something else”. Tell us briefly what you see.' },
    alreadyTried: { any: 'Choose what you have done already.' },
    residentKnows: { any: 'Choose yes or no.' },
    wishes: { any: 'Choose what you would like, or tell us in your own words.' },
    bestTime: { any: 'Choose when we can reach you.' },
    'reporter.kind': { any: 'Choose who you are.' },
    'reporter.phone': {
      phone: 'Fill in a phone number with 10 digits, such as 06 12345678.',
      contact: 'Fill in a phone number or an e-mail address. Then we can reach you.',
      any: 'Fill in a phone number with 10 digits, such as 06 12345678.',
    },
    'reporter.email': {
      required: 'Fill in your e-mail address. Then we can send you a message.',
      any: 'Fill in an e-mail address, such as name@example.com.',
    },
    'reporter.mayBeContacted': { any: 'Tick the box again.' },
    'reporter.mayBeNamed': { any: 'Tick the box again.' },
    'reporter.wantsUpdates': { any: 'Tick the box again.' },
  },
  codes: {
    'too-long': 'Make “{label}” shorter. Use {max} characters at most.',
    'unreadable-characters': '“{label}” has a character that we cannot read. Type it again.',
    'one-line': 'Write “{label}” on one line.',
    any: 'Check “{label}” once more.',
  },
};
