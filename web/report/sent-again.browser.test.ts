import type { Request } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { reporterForgotten } from '#shared/domain/effects.ts';
import { erasureOf } from '#shared/domain/erasure.ts';
import type { SignalId } from '#shared/domain/ids.ts';
import { settle } from '#shared/domain/settle.ts';
import { seconds } from '#shared/domain/time.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { auditAndFactOf, HOUR } from '#shared/testing/builders.ts';
import { form } from '#shared/texts/nl/form.ts';
import { words } from '#shared/texts/nl/words.ts';
import { createHandlers } from '../../functions/report/handlers.ts';
import { type Answer, formInBrowser } from '../../tests/support/form-in-browser.ts';
import { anEvent, lambdaContext } from '../../tests/support/http.ts';
import { aTown, type Town } from '../../tests/support/memory-town.ts';

/** The form in a browser and the function behind it, together: whatever happens on the way, one signal, and a reporter who knows it is in. */
const site = formInBrowser();
const { press, tick, type, toCheck } = site;
const DAY = seconds(24 * HOUR);

/** `fates`: what happens to each post on its way, the last one to all that follow. */
async function visit(fates: readonly ('arrives' | 'is lost' | 'answer is lost')[], script = true): Promise<Town> {
  const town = await aTown();
  const report = httpFunction(createHandlers(town.report));
  let posts = 0;
  const ask = async (request: Request, path: string) => {
    const event = anEvent(`POST ${path}`, { body: request.postData() ?? '', headers: request.headers() });
    return report(event, lambdaContext);
  };
  await site.visit({
    script,
    async api(request, path) {
      if (path.startsWith('/v1/report/')) return { html: (await ask(request, path)).body ?? '' };
      if (path !== '/v1/signals') return undefined;
      const fate = fates[Math.min(posts++, fates.length - 1)];
      if (fate === 'is lost') return 'no-connection';
      const { statusCode = 500, body = '{}' } = await ask(request, path);
      return fate === 'arrives' ? ({ status: statusCode, json: JSON.parse(body) } satisfies Answer) : 'no-connection';
    },
  });
  return town;
}

const stored = (town: Town) => town.world.dump().signals.map(({ pk }) => String(pk));
const numberShown = async () => {
  await site.page.locator('.reference').waitFor();
  return (await site.page.locator('.reference').textContent())?.replaceAll('-', '').trim();
};
/** The number first: by then whatever was on its way has arrived. */
const expectOnly = async (town: Town, ...earlier: readonly string[]) => {
  const shown = await numberShown();
  expect(stored(town).sort()).toEqual([...earlier, shown].sort());
};
const notSent = () => site.page.getByRole('heading', { name: form.offline.heading }).waitFor();

describe('one signal, and a reporter who sees its number', () => {
  it.each([
    ['after a double tap', ['arrives']],
    ['after the connection was lost while sending', ['is lost', 'arrives']],
    ['after the answer was lost', ['answer is lost', 'arrives']],
    ['after both, again and again', ['is lost', 'answer is lost', 'answer is lost', 'arrives']],
  ] as const)('%s', async (_when, fates) => {
    const town = await visit(fates);
    await toCheck();
    await site.page.locator('#next').dblclick();
    for (const _failed of fates.slice(1)) {
      await notSent();
      await site.page.locator('#next').dblclick();
    }
    await expectOnly(town);
    expect(site.sent).toHaveLength(fates.length);
  });

  it('when the same page is sent tomorrow, after its answer was lost today', async () => {
    const town = await visit(['answer is lost', 'arrives']);
    await toCheck();
    await press(form.check.send);
    await notSent();
    expect(stored(town)).toHaveLength(1);
    town.clock.advance(DAY);
    await press(form.offline.again);
    await expectOnly(town);
  });

  it('when the phone dropped the page meanwhile and loads it again', async () => {
    const town = await visit(['answer is lost', 'arrives']);
    await toCheck();
    await press(form.check.send);
    await notSent();
    town.clock.advance(DAY);
    await site.page.reload();
    await press(form.check.send);
    await expectOnly(town);
  });

  it('when somebody goes back after a failure, looks, and sends again', async () => {
    const town = await visit(['answer is lost', 'arrives']);
    await toCheck();
    await press(form.check.send);
    await notSent();
    await site.page.goBack();
    await site.page.getByRole('heading', { name: form.steps.you }).waitFor();
    await press(form.steps.check);
    await press(form.check.send);
    await expectOnly(town);
  });

  it('when somebody goes back after it arrived: an empty form, which is another signal or none', async () => {
    const town = await visit(['arrives']);
    await toCheck();
    await press(form.check.send);
    const first = await numberShown();
    await site.page.goBack();
    await site.page.locator('#step-1-heading').waitFor();
    expect(await site.page.locator('[type=radio]:checked').count()).toBe(0);
    expect(stored(town)).toEqual([first]);
    await toCheck();
    await press(form.check.send);
    await expectOnly(town, String(first));
  });

  const lostAndChanged = async () => {
    const town = await visit(['answer is lost', 'arrives']);
    await toCheck();
    await press(form.check.send);
    await notSent();
    await site.page.getByRole('button', { name: form.check.changeWhat(form.steps.where) }).click();
    await type(form.address.houseNumber, '14');
    await press(form.steps.check);
    await press(form.check.send);
    return town;
  };

  it('or two, each whole, when they changed it after its answer was lost; the next from this tab goes well too', async () => {
    const town = await lostAndChanged();
    const second = await numberShown();
    expect(stored(town)).toHaveLength(2);
    expect(stored(town)).toContain(second);
    const keys = await site.keysSent();
    expect([keys.length, new Set(keys).size]).toEqual([3, 2]);
    await site.page.getByRole('link', { name: form.thanks.another }).click();
    await toCheck();
    await press(form.check.send);
    const third = await numberShown();
    expect(stored(town)).toHaveLength(3);
    expect(stored(town)).toContain(third);
  });

  it.each([
    ['closed', 'the same'],
    ['erased', 'the same'],
    ['closed', 'something else'],
    ['erased', 'something else'],
  ] as const)('when the first is %s by the time that %s is sent', async (end, what) => {
    const town = await visit(['answer is lost', 'arrives']);
    await toCheck();
    await press(form.check.send);
    await notSent();
    const [first = ''] = stored(town);
    const signal = await town.read(first as SignalId);
    const { rules } = town.settings;
    if (end === 'erased')
      await town.signals.erase(signal, erasureOf(signal, rules, town.clock.now()), auditAndFactOf(signal));
    else await town.signals.replace(settle(reporterForgotten(signal), rules));
    if (what === 'something else') {
      await site.page.getByRole('button', { name: form.check.changeWhat(form.steps.where) }).click();
      await type(form.address.houseNumber, '14');
      await press(form.steps.check);
      await press(form.check.send);
      await expectOnly(town, first);
    } else {
      await press(form.offline.again);
      await site.page.getByRole('heading', { name: form.alreadyReceived.heading }).waitFor();
      expect(await site.focused()).toBe(form.alreadyReceived.heading);
      await site.look('arrived');
      expect(stored(town)).toEqual([first]);
      expect(await site.page.evaluate('sessionStorage.length')).toBe(0);
      await site.page.getByRole('link', { name: form.thanks.another }).click();
      await toCheck();
      await press(form.check.send);
      const shown = await numberShown();
      expect(stored(town)).toContain(shown);
    }
  });

  it('without script: sent, gone back, and sent again', async () => {
    const town = await visit(['arrives'], false);
    await tick(words.about['someone-else']);
    await type(form.address.postcode, '3034 AB');
    await type(form.address.houseNumber, '12');
    await tick(words.reasons['says-so']);
    await tick(words.reporterKinds.neighbour);
    await press(form.steps.check);
    await press(form.check.send);
    const first = await numberShown();
    await site.page.goBack();
    await press(form.check.send);
    expect(await numberShown()).toBe(first);
    expect(stored(town)).toEqual([first]);
  });
});
