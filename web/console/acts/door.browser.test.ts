import { describe, expect, it } from 'vitest';
import {
  type Answer,
  at,
  check,
  DESKTOP,
  inBrowser,
  NOW,
  ok,
  open,
  PHONE,
  page,
  press,
  problem,
  tap,
} from '../../../tests/support/console-in-browser.ts';
import { sessions, signals } from '../fixtures.ts';

inBrowser();

const { member, visitor } = sessions;
const link = (name: string) => page.getByRole('link', { name, exact: true }).click();

/** The most that a partner may need from the mail to a recorded contact (issue 4). */
const MOST_TAPS = 12;

describe('who decides to go', () => {
  const { reference } = signals.toTriage;
  const decide = async () => {
    const sent = await open(at(signals.toTriage), {
      session: member,
      signals: [signals.toTriage],
      acts: [ok({ ...signals.planned, reference })],
    });
    await link('Ja, we gaan langs');
    await tap('De melder gebeld');
    return sent;
  };

  it('may say in the same form who goes and when', async () => {
    const sent = await decide();
    await tap('Ik ga zelf');
    await press('Sla op en plan het bezoek');
    await page.getByText('Er missen nog 2 dingen').waitFor();
    await check('triage-plan-wrong');
    await tap('morgen');
    await tap('14.00 uur');
    await check('triage-plan');
    await press('Sla op en plan het bezoek');
    await page.getByText('Opgeslagen. Dank u wel.').waitFor();
    expect(sent.at(-1)?.body).toEqual({
      version: 1,
      tested: ['called-reporter'],
      decision: 'follow-up',
      plan: { at: '2026-03-04T13:00:00.000Z', memberId: 'anna' },
    });
  });

  it('sends no plan that was taken back, nor one with a no', async () => {
    const sent = await decide();
    await tap('Ik ga zelf');
    await tap('Nee, een bezoek is niet nodig');
    await tap('Ja, we gaan langs');
    await tap('Dat spreek ik later af');
    await press('Sla op');
    await page.getByText('Opgeslagen. Dank u wel.').waitFor();
    expect(sent.at(-1)?.body).not.toHaveProperty('plan');
  });

  it('reads what the server finds wrong of a plan at its own question', async () => {
    await open(
      at(signals.toTriage),
      {
        session: member,
        signals: [signals.toTriage],
        acts: [problem('invalid-fields', { errors: [{ field: 'plan.memberId', code: 'choice' }] })],
      },
      DESKTOP,
    );
    await link('Ja, we gaan langs');
    await tap('De melder gebeld');
    for (const answer of ['Piet Smit', 'vandaag', '19.00 uur']) await tap(answer);
    await press('Sla op en plan het bezoek');
    expect(await page.locator('#field-memberId-error').textContent()).toBe('Kies wie er gaat.');
    await check('triage-plan-refused');
  });
});

it('offers no moment that has passed, and says at the field which one has', async () => {
  const signal = signals.toPlan;
  const sent = await open(at(signal, 'plan'), { session: member, signals: [signal], acts: [ok(signals.planned)] });
  await tap('Ik ga zelf');
  await page.getByLabel('10.00 uur').waitFor();
  await tap('vandaag');
  expect(await page.getByLabel('10.00 uur').count()).toBe(0);
  await tap('Een andere tijd');
  await page.locator('#field-otherTime').fill('09:00');
  await press('Plan dit bezoek');
  expect(await page.locator('#field-otherTime-error').textContent()).toBe(
    'Dit moment is al voorbij. Kies een later moment.',
  );
  await check('plan-past');
  await tap('Een andere dag');
  await page.locator('#field-otherDay').fill('2026-03-02');
  await press('Plan dit bezoek');
  await page.locator('#field-otherDay-error').waitFor();
  expect(sent).toEqual([]);
});

it('says that a text is too long before anything is sent, together with all that is missing', async () => {
  const sent = await open(at(signals.planned), { session: member, signals: [signals.planned] });
  await link('Gesproken');
  await tap('Nee, nog niet');
  await tap('Ja, dat mag');
  const agreements = page.getByLabel('Wat is er afgesproken?');
  await agreements.fill('x'.repeat(488));
  await page.getByText('Er passen nog 12 tekens bij.').waitFor();
  await agreements.fill('x'.repeat(501));
  await page.getByText('Dit is 1 teken te veel.').waitFor();
  await press('Leg het contact vast');
  await page.getByText('Er kloppen nog 2 dingen niet').waitFor();
  expect(await page.locator('#field-agreements-error').textContent()).toContain('te lang');
  await page.locator('#field-notInformedBecause-error').waitFor();
  await check('contact-too-long');
  expect(sent).toEqual([]);
});

/** From the link in the mail; typing is no tap. */
async function signedInByTaps(): Promise<void> {
  await page.evaluate('globalThis.taps = 1; addEventListener("pointerdown", () => { taps += 1 }, true)');
  await page.getByLabel('E-mailadres').click();
  await page.keyboard.type('anna@welzijn.example');
  await press('Stuur mij een code');
  await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('field-code');
  await page.keyboard.type('123456');
  await press('Aanmelden');
}
async function fromTriageToContact(): Promise<void> {
  await link('Ja, we gaan langs');
  await tap('De melder gebeld');
  await press('Sla op');
  await link('Gesproken');
  await tap('Ja, de brief is gegeven');
  await tap('Ja, dat mag');
  await press('Leg het contact vast');
  await page.getByText('Het contact is opgeslagen').waitFor();
}
const taps = async () => Number(await page.evaluate('taps'));
const routes = (sent: readonly { readonly path: string }[]) => sent.map(({ path }) => path.split('/').at(-1));

it(`takes a partner from the link in the mail to a recorded contact in at most ${MOST_TAPS} taps`, async () => {
  const { reference } = signals.toTriage;
  const sent = await open(`${at(signals.toTriage)}?mail=notify-owner-1`, {
    signals: [signals.toTriage],
    acts: [ok({ ...signals.toPlan, reference }), ok({ ...signals.helpLater, reference })],
  });
  await signedInByTaps();
  await fromTriageToContact();

  expect(await taps()).toBe(11);
  expect(await taps()).toBeLessThanOrEqual(MOST_TAPS);
  expect(routes(sent)).toEqual(['sign-in-codes', 'sessions', 'triage', 'contacts']);
  expect(sent[2]?.body).toMatchObject({ decision: 'follow-up', tested: ['called-reporter'] });
  expect(sent[3]?.body).toMatchObject({ way: 'visit', informed: 'handed', consent: 'keep', alarm: false });
});

it(`takes a backup who is asked to step in as far in at most ${MOST_TAPS} taps, taking over included`, async () => {
  const { reference } = signals.asBackup;
  const sent = await open(`${at(signals.asBackup)}?mail=escalate-triage-1`, {
    signals: [signals.asBackup],
    acts: [signals.toTriage, signals.toPlan, signals.helpLater].map((signal) => ok({ ...signal, reference })),
  });
  await signedInByTaps();
  await press('Ja, wij nemen het over');
  await page.getByText('Het signaal is nu van u.').waitFor();
  const untilTakenOver = await taps();
  await fromTriageToContact();

  expect([untilTakenOver, await taps()]).toEqual([5, 12]);
  expect(await taps()).toBeLessThanOrEqual(MOST_TAPS);
  expect(routes(sent)).toEqual(['sign-in-codes', 'sessions', 'takeovers', 'triage', 'contacts']);
});

describe.each([
  ['a phone', PHONE, 'nl-NL'],
  ['a desktop', DESKTOP, 'nl-NL'],
  ['a phone, in English', PHONE, 'en-GB'],
])('on %s', (_device, viewport, language) => {
  const suffix = language === 'nl-NL' ? '' : '-en';
  it.each(['toTriage', 'toPlan', 'planned', 'tried', 'asVisitor', 'asBackup', 'threeTimes', 'undecided'] as const)(
    'shows what can be said of %s',
    async (name) => {
      const session = name === 'asVisitor' ? visitor : member;
      await open(at(signals[name]), { session, signals: [signals[name]] }, viewport, language);
      await page.waitForTimeout(60);
      await check(`door-${name}${suffix}`);
    },
  );

  it('asks as little as can be once somebody was spoken to', async () => {
    await open(at(signals.planned), { session: member, signals: [signals.planned] }, viewport, language);
    await page.locator('.door__choices a').nth(1).click();
    await page.locator('form').waitFor();
    expect(await page.locator('form fieldset:visible').count()).toBe(2);
    expect(await page.locator('form fieldset:visible input:checked').count()).toBe(0);
    await check(`door-spoke${suffix}`);
  });

  it('shows what the resident says later', async () => {
    const signal = signals.undecided;
    await open(at(signal, 'consent'), { session: member, signals: [signal] }, viewport, language);
    await page.locator('input[value=keep]').click();
    await check(`consent-keep${suffix}`);
    await page.locator('input[value=erase-now]').click();
    await check(`consent-erase${suffix}`);
  });
});

describe('at the door', () => {
  const opened = (acts = [ok(signals.helpLater)]) =>
    open(at(signals.planned), { session: member, signals: [signals.planned], acts });
  const bodyOf = (sent: Awaited<ReturnType<typeof opened>>) => sent.at(-1)?.body;

  it('records in two taps that nobody was in', async () => {
    const sent = await opened([ok(signals.tried)]);
    await link('Niemand thuis');
    await page.getByText('U legt dit vast namens Piet Smit.').waitFor();
    await press('Leg deze poging vast');
    await page.getByText('Uw poging is opgeslagen').waitFor();
    expect(bodyOf(sent)).toEqual({ version: 3, way: 'visit', result: 'nobody-home' });
  });

  it('closes what turned out to be no worry, with one choice', async () => {
    const sent = await opened();
    await link('Gesproken, geen zorg');
    await tap('Ja, de brief is gegeven');
    await tap('Ja, dat mag');
    await press('Leg het contact vast');
    await page.getByText('Het contact is opgeslagen').waitFor();
    expect(bodyOf(sent)).toMatchObject({ outcome: 'seen-well', consent: 'keep', alarm: false });
  });

  it('still says that it was no worry when nothing may be kept', async () => {
    const sent = await opened([{ status: 204 }] as never);
    await link('Gesproken, geen zorg');
    await tap('Ja, de brief is gegeven');
    await tap('Nee, dat mag niet');
    await press('Leg het contact vast');
    await page.getByText('Het contact is opgeslagen').waitFor();
    expect(bodyOf(sent)).toMatchObject({ outcome: 'seen-well', consent: 'not-given' });
  });

  it('asks first to whom, when somebody was referred', async () => {
    await opened();
    await link('Doorverwezen');
    await page.locator('form fieldset:visible').first().getByText('Naar wie hebt u doorverwezen?').waitFor();
    await page.getByText('De Luisterlijn, 088 0767 000').waitFor();
    await tap('Nee, dat mag niet');
    expect(await page.getByText('Naar wie hebt u doorverwezen?').count()).toBe(0);
  });

  it('tells of danger with one tap, under the numbers to call, and asks nothing', async () => {
    const sent = await opened([ok({ ...signals.planned, alarm: true, acts: ['all-clear', 'contact'] })]);
    await link('Er is gevaar');
    await page.getByRole('link', { name: 'Bel 112' }).waitFor();
    expect(await page.locator('form :is(input, textarea, select)').count()).toBe(0);
    await check('act-alarm');
    await press('Meld het gevaar nu');
    await page.getByText('De coördinator en uw team krijgen nu een mail.').waitFor();
    expect(sent.at(-1)).toMatchObject({ body: { version: 3 } });
    await page.getByRole('link', { name: 'Leg vast: het gevaar is afgehandeld' }).waitFor();
    await check('danger');
  });

  it('says what stands, and does not ask about danger again, when the talk is recorded after it', async () => {
    await open(at(signals.planned, 'contact'), { session: member, signals: [{ ...signals.planned, alarm: true }] });
    await page.getByText('Er is gevaar gezien. De coördinator en uw team weten het.').waitFor();
    await page.getByText('Weet de bewoner nu van het signaal?').waitFor();
    expect(await page.getByText('Is er nu gevaar?').count()).toBe(0);
  });

  it('lets somebody say after all that there is danger', async () => {
    await opened();
    await link('Gesproken');
    await press('Toch gevaar?');
    await page.getByRole('link', { name: 'Bel 112' }).waitFor();
    expect(await page.locator('form').count()).toBe(0);
  });

  it('takes another way than a visit, said in the same form', async () => {
    const sent = await opened();
    await link('Wil contact');
    await page.getByText('Was het anders?').click();
    await tap('Wandeling');
    await tap('Ja, de brief is voorgelezen');
    await tap('De bewoner denkt er nog over na');
    await press('Leg het contact vast');
    await page.getByText('Het contact is opgeslagen').waitFor();
    expect(bodyOf(sent)).toMatchObject({ way: 'walk', wishes: ['talk'], consent: 'undecided' });
  });
});

it('plans the next attempt that is proposed in one tap, at another part of the day', async () => {
  const once = { ...signals.tried, attempts: signals.tried.attempts.slice(0, 1) };
  const sent = await open(at(once), { session: member, signals: [once], acts: [ok(signals.planned)] });
  await press('Ik ga vandaag 19.00 uur');
  await page.getByText('Het bezoek is gepland.', { exact: true }).waitFor();
  // The button is gone now, and where one is not.
  expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
  expect(sent.at(-1)?.body).toEqual({ version: 2, at: '2026-03-03T18:00:00.000Z', memberId: 'anna' });
});

it('proposes a letter after two visits', async () => {
  await open(at(signals.tried), { session: member, signals: [signals.tried] });
  await link('Ik deed een brief in de bus');
  await page.getByText('Brief').first().waitFor();
  expect(await page.locator('input[value=letter]').isChecked()).toBe(true);
});

describe('a second thought', () => {
  it('is asked of who records an attempt minutes after another', async () => {
    const at5to = new Date(NOW.getTime() - 5 * 60_000).toISOString();
    const tried = { ...signals.tried, attempts: [{ at: at5to, way: 'visit', result: 'nobody-home' }] };
    await open(`${at(tried)}/attempt`, { session: member, signals: [tried] });
    await page.getByText('is al een poging vastgelegd').waitFor();
    await check('attempt-again');
    await open(`${at(signals.tried)}/attempt`, { session: member, signals: [signals.tried] });
    await page.getByRole('button', { name: 'Leg deze poging vast' }).waitFor();
    expect(await page.getByText('is al een poging vastgelegd').count()).toBe(0);
  });

  it('is asked of who closes before the resident knows; who was spoken to cannot be out of reach', async () => {
    const untold = { ...signals.helpStarted, informBefore: new Date(NOW.getTime() + 86_400_000).toISOString() };
    await open(`${at(untold)}/close`, { session: member, signals: [untold] });
    await page.getByText('De bewoner weet nog niet van dit signaal.').waitFor();
    await check('close-untold');
    expect(await page.getByLabel('Niet gelukt om contact te krijgen').count()).toBe(0);
  });
});

describe('without network', () => {
  const contactWhileOffline = async () => {
    const sent = await open(at(signals.planned), {
      session: member,
      signals: [signals.planned],
      acts: ['no-connection', ok(signals.helpLater)],
    });
    await link('Gesproken');
    await tap('Ja, de brief is gegeven');
    await tap('Ja, dat mag');
    await page.context().setOffline(true);
    await press('Leg het contact vast');
    await page.getByText('Uw antwoord wacht hier.').waitFor();
    return sent;
  };

  it('keeps what was filled in, says that it waits, and sends it once when the network is back', async () => {
    const sent = await contactWhileOffline();
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toContain('Uw antwoord wacht hier.');
    const outside = `(({ top, bottom }) => top < 0 || bottom > innerHeight)(document.activeElement.getBoundingClientRect())`;
    expect(await page.evaluate(outside)).toBe(false);
    await check('door-waiting');
    const before = sent.length;
    await page.context().setOffline(false);
    await page.getByText('Het contact is opgeslagen').waitFor();
    await page.evaluate("dispatchEvent(new Event('online'))");
    await page.waitForTimeout(100);
    expect(sent.length - before).toBe(1);
  });

  it('asks whoever leaves the page, and keeps the answer of whoever leaves the form: it goes once, from any screen', async () => {
    const sent = await contactWhileOffline();
    const before = sent.length;
    let asked = 0;
    page.on('dialog', (dialog) => {
      asked += 1;
      void dialog.dismiss();
    });
    await page.close({ runBeforeUnload: true });
    await expect.poll(() => asked).toBe(1);
    await link('Terug naar het signaal');
    await page.getByText('Uw antwoord is nog niet verstuurd.').waitFor();
    await check('door-left');
    await page.context().setOffline(false);
    await page.getByText('Het contact is opgeslagen').waitFor();
    expect(await page.getByText('Uw antwoord is nog niet verstuurd.').count()).toBe(0);
    await page.evaluate("dispatchEvent(new Event('online'))");
    await page.waitForTimeout(100);
    expect(sent.length - before).toBe(1);
  });

  it('gives the answer back to its form, which sends it as it was', async () => {
    const sent = await contactWhileOffline();
    const before = sent.length;
    await link('Terug naar het signaal');
    await page.getByRole('link', { name: 'Naar uw antwoord' }).click();
    await page.getByText('Uw antwoord wacht hier.').waitFor();
    expect(await page.getByText('Uw antwoord is nog niet verstuurd.').count()).toBe(0);
    await page.context().setOffline(false);
    await page.getByText('Het contact is opgeslagen').waitFor();
    expect(sent.length - before).toBe(1);
  });

  it('says of an answer that was left and is not taken that it is not saved, and keeps it', async () => {
    const done = { by: 'Fatima el Amrani', what: 'plan', at: NOW.toISOString() };
    await open(at(signals.planned), {
      session: member,
      signals: [signals.planned],
      acts: ['no-connection', problem('already-done', { done })],
    });
    await link('Gesproken');
    await tap('Ja, de brief is gegeven');
    await tap('Ja, dat mag');
    await page.context().setOffline(true);
    await press('Leg het contact vast');
    await page.getByText('Uw antwoord wacht hier.').waitFor();
    await link('Terug naar het signaal');
    await page.getByText('Uw antwoord is nog niet verstuurd.').waitFor();
    await page.context().setOffline(false);
    await page.getByText('Uw antwoord is nog niet opgeslagen.').waitFor();
    await check('door-refused');
    await page.getByRole('link', { name: 'Naar uw antwoord' }).click();
    expect(await page.locator('input[value=handed]').isChecked()).toBe(true);
  });
});

describe('where nothing comes through, though the browser says that there is network', () => {
  const busy: Answer = { status: 503 };
  const saved = ok(signals.helpLater);
  const contactWith = async (...acts: readonly (Answer | Promise<Answer>)[]) => {
    const sent = await open(at(signals.planned), { session: member, signals: [signals.planned], acts });
    await page.evaluate(
      '{ const { timeout } = AbortSignal; AbortSignal.timeout = (ms) => timeout.call(AbortSignal, ms / 10) }',
    );
    await link('Gesproken');
    await tap('Ja, de brief is gegeven');
    await tap('Ja, dat mag');
    await press('Leg het contact vast');
    return sent;
  };
  const waits = () => page.getByText('Uw antwoord wacht hier.').waitFor();
  const isSaved = () => page.getByText('Het contact is opgeslagen').waitFor();
  const seconds = (count: number) => page.clock.runFor(1000 * count);
  /** As where somebody comes back to the tab. */
  const seenAgain = () => page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");

  it('sends it by itself after five seconds, then fifteen, then thirty, then every minute', async () => {
    const sent = await contactWith(busy, busy, busy, busy, busy, busy, saved);
    await waits();
    await tap('Ja, dat mag');
    for (const wait of [5, 15, 30, 60, 60]) {
      const before = sent.length;
      await seconds(wait - 1);
      expect(sent.length).toBe(before);
      await seconds(1);
      await expect.poll(() => sent.length).toBe(before + 1);
      // The answer is read, and the next try planned.
      await page.waitForTimeout(50);
    }
    // No try took the focus, nor said anything anew.
    expect(await page.evaluate('document.activeElement.value')).toBe('keep');
    expect(await page.getByText('Uw antwoord wacht hier.').count()).toBe(1);
    await seconds(60);
    await isSaved();
    await seconds(180);
    expect(sent).toHaveLength(7);
    expect(new Set(sent.map((one) => JSON.stringify(one))).size).toBe(1);
  });

  it('takes an answer that does not come for no connection, and sends it again', async () => {
    const never = new Promise<Answer>(() => {});
    const sent = await contactWith(never, saved);
    await waits();
    expect(await page.evaluate('navigator.onLine')).toBe(true);
    await seconds(5);
    await isSaved();
    expect(sent.map(({ body }) => body)).toEqual([sent[0]?.body, sent[0]?.body]);
  });

  it('tries at once for who comes back to the tab', async () => {
    const sent = await contactWith(busy, saved);
    await waits();
    await seenAgain();
    await isSaved();
    expect(sent).toHaveLength(2);
  });

  it('sends from any other screen what was left, once', async () => {
    const sent = await contactWith(busy, busy, saved);
    await waits();
    await link('Terug naar het signaal');
    await page.getByText('Uw antwoord is nog niet verstuurd.').waitFor();
    await seconds(5);
    await expect.poll(() => sent.length).toBe(2);
    await page.waitForTimeout(50);
    await seconds(15);
    await isSaved();
    await seconds(180);
    expect(sent).toHaveLength(3);
  });

  it('sends no second time what was on its way when its form was left', async () => {
    const { promise: late, resolve: answer } = Promise.withResolvers<Answer>();
    const sent = await contactWith(busy, late);
    await waits();
    await seconds(5);
    await expect.poll(() => sent.length).toBe(2);
    await link('Terug naar het signaal');
    await page.getByText('Uw antwoord is nog niet verstuurd.').waitFor();
    await seenAgain();
    answer(saved);
    await isSaved();
    expect(await page.getByText('Uw antwoord is nog niet verstuurd.').count()).toBe(0);
    expect(sent).toHaveLength(2);
  });

  it('does not call saved what was changed while it went', async () => {
    const { promise: late, resolve: answer } = Promise.withResolvers<Answer>();
    const sent = await contactWith(busy, late);
    await waits();
    await seconds(5);
    await expect.poll(() => sent.length).toBe(2);
    await tap('Nee, dat mag niet');
    answer(saved);
    await page.getByText('Uw antwoord is niet opgeslagen.').waitFor();
    expect(await page.getByText('Het contact is opgeslagen').count()).toBe(0);
  });

  it('sends at a tap what was changed while an earlier try was on its way', async () => {
    const { promise: late, resolve: answer } = Promise.withResolvers<Answer>();
    const sent = await contactWith(busy, late, saved);
    await waits();
    await seconds(5);
    await expect.poll(() => sent.length).toBe(2);
    await tap('De bewoner denkt er nog over na');
    await press('Opnieuw versturen');
    await page.getByText('Bezig met versturen').waitFor();
    answer(busy);
    await isSaved();
    expect(sent.map(({ body }) => (body as { consent: string }).consent)).toEqual(['keep', 'keep', 'undecided']);
  });
});

describe('whoever closes the page or loads it again', () => {
  /** How often the browser asked whether to leave. */
  const askedOnLeaving = async () => {
    let asked = 0;
    page.on('dialog', (dialog) => {
      asked += 1;
      void dialog.dismiss();
    });
    const closed = new Promise((resolve) => page.once('close', resolve));
    await page.close({ runBeforeUnload: true });
    await Promise.race([closed, expect.poll(() => asked).toBe(1)]);
    return asked;
  };
  const atContact = async () => {
    const sent = await open(at(signals.planned), {
      session: member,
      signals: [signals.planned],
      acts: [ok(signals.helpLater)],
    });
    await link('Gesproken, geen zorg');
    return sent;
  };

  it('is asked nothing after one answer', async () => {
    await atContact();
    await tap('Ja, de brief is gegeven');
    expect(await askedOnLeaving()).toBe(0);
  });

  it('is asked after a second one, from another screen too', async () => {
    await atContact();
    await tap('Ja, de brief is gegeven');
    await tap('Ja, dat mag');
    await link('Terug naar het signaal');
    await page.locator('.door').waitFor();
    expect(await askedOnLeaving()).toBe(1);
  });

  it('is asked after a text alone', async () => {
    const signal = signals.undecided;
    await open(at(signal, 'consent'), { session: member, signals: [signal] });
    await tap('Ja, dat mag');
    await page.getByLabel('Wat is er afgesproken?').fill('Elke dinsdag koffie.');
    expect(await askedOnLeaving()).toBe(1);
  });

  it('is asked nothing once all of it is sent', async () => {
    await atContact();
    await tap('Ja, de brief is gegeven');
    await tap('Ja, dat mag');
    await press('Leg het contact vast');
    await page.getByText('Het contact is opgeslagen').waitFor();
    expect(await askedOnLeaving()).toBe(0);
  });

  it('is asked nothing on dialling 112', async () => {
    await atContact();
    await tap('Ja, de brief is gegeven');
    await tap('Ja, dat mag');
    let asked = 0;
    page.on('dialog', (dialog) => {
      asked += 1;
      void dialog.accept();
    });
    await page.locator('.foot a').first().click();
    await page.waitForTimeout(300);
    expect(asked).toBe(0);
  });
});

it('tells a volunteer who presses twice that it is saved', async () => {
  const done = { by: visitor.member.name, byYou: true, what: 'attempt', at: NOW.toISOString() };
  await open(at(signals.asVisitor), {
    session: visitor,
    signals: [signals.asVisitor],
    acts: [problem('already-done', { done })],
  });
  await link('Niemand thuis');
  await press('Leg deze poging vast');
  await page.getByText('Uw poging is opgeslagen').waitFor();
  await page.getByRole('heading', { name: 'Uw bezoeken' }).waitFor();
  expect(page.url()).toMatch(/#\/$/);
});

it('records what the resident says later, with what was agreed', async () => {
  const signal = signals.undecided;
  const sent = await open(at(signal), { session: member, signals: [signal], acts: [ok(signals.helpLater)] });
  await link('Leg vast: bewaren of niet');
  await tap('Ja, dat mag');
  await page.getByLabel('Wat is er afgesproken?').fill('Elke dinsdag koffie.');
  await press('Sla op');
  await page.getByText('Opgeslagen wat de bewoner wil.').waitFor();
  expect(sent.at(-1)).toEqual({
    path: `/signals/${signal.reference}/consents`,
    body: { version: 4, consent: 'keep', agreements: 'Elke dinsdag koffie.' },
  });
});
