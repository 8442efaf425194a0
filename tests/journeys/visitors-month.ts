import { expect, it } from 'vitest';
import { consoleTexts as texts } from '#shared/texts/en/console.ts';
import { letter as letters } from '#shared/texts/en/console-letter.ts';
import { form } from '#shared/texts/en/form.ts';
import { mail as mailTexts } from '#shared/texts/en/mail.ts';
import { words } from '#shared/texts/en/words.ts';
import { type ApiMember, apiMember } from './support/api.ts';
import { fieldsIn, found } from './support/canary.ts';
import {
  choose,
  finishAct,
  goTo,
  JOOST,
  openConsole,
  RIA,
  seesProof,
  startAct,
  walkTheMenu,
} from './support/console.ts';
import { follow, lookUpStatus, press, referenceOn, tellWhere, tellWishes, type } from './support/form.ts';
import { inOrder } from './support/in-order.ts';
import { linkIn, mails, mailsAbout, mailsSent } from './support/mailbox.ts';
import { look, lookOnPaper, type Person, wordsOn } from './support/person.ts';
import { aPerson, type Town } from './support/town.ts';

const MINUTE = 60_000;

/** All of it in English: somebody asks for company themselves, a volunteer goes with a phone in the hand, and in the end all is erased at the door. */
export const visitorsMonth = (town: Town): void =>
  inOrder('a visitor’s month, on a phone and in English, from a planned visit to an erasure at the door', () => {
    const canary = town.canary();
    const here = () => ({ works: 'touch', language: 'en' }) as const;
    let resident: Person;
    let member: ApiMember;
    let visitor: Person;
    let reference = '';
    const rows = () => visitor.page.locator('li h2 a');

    it('begins with a resident who asks for company, and is asked what they would like instead of what they saw', async () => {
      resident = await aPerson(town, here());
      const { page } = resident;
      await page.goto('/en/');
      await tellWhere(resident, canary, 'myself');
      await look(resident, 'self-1');
      await press(resident, form.steps.next);
      await tellWishes(resident, canary);
      await look(resident, 'self-2-wishes');
      await press(resident, form.steps.next);
      await resident.hands.tick(page.getByRole('radio', { name: words.bestTimes.evening }));
      await look(resident, 'self-3-when');
      await press(resident, form.steps.next);
      await type(resident, form.reporter.phone, canary.phone);
      await type(resident, form.reporter.email, canary.email);
      await resident.hands.tick(page.getByRole('checkbox', { name: form.reporter.wantsUpdates }));
      await look(resident, 'self-4-reach');
      await press(resident, form.steps.check);
      await page.getByRole('heading', { name: form.check.heading }).waitFor();
      await look(resident, 'self-5-check');
      await press(resident, form.check.send);
      await page.getByRole('heading', { name: form.thanks.heading }).waitFor();
      await page.getByText(form.thanks.selfChoice).waitFor();
      await look(resident, 'self-thank-you');
      reference = await referenceOn(resident);
    });

    it('writes the resident in English that it arrived, without a word of what they asked', async () => {
      await mailsSent(town, reference, 2, 20_000);
      const [mine, ...others] = (await mails(town)).filter(({ to }) => to.includes(canary.email));
      expect(others).toEqual([]);
      expect(mine?.subject).toBe(mailTexts.reporter['update-received'].subject);
      expect(found([canary], `${mine?.text} ${mine?.html}`)).toEqual([]);
      expect(await lookUpStatus(resident, reference)).toBe(form.status.meaning.received);
    });

    it('shows the visitor nothing as long as nothing is planned for them', async () => {
      visitor = await aPerson(town, here());
      await openConsole(town, visitor, RIA);
      await visitor.page.getByText(texts.list.empty.visitor).waitFor();
      await look(visitor, 'visitor-nothing');
      await walkTheMenu(visitor, 'visitor-menu');
    });

    it('mails the visitor that a visit is planned, and shows that visit only: where, and what was asked', async () => {
      const { page } = visitor;
      member = await apiMember(town, JOOST);
      await member.act(reference, 'triage', { tested: ['own-contacts'], decision: 'follow-up' });
      await plannedFor('ria-de-boer');
      const sent = await mailsSent(town, reference, 4, 20_000);
      expect(sent).toContain(`planned-1-visitor ${RIA}`);
      const mail = (await mailsAbout(town, reference)).find(({ to }) => to.includes(RIA));
      expect(found([canary], JSON.stringify(mail))).toEqual([]);
      await goTo(visitor, texts.pages.signals);
      await press(visitor, texts.loading.refresh);
      await rows().first().waitFor();
      expect(await rows().count()).toBe(1);
      await look(visitor, 'visitor-list');
      await page.goto(linkIn(mail as NonNullable<typeof mail>));
      await page.getByText(canary.explanation).waitFor();
      await page.getByText(texts.signal.noteThemselves).waitFor();
      expect(fieldsIn(found([canary], await wordsOn(visitor)))).toEqual(['explanation', 'postcode', 'addition']);
      await look(visitor, 'visitor-signal');
    });

    it('has the letter in the language of the resident, and the tips for the talk at hand', async () => {
      const { page } = visitor;
      await visitor.hands.press(page.getByText(texts.tips.title));
      await page.getByText(texts.tips.list[0] ?? '').waitFor();
      await look(visitor, 'visitor-tips');
      await follow(visitor, texts.signal.letter);
      await page.getByText(letters.page.intro).waitFor();
      await choose(visitor, 'English');
      await page.getByText(letters.letter.headingThemselves).waitFor();
      await page.getByText(letters.letter.toldThemselves).waitFor();
      await look(visitor, 'visitor-letter');
      await lookOnPaper(visitor, 'visitor-letter');
      await follow(visitor, letters.page.back);
    });

    it('is out of sight once the visitor has said, in two taps, that nobody was home', async () => {
      await startAct(visitor, 'attempt');
      await look(visitor, 'visitor-attempt');
      await finishAct(visitor, texts.attempt.submit, 'attempt');
      await visitor.page.getByText(texts.list.empty.visitor).waitFor();
      await look(visitor, 'visitor-recorded');
      await seesNothing(visitor);
    });

    it('is erased at the door when the resident wants none of it after all, with a proof on the letter', async () => {
      await plannedFor('ria-de-boer');
      await goTo(visitor, texts.pages.signals);
      await rows().first().waitFor();
      await visitor.hands.press(rows());
      await startAct(visitor, 'contact');
      await choose(visitor, words.informed.handed, texts.contact.consents['erase-now']);
      await look(visitor, 'act-contact-erase');
      await press(visitor, texts.contact.submitErase);
      await seesProof(visitor);
      await look(visitor, 'visitor-proof-code');
      await follow(visitor, texts.erased.done);
      await visitor.page.getByText(texts.list.empty.visitor).waitFor();
    });

    it('is gone for everybody, and the resident heard of no outcome', async () => {
      await seesNothing(visitor);
      await expect(member.view(reference)).rejects.toThrow('404');
      expect(await lookUpStatus(resident, reference)).toBe(form.status.unknown);
      const subjects = (await mails(town)).filter(({ to }) => to.includes(canary.email)).map(({ subject }) => subject);
      expect(subjects).toEqual(
        (['update-received', 'update-picked-up'] as const).map((update) => mailTexts.reporter[update].subject),
      );
    });

    const plannedFor = (memberId: string) =>
      member.act(reference, 'plans', { at: new Date(Date.now() + 60 * MINUTE).toISOString(), memberId });

    async function seesNothing(person: Person): Promise<void> {
      await person.page.goto(`/console/#/signalen/${reference}`);
      await person.page.reload();
      await person.page.getByText(texts.troubles['not-found']).waitFor();
      expect(found([canary], await wordsOn(person))).toEqual([]);
      await look(person, 'gone');
    }
  });
