import type { MaterialTexts } from '../console-material-texts.ts';

export const material: MaterialTexts = {
  title: 'Posters and cards',
  intro: 'Print a poster, cards or slips for a shop or organisation. Every place has a QR code of its own.',
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
  whyNotExact: 'We do not show small numbers, so that nobody knows who passed something on.',
  add: {
    button: 'Add a place',
    title: 'Add a place',
    intro: 'Where will the poster hang? The form knows the place at once.',
    name: 'Name of the place',
    nameHint: 'This name is on the poster and on the form. Do not fill in the name of a person.',
    code: 'Code',
    codeHint: 'Small letters, digits and dashes, such as apotheek-noord. The code is in the QR code.',
    kind: 'Who mostly passes something on there?',
    kindHint: 'The form has this filled in already.',
    submit: 'Add',
    done: (name) => `${name} has been added. You can print now.`,
  },
  change: {
    button: 'Change this place or take it away',
    title: (name) => `Change ${name}`,
    intro:
      'The code stays the same, for it is printed. What hangs there still works. Does it show the old name? Then print it again.',
    submit: 'Save',
    done: (name) => `${name} was changed.`,
  },
  remove: {
    button: 'Take this place away',
    title: (name) => `Take ${name} away`,
    poster:
      'Remove what still hangs there. Does somebody scan the code all the same? Then the ordinary form opens. It does not name the place any more.',
    counts:
      'What the place brought stays counted, under “Places that are gone”. What still comes by the code counts for no place.',
    submit: 'Yes, take this place away',
    done: (name) => `${name} was taken away.`,
  },
  kit: {
    back: 'Back to the places',
    unknown: 'We do not know this place.',
    code: (code) => `Code: ${code}`,
    sheet: 'What do you want to print?',
    sheets: { poster: 'Poster', cards: 'Cards', slips: 'Slips' },
    hints: {
      poster: 'One poster on A4',
      cards: 'Four cards on A4, for beside the till',
      slips: 'Two slips on A4, for who has no phone at hand',
    },
    language: 'In which language?',
    preview: (sheet) => `This is what it looks like: ${sheet.toLowerCase()}`,
    print: 'Print',
    printHint: 'Choose 100 per cent when you print, without margins. You can also save it as a PDF.',
  },
};
