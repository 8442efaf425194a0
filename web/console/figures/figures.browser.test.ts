import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type Answer,
  type Api,
  check,
  DESKTOP,
  heading,
  inBrowser,
  ok,
  open,
  PHONE,
  page,
  problem,
  SCREENSHOTS,
} from '../../../tests/support/console-in-browser.ts';
import { marginsOf } from '../../../tests/support/pdf.ts';
import { sessions } from '../fixtures.ts';
import { inWorkingHours, nothing, quarter, small, year } from './fixtures.ts';

inBrowser();

/** A coordinator; the nth question gets the nth answer, the last one stays. */
const figures = (...answers: readonly Answer[]): Api => {
  let asked = 0;
  return {
    session: sessions.coordinator,
    reads: { '/statistics': () => answers[Math.min(asked++, answers.length - 1)] ?? ok(year) },
  };
};

describe.each([
  ['a phone', PHONE],
  ['a desktop', DESKTOP],
])('the figures on %s', (_device, viewport) => {
  it.each([
    ['figures', '#/cijfers', ok(year), 'In het kort'],
    ['figures-small', '#/cijfers', ok(small), 'Deze aantallen tonen wij niet'],
    ['figures-small', '#/cijfers', ok(small), 'Overal minder dan 5'],
    ['figures-empty', '#/cijfers', ok(nothing), 'Er zijn nog geen signalen'],
    ['figures-failed', '#/cijfers', problem('internal-error'), 'Probeer opnieuw'],
    ['figures-quarter', '#/cijfers/2026-Q3', ok(quarter), 'Print deze pagina'],
    ['figures-quarter-unknown', '#/cijfers/2031-Q1', problem('invalid-fields'), 'Deze pagina bestaat niet'],
  ] as const)('show %s to everybody', async (name, hash, answer, says) => {
    await open(hash, figures(answer), viewport);
    await page.getByText(says).first().waitFor();
    await check(name);
  });
});

it('fits 320 pixels, in English', async () => {
  await open('#/cijfers', figures(), { width: 320, height: 640 }, 'en-GB');
  await page.getByRole('heading', { name: 'In short' }).waitFor();
  await check('en-figures');
});

it('can be read when the system picks the colours', async () => {
  await open('#/cijfers', figures());
  await page.emulateMedia({ forcedColors: 'active' });
  await page.getByRole('heading', { name: 'In het kort' }).waitFor();
  await check('figures-forced-colors');
});

it('asks for one period and one part at a time, and downloads what is on the screen', async () => {
  await open('#/cijfers', figures(ok(year), ok(quarter), ok(small), ok(quarter)));
  await page.getByRole('heading', { name: 'In het kort' }).waitFor();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url().split('/v1/console')[1] ?? ''));
  await page.getByLabel('Periode').selectOption('2026-Q3');
  await page.getByLabel('Wijk of wijkpartner').selectOption('Agniesebuurt');
  await page.getByText('Deze aantallen tonen wij niet').waitFor();
  await page.getByLabel('Wijk of wijkpartner').selectOption('Stichting Noord');
  await page.getByRole('heading', { name: 'Per maand' }).waitFor();
  expect(asked).toEqual([
    '/statistics?period=2026-Q3',
    '/statistics?period=2026-Q3&neighbourhood=agniesebuurt',
    '/statistics?period=2026-Q3&partner=noord',
  ]);
  const file = page.getByRole('link', { name: 'Download als bestand (CSV)' });
  expect(await file.getAttribute('href')).toBe('/v1/console/statistics/file?period=2026-Q3&partner=noord&language=nl');
});

it('has a table beside each picture that says the same', async () => {
  await open('#/cijfers', figures());
  const picture = page.getByRole('img', { name: 'Staafdiagram: Per wijk', exact: true });
  await picture.waitFor();
  const rows = await page.getByRole('table', { name: 'Per wijk', exact: true }).getByRole('row').allTextContents();
  expect(rows).toEqual([
    'WijkSignalen',
    'Oude Noorden70',
    'Bergpolder55',
    'Wijk niet bekend10',
    'Agniesebuurtminder dan 5',
  ]);
  const drawn = ['Oude Noorden', '70', 'Bergpolder', '55', 'Wijk niet bekend', '10'];
  expect(await picture.locator('text').allTextContents()).toEqual(drawn);
  expect(await page.getByText('Minder dan 5: Vrijwilliger; Iemand anders.').count()).toBe(1);
});

it('prints a quarter on one page, in sentences, and nothing of the console around it', async () => {
  await open('#/cijfers/2026-Q3', figures(ok(quarter)), DESKTOP);
  await page.getByText('Er kwamen ten minste 35 signalen binnen.').waitFor();
  await page.getByText('Gewist zonder dat er iemand langs was: minder dan 5.').waitFor();
  await page.getByText('Gemaakt op 3 maart 2026.').waitFor();
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  expect(marginsOf(pdf)).toEqual({ left: 15, top: 15 });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: 'print' });
  const around = page.locator('.bar, .menu, .foot, .back, .figures__tools').filter({ visible: true });
  expect(await around.count()).toBe(0);
  if (SCREENSHOTS) {
    await page.setViewportSize({ width: 680, height: 1000 });
    await page.screenshot({ path: join(SCREENSHOTS, 'figures-quarter-print.png'), fullPage: true });
  }
});

it('says within what time, as this municipality promises it', async () => {
  await open('#/cijfers', figures(ok(inWorkingHours)));
  await page.getByText('Binnen 1 werkdag besloten of een bezoek nodig is').waitFor();
  await page.getByText('Binnen 12 werkuren contact gezocht').waitFor();
  await page.getByText('Binnen 2 werkdagen contact gezocht').waitFor();
  await open('#/cijfers/2026-Q3', figures(ok({ ...inWorkingHours, period: '2026-Q3' })), DESKTOP);
  await page.getByText('Bij ongeveer 85 van de 100 signalen was het besluit er binnen 1 werkdag.').waitFor();
  await page.getByText('Bij ongeveer 90 van de 100 signalen zocht iemand binnen 2 werkdagen contact.').waitFor();
  await page.getByText('Bij ongeveer 60 van de 100 lukte dat zelfs binnen 12 werkuren.').waitFor();
  expect(await page.getByText(/(24|48) uur/).count()).toBe(0);
});

it('is not for members', async () => {
  await open('#/cijfers', { session: sessions.member });
  expect(await page.getByRole('link', { name: 'Cijfers' }).count()).toBe(0);
  expect(await heading()).toBe('Dit lukt nu niet');
});
