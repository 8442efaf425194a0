import { expect, it } from 'vitest';
import { consoleTexts } from '#shared/texts/nl/console.ts';
import { form } from '#shared/texts/nl/form.ts';
import { mail as mailTexts } from '#shared/texts/nl/mail.ts';
import { words } from '#shared/texts/nl/words.ts';
import { fieldsIn, found } from './support/canary.ts';
import { choose, FATIMA, finishAct, signIn, startAct } from './support/console.ts';
import { keysAsText, outsideTheTables, tablesAsText } from './support/dump.ts';
import { lookUpStatus, press, referenceOn, tellSigns, tellTried, tellWhere, tellWhoIAm } from './support/form.ts';
import { inOrder } from './support/in-order.ts';
import { linkIn, mails, mailsAbout, mailsSent } from './support/mailbox.ts';
import { DESKTOP, keptBy, look, type Person, wordsOn } from './support/person.ts';
import { aPerson, type Town } from './support/town.ts';

/** The main job: somebody worries, the neighbourhood hears it, somebody visits, help starts, and everything personal goes. */
export const signalToClosing = (town: Town): void =>
  inOrder('from a signal to a closed visit', () => {
    const canary = town.canary();
    let reporter: Person;
    let member: Person;
    let reference = '';
    const answers = (answer: string) => form.status.meaning[answer as keyof typeof form.status.meaning];

    it('takes the reporter through the form on a phone, step by step', async () => {
      reporter = await aPerson(town);
      const { page } = reporter;
      await page.goto('/');
      await look(reporter, 'form-1-start');
      await press(reporter, form.steps.next);
      await page.getByRole('heading', { name: /nog .* niet goed/ }).waitFor();
      await look(reporter, 'form-1-mistakes');
      await tellWhere(reporter, canary);
      await look(reporter, 'form-1-filled-in');
      await press(reporter, form.steps.next);
      await tellSigns(reporter, canary);
      await look(reporter, 'form-2');
      await press(reporter, form.steps.next);
      await tellTried(reporter);
      await look(reporter, 'form-3');
      await press(reporter, form.steps.next);
      await tellWhoIAm(reporter, canary);
      await look(reporter, 'form-4');
      await press(reporter, form.steps.check);
      await page.getByRole('heading', { name: form.check.heading }).waitFor();
      expect(await wordsOn(reporter)).toContain(canary.explanation);
      await look(reporter, 'form-5-check');
    });

    it('thanks with a number to keep and the day and time by which something happens', async () => {
      await press(reporter, form.check.send);
      await reporter.page.getByRole('heading', { name: form.thanks.heading }).waitFor();
      reference = await referenceOn(reporter);
      expect(reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
      const moments = await reporter.page.locator('main li strong').allTextContents();
      expect(moments).toHaveLength(2);
      for (const moment of moments) expect(moment).toMatch(/^\w+dag \d+ \w+ om \d\d\.\d\d uur$/);
      await look(reporter, 'thank-you');
      expect(found([canary], await keptBy(reporter))).toEqual([]);
    });

    it('mails the partner of the neighbourhood a moment and a link, and nothing of who, where or why', async () => {
      await mailsSent(town, reference, 2, 20_000);
      const notice = (await mailsAbout(town, reference)).find(({ to }) => to.includes('signalen@maashoek.example'));
      expect(notice?.subject).toContain('Rotterdam Centrum');
      expect(found([canary], JSON.stringify(notice))).toEqual([]);
      const inbox = await aPerson(town, { viewport: DESKTOP });
      await inbox.page.goto('/local/inbox');
      await inbox.page.waitForLoadState('networkidle');
      await look(inbox, 'inbox');
      await inbox.context.close();

      member = await aPerson(town);
      await member.page.goto(linkIn(notice as NonNullable<typeof notice>));
      expect(await wordsOn(member)).not.toContain(canary.postcode);
    });

    it('lets a member in with a mailed code, to the signal that the mail was about', async () => {
      await signIn(town, member, FATIMA, 'sign-in');
      await member.page.getByText(canary.explanation).waitFor();
      await look(member, 'signal-new');
      await member.page.getByRole('link', { name: consoleTexts.signal.toList }).click();
      await member.page.getByRole('heading', { name: consoleTexts.list.title.member }).waitFor();
      await member.page.getByRole('link', { name: new RegExp(`7.*${canary.addition}`) }).waitFor();
      await look(member, 'list');
      expect(answers('received')).toBe(await lookUpStatus(reporter, reference, 'status-received'));
    });

    it('asks first whether a visit is needed', async () => {
      await member.page.getByRole('link', { name: new RegExp(`7.*${canary.addition}`) }).click();
      await startAct(member, 'triage');
      await press(member, consoleTexts.triage.submitYes);
      await look(member, 'act-triage-mistakes');
      await choose(member, words.tested['walked-past'], consoleTexts.triage.yes);
      await look(member, 'act-triage');
      await finishAct(member, consoleTexts.triage.submitYes, 'triage');
      await look(member, 'signal-following-up');
      expect(answers('picked-up')).toBe(await lookUpStatus(reporter, reference));
    });

    it('plans who goes and when', async () => {
      const { page } = member;
      await startAct(member, 'plan');
      await choose(member, consoleTexts.plan.volunteer);
      await page.getByLabel(consoleTexts.plan.volunteerName).fill(canary.volunteer);
      await page.getByRole('group', { name: consoleTexts.plan.day }).getByRole('radio').nth(1).check();
      await page.getByRole('group', { name: consoleTexts.plan.time }).getByRole('radio').nth(1).check();
      await look(member, 'act-plan');
      await finishAct(member, consoleTexts.plan.submit, 'plan');
      await page.getByText(canary.volunteer).first().waitFor();
      await look(member, 'signal-planned');
    });

    it('records the contact, with what the resident wants kept', async () => {
      const { page } = member;
      await page.getByRole('link', { name: consoleTexts.door.choices.danger }).click();
      await page.getByRole('link', { name: consoleTexts.alarm.emergency }).waitFor();
      await look(member, 'act-alarm');
      await page.getByRole('link', { name: consoleTexts.form.back }).click();
      await page.getByRole('link', { name: consoleTexts.door.choices['wants-contact'] }).click();
      await choose(member, words.informed.handed, consoleTexts.contact.consents.keep);
      const wishes = page.getByRole('group', { name: consoleTexts.contact.wishes });
      await wishes.getByLabel(words.residentWishes.talk).check();
      await choose(member, words.referrals.welfare);
      await page.getByLabel(consoleTexts.contact.agreements).fill(canary.agreements);
      await look(member, 'act-contact');
      await finishAct(member, consoleTexts.contact.submit, 'contact');
      await page.getByText(canary.agreements).waitFor();
      await look(member, 'signal-in-contact');
    });

    it('keeps all of that inside the tables: no mail, log, schedule, address or key holds any of it', async () => {
      expect(found([canary], await outsideTheTables(town))).toEqual([]);
      expect(found([canary], await keysAsText(town))).toEqual([]);
      expect(found([canary], [...member.urls, ...reporter.urls].join('\n'))).toEqual([]);
    });

    it('asks whether help has started, and closes', async () => {
      await startAct(member, 'follow-up');
      await choose(member, words.helpStarted.yes);
      await look(member, 'act-follow-up');
      await finishAct(member, consoleTexts.followUp.submit, 'follow-up');
      await startAct(member, 'close');
      await choose(member, words.outcomes['help-started']);
      await look(member, 'act-close');
      await finishAct(member, consoleTexts.close.submit, 'close');
      expect(fieldsIn(found([canary], await wordsOn(member)))).toEqual([
        'explanation',
        'postcode',
        'addition',
        'agreements',
      ]);
      await look(member, 'signal-closed');
      expect(answers('closed')).toBe(await lookUpStatus(reporter, reference));
    });

    it('wrote the reporter three times, neutrally, and then forgot them', async () => {
      await mailsSent(town, reference, 4, 20_000);
      const toReporter = (await mails(town)).filter(({ to }) => to.includes(canary.email));
      const { 'update-received': received, 'update-picked-up': pickedUp, 'update-closed': closed } = mailTexts.reporter;
      expect(toReporter.map(({ subject }) => subject)).toEqual([received.subject, pickedUp.subject, closed.subject]);
      expect(found([canary], toReporter.map(({ text, html }) => text + html).join())).toEqual([]);
      await expect
        .poll(async () => fieldsIn(found([canary], await tablesAsText(town))), { timeout: 20_000 })
        .toEqual(['explanation', 'postcode', 'addition', 'agreements']);
    });

    it('is erased when the resident asks for it later, and shows a proof once', async () => {
      await startAct(member, 'erase');
      await choose(member, words.erasureAsked['by-letter']);
      await look(member, 'act-erase');
      await press(member, consoleTexts.erase.submit);
      await member.page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/).waitFor();
      await look(member, 'proof-code');
      await member.page.getByRole('link', { name: consoleTexts.erased.done }).click();
      expect(form.status.unknown).toBe(await lookUpStatus(reporter, reference, 'status-unknown'));
    });
  });
