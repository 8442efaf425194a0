import { expect, it } from 'vitest';
import { consoleTexts as texts } from '#shared/texts/nl/console.ts';
import { account } from '#shared/texts/nl/console-account.ts';
import { letter } from '#shared/texts/nl/console-letter.ts';
import { form } from '#shared/texts/nl/form.ts';
import { mail as mailTexts } from '#shared/texts/nl/mail.ts';
import { words } from '#shared/texts/nl/words.ts';
import { apiMember } from './support/api.ts';
import { fieldsIn, found } from './support/canary.ts';
import {
  choose,
  chooseNth,
  FATIMA,
  finishAct,
  JOOST,
  openConsole,
  openSignal,
  seesProof,
  sessionStatus,
  signIn,
  signOut,
  startAct,
  walkTheMenu,
} from './support/console.ts';
import { keysAsText, outsideTheTables, tablesAsText } from './support/dump.ts';
import {
  follow,
  lookUpStatus,
  press,
  referenceOn,
  tellSigns,
  tellTried,
  tellWhere,
  tellWhoIAm,
} from './support/form.ts';
import { inOrder } from './support/in-order.ts';
import { inShort, linkIn, mails, mailsAbout, mailsSent } from './support/mailbox.ts';
import { withFingerprint } from './support/passkey.ts';
import { DESKTOP, keptBy, look, lookOnPaper, type Person, wordsOn } from './support/person.ts';
import { aPerson, type Town } from './support/town.ts';

/** The main job: somebody worries, the neighbourhood hears it, somebody visits, help starts, and everything personal goes. Fatima has no mouse. */
export const membersMonth = (town: Town): void =>
  inOrder('a member’s month, by keyboard, from the mail to the erasure', () => {
    const canary = town.canary();
    let reporter: Person;
    let member: Person;
    let reference = '';
    const answers = (answer: string) => form.status.meaning[answer as keyof typeof form.status.meaning];

    it('begins with a reporter on a phone, who is taken through the form step by step', async () => {
      reporter = await aPerson(town, { works: 'touch' });
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

    it('thanks the reporter with a number to keep and the day and time by which something happens', async () => {
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

      member = await aPerson(town, { viewport: DESKTOP, works: 'keyboard' });
      await member.page.goto(linkIn(notice as NonNullable<typeof notice>));
      expect(await wordsOn(member)).not.toContain(canary.postcode);
    });

    it('lets the member in with a mailed code, to the signal that the mail was about', async () => {
      await signIn(town, member, FATIMA, 'sign-in');
      await member.page.getByText(canary.explanation).waitFor();
      await look(member, 'signal-new');
      await follow(member, texts.signal.toList);
      await member.page.getByRole('heading', { name: texts.list.title.member }).waitFor();
      const row = member.page.getByRole('link', { name: new RegExp(`7.*${canary.addition}`) });
      await row.waitFor();
      await look(member, 'list');
      expect(answers('received')).toBe(await lookUpStatus(reporter, reference, 'status-received'));
      await member.hands.press(row);
      await member.page.getByText(canary.explanation).waitFor();
    });

    it('asks whether a visit is needed, who goes and when, and tells the colleague who was a moment later who did it', async () => {
      const second = await aPerson(town);
      await openConsole(town, second, JOOST);
      await openSignal(second, reference);
      await startAct(second, 'triage');
      await choose(second, words.tested['own-contacts'], texts.triage.yes);

      await startAct(member, 'triage');
      await press(member, texts.triage.submitYes);
      await look(member, 'act-triage-mistakes');
      await choose(member, words.tested['walked-past'], texts.triage.yes, texts.plan.volunteer);
      await member.hands.type(member.page.getByLabel(texts.plan.volunteerName), canary.volunteer);
      await chooseNth(member, texts.plan.day, 1);
      await chooseNth(member, texts.plan.time, 1);
      await look(member, 'act-triage');
      await finishAct(member, texts.triage.submitPlan, 'triage');
      await member.page.getByText(canary.volunteer).first().waitFor();
      await look(member, 'signal-planned');
      expect(answers('picked-up')).toBe(await lookUpStatus(reporter, reference));

      await press(second, texts.triage.submitYes);
      const notice = second.page.getByText(/was u voor/);
      await notice.waitFor();
      expect(await notice.textContent()).toMatch(
        /^Fatima el Amrani was u voor, .*\d+.\d\d.*bezoek gepland.*niet opgeslagen/,
      );
      await second.page.getByText(canary.volunteer).first().waitFor();
      await look(second, 'already-done');
      await second.context.close();
    });

    it('prints the letter and the card, with the name of the visitor and nothing that the reporter wrote', async () => {
      const { page } = member;
      await follow(member, texts.signal.letter);
      await page.getByText(letter.letter.greeting).waitFor();
      const sheet = page.locator('.print-preview');
      expect(fieldsIn(found([canary], (await sheet.textContent()) ?? ''))).toEqual([
        'postcode',
        'addition',
        'volunteer',
      ]);
      await sheet.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/).waitFor();
      await look(member, 'letter');
      await lookOnPaper(member, 'letter');
      await choose(member, letter.page.sheets.card);
      await sheet.getByText(letter.card.heading).first().waitFor();
      expect(found([canary], (await sheet.textContent()) ?? '')).toEqual([]);
      await look(member, 'card');
      await lookOnPaper(member, 'card');
      await page.evaluate('window.print = () => { document.body.dataset.printed = "yes"; }');
      await press(member, letter.page.print);
      expect(await page.evaluate('document.body.dataset.printed')).toBe('yes');
      await follow(member, letter.page.back);
    });

    it('notes for the volunteer that nobody was home, and proposes another moment, which is one press', async () => {
      const { page } = member;
      await startAct(member, 'attempt');
      await page.getByText(texts.how.onBehalf(canary.volunteer)).waitFor();
      await look(member, 'act-attempt');
      await finishAct(member, texts.attempt.submit, 'attempt');
      await page.getByText(texts.proposal.otherMoment).waitFor();
      await look(member, 'signal-again');
      const proposal = page.getByRole('button', { name: new RegExp(`^${texts.proposal.visit('')}`) });
      await member.hands.press(proposal);
      await page.getByText(texts.acts.plan.done).waitFor();
    });

    it('puts 112 first when there is danger, and tells coordinator and team at once, and nothing of where', async () => {
      const { page } = member;
      await follow(member, texts.door.choices.danger);
      await page.getByRole('link', { name: texts.alarm.emergency }).waitFor();
      await look(member, 'act-alarm');
      await finishAct(member, texts.alarm.tell.submit, 'alarm');
      await look(member, 'signal-danger');
      const alarms = async () =>
        (await mailsAbout(town, reference)).filter((mail) => inShort(mail).startsWith('alarm'));
      await expect.poll(async () => (await alarms()).length, { timeout: 20_000 }).toBe(2);
      const sent = await alarms();
      expect(sent.flatMap(({ to }) => to).sort()).toEqual([
        'coordinator@rotterdam.example',
        'signalen@maashoek.example',
      ]);
      expect(found([canary], JSON.stringify(sent))).toEqual([]);
      await startAct(member, 'all-clear');
      await choose(member, words.dangerHandled.visited);
      await look(member, 'act-all-clear');
      await finishAct(member, texts.allClear.submit, 'all-clear');
    });

    it('records the contact, with what the resident wants kept', async () => {
      const { page, hands } = member;
      await startAct(member, 'contact');
      await choose(member, words.informed.handed, texts.contact.consents.keep);
      await choose(member, words.residentWishes.talk, words.referrals.welfare);
      await hands.type(page.getByLabel(texts.contact.agreements), canary.agreements);
      await look(member, 'act-contact');
      await finishAct(member, texts.contact.submit, 'contact');
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
      await finishAct(member, texts.followUp.submit, 'follow-up');
      await startAct(member, 'close');
      await choose(member, words.outcomes['help-started']);
      await look(member, 'act-close');
      await finishAct(member, texts.close.submit, 'close');
      const shown = fieldsIn(found([canary], await wordsOn(member)));
      expect(shown).toEqual(['explanation', 'postcode', 'addition', 'agreements']);
      await look(member, 'signal-closed');
      expect(answers('closed')).toBe(await lookUpStatus(reporter, reference));
    });

    it('wrote the reporter three times, neutrally, and then forgot them', async () => {
      await mailsSent(town, reference, 6, 20_000);
      const toReporter = (await mails(town)).filter(({ to }) => to.includes(canary.email));
      const { 'update-received': received, 'update-picked-up': pickedUp, 'update-closed': closed } = mailTexts.reporter;
      expect(toReporter.map(({ subject }) => subject)).toEqual([received.subject, pickedUp.subject, closed.subject]);
      expect(found([canary], toReporter.map(({ text, html }) => text + html).join())).toEqual([]);
      await expect
        .poll(async () => fieldsIn(found([canary], await tablesAsText(town))), { timeout: 20_000 })
        .toEqual(['explanation', 'postcode', 'addition', 'agreements']);
    });

    it('is opened again when the resident calls, and closed in one go', async () => {
      await startAct(member, 'reopen');
      await look(member, 'act-reopen');
      await finishAct(member, texts.confirm.reopen.submit, 'reopen');
      await member.page.getByRole('heading', { name: texts.next.title.reopened }).waitFor();
      await look(member, 'signal-reopened');
      await follow(member, texts.door.choices['no-worry']);
      await member.page.getByRole('heading', { level: 1, name: texts.acts.contact.title }).waitFor();
      await choose(member, words.informed['read-aloud'], texts.contact.consents.undecided);
      await look(member, 'act-contact-no-worry');
      await finishAct(member, texts.contact.submit, 'contact');
      await member.page.getByText(texts.next.title.closed).waitFor();
    });

    it('is offered a passkey at the second sign-in, made in one press, and the way in from then on', async () => {
      const { page } = member;
      await signOut(member);
      await look(member, 'signed-out');
      await withFingerprint(member);
      await signIn(town, member, FATIMA);
      await page.getByRole('heading', { name: texts.passkeyOffer.title }).waitFor();
      await look(member, 'passkey-offer');
      await press(member, texts.passkeyOffer.make);
      await page.getByText(texts.passkeyOffer.made).waitFor();
      expect(await page.getByRole('heading', { name: texts.passkeyOffer.title }).count()).toBe(0);
      await signOut(member);
      await press(member, texts.signIn.withPasskey);
      await page.getByRole('button', { name: texts.frame.signOut }).waitFor();
      await walkTheMenu(member, 'member');
      await page.getByText(account.sessions.how.passkey).first().waitFor();
    });

    it('signs out everywhere, also whoever kept the cookie, and a passkey that was removed opens nothing', async () => {
      const { page, context } = member;
      const [session] = (await context.cookies()).filter(({ name }) => name === '__Host-session');
      expect(session).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Strict' });
      const kept = { cookie: `${session?.name}=${session?.value}` };
      const current = `${town.local.url}/v1/console/sessions/current`;
      expect((await fetch(current, { headers: kept })).status).toBe(200);
      const phone = await aPerson(town);
      await openConsole(town, phone, FATIMA);

      await member.hands.press(page.getByRole('button', { name: account.passkeys.remove }));
      await page.getByText(account.passkeys.removed).waitFor();
      await press(member, account.sessions.endAll);
      await page.getByText(account.sessions.ended).waitFor();
      // That somebody signed in here once opens nothing; it only lets them ask for a code.
      expect((await context.cookies()).map(({ name }) => name)).toEqual(['__Host-known']);
      expect((await fetch(current, { headers: kept })).status).toBe(401);
      expect(await sessionStatus(phone)).toBe(401);
      await press(phone, texts.loading.refresh);
      await phone.page.getByText(texts.signIn.ended).waitFor();
      await look(phone, 'session-ended');

      await press(member, texts.signIn.withPasskey);
      await page.getByText(texts.troubles['wrong-passkey']).waitFor();
      await look(member, 'passkey-unknown');
    });

    it('is erased when the resident asks for it later, and shows a proof once', async () => {
      await signIn(town, member, FATIMA);
      await openSignal(member, reference);
      await startAct(member, 'erase');
      await choose(member, words.erasureAsked['by-letter']);
      await look(member, 'act-erase');
      await press(member, texts.erase.submit);
      await seesProof(member);
      await look(member, 'proof-code');
      await follow(member, texts.erased.done);
      expect(form.status.unknown).toBe(await lookUpStatus(reporter, reference, 'status-unknown'));
      const { view } = await apiMember(town, JOOST);
      await expect(view(reference)).rejects.toThrow('404');
    });
  });
