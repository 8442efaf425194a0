import { describe, expect, it } from 'vitest';
import { grouped } from './grouped.ts';

const anna = { id: 'anna', name: 'Anna' };
const bram = { id: 'bram', name: 'Bram' };
const listed = (at: string, by = anna) => ({ at, event: 'list', by, reference: 'X' });

describe('the lines of the log', () => {
  it('are one for a list that was opened once, and one for all else', () => {
    const read = { at: '11:00', event: 'read', by: anna };
    const lines = [listed('12:00'), listed('12:00'), listed('12:00', bram), listed('11:59', bram), read, read];
    expect(grouped(lines).map(({ line, count }) => [line.event, line.at, line.by?.id, count])).toEqual([
      ['list', '12:00', 'anna', 2],
      ['list', '12:00', 'bram', 1],
      ['list', '11:59', 'bram', 1],
      ['read', '11:00', 'anna', 1],
      ['read', '11:00', 'anna', 1],
    ]);
  });
});
