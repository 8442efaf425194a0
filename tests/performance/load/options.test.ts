import { describe, expect, it } from 'vitest';
import { parseLoadOptions } from './options.ts';

describe('the options of the load', () => {
  it('are what was promised, without any', () => {
    expect(parseLoadOptions([])).toEqual({ on: 'emulator', minutes: 5, rate: 50, burst: 1_000, signals: 0 });
    expect(parseLoadOptions(['--on', 'handlers'])).toMatchObject({ signals: 100_000 });
  });

  it('can be less', () => {
    const args = ['--on', 'memory', '--minutes', '0.5', '--rate', '10', '--burst', '0', '--signals', '100'];
    expect(parseLoadOptions(args)).toEqual({ on: 'memory', minutes: 0.5, rate: 10, burst: 0, signals: 100 });
  });

  it.each([
    ['--url', 'https://omzien.example'],
    ['--on', 'omzien.example'],
    ['--minutes', '61'],
    ['--rate', '501'],
    ['--rate', '1.5'],
    ['--burst', '5001'],
    ['--burst', ''],
    ['--signals', '-1'],
    ['--minutes', 'five'],
  ])('refuse %s %s: no other computer, and no load without end', (name, value) => {
    expect(() => parseLoadOptions([`${name}=${value}`])).toThrow();
  });
});
