import type { MaterialTexts } from '../console-material-texts.ts';

export const material: MaterialTexts = {
  title: 'Posters and cards',
  intro: 'Print a poster, cards or slips for a shop or organisation. Every place has its own QR code.',
  places: 'Places',
  none: 'There is no place yet. Add the first one.',
  counted: (from, until) => `Counted from ${from} up to and including ${until}.`,
  signals: (count) => (count === 1 ? '1 signal' : `${count} signals`),
  fewSignals: 'fewer than 5 signals',
  removed: 'Places that are gone',
  byPhone: 'By phone',
  selfTries: 'Chose “I will try it myself first”',
  fewSelfTries: 'fewer than 5 times',
  countedSelfTries: (count) => `${count} times`,
  whyNotExact: 'We do not show small numbers, so that nobody can tell who passed something on.',
  add: {
    button: 'Add a place',
    title: 'Add a place',
    intro: 'Where will the poster hang? The form knows the place at once.',
    name: 'Name of the place',
    nameHint: 'This name is on the poster and on the form. Do not enter a person’s name.',
    code: 'Code',
    codeHint: 'Lower-case letters, digits and dashes, such as apotheek-noord. The code is in the QR code.',
    kind: 'Who usually passes something on there?',
    kindHint: 'This will already be filled in on the form.',
    submit: 'Add',
    done: (name) => `${name} has been added. You can print now.`,
  },
  change: {
    button: 'Change or remove this place',
    title: (name) => `Change ${name}`,
    intro:
      'The code stays the same, because it is on what hangs there. That still works. Does it show the old name? Then print it again.',
    submit: 'Save',
    done: (name) => `${name} has been changed.`,
  },
  remove: {
    button: 'Remove this place',
    title: (name) => `Remove ${name}`,
    poster:
      'Take down what still hangs there. If somebody still scans the code, the ordinary form opens. It no longer names the place.',
    counts:
      'Signals from this place stay counted, under “Places that are gone”. Anything that still comes in through the code does not count for any place.',
    submit: 'Yes, remove this place',
    done: (name) => `${name} has been removed.`,
  },
  kit: {
    back: 'Back to the places',
    unknown: 'We do not know this place.',
    code: (code) => `Code: ${code}`,
    sheet: 'What do you want to print?',
    sheets: { poster: 'Poster', cards: 'Cards', slips: 'Slips' },
    hints: {
      poster: 'One poster on A4',
      cards: 'Four cards on A4, to put beside the till',
      slips: 'Two slips on A4, for people without a phone to hand',
    },
    language: 'In which language?',
    preview: (sheet) => `This is what it looks like: ${sheet.toLowerCase()}`,
    print: 'Print',
    printHint: 'Choose 100 per cent when you print, without margins. You can also save it as a PDF.',
  },
};
