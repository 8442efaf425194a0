import { expect, it } from 'vitest';
import {
  check,
  DESKTOP,
  inBrowser,
  ok,
  open,
  PHONE,
  page,
  problem,
} from '../../../tests/support/console-in-browser.ts';
import { sessions, statuses } from '../fixtures.ts';

inBrowser();

const session = sessions.coordinator;
const reads = (status: unknown) => ({ '/status': () => ok(status) });

it.each([
  ['phone', PHONE, 'nl-NL', 'Niets vraagt aandacht. U hoeft nu niets te doen.'],
  ['english', { width: 320, height: 640 }, 'en-GB', 'Nothing needs attention. There is nothing for you to do now.'],
] as const)('says on a %s screen in one line that all is well', async (name, viewport, language, words) => {
  await open('#/systeem', { session, reads: reads(statuses.fine) }, viewport, language);
  await page.getByText(words).waitFor();
  expect(await page.getByRole('heading', { level: 2 }).count()).toBe(11);
  await check(`status-fine-${name}`);
});

it.each([
  ['phone', PHONE],
  ['desktop', DESKTOP],
] as const)(
  'says first on a %s screen what is not as it should be, what it means and what to do',
  async (name, viewport) => {
    await open('#/systeem', { session, reads: reads(statuses.trouble) }, viewport);
    await page.getByText('4 punten vragen aandacht.').waitFor();
    expect((await page.getByRole('heading', { level: 2 }).allTextContents()).slice(0, 5)).toEqual([
      'Alarmen',
      'Automatische taken',
      'Mail',
      'Signalen die te laat zijn',
      'Werk van het systeem',
    ]);
    await page.getByText('Mail komt niet aan bij: Stichting Noord.').waitFor();
    await page.getByText('docs/runbook.md#the-clock-stands-still, docs/runbook.md#the-form-fails').waitFor();
    await page.getByText('Te laat: 50 of meer.', { exact: false }).waitFor();
    expect(await page.getByRole('link', { name: 'Naar de signalen' }).getAttribute('href')).toBe('#/?toon=te-laat');
    await check(`status-trouble-${name}`);
  },
);

it('says of how many days it knows what was erased', async () => {
  const { lines, versions } = statuses.fine;
  const unknown = lines.map((line) => (line.line === 'deletion' ? { ...line, verdict: 'unknown' } : line));
  const other = { ...session, days: { ...session.days, erasureRecord: 21 } };
  await open('#/systeem', { session: other, reads: reads({ lines: unknown, versions }) });
  await page.getByText('In de laatste 21 dagen is niets gewist.').waitFor();
  await check('status-nothing-erased');
});

it('says that it could not be read, and tries again', async () => {
  let asked = 0;
  const answer = () => {
    asked += 1;
    return asked === 1 ? problem('internal-error') : ok(statuses.fine);
  };
  await open('#/systeem', { session, reads: { '/status': answer } });
  await page.getByRole('alert').waitFor();
  await check('status-failed');
  await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
  await page.getByText('Niets vraagt aandacht. U hoeft nu niets te doen.').waitFor();
});
