import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Settings } from '#shared/domain/settings.ts';
import { mailWriter } from '#shared/mail/write-mail.ts';
import { settings } from '#shared/testing/builders.ts';
import { KIT } from '#shared/texts/catalogues/kit.ts';
import { MAIL } from '#shared/texts/catalogues/mail.ts';
import { pagesOf } from '../web/build-pages.ts';
import { buildScripts } from '../web/build-scripts.ts';
import { kitPages, kitTownOf } from '../web/kit/kit-pages.ts';
import { letterTownOf } from '../web/letter-town-of.ts';
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
      'texts.form.start.danger.nl: expected {emergency} and {police}, as in "Is er nu gevaar? Bel {emergency}. Geen spoed, wel politie nodig? Bel {police}."',
    );
  });

  it('are refused all at once, with whatever else is wrong', () => {
    const wrong = { 'form.start.headding': { nl: 'x' }, 'mail.greeting': { fr: 'Bonjour' }, 'kit.scan': { nl: '' } };
    const refusal = () => parseMunicipality('test', JSON.stringify({ ...demo, region: 'moon-1', texts: wrong }));
    expect(refusal).toThrow(/has 4 mistake\(s\)/);
    for (const path of ['region', 'texts.form.start.headding', 'texts.mail.greeting.fr', 'texts.kit.scan.nl'])
      expect(refusal).toThrow(path);
  });

  it('go with the functions that write mails, which read them from their settings', () => {
    const texts = {
      'mail.code.subject': { nl: 'Uw code van Haven' },
      'mail.code.ignore': { en: 'Not you? Ignore this.' },
    };
    const config = withTexts(texts);
    const sent = JSON.parse(settingsVariable(settingsOf(config, config.baseUrl))) as Settings;
    const { subject, text } = mailWriter(sent).code('123456');
    expect(subject).toBe('Uw code van Haven');
    expect(text).toContain('Not you? Ignore this.');
    expect(text).toContain(MAIL.nl.code.ignore);
  });

  it('are printed', () => {
    const config = withTexts({ 'kit.scan': { nl: 'Richt uw camera hierop' } });
    const kit = { town: kitTownOf(config, '<svg></svg>'), place: { code: 'x', name: 'X' }, baseUrl: config.baseUrl };
    expect(kitPages({ ...kit, language: 'nl' }, '').poster).toContain('Richt uw camera hierop');
    expect(kitPages({ ...kit, language: 'en' }, '').cards).toContain(KIT.en.scan);
  });

  it('are in the script of the console, which needs a build', async () => {
    const texts = { 'console.frame.signOut': { nl: 'Tot ziens' } };
    const config = withTexts(texts);
    const folder = await mkdtemp(join(tmpdir(), 'own-texts-'));
    await buildScripts(folder, {
      texts: config.texts,
      kit: kitTownOf(config, '<svg></svg>'),
      letter: letterTownOf(config),
    });
    const scripts = (await readdir(folder, { recursive: true })).filter((file) => /^console.*\.js$/.test(file));
    const sources = await Promise.all(scripts.map((file) => readFile(join(folder, file), 'utf8')));
    await rm(folder, { recursive: true });
    expect(sources.join('\n')).toContain('Tot ziens');
    expect(JSON.parse(settingsVariable(settingsOf(config, config.baseUrl)))).not.toHaveProperty('texts');
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
