import { describe, expect, it } from 'vitest';
import { CONTROL_NAMES, type ControlName } from '#shared/contracts/report-form.ts';
import { LANGUAGES } from '#shared/domain/words.ts';
import { textsIn } from '#shared/texts/texts.ts';
import { errorSentence } from './error-sentence.ts';
import { labelOf } from './labels.ts';

/** Every code that a field of the form can be refused with. */
const CODES = [
  'required',
  'empty',
  'text',
  'too-long',
  'postcode',
  'house-number',
  'house-letter',
  'email',
  'phone',
  'contact',
  'choice',
  'choices',
  'twice',
  'too-many',
  'unreadable-characters',
  'one-line',
  'yes-or-no',
  'not-for-myself',
  'not-for-someone-else',
  'a-code-of-next-year',
];
const SEEN = CONTROL_NAMES.filter((name) => !['language', 'source', 'website'].includes(name));

describe.each(LANGUAGES)('errorSentence in %s', (language) => {
  const texts = textsIn(language);
  const sentence = (field: string, code: string, control = field as ControlName) =>
    errorSentence(texts.errors, { field, code }, labelOf(texts, control));

  it.each(SEEN)('says how to mend %s, whatever is wrong with it', (name) => {
    for (const code of CODES) {
      const said = sentence(name, code);
      expect(said).toMatch(/^[A-Z“].*\.$/);
      expect(said).not.toMatch(/[{}]|undefined/);
    }
  });

  it('finds the control of an item of a list and of a house letter', () => {
    expect(sentence('reasons.3', 'choice', 'reasons')).toBe(sentence('reasons', 'choice'));
    expect(sentence('address.houseLetter', 'house-letter', 'address.houseNumberAddition')).toBe(
      texts.errors.controls['address.houseNumberAddition']?.['any'],
    );
  });

  it('names the limit of a text that is too long', () => {
    expect(sentence('explanation', 'too-long')).toContain('1000');
  });
});
