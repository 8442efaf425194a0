import type { MaterialTexts } from '../console-material-texts.ts';

export const material: MaterialTexts = {
  title: 'Posters en kaartjes',
  intro: 'Print een poster, kaartjes of briefjes voor een winkel of organisatie. Elke plek heeft een eigen QR-code.',
  places: 'Plekken',
  none: 'Er is nog geen plek. Voeg de eerste toe.',
  counted: (from, until) => `Geteld van ${from} tot en met ${until}.`,
  signals: (count) => (count === 1 ? '1 signaal' : `${count} signalen`),
  fewSignals: 'minder dan 5 signalen',
  removed: 'Plekken die weg zijn',
  byPhone: 'Via de telefoon',
  selfTries: 'Koos voor “Ik probeer het eerst zelf”',
  fewSelfTries: 'minder dan 5 keer',
  countedSelfTries: (count) => `${count} keer`,
  whyNotExact: 'Kleine aantallen tonen wij niet. Zo weet niemand wie iets doorgaf.',
  add: {
    button: 'Voeg een plek toe',
    title: 'Een plek toevoegen',
    intro: 'Waar komt de poster te hangen? Het formulier kent de plek meteen.',
    name: 'Naam van de plek',
    nameHint: 'Deze naam staat op de poster en op het formulier. Vul geen naam van een persoon in.',
    code: 'Code',
    codeHint: 'Kleine letters, cijfers en streepjes, bijvoorbeeld apotheek-noord. De code staat in de QR-code.',
    kind: 'Wie geeft daar meestal iets door?',
    kindHint: 'Dit staat alvast ingevuld op het formulier.',
    submit: 'Voeg toe',
    done: (name) => `${name} is toegevoegd. U kunt nu printen.`,
  },
  change: {
    button: 'Wijzig deze plek of haal hem weg',
    title: (name) => `${name} wijzigen`,
    intro:
      'De code blijft hetzelfde, want die staat op wat er hangt. Dat blijft werken. Staat de oude naam erop? Print dan opnieuw.',
    submit: 'Sla op',
    done: (name) => `${name} is gewijzigd.`,
  },
  remove: {
    button: 'Haal deze plek weg',
    title: (name) => `${name} weghalen`,
    poster:
      'Haal weg wat er nog hangt. Scant iemand de code toch nog? Dan komt het gewone formulier. Dat noemt de plek niet meer.',
    counts:
      'De signalen van deze plek blijven meetellen: bij “Plekken die weg zijn”. Wat er daarna nog via de code komt, telt bij geen plek.',
    submit: 'Ja, haal deze plek weg',
    done: (name) => `${name} is weggehaald.`,
  },
  kit: {
    back: 'Terug naar de plekken',
    unknown: 'Deze plek kennen wij niet.',
    code: (code) => `Code: ${code}`,
    sheet: 'Wat wilt u printen?',
    sheets: { poster: 'Poster', cards: 'Kaartjes', slips: 'Briefjes' },
    hints: {
      poster: 'Eén poster op A4',
      cards: 'Vier kaartjes op A4, voor naast de kassa',
      slips: 'Twee briefjes op A4, voor wie geen telefoon bij zich heeft',
    },
    language: 'In welke taal?',
    preview: (sheet) => `Zo ziet het eruit: ${sheet.toLowerCase()}`,
    print: 'Print',
    printHint: 'Kies bij het printen 100 procent, zonder randen. U kunt het ook bewaren als pdf.',
  },
};
