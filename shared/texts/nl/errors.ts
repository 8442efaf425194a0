import type { ErrorTexts } from '../errors.ts';

export const errors: ErrorTexts = {
  controls: {
    about: { any: 'Kies of het over iemand anders gaat of over uzelf.' },
    'address.postcode': {
      required: 'Vul een postcode in. Weet u die niet? Vul dan de straat en de plaats in.',
      any: 'Vul een postcode in met 4 cijfers en 2 letters, zoals 1234 AB.',
    },
    'address.houseNumber': { any: 'Vul het huisnummer in, zoals 12.' },
    'address.houseNumberAddition': { any: 'Vul alleen de toevoeging in, zoals A of bis.' },
    'address.street': { required: 'Vul de straat in, of vul de postcode in.' },
    'address.town': { required: 'Vul de plaats in, of vul de postcode in.' },
    reasons: { any: 'Kies minstens één ding dat u opvalt.' },
    notSeenSince: { any: 'Kies hoe lang u deze persoon niet hebt gezien.' },
    explanation: { required: 'U koos “Iets anders”. Vertel kort wat u ziet.' },
    alreadyTried: { any: 'Kies wat u al hebt gedaan.' },
    residentKnows: { any: 'Kies ja of nee.' },
    wishes: { any: 'Kies wat u graag wilt, of vertel het in uw eigen woorden.' },
    bestTime: { any: 'Kies wanneer wij u kunnen bereiken.' },
    'reporter.kind': { any: 'Kies wie u bent.' },
    'reporter.phone': {
      phone: 'Vul een telefoonnummer in met 10 cijfers, zoals 06 12345678.',
      contact: 'Vul een telefoonnummer of een e-mailadres in. Dan kunnen wij u bereiken.',
      any: 'Vul een telefoonnummer in met 10 cijfers, zoals 06 12345678.',
    },
    'reporter.email': {
      required: 'Vul uw e-mailadres in. Dan kunnen wij u een bericht sturen.',
      any: 'Vul een e-mailadres in, zoals naam@voorbeeld.nl.',
    },
    'reporter.mayBeContacted': { any: 'Zet het vinkje opnieuw.' },
    'reporter.mayBeNamed': { any: 'Zet het vinkje opnieuw.' },
    'reporter.wantsUpdates': { any: 'Zet het vinkje opnieuw.' },
  },
  codes: {
    'too-long': 'Maak “{label}” korter. Gebruik hooguit {max} tekens.',
    'unreadable-characters': 'Bij “{label}” staat een teken dat wij niet kunnen lezen. Typ het opnieuw.',
    'one-line': 'Schrijf “{label}” op één regel.',
    any: 'Kijk “{label}” nog een keer na.',
  },
};
