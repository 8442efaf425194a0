import { describe, expect, it } from 'vitest';
import { loadMunicipality } from '../infra/config.ts';
import { ROBOTS_TXT, securityTxt } from './site-files.ts';

const DAY = 86_400_000;
const config = loadMunicipality('demo');
const now = new Date('2026-11-22T15:30:00Z');
const linesOf = (text: string): Map<string, string> =>
  new Map(
    text
      .trim()
      .split('\n')
      .map((line) => [line.split(': ', 1)[0] ?? '', line.slice(line.indexOf(': ') + 2)]),
  );

describe('security.txt', () => {
  it('says where to write, by which rules, in which languages, and where it stands', () => {
    expect(securityTxt(config, now)).toBe(
      [
        'Contact: mailto:cert@rotterdam.example',
        'Expires: 2027-11-21T00:00:00Z',
        'Preferred-Languages: nl, en',
        'Canonical: http://localhost:3000/.well-known/security.txt',
        'Policy: http://localhost:3000/security/',
        '',
      ].join('\n'),
    );
  });

  it('is valid for more than 30 days and less than a year from the moment it is built, whenever that is', () => {
    for (const built of ['2026-01-01T00:00:00Z', '2027-02-28T23:59:59Z', '2028-02-29T12:00:00Z']) {
      const expires = Date.parse(linesOf(securityTxt(config, new Date(built))).get('Expires') ?? '');
      const days = (expires - Date.parse(built)) / DAY;
      expect(days).toBeGreaterThan(30);
      expect(days).toBeLessThan(365);
    }
  });

  it('takes the rules of the municipality where it has its own, and the controller where it names nobody', () => {
    const own = { ...config, security: { policy: 'https://stad.example/cvd' } };
    const lines = linesOf(securityTxt(own, now));
    expect(lines.get('Policy')).toBe('https://stad.example/cvd');
    expect(lines.get('Contact')).toBe('mailto:privacy@rotterdam.example');
  });
});

describe('robots.txt', () => {
  it('keeps robots from the API, and lets them read which pages do not want to be found', () => {
    expect(ROBOTS_TXT).toBe('User-agent: *\nDisallow: /v1/\n');
  });
});
