/**
 * The public pages in Dutch, level B1: short sentences, words that everybody knows. This file is the source; `en` follows its type.
 * `{phone}` and the like are places where the page puts a link.
 */
export const form = {
  skip: 'Naar de inhoud',
  /** What the page fills in by itself, for who changed it and is told so. */
  hidden: { language: 'De taal', source: 'De code van de poster' },
  optional: '(niet verplicht)',
  yes: 'Ja',
  no: 'Nee',

  /** `count` in the unit that the municipality promises in. */
  duration: {
    seconds: (count: number) => (count === 1 ? '1 seconde' : `${count} seconden`),
    minutes: (count: number) => (count === 1 ? '1 minuut' : `${count} minuten`),
    hours: (count: number) => `${count} uur`,
    days: (count: number) => (count === 1 ? '1 dag' : `${count} dagen`),
    workingHours: (count: number) => (count === 1 ? '1 werkuur' : `${count} werkuren`),
    workingDays: (count: number) => (count === 1 ? '1 werkdag' : `${count} werkdagen`),
  },
  /** `maandag 23 november om 17.00 uur` */
  moment: '{weekday} {day} {month} om {hour}.{minute} uur',
  /** `22 november 2026` */
  date: '{day} {month} {year}',

  start: {
    title: 'Signaal doorgeven',
    description: 'Maakt u zich zorgen om iemand die veel alleen is? Geef een signaal door. Een account is niet nodig.',
    heading: 'Maakt u zich zorgen om iemand?',
    lead: 'Ziet u dat iemand veel alleen is? Of voelt u zich zelf alleen? Geef het hier door.',
    whatHappens: (triage: string, visit: string) => [
      `Iemand uit de wijk leest het binnen ${triage}.`,
      `Is het nodig? Dan gaan wij langs, binnen ${visit}.`,
      'De bewoner kiest zelf: wel of geen hulp.',
    ],
    nameOptional: 'U hoeft uw naam niet te geven.',
    danger: 'Is er nu gevaar? Bel {emergency}. Geen spoed, wel politie nodig? Bel {police}.',
    signs: 'Waar let u op? Bekijk de signaalkaart',
    signsHint: 'Eén ding zegt nog niet zoveel. Ziet u meer, of verandert er iets? Geef het door.',
    numbers: 'Andere zorgen? Deze nummers helpen',
    numberList: [
      'Iemand is in de war of doet vreemd: {confused}.',
      'Geweld of verwaarlozing thuis: {violence}. Gratis, dag en nacht.',
    ],
    tips: 'Eerst zelf praten? Lees de tips',
    tipList: [
      'Kies een rustig moment. Tijdens een wandeling praat u vaak makkelijker.',
      'Zeg wat u ziet: “Ik zie u niet meer in de winkel.”',
      'Vraag hoe het gaat en luister. U hoeft niets op te lossen.',
      'Wil de ander niet praten? Dat is goed. Kom later terug.',
    ],
    allRequired: 'Vul alle vragen in. Hoeft een vraag niet? Dan staat dat erbij.',
    honeypot: 'Laat dit veld leeg',
  },

  steps: {
    progress: (step: number, of: number) => `Stap ${step} van ${of}`,
    where: 'Om wie gaat het?',
    see: 'Wat ziet u?',
    wish: 'Wat wilt u graag?',
    tried: 'Wat hebt u al gedaan?',
    when: 'Wanneer komt het uit?',
    you: 'Over u',
    next: 'Volgende',
    back: 'Vorige',
    restart: 'Begin opnieuw',
    check: 'Signaal nakijken',
  },

  about: { legend: 'Over wie gaat uw signaal?' },
  address: {
    legend: 'Wat is het adres?',
    hint: 'Een naam is niet nodig.',
    postcode: 'Postcode',
    houseNumber: 'Huisnummer',
    addition: 'Toevoeging',
    /** `{street}`: one street, or a few with `or` between them. */
    known: 'Bij deze postcode hoort: {street}.',
    or: 'of',
    unknown: 'Ik weet de postcode niet',
    unknownAddress: 'Ik weet het adres niet',
    unknownAddressHint: 'Dat is niet erg. Bel {name}: {phone}. Wij zoeken samen uit waar het is.',
    unknownHint: 'Vul hierboven het huisnummer in. Vul hier de straat en de plaats in.',
    street: 'Straat',
    town: 'Plaats',
    outside: (municipality: string) => `Dit adres ligt niet in ${municipality}.`,
  },
  reasons: { legend: 'Wat valt u op?', hint: 'Kies alles wat past.' },
  notSeenSince: {
    legend: 'Hoe lang ziet u deze persoon al niet?',
    calm: 'Goed dat u erop let. Meestal is er niets ergs. Mensen uit de wijk bekijken het.',
  },
  explanation: {
    label: 'Wilt u er iets over vertellen?',
    hintOther: 'Wie bedoelt u, als er meer mensen wonen? Geen naam. De bewoner mag later lezen wat u schrijft.',
    hintMyself: 'Vertel in uw eigen woorden wat er is.',
  },
  urgent: {
    heading: 'Is er misschien iets ergs gebeurd?',
    text: 'U ziet deze persoon al dagen niet. En er komt geen antwoord.',
    emergency: 'Denkt u dat er nu gevaar is? Bel {emergency}.',
    police: 'Geen spoed, maar wel politie nodig? Bel {police}.',
    goOn: 'Daarna kunt u hier verder. Uw signaal komt bovenaan.',
  },
  alreadyTried: { legend: 'Hebt u zelf al iets geprobeerd?', hint: 'Kies alles wat past.' },
  residentKnows: { legend: 'Weet deze persoon dat u dit doorgeeft?' },
  wishes: { legend: 'Waar hebt u zin in, of hulp bij nodig?', hint: 'Kies alles wat past.' },
  bestTime: { legend: 'Wanneer kunnen wij u het beste bereiken?' },
  reporter: {
    kindLegend: 'Wie bent u?',
    contactLegend: 'Hoe kunnen wij u bereiken?',
    contactOptional: 'U mag dit leeg laten. Met een nummer of e-mailadres kunnen wij u iets vragen.',
    contactRequired: 'Vul uw telefoonnummer of uw e-mailadres in. Eén is genoeg.',
    name: 'Uw naam',
    phone: 'Telefoonnummer',
    email: 'E-mailadres',
    consentLegend: 'Wat vindt u goed?',
    mayBeContacted: 'U mag mij bellen of mailen als er een vraag is.',
    mayBeNamed: 'U mag tegen de bewoner zeggen dat ik dit doorgaf.',
    mayBeNamedHint: 'Wij noemen uw naam niet uit onszelf.',
    wantsUpdates: 'Ik wil een e-mail als mijn signaal is ontvangen, opgepakt en afgerond.',
  },

  /** Beside the contact fields of who tells about themselves; the rest of it comes from `privacy`. */
  ownData: {
    why: 'Wij gebruiken ze om u te bereiken en u hulp aan te bieden. U mag ze altijd zien, laten verbeteren of laten wissen.',
    more: 'Wat doen wij met uw gegevens?',
    ground: 'Hulp aanbieden is een taak van de gemeente: Wmo 2015, artikel 2.1.2, en AVG, artikel 6, lid 1, onder e.',
    readers:
      'Alleen de organisatie in de wijk en de gemeente lezen ze. Ze staan versleuteld bij Amazon Web Services, in de Europese Unie.',
    howLong: (closed: string, consent: string) =>
      `Is het afgerond? Dan wissen wij alles binnen ${closed}. Vindt u langer bewaren goed? Dan na ${consent}.`,
    voluntary: 'Invullen is niet verplicht. Maar dan kunnen wij u niet bereiken.',
    rights: 'U mag ook bezwaar maken, of vragen om even te wachten. Vond u bewaren goed? Dat mag u intrekken.',
  },

  errors: {
    titlePrefix: 'Fout: ',
    heading: (count: number) => (count === 1 ? 'Er is nog 1 ding niet goed' : `Er zijn nog ${count} dingen niet goed`),
    headingAny: 'Nog niet alles is goed ingevuld',
  },

  check: {
    title: 'Kijk uw signaal na',
    heading: 'Kijk uw signaal na',
    lead: 'Klopt alles? Geef het signaal dan door. Daarna krijgt u een nummer.',
    change: 'Wijzigen',
    changeWhat: (what: string) => `Wijzigen: ${what}`,
    address: 'Adres',
    nothing: 'Niet ingevuld',
    consent: 'Dit vindt u goed',
    privacy: (municipality: string) =>
      `De gemeente ${municipality} en de organisatie in de wijk gebruiken ze voor dit signaal. Daarna wissen wij ze.`,
    privacyMore: 'Lees meer over uw privacy',
    send: 'Signaal doorgeven',
    sending: 'Bezig met versturen…',
  },

  thanks: {
    title: 'Uw signaal is ontvangen',
    heading: 'Dank u wel. Uw signaal is ontvangen.',
    reference: 'Uw nummer',
    keep: 'Schrijf dit nummer op of maak een foto.',
    nextHeading: 'Wat gebeurt er nu?',
    triageBefore: 'Een organisatie in de wijk bekijkt uw signaal. Dat doet zij uiterlijk',
    visitBefore: 'Is een bezoek nodig? Dan zoeken wij contact met de bewoner, uiterlijk',
    outcomePrivate: 'U hoort niet wat eruit komt. Dat is van de bewoner.',
    selfVisitBefore: 'Iemand uit de wijk neemt contact met u op, uiterlijk',
    selfChoice: 'U kiest zelf wat u wilt. U mag altijd van gedachten veranderen.',
    changed: 'Is er iets veranderd? Bel {phone} en noem uw nummer.',
    status: 'Bekijk later hoe het gaat met uw signaal',
    print: 'Print deze pagina',
    another: 'Nog een signaal doorgeven',
  },

  via: {
    /** `{name}`: the shop or organisation. */
    from: 'U geeft dit door via {name}.',
    remove: 'Weghalen',
    phone: 'U vult dit in voor iemand die belt. Lees aan het eind het nummer voor.',
    phoneName: 'Voor medewerkers',
    /** Asked only of who has no script. */
    code: 'Code van de poster, achter “via=”',
  },
  selfTry: {
    button: 'Ik probeer het eerst zelf',
    title: 'Eerst zelf proberen',
    heading: 'Fijn dat u het zelf probeert',
    lead: 'Wij hebben niets over u bewaard. Wij tellen alleen hoe vaak deze knop wordt gebruikt.',
    tipsHeading: 'Zo kunt u beginnen',
    tipList: [
      'Bel aan, stuur een kaartje of bel even op.',
      'Vraag iets kleins: samen koffie, een boodschap, een praatje.',
    ],
    backHeading: 'Lukt het niet?',
    back: 'U kunt altijd terugkomen. Een signaal doorgeven is geen klikken.',
    toForm: 'Naar het formulier',
    call: 'Liever overleggen? Bel {phone}.',
    listeningLine: 'Maakt het u zelf verdrietig? De Luisterlijn is er dag en nacht: {phone}.',
  },

  outside: {
    title: 'Dit adres ligt buiten ons gebied',
    heading: (municipality: string) => `Dit adres ligt niet in ${municipality}`,
    text: 'Goed dat u dit doorgeeft. Wij kunnen alleen in onze eigen gemeente langsgaan. Daarom hebben wij niets bewaard.',
    otherMunicipality: 'Bel de gemeente van dat adres. Vraag naar het wijkteam of het sociaal team.',
    call: 'Weet u niet welke gemeente dat is? Bel {name}: {phone}.',
    changeAddress: 'Adres wijzigen',
  },

  offline: {
    heading: 'Het versturen is niet gelukt',
    text: 'Misschien hebt u geen internet. Alles wat u invulde staat er nog. U kunt het gewoon nog een keer proberen.',
    call: 'Lukt het niet? Bel dan {phone}.',
    again: 'Probeer het nog een keer',
  },
  busy: {
    heading: 'Het is nu druk',
    text: 'Probeer het over een minuut opnieuw. Alles wat u invulde staat er nog.',
  },
  alreadyReceived: {
    title: 'Dit signaal is al ontvangen',
    heading: 'Dit signaal hebben wij al',
    text: 'Uw signaal was al binnen. Wat u daarna nog wijzigde, hebben wij niet.',
    call: 'Is er iets veranderd? Bel {phone}.',
  },

  problems: {
    notFound: {
      title: 'Deze pagina is er niet',
      heading: 'Deze pagina is er niet',
      text: 'Misschien klopt het adres van de pagina niet.',
    },
    internalError: {
      title: 'Er ging iets mis',
      heading: 'Er ging iets mis bij ons',
      text: 'Dat ligt niet aan u. Probeer het straks nog een keer.',
    },
    unreadable: {
      title: 'Dit kunnen wij niet lezen',
      heading: 'Dit kunnen wij niet lezen',
      text: 'Er ging iets mis met het formulier. Begin opnieuw of bel ons.',
    },
    call: 'U kunt ook bellen: {phone}.',
    toStart: 'Naar het formulier',
  },

  status: {
    title: 'Hoe gaat het met uw signaal?',
    description: 'Bekijk met uw nummer of een signaal is opgepakt.',
    heading: 'Hoe gaat het met uw signaal?',
    label: 'Uw nummer',
    hint: 'Het nummer heeft 16 letters en cijfers, zoals ABCD-EFGH-JKMN-PQRS.',
    show: 'Bekijken',
    meaning: {
      received: 'Uw signaal is ontvangen. Een organisatie in de wijk gaat het bekijken.',
      'picked-up': 'Uw signaal is opgepakt. De organisatie in de wijk is ermee bezig.',
      closed: 'Uw signaal is afgerond. Dank u wel.',
    },
    unknown: 'Wij vinden dit nummer niet. Het klopt niet, of het signaal is al gewist.',
    failed: 'Het lukt nu niet. Controleer uw internet en probeer het nog een keer.',
    wrong: 'Vul het hele nummer in: 16 letters en cijfers.',
  },

  request: {
    title: 'Uw gegevens',
    heading: 'Vraag iets over uw gegevens',
    lead: 'Kreeg u een brief van ons? Dan staat daar een code op. Daarmee kunt u ons iets vragen.',
    code: 'Code op de brief',
    wish: 'Wat wilt u?',
    contact: 'Hoe kunnen wij u bereiken? (niet verplicht)',
    hints: {
      code: 'Twaalf letters en cijfers, bijvoorbeeld ABCD-EFGH-JKMN.',
      contact: 'Een telefoonnummer, adres of e-mailadres. Leeg? Dan komen wij langs, of wij sturen een brief.',
    },
    wishes: {
      copy: 'Een kopie van wat u over mij hebt',
      correct: 'Er klopt iets niet, verbeter het',
      erase: 'Wis alles over mij',
      object: 'Ik wil niet dat u er iets mee doet',
    },
    mistakes: 'Dit klopt nog niet',
    wrong: {
      code: 'Kijk de code na. Er staan twaalf letters en cijfers op uw brief.',
      wish: 'Kies wat u wilt.',
      contact: 'Schrijf dit korter, op één regel.',
    },
    send: 'Verstuur mijn vraag',
    after: 'Een mens leest uw vraag. U krijgt binnen een maand antwoord.',
    call: 'Liever bellen? Dat kan: {phone}.',
    privacy: 'Lees hoe wij met uw gegevens omgaan',
    received: {
      title: 'Uw vraag is ontvangen',
      heading: 'Uw vraag is ontvangen',
      text: [
        'Een mens leest uw vraag. U krijgt binnen een maand antwoord.',
        'Hoort u niets? Dan kennen wij de code niet, of alles over u is al gewist.',
      ],
    },
  },
  privacy: {
    title: 'Privacy',
    description: 'Welke gegevens wij gebruiken, waarom, en hoe lang.',
    heading: 'Uw privacy',
    lead: 'Wij vragen alleen wat nodig is. En wij bewaren het zo kort mogelijk.',
    whoHeading: 'Wie zijn wij?',
    who: (controller: string, address: string) =>
      `${controller} is verantwoordelijk voor uw gegevens. Het postadres is ${address}.`,
    officer: 'De functionaris gegevensbescherming let op uw privacy: {officer}.',
    whyHeading: 'Waarom vragen wij dit?',
    why: [
      'Wij willen weten wie zich alleen voelt, en hulp aanbieden.',
      'Dat is een taak van de gemeente. Die staat in de Wmo 2015, artikel 2.1.2.',
      'Het is een taak van algemeen belang: AVG, artikel 6, lid 1, onder e.',
      'Langer bewaren doen wij alleen als de bewoner dat goed vindt.',
      'U bent niet verplicht om iets door te geven.',
    ],
    whatHeading: 'Welke gegevens zijn het?',
    what: [
      'Van de bewoner: het adres en wat de melder ziet. Wij vragen geen naam.',
      'Van u als melder: wat voor iemand u bent. Een naam, telefoonnummer en e-mailadres mag, maar hoeft niet.',
      'Kwam u via een poster of kaartje? Dan ook welke. Dat kunt u weghalen.',
      'Gaat het over uzelf? Dan ook wat u wilt en hoe wij u bereiken.',
    ],
    sourceHeading: 'Van wie krijgen wij ze?',
    source: [
      'Van de melder: iemand die zich zorgen maakt, of de bewoner zelf.',
      'Weet de bewoner nog van niets? Dan vertellen wij het bij het eerste contact, binnen een maand.',
    ],
    registers:
      'Wij kijken in registers van de overheid of het adres klopt. Soms ook of daar iemand staat ingeschreven. Wij vragen geen namen op, en bewaren alleen wat eruit kwam. Gaat het signaal over uzelf? Dan vragen wij niets.',
    readersHeading: 'Wie leest ze?',
    readers: [
      'Alleen de organisatie in de wijk en de gemeente. Wij houden bij wie wat leest.',
      'De gegevens staan versleuteld op computers van Amazon Web Services, in de Europese Unie.',
      'Wij verkopen niets. En geen computer beslist over u.',
    ],
    howLongHeading: 'Hoe lang bewaren wij ze?',
    howLong: {
      reporter: 'Gegevens van de melder: tot het signaal is afgerond.',
      noFollowUp: (time: string) => `Geen bezoek nodig: nog ${time}.`,
      notReached: (time: string) => `Geen contact gekregen: nog ${time}.`,
      withoutConsent: (time: string) => `De bewoner wil niet dat wij iets bewaren: nog ${time}.`,
      atOnce: 'De bewoner wil niet dat wij iets bewaren: wij wissen het meteen.',
      undecided: (time: string) => `De bewoner denkt nog na: nog ${time}.`,
      consent: (time: string) => `De bewoner vindt bewaren goed: nog ${time}.`,
      hardCap: (time: string) => `Doet niemand meer iets? Dan wissen wij alles na ${time}.`,
      audit: (time: string) => `Wie wat heeft gelezen of gedaan, zonder naam of adres van de bewoner: ${time}.`,
      proof: (time: string) => `Het bewijs dat wij iets hebben gewist, zonder gegevens: ${time}.`,
    },
    howLongLead: 'Dat hangt af van wat er gebeurt. Na het afronden geldt:',
    rightsHeading: 'Wat zijn uw rechten?',
    rights: [
      'U mag zien wat wij over u hebben.',
      'U mag het laten verbeteren of wissen.',
      'U mag vragen om er even niets mee te doen.',
      'U mag zeggen dat u het er niet mee eens bent.',
      'Vond u bewaren goed? Dan mag u dat altijd weer intrekken.',
    ],
    rightsHow: 'Bel {phone} of mail naar {mailbox}.',
    complaintHeading: 'Hebt u een klacht?',
    complaint: 'Mail de functionaris gegevensbescherming: {mailbox}.',
    authority: 'U kunt ook een klacht indienen bij {authority}.',
    authorityName: 'de Autoriteit Persoonsgegevens',
    browserHeading: 'Wat blijft er op uw telefoon of computer?',
    browser:
      'Zolang u invult, onthoudt dit tabblad uw antwoorden. Na het versturen zijn ze weg. Wij gebruiken geen cookies om u te volgen.',
  },

  footer: {
    heading: 'Liever bellen?',
    listeningLine: 'Wilt u zelf praten? De Luisterlijn is er dag en nacht: {phone}.',
    desk: 'Vragen, of een signaal doorgeven? Bel {name}: {phone}.',
    visit: 'Of kom langs: {place}.',
    status: 'Hoe gaat het met mijn signaal?',
    privacy: 'Privacy',
    accessibility: 'Toegankelijkheid',
    municipality: (name: string) => `Een dienst van de gemeente ${name}`,
  },
};

export type FormTexts = typeof form;
