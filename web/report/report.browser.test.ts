import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Request } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CHANGE_FIELD, fromForm } from '#shared/contracts/report-form.ts';
import { IdempotencyKey, SignalSubmission } from '#shared/contracts/signal-submission.ts';
import { beginsWithZeros, NONCE, workOf } from '#shared/domain/proof-of-work.ts';
import { checkPage } from '#shared/html/check-page.ts';
import { contextOf } from '#shared/html/context.ts';
import { formPage } from '#shared/html/form-page.ts';
import { outsideAreaPage, tryAgainPage } from '#shared/html/outcome-pages.ts';
import { thankYouPage } from '#shared/html/thank-you-page.ts';
import { settings } from '#shared/testing/builders.ts';
import { form as english } from '#shared/texts/en/form.ts';
import { form } from '#shared/texts/nl/form.ts';
import { words } from '#shared/texts/nl/words.ts';
import {
  type Answer,
  DESKTOP,
  formInBrowser,
  ORIGIN,
  OUTSIDE,
  PHONE,
  RECEIPT,
} from '../../tests/support/form-in-browser.ts';

/** Every step and state of the form, with and without script, on a phone and on a desk. */
const BITS = 10;
const context = contextOf({ ...settings, municipality: 'Rotterdam' }, 'nl');
const site = formInBrowser();
const { look, lookWithoutScript, press, tick, type, focused, heading, toStep2, toCheck, keysSent } = site;
const visit = (visit: Parameters<typeof site.visit>[0]) => site.visit({ api, ...visit });

const api = async (request: Request, path: string) => {
  if (path.startsWith('/v1/report/')) return { html: withoutScript(request) };
  return path === '/v1/signal-status' ? { json: { status: 'picked-up' } } : undefined;
};
const problem = (code: string, more: object = {}): Answer => ({ status: 400, json: { code, ...more } });

/** What the report function does with a form, as far as these tests go. */
function withoutScript(request: Request): string {
  const values = new URLSearchParams(request.postData() ?? '');
  const idempotencyKey = '3f1c0a52-7f0e-4d0c-9d3e-0a5b6c7d8e9f';
  if (values.has(CHANGE_FIELD)) return formPage(context, { values });
  const { data, error } = SignalSubmission.safeParse(fromForm(values));
  if (error) {
    const errors = error.issues.map(({ path, message }) => ({ field: path.join('.'), code: message }));
    return formPage(context, { values, errors });
  }
  if (request.url().endsWith('check')) return checkPage(context, { values, submission: data, idempotencyKey });
  if (data.address.postcode === '1011AB') return outsideAreaPage(context, { values });
  if (data.address.postcode === '1011AC') return tryAgainPage(context, { values, idempotencyKey });
  return thankYouPage(context, { receipt: RECEIPT, about: data.about });
}

describe.each([PHONE, DESKTOP])('the form with script, %o', (viewport) => {
  it('goes step by step, says what is missing, and ends with a number', async () => {
    await visit({ viewport });
    await look('1-start');
    await press(form.steps.next);
    expect(await focused()).toBe(form.errors.heading(3));
    await look('1-mistakes');
    await site.page.locator('#address-houseNumber').fill('12');
    expect(await site.page.locator('#mistakes h2').textContent()).toBe(form.errors.heading(2));
    await toStep2();
    expect(await focused()).toBe(`${form.steps.progress(2, 4)}: ${form.steps.see}${form.steps.wish}`);
    expect(await site.page.title()).toContain(`${form.steps.progress(2, 4)}: ${form.steps.see} –`);
    await tick(words.reasons.other);
    await press(form.steps.next);
    await look('2-mistakes');
    await type(form.explanation.label, 'De buurman op 2 hoog.\nHij komt niet meer.');
    await press(form.steps.next);
    await look('3');
    await tick(words.alreadyTried['rang-bell']);
    await press(form.steps.next);
    await press(form.steps.check);
    await look('4-mistakes');
    await tick(words.reporterKinds.shop);
    await tick(form.reporter.mayBeContacted);
    await press(form.steps.check);
    expect(await focused()).toBe(form.errors.heading(1));
    await type(form.reporter.phone, '06 12345678');
    await press(form.steps.check);
    await look('5-check');
    expect(await site.page.locator('#answers').textContent()).toContain('3034 AB 12a');
    await press(form.check.send);
    await site.page.locator('.reference').waitFor();
    expect(await focused()).toBe(form.thanks.heading);
    expect(await site.page.locator('.reference').textContent()).toBe('7G2K-Q9XM-4T8R-BN5W');
    expect(await site.page.locator('main').textContent()).toContain('maandag 23 november om 17.00 uur');
    expect(await site.page.evaluate('sessionStorage.length')).toBe(0);
    await look('6-thanks');
    expect(SignalSubmission.safeParse(site.sent[0]?.postDataJSON()).error).toBeUndefined();
  });

  it('shows the numbers for danger before it goes on, once', async () => {
    await visit({ viewport });
    await toStep2();
    await tick(words.reasons['not-seen']);
    await tick(words.reasons['no-answer']);
    await tick(words.notSeenSince.days);
    await press(form.steps.next);
    expect(await focused()).toBe(form.urgent.heading);
    const numbers = site.page.locator('.when-urgent a:visible');
    expect(await numbers.evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
      'tel:112',
      'tel:09008844',
    ]);
    await look('2-danger');
    await press(form.steps.next);
    expect(await heading().textContent()).toContain(form.steps.tried);
  });

  it('names the numbers for danger and for the police first, and those for other worries one tap away', async () => {
    await visit({ viewport });
    expect(await site.page.locator('.danger a').allTextContents()).toEqual(['112', '0900-8844']);
    await site.page.getByText(form.start.numbers).click();
    expect(await site.page.locator('details[open] a').allTextContents()).toEqual(['0800-1205', '0800-2000']);
    await look('1-numbers');
  });

  it('says at once that an address is not ours, and lets it be changed', async () => {
    await visit({ viewport });
    await type(form.address.postcode, OUTSIDE);
    await type(form.address.houseNumber, '1');
    await tick(words.about['someone-else']);
    await site.page.getByRole('heading', { name: form.outside.heading('Rotterdam') }).waitFor();
    await press(form.steps.next);
    expect(await focused()).toBe(form.outside.heading('Rotterdam'));
    await look('1-outside');
    await type(form.address.postcode, '3034 AB');
    await press(form.steps.next);
    expect(await heading().textContent()).toContain(form.steps.see);
  });
});

describe('the street of a postcode', () => {
  const street = () => site.page.locator('.street').textContent();
  /** Right under the postcode on a phone, where not all three fit beside one another. */
  const topsOf = async (...selectors: string[]) => {
    const boxes = await Promise.all(selectors.map((selector) => site.page.locator(selector).boundingBox()));
    const tops = boxes.map((box) => box?.y ?? 0);
    return tops.every((top, at) => top > (tops[at - 1] ?? 0)) ? 'in this order' : tops;
  };

  it('is said while the postcode is typed, to ears too, and takes no focus', async () => {
    await visit({});
    const asked: string[] = [];
    site.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await site.page.locator('#address-postcode').pressSequentially('3034 AB');
    await expect.poll(street).toBe('Bij deze postcode hoort: Noordsingel.');
    expect(await site.page.evaluate('document.activeElement.id')).toBe('address-postcode');
    expect(await site.page.locator('[aria-live=polite] .street').count()).toBe(1);
    expect(await topsOf('#address-houseNumber', '.street', '#address-houseNumberAddition')).toBe('in this order');
    await look('1-street');
    await type(form.address.postcode, '3034 AC');
    await expect.poll(street).toBe('Bij deze postcode hoort: Bergweg of Noordsingel.');
    for (const postcode of ['3034 ZZ', '3034 A', OUTSIDE]) {
      await type(form.address.postcode, postcode);
      await expect.poll(() => site.page.locator('.street').count()).toBe(0);
    }
    // Nothing is shown of the last one, so only its question tells that it was asked.
    await expect.poll(() => asked).toEqual(['/assets/area.js', '/v1/service-areas/3034', '/v1/service-areas/1011']);
  });

  it('stands on the check page and is there after a reload, but is not what the reporter said', async () => {
    await visit({});
    await toCheck();
    expect(await site.page.locator('#answers').textContent()).toContain(
      '3034 AB 12a\nBij deze postcode hoort: Noordsingel.',
    );
    await look('5-check-street');
    await site.page.reload();
    await expect.poll(() => site.page.locator('#answers').textContent()).toContain('Noordsingel');
    await press(form.check.send);
    await site.page.locator('.reference').waitFor();
    expect(site.sent[0]?.postDataJSON().address).toEqual({ postcode: '3034 AB', houseNumber: 12, houseLetter: 'A' });
  });

  it.each(['/assets/area.js', '/v1/service-areas/3034'])('is no obstacle where %s cannot be had', async (path) => {
    await visit({});
    await site.page.route(`**${path}`, (route) => route.abort('connectionfailed'));
    await toCheck();
    await press(form.check.send);
    await site.page.locator('.reference').waitFor();
    expect(site.sent).toHaveLength(1);
  });
});

describe('sending', () => {
  it('sends once for a double tap, and again with the same key after the connection was lost', async () => {
    await visit({ answers: ['no-connection', { status: 503 }, { status: 201, json: RECEIPT }] });
    await toCheck();
    await site.page.getByRole('button', { name: form.check.send }).dblclick();
    await site.page.getByRole('heading', { name: form.offline.heading }).waitFor();
    expect(site.sent).toHaveLength(1);
    await look('5-no-connection');
    await press(form.offline.again);
    await expect.poll(() => site.sent.length).toBe(2);
    await expect.poll(focused).toBe(form.busy.heading);
    await site.page.locator('#next').dblclick();
    await site.page.locator('.reference').waitFor();
    const keys = await keysSent();
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
  });

  it('says that it is busy when the gateway holds back, and sends again with the same key', async () => {
    const throttled = { status: 429, json: { message: 'Too Many Requests' } };
    await visit({ answers: [throttled, { status: 201, json: RECEIPT }] });
    await toCheck();
    await press(form.check.send);
    await site.page.getByRole('heading', { name: form.busy.heading }).waitFor();
    await look('5-busy');
    await press(form.offline.again);
    await site.page.locator('.reference').waitFor();
    const [first, second] = await keysSent();
    expect(second).toBe(first);
  });

  it.each([
    ['does the work that the municipality asks for', String(BITS)],
    ['does and fetches nothing where it asks for none', undefined],
  ])('%s, within what our policy allows', async (_what, bits) => {
    await visit({});
    const fetched: string[] = [];
    site.page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    if (bits) await site.page.evaluate(`document.querySelector('#form').dataset.work = '${bits}'`);
    await toCheck();
    await press(form.check.send);
    await site.page.locator('.reference').waitFor();
    expect(fetched.filter((path) => path.endsWith('work.js'))).toEqual(bits ? ['/assets/proof-of-work.js'] : []);
    const [key, nonce] = await Promise.all(
      ['idempotency-key', 'proof-of-work'].map((header) => site.sent[0]?.headerValue(header)),
    );
    if (bits) expect(nonce).toMatch(NONCE);
    else expect(nonce).toBeNull();
    const first = createHash('sha256')
      .update(workOf(key ?? '', nonce ?? ''))
      .digest()
      .readUInt32BE(0);
    if (bits) expect(beginsWithZeros(first, BITS)).toBe(true);
  });

  it.each([
    ['never comes', () => 'abort', false, 4],
    ['comes at the second try', (tries: number) => (tries > 1 ? 'continue' : 'abort'), true, 2],
    ['hangs', () => 'hang', false, 1],
  ] as const)(
    'is not stopped when the script for the work %s: the reporter gets a number',
    async (_how, fate, hasWork, fewest) => {
      await visit({});
      let tries = 0;
      await site.page.route('**/assets/proof-of-work.js*', async (route) => {
        tries += 1;
        const happens = fate(tries);
        if (happens === 'abort') return route.abort('connectionfailed');
        if (happens === 'continue') return route.fallback();
      });
      await site.page.clock.install();
      await site.page.evaluate(`document.querySelector('#form').dataset.work = '${BITS}'`);
      await toCheck();
      await press(form.check.send);
      if (!hasWork) await site.page.clock.runFor(15_000);
      await site.page.locator('.reference').waitFor();
      expect(tries).toBeGreaterThanOrEqual(fewest);
      const nonce = await site.sent[0]?.headerValue('proof-of-work');
      if (hasWork) expect(nonce).toMatch(NONCE);
      else expect(nonce).toBeNull();
      expect(site.sent).toHaveLength(1);
    },
  );

  it('keeps answers, step and key over a reload, and goes back and forth with the browser', async () => {
    await visit({ answers: ['no-connection'] });
    await toCheck();
    await press(form.check.send);
    await site.page.getByRole('heading', { name: form.offline.heading }).waitFor();
    await site.page.reload();
    expect(await heading().textContent()).toBe(form.check.heading);
    await site.page.goBack();
    expect(await heading().textContent()).toContain(form.steps.you);
    expect(await site.page.getByLabel(words.reporterKinds.shop).isChecked()).toBe(true);
    await site.page.goForward();
    await press(form.check.send);
    await expect.poll(() => site.sent.length).toBe(2);
    const keys = await keysSent();
    expect(new Set(keys).size).toBe(1);
  });

  it('leads to the step of what the server refuses', async () => {
    const errors = [
      { field: 'reporter.phone', code: 'contact' },
      { field: 'address.houseLetter', code: 'house-letter' },
    ];
    await visit({ answers: [problem('invalid-fields', { errors })] });
    await toCheck();
    await press(form.check.send);
    await site.page.locator('#mistakes').waitFor();
    expect(await focused()).toBe(form.errors.heading(1));
    expect(await heading().textContent()).toBe(form.errors.heading(1));
    await look('refused');
    await site.page.locator('#mistakes a').click();
    expect(await site.page.evaluate('document.activeElement.id')).toBe('address-houseNumberAddition');
    await site.page.locator('#address-houseNumberAddition').fill('bis');
    expect(await site.page.locator('#mistakes').count()).toBe(0);
  });

  it('tells where to go when the address turns out not to be ours, and comes straight back from there', async () => {
    await visit({
      answers: [problem('outside-service-area', { contact: settings.desk }), { status: 201, json: RECEIPT }],
    });
    await toCheck();
    await press(form.check.send);
    await site.page.getByRole('heading', { name: form.outside.heading('Rotterdam') }).waitFor();
    await press(form.steps.check);
    expect(await heading().textContent()).toBe(form.check.heading);
    await press(form.check.send);
    await site.page.locator('.reference').waitFor();
  });

  it('lets nothing be changed while it is on its way', async () => {
    let letGo: (() => void) | undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await site.visit({
      api: async (request, path) => {
        if (path === '/v1/signals') await held;
        return api(request, path);
      },
    });
    await toCheck();
    await press(form.check.send);
    await expect.poll(() => site.sent.length).toBe(1);
    const buttons = site.page.locator('#form button:visible');
    for (const button of await buttons.all()) {
      expect(await button.getAttribute('aria-disabled')).toBe('true');
      await button.dispatchEvent('click');
    }
    expect(await heading().textContent()).toBe(form.check.heading);
    await site.page.evaluate('history.back()');
    await expect.poll(() => site.page.url()).toContain('step-5');
    expect(await heading().textContent()).toBe(form.check.heading);
    letGo?.();
    await site.page.locator('.reference').waitFor();
    expect(site.sent).toHaveLength(1);
  });

  it('asks nothing again but what was changed, and what follows from it', async () => {
    await visit({});
    await toCheck();
    await site.page.getByRole('button', { name: form.check.changeWhat(form.steps.where) }).click();
    await type(form.address.houseNumber, '14');
    await press(form.steps.check);
    expect(await site.page.locator('#answers').textContent()).toContain('3034 AB 14');
    await site.page.getByRole('button', { name: form.check.changeWhat(form.steps.where) }).click();
    await tick(words.about.myself);
    await press(form.steps.check);
    expect(await heading().textContent()).toContain(form.steps.see);
    expect(await site.page.locator('#mistakes').count()).toBe(0);
  });

  it.each([
    ['comes at the second try', 1],
    ['comes at the third', 2],
  ])('goes on when the script of the last step %s', async (_when, failures) => {
    await visit({});
    let tries = 0;
    await site.page.route('**/assets/check.js*', (route) =>
      ++tries <= failures ? route.abort('connectionfailed') : route.fallback(),
    );
    await toCheck();
    await site.page.locator('#answers dl').first().waitFor();
    await press(form.check.send);
    await site.page.locator('.reference').waitFor();
    expect([site.sent.length, tries]).toEqual([1, failures + 1]);
  });

  it('says so when that script does not come at all, and sends nothing that could not be looked over', async () => {
    await visit({});
    let isThere = false;
    await site.page.route('**/assets/check.js*', (route) => (isThere ? route.fallback() : route.abort()));
    await toCheck();
    await site.page.getByRole('heading', { name: form.offline.heading }).waitFor();
    isThere = true;
    await press(form.offline.again);
    await site.page.locator('#answers dl').first().waitFor();
    expect([site.sent.length, await site.page.locator('.notices h2').count()]).toEqual([0, 0]);
    await press(form.check.send);
    await site.page.locator('.reference').waitFor();
  });
});

describe('about oneself, in English', () => {
  it('asks a wish and one way to be reached, and nothing about signs', async () => {
    await visit({ path: '/en/' });
    await tick('About myself');
    await type(english.address.postcode, '3034 AB');
    await type(english.address.houseNumber, '12');
    await press(english.steps.next);
    await press(english.steps.next);
    await look('en-2-mistakes');
    await tick('A chat');
    await press(english.steps.next);
    await look('en-3');
    await tick('Any time');
    await press(english.steps.next);
    await press(english.steps.check);
    await look('en-4-mistakes');
    await type(english.reporter.email, 'jan@example.com');
    await press(english.steps.check);
    await look('en-5-check');
    await press(english.check.send);
    await site.page.locator('.reference').waitFor();
    await look('en-6-thanks');
    expect(site.sent[0]?.postDataJSON()).toEqual({
      about: 'myself',
      language: 'en',
      address: { postcode: '3034 AB', houseNumber: 12 },
      wishes: ['talk'],
      bestTime: 'any',
      reporter: { email: 'jan@example.com' },
    });
  });
});

describe.each([PHONE, DESKTOP])('the form without script, %o', (viewport) => {
  it('is one page, keeps everything, and ends with a number', async () => {
    await visit({ viewport, script: false });
    await lookWithoutScript('1-start');
    await press(form.steps.check);
    expect(await site.page.title()).toContain(form.errors.titlePrefix);
    await tick(words.about['someone-else']);
    await type(form.address.houseNumber, '12');
    await site.page.getByText(form.address.unknown).click();
    await type(form.address.street, '"Dorps"<b>straat');
    await tick(words.reasons['not-seen']);
    await tick(words.reasons['no-answer']);
    await tick(words.notSeenSince.week);
    await tick(words.reporterKinds.neighbour);
    await press(form.steps.check);
    await lookWithoutScript('2-mistakes');
    expect(await site.page.getByLabel(form.address.street).inputValue()).toBe('"Dorps"<b>straat');
    await type(form.address.town, 'Rotterdam');
    await press(form.steps.check);
    await lookWithoutScript('3-check');
    await press(form.check.change);
    expect(await site.page.getByLabel(form.address.town).inputValue()).toBe('Rotterdam');
    for (const [postcode, name] of [
      [OUTSIDE, '4-outside'],
      ['1011 AC', '5-try-again'],
    ] as const) {
      await type(form.address.postcode, postcode);
      await press(form.steps.check);
      await press(form.check.send);
      await lookWithoutScript(name);
      await site.page.goBack();
      await press(form.check.change);
    }
    await type(form.address.postcode, '3034 AB');
    await press(form.steps.check);
    await press(form.check.send);
    expect(await site.page.locator('.reference').textContent()).toContain('7G2K-Q9XM-4T8R-BN5W');
    await lookWithoutScript('6-thanks');
  });
});

describe('the other pages', () => {
  it('tell how a signal is doing', async () => {
    await visit({ path: '/status/' });
    await type(form.status.label, 'x');
    await press(form.status.show);
    expect(await site.page.locator('#reference-error').textContent()).toBe(form.status.wrong);
    await look('status-mistake');
    await type(form.status.label, '7g2k q9xm 4t8r bn5w');
    await press(form.status.show);
    await site.page.locator('#answer p').waitFor();
    expect(await site.page.locator('#answer').textContent()).toBe(form.status.meaning['picked-up']);
    await look('status');
  });

  it.each(['/privacy/', '/en/privacy/', '/accessibility/', '/en/security/', '/404.html'])(
    '%s can be read by everybody',
    async (path) => {
      await visit({ path });
      await look(path.replaceAll(/\W/g, ''));
    },
  );

  it.each([320, 256])('fit a screen of %d pixels', async (width) => {
    await visit({ viewport: { width, height: 640 } });
    await press(form.steps.next);
    await look('narrow');
  });
});

describe('somebody in a hurry', () => {
  it('passes on the shortest honest signal with at most 15 taps and a minute of typing', async () => {
    await visit({});
    await site.page.evaluate('window.taps = 0; addEventListener("pointerdown", () => window.taps++, true)');
    await toCheck();
    const typed: string[] = await site.page.evaluate(
      '[...document.querySelectorAll("input:not([type=radio]):not([type=checkbox]):not([type=hidden]), textarea")].map((field) => field.value).filter(Boolean)',
    );
    await press(form.check.send);
    await site.page.locator('.reference').waitFor();
    // Filling in a field here takes no tap; on a phone it takes one.
    const taps = (await site.page.evaluate<number>('window.taps')) + typed.length;
    const seconds = typed.join('').length / 3;
    console.log(`shortest signal: ${taps} taps, ${seconds.toFixed(0)} seconds of typing`);
    expect(taps).toBeLessThanOrEqual(15);
    expect(seconds).toBeLessThanOrEqual(60);
  });
});

describe('somebody with a keyboard alone', () => {
  const focus = () => site.page.evaluate<string>('document.activeElement.id');
  const tops: number[] = [];
  const tabTo = async (id: string) => {
    for (let steps = 0; (await focus()) !== id; steps += 1) {
      if (steps > 60) throw new Error(`${id} cannot be reached`);
      await site.page.keyboard.press('Tab');
      tops.push(await site.page.evaluate<number>('document.activeElement.getBoundingClientRect().top + scrollY'));
    }
  };
  const pressNext = async () => {
    await tabTo('next');
    await site.page.keyboard.press('Enter');
  };

  it('comes to the number, from top to bottom on every step', async () => {
    await visit({ viewport: DESKTOP });
    await tabTo('about');
    await site.page.keyboard.press('Space');
    await tabTo('address-postcode');
    await site.page.keyboard.type('3034 AB');
    await tabTo('address-houseNumber');
    await site.page.keyboard.type('12');
    await pressNext();
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
    await tabTo('reasons');
    await site.page.keyboard.press('Space');
    await pressNext();
    await pressNext();
    await tabTo('reporter-kind');
    await site.page.keyboard.press('Space');
    await pressNext();
    await pressNext();
    await site.page.locator('.reference').waitFor();
    expect(site.sent).toHaveLength(1);
  });
});

describe('colours of the reader', () => {
  it.each(['/', '/status/', '/accessibility/'])('leave %s without a violation', async (path) => {
    await visit({ path });
    await site.page.emulateMedia({ forcedColors: 'active' });
    if (path === '/') await press(form.steps.next);
    await look(`forced${path.replaceAll('/', '-')}`);
  });
});

describe('a thumb that taps twice', () => {
  it('answers nothing on the step that comes under it', async () => {
    await visit({});
    await tick(words.about['someone-else']);
    await type(form.address.postcode, '3034 AB');
    await type(form.address.houseNumber, '12');
    await site.page.locator('#next').click();
    // Where the first answers of the new step are, at once.
    for (let y = 20; y < PHONE.height; y += 40) await site.page.mouse.click(PHONE.width / 2, y);
    expect(await site.page.locator('#step-2 :checked, #step-3:visible').count()).toBe(0);
    await tick(words.reasons['says-so']);
    await press(form.steps.next);
    expect(await heading().textContent()).toContain(form.steps.tried);
  });
});

describe('an older or a slower phone', () => {
  it('gets a form that works without crypto.randomUUID', async () => {
    await visit({});
    await site.page.addInitScript('delete Crypto.prototype.randomUUID');
    await site.page.reload();
    await toCheck();
    await press(form.check.send);
    await site.page.locator('.reference').waitFor();
    const [key] = await keysSent();
    expect(IdempotencyKey.safeParse(key).error).toBeUndefined();
  });

  it('keeps its place, its focus and what was typed when the script comes late', async () => {
    await visit({});
    let letGo: (() => void) | undefined;
    const late = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await site.page.route('**/assets/report.js', async (route) => {
      await late;
      return route.fallback();
    });
    await site.page.goto(`${ORIGIN}/?via=telefoon`, { waitUntil: 'commit' });
    await tick(words.about['someone-else']);
    await type(form.explanation.label, 'De buurman op 2 hoog');
    letGo?.();
    await site.page.locator('#step-1').waitFor({ state: 'hidden' });
    expect(await site.page.evaluate('document.activeElement.id')).toBe('explanation');
    expect(await site.page.locator('#explanation').evaluate((field) => field.getBoundingClientRect().top)).toBeLessThan(
      PHONE.height,
    );
    expect(await site.page.evaluate('sessionStorage.getItem("signal")')).toContain('op+2+hoog');
    await tick(words.reasons['says-so']);
    // The first step is not filled in yet.
    await press(form.steps.next);
    expect(await heading().textContent()).toContain(form.steps.where);
    expect(await site.page.locator('#explanation').inputValue()).toBe('De buurman op 2 hoog');
  });

  it('without :has shows the questions of one kind of signal, and the numbers for danger only in danger', async () => {
    await visit({});
    await site.page.route('**/assets/report.css', async (route) => {
      const css = await readFile(site.fileAt('assets/report.css'), 'utf8');
      return route.fulfill({ contentType: 'text/css', body: css.replaceAll(':has(', ':unknown(') });
    });
    await site.page.reload();
    await toStep2();
    expect(await site.page.locator('.when-urgent:visible, #step-2 .for-myself:visible').count()).toBe(0);
    await tick(words.reasons['not-seen']);
    await tick(words.reasons['no-answer']);
    await tick(words.notSeenSince.days);
    expect(await site.page.locator('.when-urgent:visible').count()).toBe(1);
    expect(await site.page.locator('.calm:visible').count()).toBe(0);
  });
});

describe('the title', () => {
  it('says that there is a mistake, until it is put right', async () => {
    await visit({});
    await press(form.steps.next);
    await press(form.steps.next);
    const title = () => site.page.title();
    expect((await title()).split(form.errors.titlePrefix)).toHaveLength(2);
    await tick(words.about['someone-else']);
    await type(form.address.postcode, '3034 AB');
    await type(form.address.houseNumber, '12');
    expect(await title()).not.toContain(form.errors.titlePrefix);
  });
});

describe('who comes next at the till', () => {
  it('finds nothing of who began before, also by the way back', async () => {
    await visit({});
    expect(await site.page.locator('#restart').isVisible()).toBe(false);
    await toStep2();
    await look('2-restart');
    await press(form.steps.restart);
    await site.page.locator('#step-1-heading').waitFor();
    await expect.poll(() => site.page.url()).toBe(`${ORIGIN}/`);
    const filled = () => site.page.locator('#form :checked').count();
    expect([await filled(), await site.page.evaluate('sessionStorage.length')]).toEqual([0, 0]);
    expect(await site.page.locator('#restart').isVisible()).toBe(false);
    await site.page.goBack();
    await site.page.locator('#step-1-heading').waitFor();
    expect([await filled(), await site.page.locator('#address-postcode').inputValue()]).toEqual([0, '']);
  });
});

describe('a shared computer', () => {
  it('has nothing of the signal after it was sent, and an empty form on the way back', async () => {
    await visit({});
    await toCheck();
    expect(await site.page.evaluate('sessionStorage.length')).toBeGreaterThan(0);
    await press(form.check.send);
    await site.page.locator('.reference').waitFor();
    expect(await site.page.evaluate('[sessionStorage.length, localStorage.length, document.cookie]')).toEqual([
      0,
      0,
      '',
    ]);
    expect(await site.page.context().cookies()).toEqual([]);
    expect(site.page.url()).toBe(`${ORIGIN}/`);
    await site.page.goBack();
    await site.page.locator('#step-1-heading').waitFor();
    expect(await site.page.getByLabel(form.address.postcode, { exact: true }).inputValue()).toBe('');
    expect(await site.page.getByLabel(words.about['someone-else']).isChecked()).toBe(false);
  });

  it('has a way on for who does not know the address', async () => {
    await visit({});
    await site.page.getByText(form.address.unknownAddress).click();
    const line = site.page.locator('details[open]');
    expect(await line.getByRole('link', { name: settings.desk.phone }).getAttribute('href')).toBe('tel:14010');
    await look('1-unknown-address');
  });
});

describe('the theme', () => {
  it('colours what the component library draws: links, headings, the border and the inside of a field', async () => {
    await visit({});
    const colours = await site.page.evaluate(
      `[['.footer a', 'color'], ['.footer h2', 'color'], ['#address-postcode', 'borderTopColor'], ['#address-postcode', 'backgroundColor']].map(([selector, property]) => getComputedStyle(document.querySelector(selector))[property])`,
    );
    expect(colours).toEqual(['rgb(15, 86, 80)', 'rgb(18, 63, 59)', 'rgb(122, 115, 104)', 'rgb(255, 255, 255)']);
  });
});
