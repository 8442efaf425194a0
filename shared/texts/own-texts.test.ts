import { describe, expect, it } from 'vitest';
import { mistakesInOwnTexts, withOwnTexts } from './own-texts.ts';
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

  it('is refused where ours is not, or when a place to fill in is lost or new', () => {
    const mistakes = (path: string, text: string) => mistakesInOwnTexts(nl, 'nl', own(path, text));
    expect(mistakes('form.start.heading', 'Kent u iemand?')).toEqual([]);
    expect(mistakes('form.start.headding', 'x')).toEqual([
      'form.start.headding: expected the path of a text, such as "form.start.heading"',
    ]);
    expect(mistakes('form.start', 'x')).toEqual([
      'form.start: expected the path of a text, such as "form.start.heading"',
    ]);
    expect(mistakes('form.start.danger', 'Bel 112.')).toEqual([
      `form.start.danger.nl: expected {emergency}, as in "${nl.form.start.danger}"`,
    ]);
    expect(mistakes('form.steps.progress', 'Stap {1}')).toEqual([
      'form.steps.progress.nl: expected {1} and {2}, as in "Stap {1} van {2}"',
    ]);
    expect(mistakes('form.start.heading', 'Bel {phone}')).toEqual([
      `form.start.heading.nl: expected no places to fill in, as in "${nl.form.start.heading}"`,
    ]);
  });
});
