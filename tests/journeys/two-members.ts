import { expect, it } from 'vitest';
import { consoleTexts } from '#shared/texts/nl/console.ts';
import { words } from '#shared/texts/nl/words.ts';
import { aSubmission, submitted } from './support/api.ts';
import { choose, FATIMA, finishAct, JOOST, openConsole, openSignal, startAct } from './support/console.ts';
import { press } from './support/form.ts';
import { mailsSent } from './support/mailbox.ts';
import { look } from './support/person.ts';
import { aPerson, type Town } from './support/town.ts';

export const twoMembers = (town: Town): void =>
  it('tells the second of two members who did what, and when', async () => {
    const reference = await submitted(town, aSubmission());
    await mailsSent(town, reference, 1, 20_000);
    const [first, second] = [await aPerson(town), await aPerson(town)];
    await openConsole(town, first, FATIMA);
    await openConsole(town, second, JOOST);
    for (const person of [first, second]) {
      await openSignal(person, reference);
      await startAct(person, 'triage');
      await choose(person, words.tested['own-contacts'], consoleTexts.triage.yes);
    }
    await finishAct(first, consoleTexts.triage.submitYes, 'triage');
    await press(second, consoleTexts.triage.submitYes);
    const notice = second.page.getByText(/Al gedaan door/);
    await notice.waitFor();
    expect(await notice.textContent()).toMatch(/^Al gedaan door Fatima el Amrani, .*\d\d.\d\d.*toets/);
    await second.page.getByRole('link', { name: consoleTexts.acts.plan.button }).waitFor();
    await look(second, 'already-done');
  });
