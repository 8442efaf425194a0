import { it } from 'vitest';
import { consoleTexts } from '#shared/texts/nl/console.ts';
import { words } from '#shared/texts/nl/words.ts';
import { aTellingSubmission, statusOf, submitted } from './support/api.ts';
import { found } from './support/canary.ts';
import { ANIL, choose, FATIMA, finishAct, openConsole, signIn, startAct } from './support/console.ts';
import { press } from './support/form.ts';
import { inShort, linkIn, mailsAbout, mailsSent } from './support/mailbox.ts';
import { look, wordsOn } from './support/person.ts';
import { aPerson, type Town } from './support/town.ts';

export const backupTakesOver = (town: Town): void =>
  it.concurrent('lets the backup take over at the deadline, who until then sees only where and when', async ({
    expect,
  }) => {
    const canary = town.canary();
    const reference = await submitted(town, aTellingSubmission(canary, false));
    await mailsSent(town, reference, 1, 30_000);

    const owner = await aPerson(town);
    const [notice] = await mailsAbout(town, reference);
    await owner.page.goto(linkIn(notice as NonNullable<typeof notice>));
    await signIn(town, owner, FATIMA);
    await owner.page.getByText(canary.explanation).waitFor();

    const backup = await aPerson(town);
    await openConsole(town, backup, ANIL);
    await backup.page.goto(`/console/#/signalen/${reference}`);
    await backup.page.getByText(consoleTexts.troubles['not-found']).waitFor();

    await mailsSent(town, reference, 4, 90_000);
    await backup.page.goto('/console/#/');
    const asked = backup.page.getByRole('listitem').filter({ hasText: consoleTexts.acts['take-over'].button }).first();
    await expect
      .poll(
        async () => {
          await press(backup, consoleTexts.loading.refresh);
          return asked.count();
        },
        { timeout: 20_000, interval: 500 },
      )
      .toBe(1);
    await look(backup, 'backup-list');
    await backup.page.goto(`/console/#/signalen/${reference}`);
    await backup.page.getByRole('heading', { name: 'Rotterdam Centrum' }).waitFor();
    expect(found([canary], await wordsOn(backup))).toEqual([]);
    await look(backup, 'backup-signal');
    const answer = await backup.page.evaluate(
      `fetch('/v1/console/signals/${reference}').then((response) => response.text())`,
    );
    expect(found([canary], String(answer))).toEqual([]);

    await finishAct(backup, consoleTexts.confirm['take-over'].submit, 'take-over');
    await backup.page.getByText(canary.explanation).waitFor();
    await look(backup, 'backup-took-over');
    await owner.page.reload();
    await owner.page.getByText(consoleTexts.handedOver.takenOver('Welzijn De Linde')).waitFor();
    expect(found([canary], await wordsOn(owner))).toEqual([]);

    await startAct(backup, 'triage');
    await choose(backup, words.tested['walked-past'], consoleTexts.triage.no, words.decisions['seen-well']);
    await look(backup, 'act-triage-no');
    await finishAct(backup, consoleTexts.triage.submitNo, 'triage');
    expect(await statusOf(town, reference)).toBe('closed');
    await expect.poll(() => statusOf(town, reference), { timeout: 60_000, interval: 1_000 }).toBe('unknown');
    expect((await mailsAbout(town, reference)).map(inShort)).toEqual([
      'notify-1-owner-first signalen@maashoek.example',
      'remind-triage-1-owner-first signalen@maashoek.example',
      'escalate-triage-1-backup-first signalen@delinde.example',
      'escalate-triage-1-coordinator-first coordinator@rotterdam.example',
    ]);
  });
