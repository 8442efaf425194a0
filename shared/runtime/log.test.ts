import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aSignalId } from '#shared/testing/builders.ts';
import { watchLog } from '../../tests/support/log-lines.ts';
import { faultName, LOG_CODES, log } from './log.ts';

afterEach(() => vi.restoreAllMocks());

describe('the log', () => {
  it('says a code, what it means and ids, as one line of JSON', () => {
    const lines = watchLog();
    log.error('SIGNAL_NOT_ADVANCED', { signalId: aSignalId(1), fault: 'TypeError' });
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'ERROR',
      message: LOG_CODES.SIGNAL_NOT_ADVANCED,
      code: 'SIGNAL_NOT_ADVANCED',
      signalId: aSignalId(1),
      fault: 'TypeError',
    });
  });

  it('cannot be made to hold two lines by what it is given', () => {
    const lines = watchLog();
    log.info('SWEPT', { due: 3, failed: 0, route: 'GET /v1\n{"level":"ERROR"}' });
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'INFO', due: 3, failed: 0 });
  });

  it('has a row in the runbook for every code and no other, with what it means and what to do', () => {
    const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8');
    const [, table = ''] = runbook.split(/^## Log codes$/m);
    const rows = [...table.matchAll(/^\| `(\w+)` \| (.+) \|$/gm)].map(([, code = '', cells = '']) => [
      code,
      ...cells.split(' | '),
    ]);
    expect(rows.map(([code, meaning]) => [code, meaning]).sort()).toEqual(Object.entries(LOG_CODES).sort());
    for (const row of rows) expect([row[0], row.filter(Boolean).length]).toEqual([row[0], 4]);
  });

  it.each([
    [new TypeError('Jan Jansen'), 'TypeError'],
    ['Jan Jansen', 'string'],
    [{ name: 'Jan Jansen' }, 'object'],
    [undefined, 'undefined'],
  ])('knows a fault by its kind alone: %s', (fault, name) => {
    expect(faultName(fault)).toBe(name);
  });
});
