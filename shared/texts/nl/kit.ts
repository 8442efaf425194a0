/** What is printed for shops and organisations: a poster, cards for the till, slips of paper. Level B1. */
export const kit = {
  poster: 'Poster',
  cards: 'Kaartjes',
  slips: 'Briefjes',
  scan: 'Scan de code',
  orGoTo: 'of ga naar',
  orCall: 'of bel',
  danger: (emergency: string) => `Is er nu gevaar? Bel ${emergency}.`,
  joins: (name: string) => `${name} doet mee`,
  service: (municipality: string) => `Een dienst van de gemeente ${municipality}`,
  /** For the bottom of a poster in another language. */
  short: 'Maakt u zich zorgen om iemand die veel alleen is? Scan de code. De pagina is er ook in het Nederlands.',
  slip: {
    lead: 'Ziet u dat iemand veel alleen is? Vul dit briefje in.',
    address: 'Wat is het adres? Een naam is niet nodig.',
    street: 'Straat en huisnummer',
    town: 'Postcode en plaats',
    signs: 'Wat valt u op?',
    about: 'Wilt u er iets over vertellen?',
    you: 'Wie bent u?',
    phone: 'Uw telefoonnummer (niet verplicht)',
    handInHeading: 'Waar levert u het in?',
    handIn: (desk: string) => `Breng dit briefje naar: ${desk}.`,
    notHere: 'Laat het niet in de winkel liggen. Zo blijft het tussen u en ons.',
  },
};

export type KitTexts = typeof kit;
