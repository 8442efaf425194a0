import { describe, expect, it } from 'vitest';
import { check, DESKTOP, inBrowser, ok, open, PHONE, page, press } from '../../../tests/support/console-in-browser.ts';
import { sessions, signals } from '../fixtures.ts';

const { member, coordinator } = sessions;
const box = (selector: string): Promise<{ left: number; right: number; top: number; bottom: number }> =>
  page.evaluate(`document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect().toJSON()`);
const styleOf = (selector: string, property: string): Promise<string> =>
  page.evaluate(`getComputedStyle(document.querySelector(${JSON.stringify(selector)})).${property}`);

describe.each([
  ['demo', 'Omzien in Rotterdam', 'rgb(15, 86, 80)', 'rgb(255, 255, 255)'],
  ['demo-haven', 'Buurtlicht Haven', 'rgb(255, 210, 63)', 'rgb(10, 36, 88)'],
] as const)('the bar of %s', (municipality, service, brand, text) => {
  inBrowser(municipality);

  it.each([
    ['phone', PHONE],
    ['desk', DESKTOP],
  ] as const)('is that of the municipality: name, logo, colours and title, on a %s', async (_, viewport) => {
    await open('#/', { session: member, signals: [signals.toTriage] }, viewport);
    await page.getByText('Uw signalen').first().waitFor();
    expect(await page.locator('.bar__brand').textContent()).toBe(service);
    expect(await page.title()).toBe(`Uw signalen – ${service}`);
    expect([await styleOf('.bar', 'backgroundColor'), await styleOf('.bar__brand', 'color')]).toEqual([brand, text]);
    expect(await styleOf('.bar .button', 'color')).toBe(text);
    expect(await styleOf('.bar .logo', 'backgroundImage')).toMatch(/^url\("data:image\/svg\+xml,/);
    const logo = await box('.bar .logo');
    expect(logo.right - logo.left).toBeGreaterThanOrEqual(32);
    const calls = page.locator('.foot a');
    expect(await calls.evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
      'tel:112',
      'tel:09008844',
    ]);
    await check(`bar-${municipality}`);
    await page.emulateMedia({ forcedColors: 'active' });
    await check(`bar-${municipality}-forced`);
  });

  it('is one line of name and tools on a phone', async () => {
    await open('#/', { session: member, signals: [signals.toTriage] });
    await page.getByText('Uw signalen').first().waitFor();
    const [brandBox, tools] = [await box('.bar__brand'), await box('.bar__tools')];
    expect(tools.top).toBeGreaterThanOrEqual(brandBox.top);
    expect(tools.bottom).toBeLessThanOrEqual(brandBox.bottom);
    expect(brandBox.bottom - brandBox.top).toBeLessThanOrEqual(52);
    expect((await box('.bar')).bottom).toBeLessThanOrEqual(110);
  });

  it.each(['nl-NL', 'en-GB'])('breaks no word of the name on a phone, in %s', async (language) => {
    await open('#/', { session: member, signals: [signals.toTriage] }, PHONE, language);
    await page.locator('h1').waitFor();
    const name = await box('.bar__brand span:last-child');
    expect(name.bottom - name.top).toBeLessThanOrEqual(2 * 1.2 * 16 + 1);
  });

  it('says whose it is before anybody signed in', async () => {
    await open('#/aanmelden');
    expect(await page.title()).toBe(`Aanmelden – ${service}`);
    await check(`sign-in-${municipality}`);
  });
});

describe('the menu', () => {
  inBrowser();
  const arrows = async () => [
    await page.locator('.menu--more-before').count(),
    await page.locator('.menu--more-after').count(),
  ];
  const account = { reads: { '/passkeys': () => ok({ passkeys: [] }), '/sessions': () => ok({ sessions: [] }) } };

  it('shows at which side there is more, and where one is', async () => {
    await open('#/', { session: coordinator });
    expect(await arrows()).toEqual([0, 1]);
    await page.evaluate('location.hash = "#/uitleg"');
    await page.getByRole('heading', { name: 'Zo werkt het' }).waitFor();
    const [here, menu] = [await box('.menu__link[aria-current]'), await box('.menu')];
    expect(here.left).toBeGreaterThanOrEqual(menu.left);
    expect(here.right).toBeLessThanOrEqual(menu.right);
    expect((await arrows())[0]).toBe(1);
    expect(await page.evaluate('scrollY')).toBe(0);
    await check('menu-in-the-middle');
    await page.emulateMedia({ forcedColors: 'active' });
    await check('menu-in-the-middle-forced');
  });

  it('shows the last place when one comes in there, also in another language', async () => {
    await open('#/account', { session: coordinator, ...account });
    await press('English');
    await page.getByRole('heading', { name: 'Your account' }).waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Your account');
    const [here, menu] = [await box('.menu__link[aria-current]'), await box('.menu')];
    expect(here.right).toBeLessThanOrEqual(menu.right);
    expect(await arrows()).toEqual([1, 0]);
  });

  it.each([
    [1280, 'nl-NL'],
    [1280, 'en-GB'],
    [1024, 'nl-NL'],
    [1024, 'en-GB'],
  ])('has all its places in sight on one line at %i pixels, in %s', async (width, language) => {
    await open('#/', { session: coordinator }, { width, height: 900 }, language);
    expect(await arrows()).toEqual([0, 0]);
    const tops = await page.locator('.menu__link').evaluateAll((links) => links.map((link) => link.offsetTop));
    expect([tops.length, new Set(tops).size]).toEqual([10, 1]);
    await check(`menu-${language}`);
  });

  it('begins where everything begins, on a desk', async () => {
    await open('#/', { session: member }, DESKTOP);
    await page.locator('h1').waitFor();
    const text = (await box('.menu__link')).left + 12;
    expect(text).toBe((await box('h1')).left);
  });

  it('takes a second line for what does not fit, and hides nothing', async () => {
    await open('#/', { session: coordinator }, { width: 700, height: 900 });
    expect(await arrows()).toEqual([0, 0]);
    expect((await box('.menu')).bottom - (await box('.menu')).top).toBeGreaterThan(80);
    await check('menu');
  });
});
