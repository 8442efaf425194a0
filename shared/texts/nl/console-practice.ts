import type { PracticeTexts } from '../console-practice-texts.ts';

export const practice: PracticeTexts = {
  title: 'Oefenen',
  intro: 'Stuur een wijkpartner een oefensignaal. Zo blijft bekend hoe het werkt, en ziet u of onze mail aankomt.',
  facts: [
    'Op de mail en op elk scherm staat dat het een oefening is. Het adres bestaat niet.',
    'Een oefening telt niet mee in de cijfers. Is de partner klaar, of zijn er 7 dagen voorbij? Dan wordt de oefening vanzelf gewist.',
    'Niemand anders krijgt een waarschuwing als de partner niet reageert. U ziet het hier.',
    'Kreeg een partner deze maand en de drie maanden ervoor geen echt signaal? Dan krijgt die elk kwartaal vanzelf een oefening.',
  ],
  none: 'Er zijn nog geen wijkpartners. Voeg ze toe bij Beheer.',
  never: 'nog niet geoefend',
  attention: 'Vraagt aandacht',
  sentAt: 'Laatste oefening',
  reaction: 'Reactie',
  reactions: {
    'in-time': (moment) => `op tijd: ${moment}`,
    late: (moment) => `te laat: ${moment}`,
    running: (moment) => `nog niet, de tijd loopt tot ${moment}`,
    none: (moment) => `niet gereageerd vóór ${moment}`,
  },
  mail: 'Mail',
  mails: {
    arrived: 'aangekomen',
    failed: 'niet aangekomen: controleer het mailadres bij Beheer',
    'under-way': 'verstuurd, nog niet bevestigd',
  },
  mailFails:
    'Er kwam mail over een signaal niet aan. Vertel de partner over dat signaal, en controleer het mailadres bij Beheer.',
  lastReal: 'Laatste echte signaal',
  noReal: 'niet dit jaar of vorig jaar',
  send: 'Stuur een oefening',
  sendTo: (name) => `Stuur een oefening naar ${name}`,
  running: 'De oefening loopt nog.',
  sent: (name) => `De oefening is onderweg naar ${name}. Ververs over een minuut om te zien of de mail aankwam.`,
};
