import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { consoleTexts as texts } from '#shared/texts/nl/console.ts';
import { directory } from '#shared/texts/nl/console-directory.ts';
import { figures } from '#shared/texts/nl/console-figures.ts';
import { log } from '#shared/texts/nl/console-log.ts';
import { practice } from '#shared/texts/nl/console-practice.ts';
import { form } from '#shared/texts/nl/form.ts';
import { words } from '#shared/texts/nl/words.ts';
import { type ApiMember, apiMember, aSubmission, aTellingSubmission, submitted } from './support/api.ts';
import { found } from './support/canary.ts';
import {
  choose,
  finishAct,
  goTo,
  JOOST,
  MARIA,
  openConsole,
  SANNE,
  seesProof,
  sessionStatus,
  signIn,
  spelled,
  startAct,
  walkTheMenu,
} from './support/console.ts';
import { outsideTheTables } from './support/dump.ts';
import { follow, press, type } from './support/form.ts';
import { inOrder } from './support/in-order.ts';
import { inShort, linkIn, mails, mailsAbout, mailsSent } from './support/mailbox.ts';
import { DESKTOP, look, lookOnPaper, type Person, PHONE, wordsOn } from './support/person.ts';
import { aPerson, type Town } from './support/town.ts';

const HOUR = 3_600_000;
const NOOR = 'noor@maashoek.example';

/** Everything that the municipality does: what was dangerous, what does not arrive, who takes part, what residents ask, and what it all comes to. */
export const coordinatorsMonth = (town: Town): void =>
  inOrder('a coordinator’s month, on a desktop and again on a phone', () => {
    const canary = town.canary();
    let coordinator: Person;
    let joost: ApiMember;
    let reference = '';
    let ofJoost = '';
    const menu = (page: string) => goTo(coordinator, page);
    const heading = (name: string) => coordinator.page.getByRole('heading', { level: 1, name }).waitFor();
    const says = (text: string | RegExp) => coordinator.page.getByText(text).first().waitFor();

    it('begins with a mail that somebody was in danger, and leads to that signal without asking why', async () => {
      joost = await apiMember(town, JOOST);
      reference = await submitted(town, aTellingSubmission(canary, false));
      await mailsSent(town, reference, 1, 20_000);
      await joost.act(reference, 'triage', { tested: ['own-contacts'], decision: 'follow-up' });
      const agreements = canary.agreements;
      await joost.act(reference, 'contacts', {
        way: 'visit',
        informed: 'handed',
        consent: 'keep',
        agreements,
        alarm: true,
      });
      await isToldOf(/alarm-\d+/);
      const alarm = (await mailsAbout(town, reference)).find((mail) => inShort(mail).startsWith('alarm'));
      coordinator = await aPerson(town, { viewport: DESKTOP });
      await coordinator.page.goto(linkIn(alarm as NonNullable<typeof alarm>));
      await signIn(town, coordinator, SANNE);
      await says(texts.next.title.alarm);
      await look(coordinator, 'coordinator-alarm');
    });

    it('sees the whole municipality without an address, and whose mail does not arrive', async () => {
      await submitted(town, aSubmission({ address: { postcode: '3071AB', houseNumber: 9 } }));
      ofJoost = await submitted(town, aSubmission({ address: { postcode: '3011AB', houseNumber: 90 } }));
      await mailsSent(town, ofJoost, 1, 20_000);
      await joost.act(ofJoost, 'triage', { tested: ['own-contacts'], decision: 'follow-up' });
      await follow(coordinator, texts.signal.toList);
      await heading(texts.list.title.coordinator);
      await expect
        .poll(
          async () => {
            await press(coordinator, texts.loading.refresh);
            return wordsOn(coordinator);
          },
          { timeout: 20_000, interval: 500 },
        )
        .toContain(texts.mailTrouble.partners('Wijkhuis De Zwaan'));
      expect(found([canary], await wordsOn(coordinator))).toEqual([]);
      await look(coordinator, 'coordinator-list');
    });

    it('gives a reason to open what is somebody else’s, which is written down', async () => {
      await coordinator.page.goto(`/console/#/signalen/${ofJoost}`);
      await heading(texts.reading.title);
      await press(coordinator, texts.reading.open);
      await look(coordinator, 'coordinator-reason-mistake');
      await choose(coordinator, words.readReasons.complaint);
      await press(coordinator, texts.reading.open);
      await says(spelled(ofJoost));
      await look(coordinator, 'coordinator-signal');
      await follow(coordinator, texts.signal.log);
      await says(log.reason(words.readReasons.complaint));
      await look(coordinator, 'log-of-signal');
      const file = await downloaded(coordinator, log.download);
      expect(file).toContain('Sanne de Wit');
      expect(file).toContain(words.readReasons.complaint);
    });

    it('changes the mailbox that refuses everything', async () => {
      await menu(texts.pages.directory);
      await heading(directory.title);
      await look(coordinator, 'directory');
      await follow(coordinator, directory.places.partners.title);
      await heading(directory.partners.title);
      await look(coordinator, 'directory-partners');
      await follow(coordinator, 'Wijkhuis De Zwaan');
      await heading('Wijkhuis De Zwaan');
      await look(coordinator, 'directory-partner');
      await follow(coordinator, directory.partners.change);
      await type(coordinator, directory.partnerForm.mailbox, 'signalen@dezwaan.example');
      await press(coordinator, directory.save);
      await says(directory.errors.codes['twice'] ?? '');
      await look(coordinator, 'directory-partner-mistake');
      await type(coordinator, directory.partnerForm.secondMailbox, '');
      await press(coordinator, directory.save);
      await says(directory.saved);
    });

    it('sends that partner a practice signal, which proves that mail arrives and that somebody reacts', async () => {
      const { page } = coordinator;
      await menu(texts.pages.practice);
      await heading(practice.title);
      await look(coordinator, 'practice');
      await press(coordinator, practice.sendTo('Wijkhuis De Zwaan'));
      await says(practice.sent('Wijkhuis De Zwaan'));
      const practiceMails = async () => (await mails(town)).filter(({ subject }) => subject.startsWith('Oefening'));
      await expect.poll(async () => (await practiceMails()).length, { timeout: 20_000 }).toBe(1);
      const [mail] = await practiceMails();
      expect(mail?.to).toEqual(['signalen@dezwaan.example']);
      const maria = await aPerson(town, { works: 'touch' });
      await maria.page.goto(linkIn(mail as NonNullable<typeof mail>));
      await signIn(town, maria, MARIA);
      await maria.page.getByText(texts.practice).waitFor();
      await look(maria, 'practice-signal');
      await startAct(maria, 'triage');
      await choose(maria, words.tested['own-contacts'], texts.triage.yes);
      await finishAct(maria, texts.triage.submitYes, 'triage');
      await maria.context.close();

      const row = page.getByRole('listitem').filter({ hasText: 'Wijkhuis De Zwaan' });
      await expect
        .poll(
          async () => {
            await press(coordinator, texts.loading.refresh);
            return row.textContent();
          },
          { timeout: 20_000, interval: 500 },
        )
        .toContain(practice.mails.arrived);
      expect(await row.textContent()).toContain(practice.reactions['in-time'](''));
      await look(coordinator, 'practice-done');
    });

    it('has a partner, its neighbourhood and somebody new take part', async () => {
      await menu(texts.pages.directory);
      await follow(coordinator, directory.places.partners.title);
      await follow(coordinator, directory.partners.add);
      await press(coordinator, directory.partners.add);
      await look(coordinator, 'directory-partner-new-mistakes');
      await type(coordinator, directory.partnerForm.name, 'Wijkhuis Zuid');
      await type(coordinator, directory.partnerForm.mailbox, 'post@zuid.example');
      await choose(coordinator, 'Welzijn De Linde', directory.no);
      await press(coordinator, directory.partners.add);
      await says(directory.partnerForm.added('Wijkhuis Zuid'));
      await menu(texts.pages.directory);
      await follow(coordinator, directory.places.neighbourhoods.title);
      await look(coordinator, 'directory-neighbourhoods');
      await follow(coordinator, directory.neighbourhoods.add);
      await type(coordinator, directory.neighbourhoods.name, 'Katendrecht');
      await choose(coordinator, 'Wijkhuis Zuid');
      await press(coordinator, directory.neighbourhoods.add);
      await says(directory.neighbourhoods.added('Katendrecht'));
      await menu(texts.pages.directory);
      await follow(coordinator, directory.places.members.title);
      await look(coordinator, 'directory-members');
      await follow(coordinator, directory.members.add);
      await type(coordinator, directory.memberForm.name, 'Noor Bakker');
      await type(coordinator, directory.memberForm.email, NOOR);
      await choose(coordinator, directory.members.roles.visitor, 'Buurtwerk Maashoek');
      await look(coordinator, 'directory-member-new');
      await press(coordinator, directory.members.add);
      await says(directory.memberForm.added('Noor Bakker'));
    });

    it('gives the new neighbourhood a postcode from a file, after looking at what that changes, and takes it back', async () => {
      const { page } = coordinator;
      await menu(texts.pages.directory);
      await follow(coordinator, directory.places.routes.title);
      const list = page.getByLabel(directory.routes.list);
      const before = await list.inputValue();
      const chosen = (line: string) =>
        page.getByLabel(directory.routes.file).setInputFiles({
          name: 'postcodes.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from(`${before.trimEnd()}\n${line}\n`),
        });
      await look(coordinator, 'directory-routes');
      await chosen('3098;Atlantis');
      await press(coordinator, directory.routes.preview);
      await says(directory.routes.what.neighbourhood);
      await look(coordinator, 'directory-routes-mistake');
      await chosen('3098;Katendrecht');
      await press(coordinator, directory.routes.preview);
      await says(directory.routes.added(1));
      await look(coordinator, 'directory-routes-outlook');
      await press(coordinator, directory.routes.confirm);
      await says(directory.routes.done);
      expect(await list.inputValue()).toContain('3098;Katendrecht');
      await look(coordinator, 'directory-routes-done');
      await press(coordinator, directory.routes.restore);
      await says(directory.routes.restored);
      expect(await list.inputValue()).toBe(before);
    });

    it('removes somebody who leaves: out at the next request, and their visit is planned anew', async () => {
      const noor = await aPerson(town, { works: 'touch' });
      await openConsole(town, noor, NOOR);
      const visitors = (await joost.view(ofJoost)).visitors ?? [];
      const memberId = visitors.find(({ name }) => name === 'Noor Bakker')?.id;
      await joost.act(ofJoost, 'plans', { at: new Date(Date.now() + HOUR).toISOString(), memberId });
      await press(noor, texts.loading.refresh);
      await noor.page.locator('li h2 a').waitFor();

      await menu(texts.pages.directory);
      await follow(coordinator, directory.places.members.title);
      await follow(coordinator, 'Noor Bakker');
      await look(coordinator, 'directory-member');
      await follow(coordinator, directory.memberForm.remove('Noor Bakker'));
      await look(coordinator, 'directory-member-remove');
      await press(coordinator, directory.removeMember.confirm);
      await says(directory.replan(1, spelled(ofJoost)));
      await look(coordinator, 'directory-member-removed');

      await press(noor, texts.loading.refresh);
      await noor.page.getByText(texts.signIn.ended).waitFor();
      expect(await sessionStatus(noor)).toBe(401);
      expect((await joost.view(ofJoost)).plan).toBeUndefined();
    });

    it('hands everything of a partner that stops to another', async () => {
      const { page } = coordinator;
      await menu(texts.pages.signals);
      await page.getByLabel(texts.narrow.partner).selectOption('Wijkhuis De Zwaan');
      const rows = page.locator('li h2 a');
      await rows.first().waitFor();
      await coordinator.hands.press(page.getByText(texts.handOverAll.title('Wijkhuis De Zwaan')));
      await page.getByLabel(texts.handOverAll.to).selectOption('Welzijn De Linde');
      await look(coordinator, 'hand-over-all');
      await press(coordinator, texts.handOverAll.submit);
      await says(/overgedragen\.$/);
      await says(texts.list.emptyOf.all);
      await look(coordinator, 'handed-over-all');
    });

    it('hears what a resident asks with the code of the letter, and answers', async () => {
      await asks(form.request.wishes.copy, canary.phone);
      await isToldOf(/request-1/);
      expect(found([canary], await outsideTheTables(town))).toEqual([]);
      await menu(texts.pages.requests);
      await says(texts.requests.wishes.copy);
      await look(coordinator, 'requests');
      await follow(coordinator, texts.requests.wishes.copy);
      await says(texts.requests.contact(canary.phone));
      await look(coordinator, 'request-signal');
      await startAct(coordinator, 'answer');
      await choose(coordinator, texts.requests.answers.done);
      await look(coordinator, 'act-answer');
      await finishAct(coordinator, texts.requests.submit, 'answer');
    });

    it('erases when the resident asks for that, after which nothing is asked any more', async () => {
      await asks(form.request.wishes.erase, '');
      await isToldOf(/request-2/);
      await menu(texts.pages.requests);
      await follow(coordinator, texts.requests.wishes.erase);
      await startAct(coordinator, 'erase');
      await choose(coordinator, words.erasureAsked['by-letter']);
      await press(coordinator, texts.erase.submit);
      await seesProof(coordinator);
      await follow(coordinator, texts.erased.done);
      await menu(texts.pages.requests);
      await says(texts.requests.none);
      await expect(joost.view(reference)).rejects.toThrow('404');
    });

    it('shows what it all comes to, in a file and on a page for the alderman, and in nothing one resident', async () => {
      await menu(texts.pages.figures);
      await heading(figures.title);
      await says(figures.keyFigures);
      await look(coordinator, 'figures');
      const file = await downloaded(coordinator, figures.download);
      expect(file.split(/\r?\n/)[0]).toContain(figures.file.table);
      expect(file).toContain(figures.tables.neighbourhood);
      expect(found([canary], file)).toEqual([]);
      await follow(coordinator, new RegExp(`^${figures.toPrint('')}`));
      await says(figures.print.privacy);
      await look(coordinator, 'figures-quarter');
      await lookOnPaper(coordinator, 'figures-quarter');
      await follow(coordinator, figures.print.back);
    });

    it('can see of each member what they read and did, also of themselves', async () => {
      const { page } = coordinator;
      await menu(texts.pages.log);
      const member = page.getByLabel(log.member, { exact: true });
      await member.waitFor();
      const show = page.getByRole('button', { name: log.show }).first();
      await coordinator.hands.press(show);
      await says(log.chooseMember);
      await look(coordinator, 'log-mistake');
      await member.selectOption('Sanne de Wit');
      await coordinator.hands.press(show);
      await says(log.events['remove-member'] ?? '');
      await says(log.about('Noor Bakker'));
      await look(coordinator, 'log-of-member');
      const file = await downloaded(coordinator, log.download);
      expect(file).toContain(log.events['switch-routes']);
      expect(found([canary], file)).toEqual([]);
    });

    it('finds all of it on a phone too', async () => {
      await coordinator.page.setViewportSize(PHONE);
      await walkTheMenu(coordinator, 'coordinator');
    });

    /** Like somebody with a letter in one hand and a phone in the other. */
    async function asks(wish: string, contact: string): Promise<void> {
      const resident = await aPerson(town, { works: 'touch' });
      await resident.page.goto('/verzoek/');
      await type(resident, form.request.code, (await joost.letterCode(reference)).toLowerCase());
      await resident.hands.tick(resident.page.getByRole('radio', { name: wish }));
      await type(resident, form.request.contact, contact);
      await look(resident, 'request-form');
      await press(resident, form.request.send);
      await resident.page.getByRole('heading', { name: form.request.received.heading }).waitFor();
      await look(resident, 'request-received');
      await resident.context.close();
    }
    const isToldOf = (what: RegExp) =>
      expect
        .poll(async () => (await mailsAbout(town, reference)).map(inShort).join(), { timeout: 20_000 })
        .toMatch(new RegExp(`${what.source}-coordinator-first coordinator@rotterdam`));
  });

async function downloaded({ page, hands }: Person, name: string): Promise<string> {
  const download = page.waitForEvent('download');
  await hands.press(page.getByRole('link', { name, exact: true }));
  return readFile(await (await download).path(), 'utf8');
}
