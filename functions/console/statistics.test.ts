import { describe, expect, it } from 'vitest';
import { StatisticsView } from '#shared/contracts/statistics-view.ts';
import { type Fact, factOf } from '#shared/domain/fact.ts';
import { factId, neighbourhoodId } from '#shared/domain/ids.ts';
import { seconds } from '#shared/domain/time.ts';
import { anAssignedSignal, auditAndFactOf, HOUR, moment, nextOf, settings } from '#shared/testing/builders.ts';
import { consoleFor } from '../../tests/support/console.ts';
import { bodyOf } from '../../tests/support/http.ts';
import { aTown, type Town } from '../../tests/support/memory-town.ts';

const ROUTE = 'GET /v1/console/statistics';
const FILE = 'GET /v1/console/statistics/file';
/** It is November 2026. */
const NOVEMBER = { start: moment('2026-11-10T10:00:00Z') };

/** Facts as signals leave them. */
async function pass(town: Town, times: number, fact: Partial<Fact> = {}): Promise<void> {
  for (let count = 0; count < times; count += 1) {
    const signal = await town.keep(anAssignedSignal());
    const next = nextOf(signal);
    const id = factId(`fact-of-${signal.id.toLowerCase()}`);
    await town.signals.change(next, {
      ...auditAndFactOf(next),
      fact: { ...factOf(next, next.lastActedAt), ...fact, id },
    });
  }
}
const rowsOf = (body: Record<string, unknown>, by: string) =>
  StatisticsView.parse(body).tables.find((table) => table.by === by)?.rows ?? [];

describe('the figures', () => {
  it('are those of this year and the whole municipality, with what else can be asked for', async () => {
    const town = await aTown(NOVEMBER);
    await pass(town, 12, { month: '2026-03' });
    await pass(town, 7, { month: '2026-10', neighbourhoodId: neighbourhoodId('bergpolder') });
    await pass(town, 30, { month: '2025-10' });
    const body = bodyOf(await (await consoleFor(town, 'carla'))(ROUTE));
    expect(StatisticsView.safeParse(body).success).toBe(true);
    expect(body).toMatchObject({
      municipality: 'Voorbeeldstad',
      period: '2026',
      over: false,
      empty: false,
      signals: 15,
    });
    expect(rowsOf(body, 'neighbourhood')).toEqual([
      { value: 'bergpolder', name: 'Bergpolder', count: 5 },
      { value: 'niemandsland', name: 'Niemandsland', count: 'under-5' },
      { value: 'oude-noorden', name: 'Oude Noorden', count: 10 },
      { value: 'elsewhere', count: 'under-5' },
    ]);
    const { periods, partners } = StatisticsView.parse(body).choices;
    expect(periods.slice(0, 6)).toEqual(['2026', '2026-Q4', '2026-Q3', '2026-Q2', '2026-Q1', '2025']);
    expect(partners.at(-1)).toEqual({ id: 'desk', name: 'Loket Omzien' });
  });

  it('can be of a quarter, a neighbourhood or a partner', async () => {
    const town = await aTown(NOVEMBER);
    await pass(town, 12, { month: '2026-03' });
    await pass(town, 7, { month: '2026-10', neighbourhoodId: neighbourhoodId('bergpolder') });
    const ask = await consoleFor(town, 'carla');
    const signalsOf = async (query: Record<string, string>) => bodyOf(await ask(ROUTE, { query }));
    expect(await signalsOf({ period: '2026-Q1' })).toMatchObject({ signals: 10, over: true });
    expect(await signalsOf({ period: '2026-Q4' })).toMatchObject({ signals: 5, over: false });
    expect(await signalsOf({ period: '2026-Q2' })).toMatchObject({ signals: 'under-5', empty: false });
    expect(await signalsOf({ neighbourhood: 'bergpolder' })).toMatchObject({
      signals: 5,
      area: { kind: 'neighbourhood', id: 'bergpolder', name: 'Bergpolder' },
    });
    expect(await signalsOf({ partner: 'centrum' })).toMatchObject({ signals: 15, area: { name: 'Welzijn Centrum' } });
  });

  it('say that there is nothing yet', async () => {
    const body = bodyOf(await (await consoleFor(await aTown(NOVEMBER), 'carla'))(ROUTE));
    expect(body).toMatchObject({ empty: true, signals: 'under-5' });
  });

  it('are of the year before while a year has only begun', async () => {
    const ask = await consoleFor(await aTown({ start: moment('2026-03-31T10:00:00Z') }), 'carla');
    expect(bodyOf(await ask(ROUTE))).toMatchObject({ period: '2025', over: true });
  });

  it.each([
    [{ period: '2026-13' }, [{ field: 'period', code: 'period' }]],
    [{ period: '2027' }, [{ field: 'period', code: 'choice' }]],
    [{ period: '2027-Q1' }, [{ field: 'period', code: 'choice' }]],
    [{ neighbourhood: 'nergens' }, [{ field: 'neighbourhood', code: 'choice' }]],
    [{ partner: 'niemand' }, [{ field: 'partner', code: 'choice' }]],
    [{ neighbourhood: 'bergpolder', partner: 'noord' }, [{ field: 'partner', code: 'one-of-two' }]],
    [
      { period: 'x', month: '3' },
      [
        { field: 'period', code: 'period' },
        { field: 'month', code: 'unknown' },
      ],
    ],
  ])('cannot be asked for with %j', async (query, errors) => {
    const ask = await consoleFor(await aTown(NOVEMBER), 'carla');
    for (const route of [ROUTE, FILE]) {
      const refused = await ask(route, { query });
      expect([refused.statusCode, bodyOf(refused)['errors']]).toEqual([400, expect.arrayContaining(errors)]);
      expect(bodyOf(refused)['errors']).toHaveLength(errors.length);
    }
  });

  it('are for coordinators', async () => {
    const town = await aTown(NOVEMBER);
    for (const who of ['anna', 'bram', 'daan']) {
      const ask = await consoleFor(town, who);
      for (const route of [ROUTE, FILE])
        expect([(await ask(route)).statusCode, bodyOf(await ask(route))['code']]).toEqual([403, 'not-allowed']);
    }
  });
});

describe('the file', () => {
  it('says the same as the page, one number a line, every line as long', async () => {
    const town = await aTown(NOVEMBER);
    await pass(town, 12, { month: '2026-03' });
    const { headers, body = '' } = await (await consoleFor(town, 'carla'))(FILE, { query: { period: '2026-Q1' } });
    expect(headers?.['content-disposition']).toBe('attachment; filename="cijfers-2026-Q1.csv"');
    const lines = body.replace('\uFEFF', '').split('\r\n');
    expect(lines.slice(0, 3)).toEqual([
      '"Periode","Wijk of wijkpartner","Tabel","Rij","Aantal","Van","Ongeveer van de 100","Uren"',
      '"Kwartaal 1 van 2026","De hele gemeente","In het kort","Signalen",10,,,',
      '"Kwartaal 1 van 2026","De hele gemeente","In het kort","Binnen 24 uur besloten of een bezoek nodig is","minder dan 5",,,',
    ]);
    expect(lines).toContain('"Kwartaal 1 van 2026","De hele gemeente","Per wijk","Oude Noorden",10,,,');
    expect(lines).toContain('"Kwartaal 1 van 2026","De hele gemeente","Wat eruit kwam","Loopt nog",10,,,');
    expect(lines.at(-1)).toBe('');
  });

  it('says what this municipality promises, in hours or in working days', async () => {
    const { rules } = settings;
    const durations = {
      ...rules.durations,
      triage: seconds(8 * HOUR),
      visitPreferred: seconds(12 * HOUR),
      visit: seconds(16 * HOUR),
    };
    const town = await aTown({
      ...NOVEMBER,
      settings: { ...settings, rules: { ...rules, clock: 'working-hours', durations } },
    });
    const ask = await consoleFor(town, 'carla');
    expect(bodyOf(await ask(ROUTE))).toMatchObject({
      promised: { clock: 'working-hours', triage: 8 * HOUR, visitPreferred: 12 * HOUR, visit: 16 * HOUR },
    });
    const { body = '' } = await ask(FILE);
    expect(body).toContain('"Binnen 1 werkdag besloten of een bezoek nodig is"');
    expect(body).toContain('"Binnen 12 werkuren contact gezocht"');
    expect(body).toContain('"Binnen 2 werkdagen contact gezocht"');
    expect(body).not.toMatch(/(24|48) uur/);
  });

  it('is in English when asked, and of a part under its name', async () => {
    const ask = await consoleFor(await aTown(NOVEMBER), 'carla');
    const { headers, body } = await ask(FILE, { query: { language: 'en', neighbourhood: 'bergpolder' } });
    expect(headers?.['content-disposition']).toBe('attachment; filename="figures-2026-bergpolder.csv"');
    expect(body).toContain('"All of 2026","Bergpolder","In short","Signals","fewer than 5"');
  });
});
