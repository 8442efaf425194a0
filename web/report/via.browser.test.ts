import { describe, expect, it } from 'vitest';
import type { LocationView } from '#shared/contracts/location.ts';
import { form } from '#shared/texts/nl/form.ts';
import { words } from '#shared/texts/nl/words.ts';
import { formInBrowser, ORIGIN } from '../../tests/support/form-in-browser.ts';

/** The form as somebody meets it who scanned a poster, as staff meet it who have a caller, and the way out for who goes alone first. */
const SHOP: LocationView = { code: 'kapper-jansen', name: 'Kapsalon Jansen & <b>Zn</b>', kind: 'shop' };
const site = formInBrowser();
const { look, press, toCheck } = site;
let selfTries: string[] = [];

type Visit = { readonly path: string; readonly script?: boolean; readonly location?: 'no-connection' };

async function visit({ location, ...more }: Visit): Promise<void> {
  selfTries = [];
  await site.visit({
    ...more,
    async api(request, path) {
      if (path.startsWith('/v1/locations/')) {
        if (location === 'no-connection') return location;
        return path.endsWith(SHOP.code) ? { json: SHOP } : { status: 404, json: { code: 'not-found' } };
      }
      if (path !== '/v1/self-tries') return undefined;
      selfTries.push(request.postData() ?? '');
      // A browser follows no redirect that a test makes, so this is the page where it leads.
      return { html: await site.pageAt('/eerst-zelf/') };
    },
  });
}

const kind = (name: string) => site.page.getByLabel(name, { exact: true }).isChecked();
/** Bodies of the signals that were sent. */
const sent = () => site.sent.map((request) => request.postDataJSON());

async function sendAll(): Promise<void> {
  await toCheck();
  await press(form.check.send);
  await site.page.locator('.reference').waitFor();
}

describe('the form from a poster', () => {
  it('says whose poster it is, fills in what the reporter most likely is, and sends the code', async () => {
    await visit({ path: '/?via=kapper-jansen' });
    await site.page.locator('.via').waitFor();
    expect(await site.page.locator('.via p').textContent()).toBe(form.via.from.replace('{name}', SHOP.name));
    await look('via-start');
    expect(await kind(words.reporterKinds.shop)).toBe(true);
    await sendAll();
    expect(sent()).toMatchObject([{ source: 'kapper-jansen', reporter: { kind: 'shop' } }]);
    const another = site.page.getByRole('link', { name: form.thanks.another });
    expect(await another.getAttribute('href')).toBe(`${ORIGIN}/?via=kapper-jansen`);
    expect(await site.page.locator('.via').count()).toBe(0);
  });

  it('forgets the code when it is removed, also after a reload', async () => {
    await visit({ path: '/?via=kapper-jansen' });
    await press(form.via.remove);
    expect(await site.page.locator('.via').count()).toBe(0);
    expect(await site.page.evaluate('document.activeElement.closest("h2") !== null')).toBe(true);
    await site.page.reload();
    await sendAll();
    expect(site.page.url()).not.toContain('kapper');
    expect(sent()).toHaveLength(1);
    expect(JSON.stringify(sent())).not.toContain('kapper');
    expect(await site.page.getByRole('link', { name: form.thanks.another }).getAttribute('href')).toBe(`${ORIGIN}/`);
  });

  it('takes back with the code what it filled in, and goes along to another language', async () => {
    await visit({ path: '/?via=kapper-jansen' });
    await site.page.locator('.via').waitFor();
    const inEnglish = () => site.page.locator('a[hreflang=en]').getAttribute('href');
    expect(await inEnglish()).toMatch(/\/en\/\?via=kapper-jansen$/);
    await press(form.via.remove);
    expect(await kind(words.reporterKinds.shop)).toBe(false);
    expect(await inEnglish()).toMatch(/\/en\/$/);
  });

  it('by phone goes along to another language, and offers no name or number of staff', async () => {
    await visit({ path: '/?via=telefoon' });
    await site.page.locator('.via-phone').waitFor();
    expect(await site.page.locator('a[hreflang=en]').getAttribute('href')).toMatch(/\?via=telefoon$/);
    const offers = await site.page
      .locator('#step-4 input[autocomplete]')
      .evaluateAll((fields) => fields.map((field) => field.getAttribute('autocomplete')));
    expect(new Set(offers)).toEqual(new Set(['off']));
  });

  it('forgets what was begun when somebody goes and talks first', async () => {
    await visit({ path: '/' });
    await site.page.getByLabel(words.about['someone-else'], { exact: true }).check();
    expect(await site.page.evaluate('sessionStorage.length')).toBe(1);
    await site.page.locator('details.tips summary').click();
    await press(form.selfTry.button);
    await expect.poll(() => selfTries.length).toBe(1);
    await expect.poll(() => site.page.evaluate('sessionStorage.length')).toBe(0);
  });

  it('keeps it through a reload, and what the reporter chose instead', async () => {
    await visit({ path: '/?via=kapper-jansen' });
    await site.page.locator('.via').waitFor();
    await site.page.evaluate(
      `document.querySelector('[name="reporter.kind"][value="housing"]').checked = true; document.querySelector('#form').dispatchEvent(new Event('input'))`,
    );
    await site.page.reload();
    await site.page.locator('.via').waitFor();
    expect(await kind(words.reporterKinds.housing)).toBe(true);
  });

  it('says nothing of a code that nobody knows, and does not send it', async () => {
    const asked = ['/?via=verzonnen', '/?via=../../x', '/?via=%3Cb%3E'];
    for (const path of asked) {
      await visit({ path });
      await site.page.waitForLoadState('networkidle');
      await sendAll();
      expect(await site.page.locator('.via').count()).toBe(0);
      expect(Object.keys(Object(sent()[0]))).not.toContain('source');
    }
  });

  it('works when the code cannot be asked', async () => {
    await visit({ path: '/?via=kapper-jansen', location: 'no-connection' });
    await sendAll();
    expect(sent()).toMatchObject([{ source: 'kapper-jansen' }]);
  });
});

describe('the form for a caller', () => {
  it('reminds staff to read out the number until they have it, and asks who calls as always', async () => {
    await visit({ path: '/?via=telefoon' });
    const bar = site.page.getByRole('complementary', { name: form.via.phoneName });
    await bar.waitFor();
    await look('via-phone');
    expect(await site.page.locator('[name="reporter.kind"]:checked').count()).toBe(0);
    await sendAll();
    expect(sent()).toMatchObject([{ source: 'telefoon', reporter: { kind: 'shop' } }]);
    expect(await bar.textContent()).toBe(form.via.phone);
    await look('via-phone-thanks');
    await site.page.getByRole('link', { name: form.thanks.another }).click();
    await bar.waitFor();
    expect(await site.page.locator('[type=radio]:checked').count()).toBe(0);
    await sendAll();
    expect(sent()).toMatchObject([{ source: 'telefoon' }, { source: 'telefoon' }]);
    const [first, second] = await site.keysSent();
    expect(second).not.toBe(first);
  });
});

describe('the way out for who tries it alone first', () => {
  it.each([true, false])('leads to tips and ways back, and keeps nothing (script: %s)', async (script) => {
    await visit({ path: '/', script });
    await site.page.locator('.tips summary').click();
    if (script) await look('self-try-button');
    await press(form.selfTry.button);
    await site.page.getByRole('heading', { name: form.selfTry.heading }).waitFor();
    expect(selfTries).toEqual(['language=nl']);
    const numbers = await site.page.locator('main a[href^="tel:"]').allTextContents();
    expect(numbers).toEqual(['14 010', '088 0767 000']);
    if (script) await look('self-try');
  });
});
