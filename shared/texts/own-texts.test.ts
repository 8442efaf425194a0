import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#shared/domain/words.ts';
import { CONSOLE } from './catalogues/console.ts';
import { CONSOLE_GUIDE } from './catalogues/console-guide.ts';
import { ERRORS } from './catalogues/errors.ts';
import { KIT } from './catalogues/kit.ts';
import { MAIL } from './catalogues/mail.ts';
import { WORDS } from './catalogues/words.ts';
import { mistakesInOwnTexts, standardTexts } from './check-own-texts.ts';
import { saidByFunctions, withOwnTexts } from './own-texts.ts';
import { textsIn } from './texts.ts';

const nl = textsIn('nl');
const own = (path: string, text: string) => ({ [path]: { nl: text } });

describe('a text of a municipality', () => {
  it('stands in the place of ours: alone, in a list, or with values in it', () => {
    const texts = withOwnTexts(nl, 'nl', {
      ...own('form.start.heading', 'Kent u iemand?'),
      ...own('form.start.tipList.1', 'Zeg gewoon hallo.'),
      ...own('form.start.whatHappens.0', 'Binnen {1} leest iemand mee.'),
      ...own('form.steps.progress', '{1}/{2}'),
    });
    expect(texts.form.start.heading).toBe('Kent u iemand?');
    expect(texts.form.start.tipList[1]).toBe('Zeg gewoon hallo.');
    expect(texts.form.start.tipList[0]).toBe(nl.form.start.tipList[0]);
    expect(texts.form.start.whatHappens('24 uur', '48 uur')).toEqual([
      'Binnen 24 uur leest iemand mee.',
      ...nl.form.start.whatHappens('24 uur', '48 uur').slice(1),
    ]);
    expect(texts.form.steps.progress(2, 4)).toBe('2/4');
    expect(nl.form.start.heading).not.toBe('Kent u iemand?');
  });

  it('changes one language and leaves the other', () => {
    const texts = withOwnTexts(textsIn('en'), 'en', own('form.start.heading', 'Kent u iemand?'));
    expect(texts).toEqual(textsIn('en'));
  });

  it('stands in mails, by the names of what they fill in, and in every other kind', () => {
    const ours = {
      words: WORDS.nl,
      errors: ERRORS.nl,
      mail: MAIL.nl,
      console: CONSOLE.nl,
      'console-guide': CONSOLE_GUIDE.nl,
      kit: KIT.nl,
    };
    const texts = withOwnTexts(ours, 'nl', {
      ...own('mail.messages.notify.subject', 'Kijk mee in {neighbourhood} ({before})'),
      ...own('mail.messages.notify.body.1', 'Graag {before}.'),
      ...own('mail.digest.subject', '{1} te laat'),
      ...own('console.list.title.member', 'Onze signalen'),
      ...own('console-guide.title', 'Hoe doen wij dit?'),
      ...own('console.next.planned', '{2} gaat langs: {1}'),
      ...own('kit.slip.handIn', 'Breng het naar {1}.'),
      ...own('words.reasons.other', 'Anders'),
      ...own('errors.codes.any', 'Kijk nog eens.'),
    });
    const place = { neighbourhood: 'Noord', before: 'vóór maandag', ownerName: 'Welzijn' };
    expect(texts.mail.messages.notify.subject(place)).toBe('Kijk mee in Noord (vóór maandag)');
    expect(texts.mail.messages.notify.body(place)).toEqual([
      ours.mail.messages.notify.body(place)[0],
      'Graag vóór maandag.',
    ]);
    expect(texts.mail.digest.subject(3)).toBe('3 te laat');
    expect(texts.console.list.title.member).toBe('Onze signalen');
    expect(texts['console-guide'].title).toBe('Hoe doen wij dit?');
    expect(texts.console.next.planned('morgen', 'Anna')).toBe('Anna gaat langs: morgen');
    expect(texts.kit.slip.handIn('het loket')).toBe('Breng het naar het loket.');
    expect(texts.words.reasons.other).toBe('Anders');
    expect(texts.errors.codes.any).toBe('Kijk nog eens.');
  });

  it('gives way to ours where there is no value for its place', () => {
    const { history } = withOwnTexts(CONSOLE.nl, 'nl', own('history.triage', '{1} dacht erover na'));
    expect(history.triage('Anna')).toBe('Anna dacht erover na');
    expect(history.triage(undefined)).toBe(CONSOLE.nl.history.triage(undefined));
  });

  it('is refused where ours is not, or when a place to fill in is lost or new', () => {
    const mistakes = (path: string, text: string) =>
      mistakesInOwnTexts(own(path, text)).map((one) => `${one.path}: expected ${one.expected}`);
    expect(mistakes('form.start.heading', 'Kent u iemand?')).toEqual([]);
    expect(mistakes('form.start.headding', 'x')).toEqual([
      'form.start.headding: expected the path of a text, such as "form.start.heading"',
    ]);
    expect(mistakes('form.start', 'x')).toEqual([
      'form.start: expected the path of a text, such as "form.start.heading"',
    ]);
    expect(mistakes('form.start.danger', 'Bel 112.')).toEqual([
      `form.start.danger.nl: expected {emergency} and {police}, as in "${nl.form.start.danger}"`,
    ]);
    expect(mistakes('form.steps.progress', 'Stap {1}')).toEqual([
      'form.steps.progress.nl: expected {1} and {2}, as in "Stap {1} van {2}"',
    ]);
    expect(mistakes('form.start.heading', 'Bel {phone}')).toEqual([
      `form.start.heading.nl: expected no places to fill in, as in "${nl.form.start.heading}"`,
    ]);
    expect(mistakes('mail.messages.notify.body.1', 'Kijk.')).toEqual([
      'mail.messages.notify.body.1.nl: expected {before}, as in "Kijk {before} of een bezoek nodig is."',
    ]);
    expect(mistakes('console.already.byYou', '{1}')).toEqual([
      'console.already.byYou.nl: expected {1} and {2}, as in "U hebt dit al gedaan, {2}: {1}."',
    ]);
  });

  it('is refused with every other mistake at once, whatever was given', () => {
    const all = {
      'form.start.headding': { nl: 'x' },
      'mail.greeting': { nl: ' ', fr: 'Bonjour,' },
      'kit.scan': 'Scan',
      'console.frame.skip': {},
    };
    expect(mistakesInOwnTexts(all).map(({ path }) => path)).toEqual([
      'form.start.headding',
      'mail.greeting.nl',
      'mail.greeting.fr',
      'kit.scan',
      'console.frame.skip',
    ]);
    expect(mistakesInOwnTexts(['x'])).toHaveLength(1);
    expect(mistakesInOwnTexts({ 'form.start.heading.length': { nl: '1' } })).toHaveLength(1);
  });

  it('can stand in the place of every text of ours, in every language', () => {
    for (const language of LANGUAGES) {
      const paths = standardTexts(language);
      const same = Object.fromEntries(paths.map(([path, text]) => [path, { [language]: text }]));
      expect(paths.length).toBeGreaterThan(700);
      expect(mistakesInOwnTexts(same)).toEqual([]);
    }
  });
});

describe('what functions say', () => {
  it('is every mail and every page that they answer with, and no more', () => {
    const said = [
      'form.start.heading',
      'form.check.heading',
      'mail.greeting',
      'words.reasons.other',
      'errors.codes.any',
    ];
    const built = [
      'form.privacy.lead',
      'site.security.lead',
      'console.frame.skip',
      'console-guide.title',
      'kit.scan',
      'words.tested.walked-past',
    ];
    const own = Object.fromEntries([...said, ...built].map((path) => [path, { nl: 'x' }]));
    expect(Object.keys(saidByFunctions(own))).toEqual(said);
  });
});
