import { describe, expect, it } from 'vitest';
import { parseOptions } from './options.ts';

describe('the options of npm start', () => {
  it('starts on port 3000 in real time when nothing is asked', () => {
    expect(parseOptions([])).toEqual({ kind: 'start', port: 3000, fast: false });
  });

  it('takes a port and --fast', () => {
    expect(parseOptions(['--port', '0', '--fast'])).toEqual({ kind: 'start', port: 0, fast: true });
    expect(parseOptions(['--port=8080'])).toEqual({ kind: 'start', port: 8080, fast: false });
  });

  it('gives help before anything else', () => {
    expect(parseOptions(['--help', '--port', 'x'])).toEqual({ kind: 'help' });
  });

  it.each([
    [['--snel'], "Unknown option '--snel'. See: npm start -- --help"],
    [['--port', '70000'], "--port takes a number from 0 to 65535, not '70000'. See: npm start -- --help"],
    [['--port', '3e3'], "--port takes a number from 0 to 65535, not '3e3'. See: npm start -- --help"],
    [['--port'], "Option '--port <value>' argument missing. See: npm start -- --help"],
    [['now'], "Unexpected argument 'now'. See: npm start -- --help"],
  ])('refuses %j in one line', (args, message) => {
    expect(parseOptions(args)).toEqual({ kind: 'wrong', message });
  });
});
