import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast } from './contrast.ts';
import { loadTheme, parseTheme } from './theme.ts';
import { themeCss, themeIcon } from './theme-files.ts';

const NAMES = readdirSync(import.meta.dirname).filter((name) => !name.includes('.'));
const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 32" fill="currentColor"><circle r="5"/></svg>';
const demo = JSON.parse(readFileSync(new URL('./demo/theme.json', import.meta.url), 'utf8'));
const withColours = (colours: object, logo = LOGO) =>
  parseTheme('test', JSON.stringify({ ...demo, colours: { ...demo.colours, ...colours } }), logo);

describe('the contrast of two colours', () => {
  it('is what WCAG says it is', () => {
    expect(contrast('#000000', '#ffffff')).toBe(21);
    expect(contrast('#ffffff', '#ffffff')).toBe(1);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3);
    expect(contrast('#ffffff', '#767676')).toBeCloseTo(4.542, 3);
  });
});

describe('a theme', () => {
  it.each(NAMES)('%s can be seen by everybody', (name) => {
    expect(loadTheme(name).name).toBe(name);
  });

  it('looks unlike the other that comes along: header, buttons and corners', () => {
    const [one, other] = [loadTheme('demo'), loadTheme('haven')];
    expect(contrast(one.colours.brand, other.colours.brand)).toBeGreaterThan(3);
    expect(one.colours.action).not.toBe(other.colours.action);
    expect(one.blockRadius).not.toBe(other.blockRadius);
    expect(one.logo).not.toBe(other.logo);
  });

  it('is refused with a pair that somebody could not see, by name and ratio', () => {
    expect(() => withColours({ action: '#7fb5ae' })).toThrow(
      'the text of a button: actionText #ffffff on action #7fb5ae has contrast 2.3, expected at least 4.5',
    );
    expect(() => withColours({ focusRing: '#ffe08a' })).toThrow(
      'the ring of the focus: focusRing #ffe08a on pageBackground #faf6ef has contrast 1.19, expected at least 3',
    );
    expect(() => withColours({ fieldBorder: '#c0c0c0' })).toThrow(/the border of a field: fieldBorder/);
    expect(() => withColours({ brandText: '#5d8f8a' })).toThrow(/the header: brandText #5d8f8a on brand #0f5650/);
    expect(() => withColours({ error: '#e06c60' })).toThrow(/a mistake: error #e06c60 on surface/);
    expect(() => withColours({ action: '#7fb5ae' })).toThrow(/a link: action #7fb5ae on pageBackground/);
  });

  it('is refused with a field that is wrong, missing or unknown, by its path', () => {
    expect(() => withColours({ brand: 'green' })).toThrow('colours.brand: expected a colour such as "#0f5650"');
    expect(() => withColours({ brand: undefined })).toThrow('colours.brand');
    expect(() => withColours({ colour: '#000000' })).toThrow('"colour"');
    expect(() => parseTheme('test', JSON.stringify({ ...demo, font: 'url(x)' }), LOGO)).toThrow('font: expected names');
  });

  it('is refused with a logo that reaches out or has no size', () => {
    expect(() => withColours({}, '<svg viewBox="0 0 1 1"><script/></svg>')).toThrow('no script, style or link');
    expect(() => withColours({}, '<svg width="4"></svg>')).toThrow('viewBox');
  });

  it('is named when it is not there', () => {
    expect(() => loadTheme('atlantis')).toThrow('There is no web/theme/atlantis. There is: demo, haven.');
    expect(() => loadTheme('../report')).toThrow('There is no web/theme/../report.');
  });

  it('colours its logo and its icon with its own colours', () => {
    const theme = withColours({ brandText: '#fefefe' });
    expect(themeCss(theme)).toContain('--omzien-brand-text: #fefefe;');
    expect(themeCss(theme)).toContain('--omzien-logo-ratio: 2;');
    expect(themeCss(theme)).toContain(encodeURIComponent('fill="#fefefe"'));
    expect(themeIcon(theme)).toContain('fill="#0f5650"/><svg x="4"');
    expect(themeIcon(theme)).not.toContain('currentColor');
  });
});
