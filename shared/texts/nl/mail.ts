import type { MailTexts } from '../mail-texts.ts';

/** Mail in B1 Dutch. No mail says who, where or why: it names a neighbourhood and a moment, and the rest is behind the sign-in. */
export const mail: MailTexts = {
  greeting: 'Beste collega,',
  open: 'Bekijk het signaal',
  openHint: 'U meldt zich aan met een code die u per mail krijgt. De link werkt alleen voor uw team.',
  reference: 'Nummer van het signaal',
  noReply: 'Deze mail is automatisch verstuurd.',
  unknownNeighbourhood: 'een wijk die nog onbekend is',
  moment: '{weekday} {day} {month} {hour}.{minute} uur',
  before: (moment) => `vóór ${moment}`,
  practice: {
    subject: (subject) => `Oefening: ${subject}`,
    body: 'Dit is een oefening. Er is geen bewoner en u hoeft nergens heen. Open het signaal en doe wat u anders ook zou doen. Zo weten wij dat onze mail bij u aankomt.',
  },
  messages: {
    notify: {
      subject: ({ neighbourhood, before }) => `Nieuw signaal in ${neighbourhood}: gaan we langs? Graag ${before}`,
      body: ({ neighbourhood, before }) => [
        `Er is een signaal voor u in ${neighbourhood}.`,
        `Kijk ${before} of een bezoek nodig is.`,
      ],
    },
    planned: {
      subject: ({ neighbourhood }) => `Er is een bezoek gepland in ${neighbourhood}`,
      body: ({ neighbourhood, ownerName }) => [
        `Bij een signaal in ${neighbourhood} is een bezoek gepland.`,
        `Meld u aan om te zien wie er gaat, waar en wanneer. Kan het niet doorgaan? Zeg het dan tegen ${ownerName}.`,
      ],
    },
    'called-off': {
      subject: ({ neighbourhood }) => `Ga niet: een bezoek in ${neighbourhood} gaat niet door`,
      body: ({ neighbourhood }) => [
        `Voor u stond een bezoek gepland in ${neighbourhood}. Dat gaat niet door. Ga er niet heen.`,
        'Wilt u weten waarom? Vraag het aan uw eigen team.',
      ],
    },
    'cannot-go': {
      subject: ({ neighbourhood, before }) => `Zoek iemand anders voor een bezoek in ${neighbourhood}, graag ${before}`,
      body: ({ neighbourhood, before }) => [
        `Een gepland bezoek in ${neighbourhood} gaat niet door. De bezoeker kan niet.`,
        `Plan ${before} iemand anders, of ga zelf.`,
      ],
    },
    declined: {
      subject: ({ neighbourhood }) => `De achtervang kan niet: signaal in ${neighbourhood}`,
      body: ({ neighbourhood, ownerName }) => [
        `Bij een signaal in ${neighbourhood} is de achtervang gevraagd. Die kan nu niet.`,
        `Het signaal ligt bij ${ownerName}. Bel daarmee, of draag het over aan een ander.`,
      ],
    },
    'remind-held': {
      subject: () => 'Herinnering: een signaal wacht op controle',
      body: ({ before }) => [
        'Een signaal wacht nog op controle.',
        `Geef het ${before} vrij, of wijs het af met een reden.`,
      ],
    },
    'remind-triage': {
      subject: ({ neighbourhood, before }) => `Herinnering: signaal in ${neighbourhood}, graag ${before} bekijken`,
      body: ({ neighbourhood, before }) => [
        `Een signaal in ${neighbourhood} wacht nog op u.`,
        `Kijk ${before} of een bezoek nodig is.`,
      ],
    },
    'remind-visit': {
      subject: ({ neighbourhood, before }) => `Herinnering: bezoek in ${neighbourhood}, graag ${before}`,
      body: ({ neighbourhood, before }) => [
        `Bij een signaal in ${neighbourhood} is nog niemand langs geweest.`,
        `Ga ${before} langs, of leg vast wat u hebt gedaan.`,
      ],
    },
    'remind-attempt': {
      subject: ({ neighbourhood, before }) => `Herinnering: nieuwe poging in ${neighbourhood}, graag ${before}`,
      body: ({ neighbourhood, before }) => [
        `Bij een signaal in ${neighbourhood} is nog geen contact.`,
        `Probeer het ${before} nog een keer.`,
      ],
    },
    'remind-choice': {
      subject: ({ neighbourhood }) => `Herinnering: kies hoe het verder gaat in ${neighbourhood}`,
      body: () => ['Na drie pogingen is er geen contact.', 'Kies hoe het verder gaat.'],
    },
    'remind-follow-up': {
      subject: ({ neighbourhood }) => `Is de hulp gestart? Signaal in ${neighbourhood}`,
      body: ({ neighbourhood, before }) => [
        `U hebt contact met een bewoner in ${neighbourhood}.`,
        `Vraag ${before} na of de hulp is gestart, en leg dat vast.`,
      ],
    },
    'escalate-held': {
      subject: () => 'Te laat: een signaal wacht op controle',
      body: () => ['Een signaal had al gecontroleerd moeten zijn.', 'Zorg dat iemand van het loket ernaar kijkt.'],
    },
    'escalate-triage': {
      subject: ({ neighbourhood }) => `Te laat: signaal in ${neighbourhood} is nog niet bekeken`,
      body: ({ neighbourhood, ownerName }) => [
        `Een signaal in ${neighbourhood} is niet op tijd bekeken door ${ownerName}.`,
        'Kunt u het overnemen of ervoor zorgen dat iemand het oppakt?',
      ],
    },
    'escalate-visit': {
      subject: ({ neighbourhood }) => `Te laat: geen bezoek bij signaal in ${neighbourhood}`,
      body: ({ neighbourhood, ownerName }) => [
        `Bij een signaal in ${neighbourhood} is niet op tijd iemand langs geweest. Het ligt bij ${ownerName}.`,
        'Kunt u het overnemen of ervoor zorgen dat iemand gaat?',
      ],
    },
    'escalate-attempt': {
      subject: ({ neighbourhood }) => `Te laat: geen nieuwe poging bij signaal in ${neighbourhood}`,
      body: ({ neighbourhood, ownerName }) => [
        `Bij een signaal in ${neighbourhood} is nog geen contact. Het ligt bij ${ownerName}.`,
        'Kunt u het overnemen of ervoor zorgen dat iemand het opnieuw probeert?',
      ],
    },
    'escalate-choice': {
      subject: ({ neighbourhood }) => `Te laat: keuze bij signaal in ${neighbourhood}`,
      body: () => ['Na drie pogingen is er geen contact.', 'Kies hoe het verder gaat.'],
    },
    'escalate-follow-up': {
      subject: ({ neighbourhood }) => `Te laat: is de hulp gestart? Signaal in ${neighbourhood}`,
      body: ({ neighbourhood, ownerName }) => [
        `Bij een signaal in ${neighbourhood} is niet vastgelegd of de hulp is gestart. Het ligt bij ${ownerName}.`,
        'Kunt u dat nagaan?',
      ],
    },
    choose: {
      subject: ({ neighbourhood }) => `Drie pogingen, geen contact: kies hoe het verder gaat in ${neighbourhood}`,
      body: ({ ownerName }) => [
        `${ownerName} heeft het drie keer geprobeerd. Er is geen contact.`,
        'U kiest: nog een keer, een brief, een andere partner, of afronden.',
      ],
    },
    alarm: {
      subject: ({ neighbourhood }) => `Alarm: gevaar gezien bij een signaal in ${neighbourhood}`,
      body: ({ ownerName }) => [
        'Iemand heeft gevaar gezien, en kreeg het advies om 112 te bellen.',
        `Het signaal ligt bij ${ownerName}. De coördinator en ${ownerName} krijgen allebei deze mail.`,
        'Kijk direct wat er nodig is. Leg daarna vast hoe het is afgehandeld.',
      ],
    },
    request: {
      subject: () => 'Een bewoner heeft een verzoek. Antwoord binnen een maand',
      body: () => [
        'Een bewoner vraagt iets: met de code van de brief, of aan de deur.',
        'Kijk wat het is, en beantwoord het binnen een maand.',
      ],
    },
    'request-told': {
      subject: ({ neighbourhood }) => `Wacht met langsgaan: een bewoner in ${neighbourhood} heeft een verzoek`,
      body: () => [
        'De bewoner heeft de gemeente iets gevraagd over het signaal.',
        'Kijk wat het is voordat u langsgaat of belt. De coördinator beantwoordt het verzoek.',
      ],
    },
    'remind-request': {
      subject: () => 'Nog een week: een verzoek van een bewoner wacht op antwoord',
      body: () => [
        'Een verzoek van een bewoner is nog niet beantwoord.',
        'De wet vraagt een antwoord binnen een maand.',
      ],
    },
    'warn-inform': {
      subject: ({ neighbourhood }) => `Vertel de bewoner over het signaal in ${neighbourhood}`,
      body: () => [
        'De bewoner moet binnen een maand weten dat er een signaal is. Dat staat in de privacywet (AVG).',
        'Geef of stuur de brief, en leg dat vast.',
      ],
    },
    'warn-expiry': {
      subject: ({ neighbourhood }) => `Een signaal in ${neighbourhood} verdwijnt bijna`,
      body: () => [
        'Niemand heeft dit signaal afgerond. Over een paar dagen wissen wij het.',
        'Rond het af, of leg vast wat u nog doet.',
      ],
    },
    'warn-undecided': {
      subject: ({ neighbourhood }) => `Mogen de gegevens blijven? Signaal in ${neighbourhood}`,
      body: () => [
        'De bewoner dacht nog na: mogen de gegevens blijven? Over een paar dagen wissen wij het signaal.',
        'Weet u het antwoord? Leg dat dan vast.',
      ],
    },
  },
  reporter: {
    greeting: 'Beste melder,',
    status: 'Hoe staat het ermee? Kijk op',
    thanks: 'Dank u wel dat u omkijkt naar een ander.',
    'update-received': {
      subject: 'Wij hebben uw signaal ontvangen',
      body: ['Wij hebben uw signaal ontvangen.', 'Mensen uit de wijk bekijken het.'],
    },
    'update-picked-up': {
      subject: 'Uw signaal is opgepakt',
      body: [
        'Mensen uit de wijk zijn met uw signaal bezig.',
        'Wat eruit komt, vertellen wij niet. Dat is van de bewoner.',
      ],
    },
    'update-closed': {
      subject: 'Uw signaal is afgerond',
      body: ['Uw signaal is afgerond.', 'Uw naam en gegevens hebben wij gewist.'],
    },
  },
  resident: {
    greeting: 'Beste inwoner,',
    status: 'Hoe staat het ermee? Kijk op',
    thanks: 'Dank u wel dat u het liet weten.',
    'update-received': {
      subject: 'Wij hebben uw signaal ontvangen',
      body: ['Wij hebben uw signaal ontvangen.', 'Iemand neemt contact met u op, zoals u hebt gekozen.'],
    },
    'update-picked-up': {
      subject: 'Uw signaal is opgepakt',
      body: [
        'Mensen uit de wijk zijn met uw signaal bezig.',
        'Zij nemen contact met u op. U bepaalt wat er verder gebeurt.',
      ],
    },
    'update-closed': {
      subject: 'Uw signaal is afgerond',
      body: [
        'Uw signaal is afgerond.',
        'Uw naam, telefoonnummer en e-mailadres hebben wij gewist. De rest wissen wij later vanzelf.',
        'Wilt u dat alles nu weg is? Bel ons en noem het nummer.',
      ],
    },
  },
  code: {
    subject: 'Uw code om u aan te melden',
    body: ['Uw code:', 'De code werkt 10 minuten, alleen in het venster waarin u hem hebt gevraagd.'],
    ignore: 'Hebt u geen code gevraagd? Dan hoeft u niets te doen.',
  },
  teamMailbox: {
    subject: 'Meld u aan met uw eigen e-mailadres',
    body: [
      'Iemand vroeg een code met dit adres. Dit is het mailadres van een team. Aanmelden gaat met een eigen e-mailadres.',
      'Vraag opnieuw een code, met uw eigen e-mailadres. De code komt dan daar aan.',
      'Lukt dat niet? Dan kennen wij uw adres nog niet. De coördinator van de gemeente kan u toevoegen.',
    ],
    ignore: 'Hebt u geen code gevraagd? Dan hoeft u niets te doen.',
  },
  passkeys: {
    added: {
      subject: 'Er is een passkey voor uw account gemaakt',
      body: ['Er is een nieuwe passkey voor uw account gemaakt. Daarmee kunt u zich aanmelden.'],
    },
    removed: {
      subject: 'Er is een passkey van uw account verwijderd',
      body: ['Er is een passkey van uw account verwijderd. Aanmelden met die passkey gaat niet meer.'],
    },
    reset: {
      subject: 'Uw passkeys zijn verwijderd',
      body: [
        'De coördinator van de gemeente heeft al uw passkeys verwijderd. U bent overal afgemeld.',
        'Meld u de volgende keer aan met een code per mail. Daarna kunt u een nieuwe passkey maken.',
      ],
    },
    notYou: 'Hebt u dit niet gedaan of gevraagd? Bel dan meteen de coördinator van de gemeente.',
  },
  digest: {
    subject: (count) => `${count} ${count === 1 ? 'signaal is' : 'signalen zijn'} te laat`,
    body: 'Deze signalen wachten langer dan afgesproken:',
    line: (ownerName, count) => `${ownerName}: ${count}`,
    open: 'Bekijk de lijst',
  },
};
