import { describe, expect, it } from 'vitest';
import { form as texts } from '#shared/texts/nl/form.ts';
import { aSubmission, postSignal } from './support/api.ts';
import { rowsOf } from './support/dump.ts';
import { press, tellSigns, tellWhere, tellWhoIAm } from './support/form.ts';
import { look } from './support/person.ts';
import { aPerson, type Town } from './support/town.ts';

export const outsideTheArea = (town: Town): void => {
  describe('an address in another municipality', () => {
    const AMSTERDAM = '1012AB';

    it('is told at once where to go, with script', async () => {
      const person = await aPerson(town);
      await person.page.goto('/');
      await tellWhere(person, { postcode: AMSTERDAM });
      await person.page.getByLabel(texts.address.houseNumber).blur();
      await person.page.getByText(texts.outside.otherMunicipality).first().waitFor();
      await press(person, texts.steps.next);
      expect(await person.page.getByRole('heading', { name: texts.outside.heading('Rotterdam') }).count()).toBe(1);
      await look(person, 'outside-the-area');
    });

    it('is told where to go, without script', async () => {
      const person = await aPerson(town, { script: false });
      await person.page.goto('/');
      await tellWhere(person, { postcode: AMSTERDAM });
      await tellSigns(person, town.canary());
      await tellWhoIAm(person, town.canary());
      await press(person, texts.steps.check);
      await person.page.getByRole('heading', { name: texts.outside.heading('Rotterdam') }).waitFor();
      await look(person, 'outside-the-area-without-script');
    });

    it('stores nothing', async () => {
      const before = (await rowsOf(town, 'signals')).length;
      const refused = await postSignal(town, aSubmission({ address: { postcode: AMSTERDAM, houseNumber: 1 } }));
      expect(refused.status).toBeGreaterThanOrEqual(400);
      expect(await refused.json()).toMatchObject({ code: 'outside-service-area', contact: { phone: '14 010' } });
      expect((await rowsOf(town, 'signals')).length).toBe(before);
    });
  });
};
