import { describe, expect, it } from 'vitest';
import { letterCodeFromBytes } from '#shared/domain/ids.ts';
import { inFours } from '#shared/domain/in-fours.ts';
import { settings } from '#shared/testing/builders.ts';
import { pages } from '../../functions/report/pages.lazy.ts';
import { DESKTOP, formInBrowser, PHONE } from '../../tests/support/form-in-browser.ts';

const site = formInBrowser();
const CODE = inFours(letterCodeFromBytes(new Uint8Array([9, 8, 7, 6, 5, 4, 3])));
const context = pages.contextOf(settings, 'nl');

describe.each([
  ['a phone', PHONE],
  ['a desktop', DESKTOP],
])('the page that the letter leads to, on %s', (_device, viewport) => {
  it('has the code of the QR code typed already, takes it out of the address, and sends it in no address', async () => {
    const posted: (string | null)[] = [];
    await site.visit({
      path: `/verzoek/#${CODE}`,
      viewport,
      api: async (request) => {
        posted.push(request.postData());
        return { html: pages.residentRequestReceived(context) };
      },
    });
    expect(await site.page.getByLabel('Code op de brief').inputValue()).toBe(CODE);
    expect(site.page.url()).not.toContain(CODE);
    await site.look('request');
    await site.tick('Een kopie van wat u over mij hebt');
    await site.press('Verstuur mijn vraag');
    await site.page.getByRole('heading', { name: 'Uw vraag is ontvangen' }).waitFor();
    expect(site.page.url()).not.toContain(CODE);
    expect(Object.fromEntries(new URLSearchParams(posted[0] ?? ''))).toEqual({
      language: 'nl',
      code: CODE,
      wish: 'copy',
      contact: '',
    });
    await site.look('request-received');
  });

  it('comes back with what was typed and what is wrong with it', async () => {
    const values = new URLSearchParams({ code: 'ABCD', contact: 'Bel na vijf uur' });
    const errors = [{ field: 'code' }, { field: 'wish' }];
    await site.visit({
      path: '/verzoek/',
      viewport,
      script: false,
      api: async () => ({ html: pages.residentRequest(context, values, errors) }),
    });
    await site.press('Verstuur mijn vraag');
    await site.page.getByRole('link', { name: 'Kies wat u wilt.' }).waitFor();
    expect(await site.page.getByLabel('Code op de brief').inputValue()).toBe('ABCD');
    await site.lookWithoutScript('request-wrong');
  });
});

it('leaves an address alone that holds no code', async () => {
  await site.visit({ path: '/verzoek/#contact' });
  expect(await site.page.getByLabel('Code op de brief').inputValue()).toBe('');
});
