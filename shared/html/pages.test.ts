import { describe, expect, it } from 'vitest';
import { CONTROL_NAMES, KEY_FIELD, toForm } from '#shared/contracts/report-form.ts';
import { SignalSubmission } from '#shared/contracts/signal-submission.ts';
import { seconds } from '#shared/domain/time.ts';
import { LANGUAGES } from '#shared/domain/words.ts';
import { settings } from '#shared/testing/builders.ts';
import { textsIn } from '#shared/texts/texts.ts';
import { htmlMistakes } from '../../tests/support/html-mistakes.ts';
import { accessibilityPage } from './accessibility-page.ts';
import { checkPage } from './check-page.ts';
import { contextOf } from './context.ts';
import { formPage, startPage } from './form-page.ts';
import { alreadyReceivedPage, notFoundPage, outsideAreaPage, problemPage, tryAgainPage } from './outcome-pages.ts';
import { privacyPage } from './privacy-page.ts';
import { securityPage } from './security-page.ts';
import { statusAnswerPage, statusPage } from './status-page.ts';
import { thankYouPage } from './thank-you-page.ts';

const NASTY = `"><script>alert('${'x'.repeat(3)}')</script>`;
const KEY = '3f1c0a52-7f0e-4d0c-9d3e-0a5b6c7d8e9f';
const receipt = {
  reference: '7G2KQ9XM4T8RBN5W',
  triageBefore: '2026-11-23T16:00:00Z',
  visitBefore: '2026-11-24T16:00:00Z',
};
const submission = SignalSubmission.parse({
  about: 'someone-else',
  address: { postcode: '3034ab', houseNumber: 12, houseLetter: 'a', street: NASTY, town: 'Rotterdam' },
  reasons: ['not-seen', 'no-answer', 'other'],
  notSeenSince: 'week',
  explanation: `${NASTY}\ntwee regels`,
  alreadyTried: ['rang-bell'],
  residentKnows: false,
  reporter: { kind: 'shop', name: NASTY, email: 'jan@voorbeeld.nl', mayBeContacted: true, wantsUpdates: true },
});
const ownSubmission = SignalSubmission.parse({
  about: 'myself',
  address: { postcode: '3034ab', houseNumber: 12 },
  wishes: ['talk'],
  bestTime: 'any',
  reporter: { phone: '06 12345678' },
});
const values = toForm(submission);
const errors = CONTROL_NAMES.map((field) => ({ field, code: 'required' }));
const examined = {
  status: 'partial',
  statedOn: '2026-11-22',
  audit: { by: 'Bureau Oog', on: '2026-10-01' },
  register: 'https://register.example/1',
  mailbox: 'a@stad.example',
} as const;
/** The only others that a page may send somebody to. */
const OTHERS = ['https://www.autoriteitpersoonsgegevens.nl/', 'https://www.nationaleombudsman.nl/', examined.register];

const pagesIn = (language: (typeof LANGUAGES)[number]): Record<string, string> => {
  const context = contextOf(settings, language);
  return {
    start: startPage(context, LANGUAGES),
    form: formPage(context, {}),
    'form with mistakes': formPage(context, { values, errors }),
    'form where contact is required': formPage({ ...context, reporterContact: 'required' }, {}),
    check: checkPage(context, { values, submission, idempotencyKey: KEY }),
    'thank you': thankYouPage(context, { receipt }),
    'thank you, about oneself': thankYouPage(context, { receipt, about: 'myself' }),
    outside: outsideAreaPage(context, { contact: { name: 'Loket', phone: '14 010' }, values }),
    'try again': tryAgainPage(context, { values, idempotencyKey: KEY }),
    'already received': alreadyReceivedPage(context),
    'not found': notFoundPage([context, contextOf(settings, language === 'nl' ? 'en' : 'nl')]),
    unreadable: problemPage(context, 'unreadable'),
    'a fault of ours': problemPage(context, 'internalError'),
    'check, where the register knows streets': checkPage(context, {
      submission,
      idempotencyKey: KEY,
      streets: ['Noordsingel', 'Bergweg'],
    }),
    'check, about oneself': checkPage(context, { submission: ownSubmission, idempotencyKey: KEY }),
    status: statusPage(context, LANGUAGES),
    'status, found': statusAnswerPage(context, { typed: NASTY, answer: 'closed' }),
    'status, wrong': statusAnswerPage(context, { typed: NASTY, answer: 'wrong' }),
    privacy: privacyPage(context, LANGUAGES),
    accessibility: accessibilityPage(context, LANGUAGES, { status: 'first-steps', mailbox: 'a@stad.example' }),
    'accessibility, examined': accessibilityPage(context, LANGUAGES, examined),
    security: securityPage(context, LANGUAGES, 'cert@stad.example'),
  };
};

describe.each(LANGUAGES)('the pages in %s', (language) => {
  const pages = Object.entries(pagesIn(language));

  it.each(pages)('%s is valid HTML', async (_, page) => {
    expect(await htmlMistakes(page)).toEqual([]);
  });

  it.each(pages)('%s lets through nothing that was typed, and has no script or style of its own', (_, page) => {
    expect(page).not.toContain(NASTY);
    expect(page).not.toMatch(/<script(?! src="\/assets\/)/);
    expect(page).not.toMatch(/<style|\sstyle=|\son[a-z]+="/);
    expect(page).not.toContain('undefined');
  });

  it.each(pages)('%s says how to reach somebody and goes to nobody else', (_, page) => {
    expect(page).toContain(`href="tel:${settings.desk.phone.replaceAll(' ', '')}"`);
    expect(page).toContain('href="tel:0880767000"');
    const away = [...page.matchAll(/<(?!link rel="alternate")[^>]*(?:src|href|action)="(https?:[^"]*)"/g)].map(
      ([, to]) => to,
    );
    expect(away.filter((to) => !OTHERS.includes(to ?? ''))).toEqual([]);
  });

  it.each(pages)('%s has a label for each control and an element for each reference', (_, page) => {
    const ids = new Set([...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
    const labelled = new Set([...page.matchAll(/<label[^>]* for="([^"]+)"/g)].map(([, id]) => id));
    const inLabels = [...page.matchAll(/<label(?![^>]* for=)[^>]*>.*?<\/label>/gs)].map(([label]) => label).join('');
    const controls = [...page.matchAll(/<(?:input|textarea)(?![^>]*type="hidden")[^>]*>/g)].map(([control]) => control);
    const without = controls.filter((control) => {
      const [, id] = /\sid="([^"]+)"/.exec(control) ?? [];
      return !labelled.has(id ?? '') && !inLabels.includes(control);
    });
    const references = [...page.matchAll(/aria-(?:describedby|labelledby)="([^"]+)"/g)].flatMap(([, to]) =>
      to?.split(' '),
    );
    expect(without).toEqual([]);
    expect(references.filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe('the form', () => {
  const context = contextOf(settings, 'nl');
  const { form } = textsIn('nl');

  it('posts to the check page and has every control that is read', () => {
    const page = formPage(context, {});
    expect(page).toMatch(/<form[^>]* method="post" action="\/v1\/report\/check"/);
    for (const name of CONTROL_NAMES) expect(page).toContain(`name="${name}"`);
  });

  it('names every moment at which a mail goes out', () => {
    for (const moment of ['ontvangen', 'opgepakt', 'afgerond'])
      expect(formPage(context, {})).toMatch(new RegExp(`name="reporter.wantsUpdates"[^>]*><span>[^<]*${moment}`));
  });

  it('asks for the code of a poster where no script can read it from the address', () => {
    const page = startPage(context, LANGUAGES);
    expect(page).toMatch(
      /<noscript>\s*<div[^>]* data-field="source">.*<input[^>]* name="source" type="text".*<\/noscript>/s,
    );
    const again = formPage(context, { values: new URLSearchParams({ source: 'kapper-jansen' }) });
    expect(again).toMatch(/<input[^>]* name="source" type="text" value="kapper-jansen"/);
    expect(again.match(/name="source"/g)).toHaveLength(1);
  });

  it('keeps everything that was typed', () => {
    const page = formPage(context, { values });
    for (const [name, value] of values) {
      if (name === 'explanation') continue;
      const escaped = value
        .replaceAll('"', '&quot;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll("'", '&#39;');
      const control = [...page.matchAll(/<input[^>]*>/g)]
        .map(([input]) => input)
        .filter((input) => input.includes(`name="${name}"`));
      expect(
        control.some(
          (input) =>
            input.includes(`value="${escaped}"`) &&
            (/type="(text|tel|email|hidden)"/.test(input) || input.includes(' checked')),
        ),
      ).toBe(true);
    }
    expect(page).toContain('twee regels</textarea>');
  });

  it('says each mistake twice: above the form as a link with the focus, and at its control', () => {
    const page = formPage(context, { errors: [{ field: 'address.postcode', code: 'postcode' }] });
    const sentence = textsIn('nl').errors.controls['address.postcode']?.['any'] ?? '';
    expect(page).toContain(`<title>${form.errors.titlePrefix}`);
    expect(page).toMatch(/<h2[^>]* tabindex="-1" autofocus>/);
    expect(page).toContain(`href="#address-postcode">${sentence}</a>`);
    expect(page).toContain(`id="address-postcode-error">${sentence}</p>`);
    expect(page).toMatch(
      /<input[^>]*id="address-postcode"[^>]*aria-invalid="true" aria-describedby="address-postcode-error"/,
    );
  });

  it('does not ask for more than is needed where contact is optional, and says so where it is required', () => {
    expect(formPage(context, {})).toContain(form.reporter.contactOptional);
    expect(formPage({ ...context, reporterContact: 'required' }, {})).not.toContain(form.reporter.contactOptional);
  });

  it('calls a way to be reached optional only where it is: not where it is required, nor for oneself', () => {
    const labelOf = (page: string, id: string) => new RegExp(`<label[^>]* for="${id}">(.*)</label>`).exec(page)?.[1];
    const required = formPage({ ...context, reporterContact: 'required' }, {});
    for (const id of ['reporter-phone', 'reporter-email']) {
      expect(labelOf(formPage(context, {}), id)).toContain(`<span class="optional for-someone-else">${form.optional}`);
      expect(labelOf(required, id)).not.toContain(form.optional);
    }
    expect(labelOf(required, 'reporter-name')).toContain(form.optional);
  });
});

describe('the check page', () => {
  const page = checkPage(contextOf(settings, 'nl'), { values, submission, idempotencyKey: KEY });

  it('shows the answers in words and carries the whole form and its key along', () => {
    expect(page).toContain('3034 AB Rotterdam');
    expect(page).toContain(textsIn('nl').words.reasons['not-seen']);
    expect(page).toContain(`type="hidden" name="${KEY_FIELD}" value="${KEY}"`);
    expect(page.match(/type="hidden" name="reasons"/g)).toHaveLength(3);
    expect(page).toContain('action="/v1/report/send"');
  });

  it('keeps an address without a street on one line, as one says it', () => {
    const address = { ...submission.address, street: undefined, town: undefined };
    const short = checkPage(contextOf(settings, 'nl'), { submission: { ...submission, address }, idempotencyKey: KEY });
    expect(short).toContain('>3034 AB 12A</dd>');
  });

  it('shows the numbers for danger when somebody is unseen for days and nobody answers', () => {
    expect(page).toContain('href="tel:112"');
    expect(page).toContain('href="tel:09008844"');
  });
});

describe('the page for the status of a signal', () => {
  it('has a form that works without script', () => {
    const page = statusPage(contextOf(settings, 'en'), LANGUAGES);
    const [form = ''] = /<form.*?<\/form>/s.exec(page) ?? [];
    expect(form).toMatch(/^<form id="status" method="post" action="\/v1\/signal-status" novalidate>/);
    expect(form).toContain('name="language" value="en"');
    expect(form).toContain('name="reference"');
    expect(page).not.toContain('<noscript>');
  });
});

describe('the thank-you page', () => {
  it('spells the number in fours and the moments in words, on the clock of Amsterdam', () => {
    const page = thankYouPage(contextOf(settings, 'nl'), { receipt });
    expect(page).toContain('7G2K-Q9XM-4T8R-BN5W');
    expect(page).toContain('<strong>maandag 23 november om 17.00 uur</strong>');
    const english = thankYouPage(contextOf(settings, 'en'), { receipt });
    expect(english).toContain('<strong>Tuesday 24 November at 17:00</strong>');
  });
});

describe('the accessibility statement', () => {
  it('says what was examined, by whom and when, and where the whole statement is', () => {
    const page = accessibilityPage(contextOf(settings, 'nl'), LANGUAGES, examined);
    expect(page).toContain('Bureau Oog onderzocht de website op 1 oktober 2026.');
    expect(page).toContain('Dit schreven wij op 22 november 2026.');
    expect(page).toContain('href="https://register.example/1"');
    expect(page).toContain('href="mailto:a@stad.example"');
  });

  it('claims no examination that was not made', () => {
    const facts = { status: 'first-steps', mailbox: 'a@stad.example' } as const;
    const page = accessibilityPage(contextOf(settings, 'nl'), LANGUAGES, facts);
    const { noAudit, status } = textsIn('nl').site.accessibility;
    expect(page).toContain(noAudit);
    expect(page).toContain(status['first-steps']);
  });
});

describe('the privacy page', () => {
  it('says everything of AVG art. 13 and 14: who, officer, why, ground, what, source, readers, how long, rights, complaint', () => {
    const page = privacyPage(contextOf(settings, 'nl'), LANGUAGES);
    for (const said of [
      'College is verantwoordelijk',
      'mailto:fg@stad.example',
      'Wmo 2015, artikel 2.1.2',
      'AVG, artikel 6, lid 1, onder e',
      'Van de melder:',
      'Europese Unie',
      'nog 180 dagen',
      '90 dagen',
      'laten verbeteren of wissen',
      'weer intrekken',
      'href="https://www.autoriteitpersoonsgegevens.nl/"',
    ])
      expect(page).toContain(said);
  });
});

describe('the privacy page, of registers', () => {
  const { registers } = textsIn('nl').form.privacy;
  it('says that they are asked where they are, and nowhere else', () => {
    const asking = { ...settings, rules: { ...settings.rules, registers: { mayEnd: [], wait: seconds(120) } } };
    expect(privacyPage(contextOf(asking, 'nl'), LANGUAGES)).toContain(registers);
    expect(privacyPage(contextOf(settings, 'nl'), LANGUAGES)).not.toContain(registers);
  });
});

describe('what is said beside the contact fields of who tells about themselves', () => {
  it.each([
    ['as the build writes it', startPage(contextOf(settings, 'nl'), LANGUAGES)],
    ['without script', formPage(contextOf(settings, 'nl'), {})],
  ])('is everything of AVG art. 13, %s', (_, page) => {
    const [block = ''] = /<div class="for-myself own-data">.*?<\/details>\s*<\/div>/s.exec(page) ?? [];
    expect(page.indexOf(block)).toBeGreaterThan(page.indexOf('name="reporter.email"'));
    for (const said of [
      'College is verantwoordelijk voor uw gegevens. Het postadres is Postbus 1.',
      'om u te bereiken en u hulp aan te bieden',
      'Wmo 2015, artikel 2.1.2, en AVG, artikel 6, lid 1, onder e',
      'Alleen de organisatie in de wijk en de gemeente lezen ze.',
      'wissen wij alles binnen 28 dagen. Vindt u langer bewaren goed? Dan na 180 dagen.',
      'laten verbeteren of laten wissen',
      'bezwaar maken, of vragen om even te wachten',
      'versleuteld bij Amazon Web Services',
      'intrekken',
      'niet verplicht',
      'mailto:privacy@stad.example',
      'mailto:fg@stad.example',
      'href="https://www.autoriteitpersoonsgegevens.nl/"',
      'href="/privacy/"',
    ])
      expect(block).toContain(said);
  });
});

describe('every page', () => {
  it('has the name of the service, its colour and where to walk in', () => {
    for (const page of Object.values(pagesIn('en'))) {
      expect(page).toContain(' – Omzien in Voorbeeldstad</title>');
      expect(page).toContain('<meta name="theme-color" content="#0f5650">');
      expect(page).toContain('Stadswinkel, Markt 1, Voorbeeldstad');
    }
  });

  it('is found by who searches only when it is of use to a stranger', () => {
    const found = Object.entries(pagesIn('nl')).flatMap(([name, page]) => (page.includes('noindex') ? [] : [name]));
    expect(found).toEqual(['start', 'privacy', 'accessibility', 'accessibility, examined', 'security']);
  });
});
