import { describe, expect, it } from 'vitest';
import type { SystemStatusView } from '#shared/contracts/system-status.ts';
import { parseSignalId, partnerId } from '#shared/domain/ids.ts';
import type { StatusLineName } from '#shared/domain/system-status.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import { aDirectory, anAssignedSignal, aPartner, HOUR, NOW } from '#shared/testing/builders.ts';
import { consoleFor } from '../../tests/support/console.ts';
import { bodyOf } from '../../tests/support/http.ts';
import { aTown, type Town } from '../../tests/support/memory-town.ts';

async function statusOf(town: Town) {
  const ask = await consoleFor(town, 'carla');
  const response = await ask('GET /v1/console/status');
  expect(response.statusCode).toBe(200);
  const view = bodyOf(response) as unknown as SystemStatusView;
  const line = (name: StatusLineName) => view.lines.find((one) => one.line === name);
  return { view, line, text: response.body ?? '' };
}

/** The clock did its work a moment ago. */
async function ticking(town: Town): Promise<void> {
  const at = plusElapsed(town.clock.now(), -30);
  await town.watch.jobDone('sweep', { at, counts: { due: 0, failed: 0 } });
  await town.watch.jobDone('daily', { at, counts: {} });
  await town.watch.jobDone('books', { at, counts: { open: 3, differences: 0, daysSinceEnd: 2 } });
}

describe('the status of the system', () => {
  it('is fine when all is, and says what runs', async () => {
    const town = await aTown();
    await ticking(town);
    await town.watch.heard('any', { kind: 'delivered', at: NOW });
    const { view, line } = await statusOf(town);
    const others = view.lines.filter((one) => one.line !== 'coverage');
    expect(others.map(({ verdict }) => verdict)).toEqual(others.map(() => 'fine'));
    // Niemandsland has no partner in this directory.
    expect(line('coverage')).toMatchObject({ verdict: 'attention' });
    expect(line('deletion')).toMatchObject({ count: 2 });
    expect(view.versions).toEqual({
      release: 'a-commit',
      rules: town.settings.rules.version,
      directory: expect.any(String),
      routes: expect.any(String),
    });
  });

  it('knows nothing yet of what never ran', async () => {
    const { view } = await statusOf(await aTown());
    const unknown = view.lines.filter(({ verdict }) => verdict === 'unknown').map((one) => one.line);
    expect(unknown).toEqual(['sweep', 'mail', 'books', 'deletion', 'daily']);
  });

  it('sees a clock that stands still, and books and daily work that were not done last night', async () => {
    const town = await aTown();
    await ticking(town);
    town.clock.advance(9 * 60);
    expect((await statusOf(town)).line('sweep')?.verdict).toBe('fine');
    town.clock.advance(2 * 60);
    expect((await statusOf(town)).line('sweep')?.verdict).toBe('attention');
    expect((await statusOf(town)).line('books')?.verdict).toBe('fine');
    town.clock.advance(26 * HOUR);
    const { line } = await statusOf(town);
    expect([line('books')?.verdict, line('daily')?.verdict]).toEqual(['attention', 'attention']);
  });

  it('counts what the books could not explain', async () => {
    const town = await aTown();
    await ticking(town);
    await town.watch.jobDone('books', { at: NOW, counts: { differences: 2 } });
    expect((await statusOf(town)).line('books')).toMatchObject({ verdict: 'attention', count: 2 });
  });

  it('counts what the sweep should have done, and what is due to be erased for more than an hour', async () => {
    const town = await aTown();
    await ticking(town);
    const due = { ...anAssignedSignal(), nextAt: plusElapsed(NOW, -601) };
    await town.keep(due);
    const { line } = await statusOf(town);
    expect(line('backlog')).toMatchObject({ verdict: 'attention', count: 1, at: '2026-03-03T09:49:59Z' });
    expect(line('deletion')?.verdict).toBe('fine');
    town.clock.advance(HOUR);
    expect((await statusOf(town)).line('deletion')?.verdict).toBe('attention');
  });

  it('names whose mail does not arrive, and nobody once it does', async () => {
    const town = await aTown();
    await town.watch.heard('key of centrum-2@welzijn.example', { kind: 'bounced', at: NOW });
    const { line, text } = await statusOf(town);
    expect(line('mail')).toMatchObject({ verdict: 'attention', count: 1, names: ['Welzijn Centrum'] });
    expect(text).not.toContain('@');
    await town.watch.heard('key of centrum-2@welzijn.example', { kind: 'delivered', at: plusElapsed(NOW, 1) });
    await town.watch.heard('any', { kind: 'delivered', at: plusElapsed(NOW, 1) });
    expect((await statusOf(town)).line('mail')).toMatchObject({ verdict: 'fine', count: 0 });
  });

  it('says how to call who is named there, and nobody else', async () => {
    const partners = ['centrum', 'noord'].map((id, at) =>
      aPartner({ id: partnerId(id), name: id, mailboxes: [`${id}@welzijn.example`], phone: `010 123 45 6${at}` }),
    );
    const town = await aTown({ directory: aDirectory({ partners }) });
    expect((await statusOf(town)).text).not.toContain('phone');
    await town.watch.heard('key of noord@welzijn.example', { kind: 'bounced', at: NOW });
    await town.watch.heard('key of coordinator@voorbeeldstad.example', { kind: 'bounced', at: NOW });
    const { view } = await statusOf(town);
    expect(view.phones).toEqual([
      { name: 'noord', phone: '010 123 45 61' },
      { name: 'Loket Omzien', phone: '14 010' },
    ]);
  });

  it('counts what partners are late with, and says nothing of who or where', async () => {
    const town = await aTown();
    const signal = await town.keep(anAssignedSignal());
    town.clock.moveTo(signal.deadlines.triageBefore);
    const { line, text } = await statusOf(town);
    expect(line('late')).toMatchObject({ verdict: 'attention', count: 1 });
    expect(text).not.toContain(signal.id);
    for (let more = 0; more < 50; more += 1) await town.keep(anAssignedSignal());
    expect((await statusOf(town)).line('late')).toMatchObject({ count: 50, orMore: true });
  });

  it('names who did not react to practice', async () => {
    const town = await aTown();
    const sent = await (await consoleFor(town, 'carla'))('POST /v1/console/practices/{partnerId}', {
      path: { partnerId: partnerId('noord') },
    });
    expect(sent.statusCode).toBe(204);
    for (const { pk } of town.world.dump().signals) {
      const id = parseSignalId(String(pk));
      if (id) await town.advance(id);
    }
    expect((await statusOf(town)).line('practice')).toMatchObject({ verdict: 'fine' });
    town.clock.advance(25 * HOUR);
    expect((await statusOf(town)).line('practice')).toMatchObject({ verdict: 'attention', names: ['Stichting Noord'] });
  });

  it('names the alarms that ring', async () => {
    const town = await aTown();
    await town.watch.alarmChanged('the-form-fails', { at: NOW, ringing: true });
    await town.watch.alarmChanged('the-clock-fails', { at: NOW, ringing: false });
    expect((await statusOf(town)).line('alarms')).toMatchObject({ count: 1, names: ['the-form-fails'] });
  });

  it('reads no signal, however many there are', async () => {
    const town = await aTown();
    for (let count = 0; count < 30; count += 1) await town.keep(anAssignedSignal());
    town.calls.length = 0;
    await statusOf(town);
    expect(town.calls.filter((name) => name === 'find' || name === 'findAll')).toEqual([]);
  });
});

describe('the directory', () => {
  it('shows of each mailbox whether mail arrives there', async () => {
    const town = await aTown();
    await town.watch.heard('key of centrum@welzijn.example', { kind: 'delivered', at: NOW });
    await town.watch.heard('key of noord@stichting.example', { kind: 'suppressed', at: NOW });
    const response = await (await consoleFor(town, 'carla'))('GET /v1/console/directory');
    expect(bodyOf(response)['mailboxes']).toEqual([
      { mailbox: 'centrum@welzijn.example', state: 'arrives', at: '2026-03-03T10:00:00Z' },
      { mailbox: 'centrum-2@welzijn.example', state: 'unknown' },
      { mailbox: 'noord@stichting.example', state: 'in-trouble', at: '2026-03-03T10:00:00Z', trouble: 'suppressed' },
    ]);
  });
});
