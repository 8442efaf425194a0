import { expect, it } from 'vitest';
import { SHORTEST_CHECK } from '#shared/domain/suspicion.ts';
import { consoleTexts } from '#shared/texts/nl/console.ts';
import { form } from '#shared/texts/nl/form.ts';
import { words } from '#shared/texts/nl/words.ts';
import { fieldsIn, found } from './support/canary.ts';
import { choose, finishAct, JOOST, openConsole, openSignal, PETER, RIA, signIn, startAct } from './support/console.ts';
import {
  lookUpStatus,
  press,
  referenceOn,
  tellSigns,
  tellTried,
  tellWhereWithoutPostcode,
  tellWhoIAm,
} from './support/form.ts';
import { inOrder } from './support/in-order.ts';
import { inShort, linkIn, mailsAbout, mailsSent } from './support/mailbox.ts';
import { DESKTOP, look, type Person, wordsOn } from './support/person.ts';
import { aPerson, type Town } from './support/town.ts';

/** Without script and without a postcode: the desk finds the partner, a volunteer goes, and the resident wants none of it. */
export const erasedAtTheDoor = (town: Town): void =>
  inOrder('from a form without script to an erasure at the door', () => {
    const canary = town.canary();
    let reporter: Person;
    let member: Person;
    let visitor: Person;
    let reference = '';

    it('takes the form as one page, and shows everything once more before it is sent', async () => {
      reporter = await aPerson(town, { script: false });
      const { page } = reporter;
      await page.goto('/');
      await look(reporter, 'no-script-form');
      await press(reporter, form.steps.check);
      await page
        .getByRole('heading', { name: form.errors.heading(2).replace('2', '') })
        .or(page.locator('#mistakes'))
        .first()
        .waitFor();
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

    it('brings what no partner can own to the desk, which hands it over', async () => {
      await mailsSent(town, reference, 2, 20_000);
      const notice = (await mailsAbout(town, reference)).find(({ to }) => to.includes('loket@rotterdam.example'));
      const desk = await aPerson(town, { viewport: DESKTOP });
      await desk.page.goto(linkIn(notice as NonNullable<typeof notice>));
      await signIn(town, desk, PETER);
      await desk.page.getByText(canary.explanation).waitFor();
      await look(desk, 'desk-signal');
      await startAct(desk, 'hand-over');
      await choose(desk, 'Buurtwerk Maashoek', words.handOverReasons['better-placed'], 'Kralingen-Crooswijk');
      await look(desk, 'act-hand-over');
      await press(desk, consoleTexts.handOver.submit);
      await desk.page.getByRole('heading', { name: consoleTexts.list.title.desk }).waitFor();
      await look(desk, 'desk-list');
      await desk.page.goto(`/console/#/signalen/${reference}`);
      await desk.page.getByText(consoleTexts.handedOver.to('Buurtwerk Maashoek')).waitFor();
      await look(desk, 'handed-over');
    });

    it('lets the new owner plan a visit for a volunteer', async () => {
      const sent = await mailsSent(town, reference, 3, 20_000);
      expect(sent).toContain('notify-2-owner-first signalen@maashoek.example');
      const notice = (await mailsAbout(town, reference)).find(({ to }) => to.includes('signalen@maashoek.example'));
      expect(notice?.text).toContain('Kralingen-Crooswijk');
      member = await aPerson(town);
      await openConsole(town, member, JOOST);
      await openSignal(member, reference);
      await startAct(member, 'triage');
      await choose(member, words.tested['own-contacts'], consoleTexts.triage.yes);
      await finishAct(member, consoleTexts.triage.submitYes, 'triage');
      await startAct(member, 'plan');
      await choose(member, 'Ria de Boer');
      await member.page.getByRole('group', { name: consoleTexts.plan.day }).getByRole('radio').nth(1).check();
      await member.page.getByRole('group', { name: consoleTexts.plan.time }).getByRole('radio').nth(0).check();
      await finishAct(member, consoleTexts.plan.submit, 'plan');
    });

    it('shows the volunteer the planned visit only: where and what was seen, nothing of the reporter', async () => {
      visitor = await aPerson(town);
      await openConsole(town, visitor, RIA);
      const { page } = visitor;
      await page.getByRole('heading', { name: consoleTexts.list.title.visitor }).waitFor();
      await page.locator('li h2 a').first().waitFor();
      expect(await page.locator('li h2 a').count()).toBe(1);
      await look(visitor, 'visitor-list');
      await page.locator('li h2 a').first().click();
      await page.getByText(canary.explanation).waitFor();
      const seen = await wordsOn(visitor);
      expect(fieldsIn(found([canary], seen))).toEqual(['explanation', 'addition', 'street', 'town']);
      expect(seen).not.toContain(words.reporterKinds.neighbour);
      await look(visitor, 'visitor-signal');
      const answer = await page.evaluate(
        `fetch('/v1/console/signals/${reference}').then((response) => response.text())`,
      );
      expect(fieldsIn(found([canary], String(answer)))).toEqual(['explanation', 'addition', 'street', 'town']);
    });

    it('erases everything at the door, and shows a proof', async () => {
      await startAct(visitor, 'contact');
      await choose(visitor, words.informed.handed, consoleTexts.contact.consents['erase-now']);
      await look(visitor, 'act-contact-erase');
      await press(visitor, consoleTexts.contact.submitErase);
      await visitor.page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/).waitFor();
      await look(visitor, 'visitor-proof-code');
    });

    it('is gone for everybody', async () => {
      await visitor.page.getByRole('link', { name: consoleTexts.erased.done }).click();
      await visitor.page.getByText(consoleTexts.list.empty.open).waitFor();
      for (const person of [visitor, member]) {
        await person.page.goto(`/console/#/signalen/${reference}`);
        await person.page.reload();
        await person.page.getByText(consoleTexts.troubles['not-found']).waitFor();
        await look(person, 'gone');
      }
      const other = await aPerson(town);
      expect(form.status.unknown).toBe(await lookUpStatus(other, reference));
      const reporterMails = (await mailsAbout(town, reference))
        .filter(({ to }) => to.includes(canary.email))
        .map(inShort);
      expect(reporterMails).toHaveLength(2);
    });
  });
