import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { settings } from '#shared/testing/builders.ts';
import { pagesOf } from '../web/build-pages.ts';
import { parseMunicipality, settingsOf } from './config.ts';
import { settingsVariable } from './config-texts.ts';

const demo = JSON.parse(readFileSync(new URL('./municipalities/demo.json', import.meta.url), 'utf8'));
const withTexts = (texts: object) => parseMunicipality('test', JSON.stringify({ ...demo, texts }));

describe('own texts of a municipality', () => {
  it('stand on the pages of the site, in their language, and go to the functions', () => {
    const texts = { 'form.start.heading': { nl: 'Kent u iemand die alleen is?' } };
    const config = withTexts(texts);
    const pages = pagesOf(config);
    expect(pages.get('index.html')).toContain('Kent u iemand die alleen is?');
    expect(pages.get('en/index.html')).toContain('Are you worried about someone?');
    expect(JSON.parse(settingsVariable(settingsOf(config, config.baseUrl)))).toMatchObject({ texts });
  });

  it('are refused by their path when nothing asks for them or a place to fill in is lost', () => {
    expect(() => withTexts({ 'form.start.headding': { nl: 'x' } })).toThrow(
      'texts.form.start.headding: expected the path of a text, such as "form.start.heading"',
    );
    expect(() => withTexts({ 'form.start.danger': { nl: 'Bel 112.' } })).toThrow(
      'texts.form.start.danger.nl: expected {emergency}, as in "Is er nu gevaar? Bel {emergency}."',
    );
    expect(() => withTexts({ 'form.start.heading': { fr: 'Vous?' } })).toThrow('texts.form.start.heading');
  });
});

describe('the settings of the functions', () => {
  it('leave out what only built pages say', () => {
    const texts = { 'site.security.lead': { nl: 'Vertel het ons.' }, 'form.privacy.lead': { nl: 'Kort.' } };
    expect(JSON.parse(settingsVariable({ ...settings, texts }))).not.toHaveProperty('texts');
  });

  it('are refused before a deploy when Lambda has no room for them', () => {
    const texts = { 'form.start.lead': { nl: 'x'.repeat(4_000) } };
    expect(() => settingsVariable({ ...settings, texts })).toThrow(/take \d+ bytes, and Lambda has room for 3400/);
  });
});
