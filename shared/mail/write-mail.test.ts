import { describe, expect, it } from 'vitest';
import type { MailEffect, Message } from '#shared/domain/agenda.ts';
import { memberId } from '#shared/domain/ids.ts';
import { inFours } from '#shared/domain/in-fours.ts';
import type { Recipient } from '#shared/domain/mail-key.ts';
import { STEPS } from '#shared/domain/signal.ts';
import { anAssignedSignal, aPostcode, aReport, aReporter, aSignalId, NOW, settings } from '#shared/testing/builders.ts';
import { mail as en } from '#shared/texts/en/mail.ts';
import { mail as nl } from '#shared/texts/nl/mail.ts';
import { mailWriter, signalLink } from './write-mail.ts';

const write = mailWriter(settings);
const RECIPIENTS: readonly Recipient[] = [
  'owner-first',
  'owner-second',
  'backup-first',
  'backup-second',
  'coordinator-first',
  'coordinator-second',
  'visitor',
  'reporter',
];
const WORK = [
  'notify',
  'planned',
  'choose',
  'alarm',
  'request',
  'request-told',
  'remind-request',
  'warn-inform',
  'warn-expiry',
  'warn-undecided',
  ...STEPS.flatMap((step) => [`remind-${step}`, `escalate-${step}`] as const),
] as const satisfies readonly Message[];
const UPDATES = ['update-received', 'update-picked-up', 'update-closed'] as const;
const MAILS = [...WORK, ...UPDATES].flatMap((message) => RECIPIENTS.map((to) => [message, to] as const));

/** Something unmistakable in every field that says who, where or why. */
const CANARIES = {
  street: 'Kanariestraat',
  town: 'Kanariedam',
  postcode: '3034ZX',
  addition: 'kanarie-toevoeging',
  explanation: 'Kanarie-uitleg over mevrouw',
  source: 'kanarie-kapper',
  name: 'Kanarie Melder',
  email: 'kanarie@melder.example',
  phone: '0612309876',
  volunteer: 'Kanarie Vrijwilliger',
  reason: 'Kanarie niet verteld',
  agreements: 'Kanarie-afspraak',
  member: 'Kanarie Medewerker',
};
const signal = anAssignedSignal({
  id: aSignalId(77),
  status: 'following-up',
  report: aReport({
    source: CANARIES.source,
    explanation: CANARIES.explanation,
    address: {
      postcode: aPostcode(CANARIES.postcode),
      houseNumber: 98_761,
      houseLetter: 'Q',
      houseNumberAddition: CANARIES.addition,
      street: CANARIES.street,
      town: CANARIES.town,
    },
  }),
  reporter: aReporter({ name: CANARIES.name, email: CANARIES.email, phone: CANARIES.phone, wantsUpdates: true }),
  plan: { at: NOW, by: { volunteer: CANARIES.volunteer } },
  contact: {
    at: NOW,
    way: 'visit',
    informed: 'not-yet',
    notInformedBecause: CANARIES.reason,
    consent: 'keep',
    wishes: ['talk'],
    referrals: ['luisterlijn'],
    agreements: CANARIES.agreements,
    alarm: true,
  },
  history: [{ at: NOW, what: 'triage', by: { memberId: memberId('kanarie'), name: CANARIES.member } }],
});
const FACTS = { neighbourhood: 'Oude <b>Noorden</b> & "West"', ownerName: "Welzijn <script>'t Hart</script>" };
const effectOf = (message: Message, to: Recipient): MailEffect => ({
  kind: 'mail',
  key: `${message}-1-${to}`,
  message,
  to,
});

describe.each(MAILS)('the mail %s to %s', (message, to) => {
  const effect = effectOf(message, to);
  const { subject, text, html } = write.effect(effect, signal, FACTS);
  const all = `${subject}\n${text}\n${html}`;

  it('says nothing of who, where or why', () => {
    for (const canary of [
      ...Object.values(CANARIES),
      '3034 ZX',
      '98761',
      'niet gezien',
      'not-seen',
      'not seen',
      'luisterlijn',
    ])
      expect(all.toLowerCase()).not.toContain(canary.toLowerCase());
  });

  it('has a subject of one line that fits', () => {
    expect(subject).toMatch(/^\S.*\S$/);
    expect(subject).not.toMatch(/[\r\n\t]| {2}/);
    expect(subject.length).toBeLessThan(140);
  });

  it('holds no text that a browser would take for markup', () => {
    expect(html).not.toContain('<b>');
    expect(html).not.toContain('<script');
    expect(html.replaceAll(/<[^>]*>/g, '')).not.toMatch(/[<>]/);
    expect(
      html.match(/<(?!\/)(\w+)/g)?.filter((tag) => !/^<(html|head|meta|title|body|div|p|a|hr)$/.test(tag)),
    ).toEqual([]);
  });

  it('says its number and nothing that is undefined', () => {
    expect(text).toContain(inFours(signal.id));
    expect(all).not.toMatch(/undefined|null|NaN|\[object/);
  });

  it('loads nothing from anywhere', () => {
    expect(html).not.toMatch(/<img|src=|url\(|@import/);
  });
});

describe.each(WORK)('the mail %s to a colleague', (message) => {
  const effect = effectOf(message, 'owner-first');
  const { subject, text, html } = write.effect(effect, signal, { neighbourhood: 'Bergpolder', ownerName: 'Welzijn' });
  const link = `https://omzien.voorbeeldstad.example/console/#/signalen/${signal.id}?mail=${effect.key}`;

  it('is in Dutch first and in English below, in text and in HTML', () => {
    for (const form of [text, html]) {
      expect(form.indexOf(nl.greeting)).toBeGreaterThan(-1);
      expect(form.indexOf(en.greeting)).toBeGreaterThan(form.indexOf(nl.greeting));
    }
    const place = { neighbourhood: 'Bergpolder', before: '', ownerName: 'Welzijn' };
    expect(nl.messages[message].subject(place).split(' ')[0]).toBe(subject.split(' ')[0]);
    expect(html).toContain('<div lang="nl" dir="ltr">');
    expect(html).toContain('<div lang="en" dir="ltr">');
  });

  it('leads to the signal by a link that opens nothing by itself and reaches no server log', () => {
    expect(signalLink(settings.baseUrl, signal.id, effect.key)).toBe(link);
    expect(text.match(/https?:\S+/g)).toEqual([link, link]);
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, url]) => url)).toEqual([link, link]);
    expect(new URL(link).pathname + new URL(link).search).toBe('/console/');
  });
});

describe.each(UPDATES)('the mail %s to the reporter', (message) => {
  it.each(['nl', 'en'] as const)(
    'speaks in %s to who told about themselves as to the resident that they are',
    (language) => {
      const own = { ...signal, report: { ...signal.report, about: 'myself', language } } as const;
      const effect = effectOf(message, 'reporter');
      const { text } = write.effect(effect, own, FACTS);
      const { text: toOthers } = write.effect(effect, { ...signal, report: { ...signal.report, language } }, FACTS);
      expect(text).toContain(language === 'nl' ? 'Beste inwoner,' : 'Dear resident,');
      expect(text).not.toMatch(/ander|somebody else|van de bewoner|up to the resident/);
      expect(text).not.toBe(toOthers);
    },
  );

  it.each([
    ['nl', nl, en],
    ['en', en, nl],
  ] as const)('is in the language of the form, %s, and in no other', (language, own, other) => {
    const theirs = { ...signal, report: { ...signal.report, language } };
    const { subject, text, html } = write.effect(effectOf(message, 'reporter'), theirs, FACTS);
    expect(subject).toBe(own.reporter[message].subject);
    expect(text).toContain(own.reporter.greeting);
    expect(text).not.toContain(other.reporter.greeting);
    expect(html).toContain(`<html lang="${language}" dir="ltr">`);
  });

  it('is the same whatever became of the signal, and names no neighbourhood and no partner', () => {
    const closed = { ...signal, closing: { at: NOW, outcome: 'deceased' as const } };
    const mail = write.effect(effectOf(message, 'reporter'), signal, FACTS);
    expect(write.effect(effectOf(message, 'reporter'), closed, FACTS)).toEqual(mail);
    expect(mail.text).not.toMatch(/Noorden|Welzijn/);
    expect(mail.text).not.toContain('/console/');
  });
});

describe('a municipality', () => {
  const effect = effectOf('notify', 'owner-first');
  const facts = { neighbourhood: 'Bergpolder', ownerName: 'Welzijn' };

  it('has its own words in mails, read when the mail is written', () => {
    const own = {
      'mail.greeting': { nl: 'Dag allemaal,' },
      'mail.messages.notify.subject': { nl: 'Wie kijkt er mee in {neighbourhood}?' },
      'mail.reporter.thanks': { en: 'Thanks!' },
    };
    const { subject, text, html } = mailWriter({ ...settings, texts: own }).effect(effect, signal, facts);
    expect(subject).toBe('Wie kijkt er mee in Bergpolder?');
    for (const form of [text, html]) {
      expect(form).toContain('Dag allemaal,');
      expect(form).not.toContain(nl.greeting);
      expect(form).toContain(en.greeting);
    }
  });

  it('chooses the languages of its mails, the first on top', () => {
    const dutch = mailWriter({ ...settings, mail: { ...settings.mail, languages: ['nl'] } });
    expect(dutch.effect(effect, signal, facts).text).not.toContain(en.greeting);
    const { subject, text, html } = mailWriter({
      ...settings,
      mail: { ...settings.mail, languages: ['en', 'nl'] },
    }).code('123456');
    expect(subject).toBe(en.code.subject);
    expect(text.indexOf(en.code.ignore)).toBeLessThan(text.indexOf(nl.code.ignore));
    expect(html).toContain('<html lang="en" dir="ltr">');
  });
});

describe('a mail', () => {
  it('says the deadline as a day and a time in Amsterdam, in each language', () => {
    const { text, subject } = write.effect(effectOf('notify', 'owner-first'), anAssignedSignal(), {
      neighbourhood: 'Bergpolder',
      ownerName: 'Welzijn',
    });
    expect(subject).toBe('Nieuw signaal in Bergpolder: gaan we langs? Graag vóór woensdag 4 maart 11.00 uur');
    expect(text).toContain('before Wednesday 4 March 11:00');
  });

  it('says so when the neighbourhood is not known', () => {
    const { text } = write.effect(effectOf('notify', 'owner-first'), signal, {
      neighbourhood: undefined,
      ownerName: 'Loket',
    });
    expect(text).toContain('een wijk die nog onbekend is');
    expect(text).toContain('a neighbourhood that is not known yet');
  });

  it('with a name over two lines has a subject of one line all the same', () => {
    const { subject } = write.effect(effectOf('notify', 'owner-first'), signal, {
      neighbourhood: 'Berg\r\nBcc: x@y.example\npolder',
      ownerName: 'x',
    });
    expect(subject).toMatch(/^Nieuw signaal in Berg Bcc: x@y\.example polder: .*$/);
  });

  it('with a code shows it large, in two groups, and leads nowhere', () => {
    const { subject, text, html } = write.code('012345');
    expect(text).toContain('    012 345');
    expect(html).toContain('>012 345<');
    expect(subject).not.toMatch(/\d/);
    expect(text + html).not.toMatch(/https?:/);
    expect([text.includes(nl.code.ignore), text.includes(en.code.ignore)]).toEqual([true, true]);
  });

  it('to the mailbox of a team names nobody, holds no code and leads nowhere', () => {
    const { subject, text, html } = write.teamMailbox();
    expect(subject).toBe(nl.teamMailbox.subject);
    expect(text + html).not.toMatch(/https?:|\d{3}/);
    expect([text.includes(nl.teamMailbox.ignore), text.includes(en.teamMailbox.ignore)]).toEqual([true, true]);
  });

  it.each(['added', 'removed', 'reset'] as const)(
    'about passkeys (%s) says what happened and what to do, in both languages, and leads nowhere',
    (news) => {
      const { subject, text, html } = write.passkeys(news);
      expect(subject).toBe(nl.passkeys[news].subject);
      expect(text + html).not.toMatch(/https?:|\d{3}/);
      for (const { passkeys } of [nl, en])
        for (const line of [...passkeys[news].body, passkeys.notYou]) expect(text).toContain(line);
    },
  );

  it('of the day counts per owner and escapes their names', () => {
    const { subject, text, html } = write.digest([
      { ownerName: 'Welzijn & Zorg', count: 2 },
      { ownerName: '<b>Loket</b>', count: 1 },
    ]);
    expect(subject).toBe('3 signalen zijn te laat');
    expect(text).toContain('Welzijn & Zorg: 2');
    expect(html).toContain('Welzijn &amp; Zorg: 2');
    expect(html).not.toContain('<b>');
    expect(text.match(/https?:\S+/g)).toEqual(Array(2).fill('https://omzien.voorbeeldstad.example/console/'));
  });
});
