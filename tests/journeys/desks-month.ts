import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { SignalReceipt } from '#shared/contracts/signal-submission.ts';
import { SHORTEST_CHECK } from '#shared/domain/suspicion.ts';
import { consoleTexts as texts } from '#shared/texts/nl/console.ts';
import { form } from '#shared/texts/nl/form.ts';
import { words } from '#shared/texts/nl/words.ts';
import { apiMember, aSubmission, postSignal, statusOf } from './support/api.ts';
import { choose, finishAct, JOOST, openSignal, PETER, signIn, startAct, walkTheMenu } from './support/console.ts';
import { press, referenceOn, tellSigns, tellTried, tellWhereWithoutPostcode, tellWhoIAm } from './support/form.ts';
import { inOrder } from './support/in-order.ts';
import { inShort, linkIn, mailsAbout, mailsSent } from './support/mailbox.ts';
import { DESKTOP, look, type Person, wordsOn } from './support/person.ts';
import { aPerson, type Town } from './support/town.ts';

/** What no partner can own: an address without a postcode, and what a machine may have sent. */
export const desksMonth = (town: Town): void =>
  inOrder('a desk’s month, from a form without script to what was held and dismissed', () => {
    const canary = town.canary();
    let desk: Person;
    let reference = '';
    let real = '';
    let spam = '';
    const sentAbout = async (signal: string) => (await mailsAbout(town, signal)).map(inShort).join();

    it('begins with a form without script: one page, and everything once more before it is sent', async () => {
      const reporter = await aPerson(town, { script: false });
      const { page } = reporter;
      await page.goto('/');
      await look(reporter, 'no-script-form');
      await press(reporter, form.steps.check);
      await page.locator('#mistakes').waitFor();
      await look(reporter, 'no-script-mistakes');
      await tellWhereWithoutPostcode(reporter, canary);
      await tellSigns(reporter, canary);
      await tellTried(reporter);
      await tellWhoIAm(reporter, canary);
      await press(reporter, form.steps.check);
      await page.getByRole('heading', { name: form.check.heading }).waitFor();
      const shown = await wordsOn(reporter);
      for (const told of [canary.street, canary.town, canary.explanation, canary.phone]) expect(shown).toContain(told);
      await look(reporter, 'no-script-check');
      // Who sends within three seconds of seeing the page is taken for a machine (docs/adr/0006).
      await page.waitForTimeout((SHORTEST_CHECK + 1) * 1_000);
      await press(reporter, form.check.send);
      await page.getByRole('heading', { name: form.thanks.heading }).waitFor();
      reference = await referenceOn(reporter);
      await look(reporter, 'no-script-thank-you');
    });

    it('brings to the desk what has no postcode, which finds the neighbourhood and hands it over', async () => {
      await mailsSent(town, reference, 2, 20_000);
      const notice = (await mailsAbout(town, reference)).find(({ to }) => to.includes('loket@rotterdam.example'));
      desk = await aPerson(town, { viewport: DESKTOP });
      await desk.page.goto(linkIn(notice as NonNullable<typeof notice>));
      await signIn(town, desk, PETER);
      await desk.page.getByText(canary.explanation).waitFor();
      await look(desk, 'desk-signal');
      await startAct(desk, 'hand-over');
      await desk.page.getByLabel(texts.handOver.neighbourhood).selectOption('Kralingen-Crooswijk');
      expect(await desk.page.getByLabel('Buurtwerk Maashoek').isChecked()).toBe(true);
      await choose(desk, words.handOverReasons['better-placed']);
      await look(desk, 'act-hand-over');
      await press(desk, texts.handOver.submit);
      await desk.page.getByRole('heading', { name: texts.list.title.desk }).waitFor();
      await desk.page.goto(`/console/#/signalen/${reference}`);
      await desk.page.getByText(texts.handedOver.to('Buurtwerk Maashoek')).waitFor();
      await look(desk, 'handed-over');
      const sent = await mailsSent(town, reference, 3, 20_000);
      expect(sent).toContain('notify-2-owner-first signalen@maashoek.example');
      const toOwner = (await mailsAbout(town, reference)).find(({ to }) => to.includes('signalen@maashoek.example'));
      expect(toOwner?.text).toContain('Kralingen-Crooswijk');
      const { act } = await apiMember(town, JOOST);
      await act(reference, 'erasure', { asked: 'by-phone' });
    });

    it('thanks what fills in everything it finds as it thanks people, and holds it at the desk', async () => {
      const person = await postSignal(town, aSubmission());
      const posts = [1, 2].map(() =>
        postSignal(town, { ...aSubmission(), website: 'https://spam.example' }, randomUUID()),
      );
      const answers = await Promise.all(posts);
      expect(answers.map(({ status }) => status)).toEqual([person.status, person.status]);
      const receipts = await Promise.all(answers.map(receiptIn));
      expect(Object.keys(receipts[0] ?? {})).toEqual(Object.keys(await receiptIn(person)));
      [real, spam] = receipts.map(({ reference }) => reference) as [string, string];
      for (const signal of [real, spam])
        expect((await mailsSent(town, signal, 1, 20_000))[0]).toBe('notify-1-owner-first loket@rotterdam.example');
    });

    it('lets the desk read it before anybody goes: what is real goes to the partner', async () => {
      await desk.page.goto('/console/#/');
      await desk.page.getByRole('listitem').filter({ hasText: words.statuses.held }).first().waitFor();
      await look(desk, 'desk-list');
      await openSignal(desk, real);
      await desk.page.getByText(words.suspicions['hidden-field']).waitFor();
      await look(desk, 'desk-held');
      expect(await sentAbout(real)).not.toContain('maashoek');
      await startAct(desk, 'release');
      await look(desk, 'act-release');
      await finishAct(desk, texts.confirm.release.submit, 'release');
      await expect.poll(() => sentAbout(real), { timeout: 20_000 }).toContain('owner-first signalen@maashoek.example');
    });

    it('dismisses what is not: nobody hears of it, and it goes by itself', async () => {
      await openSignal(desk, spam);
      await startAct(desk, 'dismiss');
      await choose(desk, words.dismissals.spam);
      await look(desk, 'act-dismiss');
      await finishAct(desk, texts.dismiss.submit, 'dismiss');
      await desk.page.getByText(/^De gegevens worden vanzelf gewist/).waitFor();
      await look(desk, 'desk-dismissed');
      expect(await statusOf(town, spam)).toBe('closed');
      expect(await sentAbout(spam)).not.toContain('maashoek');
      await walkTheMenu(desk, 'desk');
    });
  });

const receiptIn = async (answer: Response) => (await answer.json()) as SignalReceipt;
