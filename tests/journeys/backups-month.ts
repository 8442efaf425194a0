import { it } from 'vitest';
import { consoleTexts as texts } from '#shared/texts/en/console.ts';
import { words } from '#shared/texts/en/words.ts';
import { consoleTexts as dutch } from '#shared/texts/nl/console.ts';
import { aTellingSubmission, statusOf, submitted } from './support/api.ts';
import { found } from './support/canary.ts';
import { ANIL, choose, FATIMA, finishAct, SANNE, signIn, startAct } from './support/console.ts';
import { press } from './support/form.ts';
import { inShort, linkIn, mailsAbout, mailsSent } from './support/mailbox.ts';
import { DESKTOP, look, wordsOn } from './support/person.ts';
import { aPerson, type Town } from './support/town.ts';

/** What a new partner needs from the mail to a recorded contact may not take more (issue 4); taking over is part of it. */
const TAPS = 12;

/** Anil steps in on his phone, in English; Fatima, who had it, and Sanne, who coordinates, each see what is theirs to see. */
export const backupsMonth = (town: Town): void =>
  it.concurrent('lets the backup take over at the deadline, who until then sees only where and when', async ({
    expect,
  }) => {
    const canary = town.canary();
    const reference = await submitted(town, aTellingSubmission(canary, false));
    await mailsSent(town, reference, 1, 30_000);
    const linkOf = async (effect: string) => {
      const mail = (await mailsAbout(town, reference)).find((one) => inShort(one).startsWith(effect));
      if (!mail) throw new Error(`no mail ${effect}`);
      return linkIn(mail);
    };

    const owner = await aPerson(town);
    await owner.page.goto(await linkOf('notify-1-owner-first'));
    await signIn(town, owner, FATIMA);
    await owner.page.getByText(canary.explanation).waitFor();

    // Before the deadline there is nothing to see for anybody else.
    const backup = await aPerson(town, { works: 'touch', language: 'en' });
    const { page } = backup;
    await page.goto(`/console/#/signalen/${reference}`);
    await signIn(town, backup, ANIL);
    await page.getByText(texts.troubles['not-found']).waitFor();

    await mailsSent(town, reference, 4, 90_000);
    await page.goto('/console/#/');
    const asked = page.getByRole('listitem').filter({ hasText: texts.acts['take-over'].button }).first();
    await expect
      .poll(
        async () => {
          await press(backup, texts.loading.refresh);
          return asked.count();
        },
        { timeout: 20_000, interval: 500 },
      )
      .toBe(1);
    await look(backup, 'backup-list');

    // From the mail on, as somebody does who was not signed in: one tap in the field, two buttons.
    const before = backup.hands.taps();
    const toSignIn = 3;
    await page.goto(await linkOf('escalate-triage-1-backup-first'));
    await page.getByRole('heading', { name: 'Rotterdam Centrum' }).waitFor();
    expect(found([canary], await wordsOn(backup))).toEqual([]);
    await look(backup, 'backup-signal');
    const answer = await page.evaluate(`fetch('/v1/console/signals/${reference}').then((response) => response.text())`);
    expect(found([canary], String(answer))).toEqual([]);
    await finishAct(backup, texts.confirm['take-over'].submit, 'take-over');
    await page.getByText(canary.explanation).waitFor();
    await look(backup, 'backup-took-over');

    await owner.page.reload();
    await owner.page.getByText(dutch.handedOver.takenOver('Welzijn De Linde')).waitFor();
    expect(found([canary], await wordsOn(owner))).toEqual([]);

    // Late is late: it came to the coordinator, who is asked for no reason.
    const coordinator = await aPerson(town, { viewport: DESKTOP });
    await coordinator.page.goto(await linkOf('escalate-triage-1-coordinator-first'));
    await signIn(town, coordinator, SANNE);
    await coordinator.page.getByText(dutch.next.owner('Welzijn De Linde')).waitFor();
    await look(coordinator, 'coordinator-escalated');

    await startAct(backup, 'triage');
    await choose(backup, words.tested['walked-past']);
    await look(backup, 'backup-triage');
    await finishAct(backup, texts.triage.submitYes, 'triage');
    await startAct(backup, 'contact');
    await choose(backup, words.informed['read-aloud'], texts.contact.consents['not-given']);
    await look(backup, 'backup-contact');
    await press(backup, texts.contact.submit);
    await expect.poll(() => statusOf(town, reference), { timeout: 60_000, interval: 1_000 }).toBe('unknown');
    expect(toSignIn + backup.hands.taps() - before).toBeLessThanOrEqual(TAPS);

    expect((await mailsAbout(town, reference)).map(inShort)).toEqual([
      'notify-1-owner-first signalen@maashoek.example',
      'remind-triage-1-owner-first signalen@maashoek.example',
      'escalate-triage-1-backup-first signalen@delinde.example',
      'escalate-triage-1-coordinator-first coordinator@rotterdam.example',
    ]);
  });
