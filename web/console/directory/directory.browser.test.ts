import { describe, expect, it } from 'vitest';
import type { DirectoryView } from '#shared/contracts/directory.ts';
import type { RoutesPreview } from '#shared/contracts/postcode-routes.ts';
import {
  type Answer,
  type Api,
  check,
  DESKTOP,
  heading,
  inBrowser,
  ok,
  open,
  PHONE,
  page,
  press,
  problem,
  tap,
} from '../../../tests/support/console-in-browser.ts';
import { directory, referrals, routes, routesOutlook, sessions } from '../fixtures.ts';

inBrowser();

const { coordinator } = sessions;
/** A coordinator with this directory; `answers` are those to what is sent. */
const manages = (answers: readonly Answer[] = [], first: DirectoryView = directory, later = first): Api => {
  let asked = 0;
  const reads = {
    '/directory': () => ok(asked++ === 0 ? first : later),
    '/routes': () => ok(routes),
    '/referrals': () => ok(referrals),
  };
  return { session: coordinator, reads, acts: answers };
};
const EMPTY: DirectoryView = {
  findings: [],
  partners: [],
  mailboxes: [],
  neighbourhoods: [],
  members: directory.members.slice(2),
};

const PROBLEMS_IN_LIST: RoutesPreview['problems'] = [
  { line: 2, code: 'twice', other: 1 },
  { line: 3, code: 'neighbourhood' },
  { line: 5, code: 'postcode' },
  { line: 6, code: 'backwards' },
  ...Array.from({ length: 50 }, (_, n) => ({ line: 10 + n, code: 'columns' as const })),
];

type View = readonly [name: string, part: string, api: Api, then?: () => Promise<unknown>];
const VIEWS: readonly View[] = [
  ['overview', '', manages()],
  ['overview-fine', '', manages([], { ...directory, findings: [] })],
  ['routes', '/postcodes', manages()],
  [
    'routes-wrong',
    '/postcodes',
    manages([ok({ seen: 'version-2', problems: PROBLEMS_IN_LIST })]),
    async () => {
      await press('Bekijk wat er verandert');
      await page.getByText('54 regels kloppen niet').waitFor();
    },
  ],
  [
    'routes-outlook',
    '/postcodes',
    manages([ok(routesOutlook)]),
    async () => {
      await press('Bekijk wat er verandert');
      await page.getByText('Dit verandert er').waitFor();
    },
  ],
  ['failed', '', { session: coordinator, reads: { '/directory': () => problem('internal-error') } }],
  ['partners', '/wijkpartners', manages()],
  ['partners-none', '/wijkpartners', manages([], EMPTY)],
  ['partner', '/wijkpartner.centrum', manages()],
  ['partner-bare', '/wijkpartner.noord', manages()],
  ['partner-gone', '/wijkpartner.weg', manages()],
  ['partner-new', '/wijkpartner-nieuw', manages()],
  ['partner-new-wrong', '/wijkpartner-nieuw', manages(), () => press('Voeg een wijkpartner toe')],
  ['partner-change', '/wijkpartner.centrum.wijzig', manages()],
  [
    'partner-overtaken',
    '/wijkpartner.centrum.wijzig',
    manages([problem('changed-meanwhile')]),
    async () => {
      await press('Sla op');
      await page.getByText('Iemand anders heeft dit intussen gewijzigd').waitFor();
    },
  ],
  ['holiday', '/wijkpartner.centrum.afwezig', manages()],
  ['holiday-desk', '/wijkpartner.noord.afwezig', manages(), () => press('Voeg toe')],
  ['partner-remove', '/wijkpartner.centrum.weg', manages()],
  [
    'partner-in-use',
    '/wijkpartner.centrum.weg',
    manages([problem('in-use', { because: 'open-signals' })]),
    async () => {
      await press('Ja, verwijder deze wijkpartner');
      await page.getByText('nog open signalen').waitFor();
    },
  ],
  ['members', '/teamleden', manages()],
  ['referrals', '/hulp', manages()],
  ['referral-new', '/verwijzing-nieuw', manages(), () => press('Voeg hulp toe')],
  ['referral', '/verwijzing.1', manages()],
  ['member-new', '/teamlid-nieuw', manages(), () => tap('Teamlid')],
  ['member-new-wrong', '/teamlid-nieuw', manages(), () => press('Voeg iemand toe')],
  ['member', '/teamlid.anna', manages()],
  ['member-remove', '/teamlid.anna.weg', manages()],
  ['neighbourhoods', '/wijken', manages()],
  ['neighbourhoods-none', '/wijken', manages([], EMPTY)],
  ['neighbourhood-new', '/wijk-nieuw', manages(), () => press('Voeg een wijk toe')],
  ['neighbourhood', '/wijk.niemandsland', manages()],
  ['neighbourhood-remove', '/wijk.oude-noorden.weg', manages()],
];

describe.each([
  ['a phone', PHONE],
  ['a desktop', DESKTOP],
])('on %s', (_device, viewport) => {
  for (const [name, part, api, then] of VIEWS)
    it(`shows ${name} to the coordinator`, async () => {
      await open(`#/beheer${part}`, api, viewport);
      await then?.();
      await page.waitForTimeout(60);
      await check(`beheer-${name}`);
    });
});

describe('at 320 pixels, in English', () => {
  it.each(['', '/wijkpartner.centrum', '/wijkpartner.centrum.wijzig', '/teamleden'])('fits %s', async (part) => {
    await open(`#/beheer${part}`, manages(), { width: 320, height: 640 }, 'en-GB');
    await check(`beheer-en${part.replace(/\W/g, '-')}`);
  });
});

describe('a partner', () => {
  it('joins, from the menu to its own page', async () => {
    const [first] = directory.partners;
    const added = {
      id: 'd-1',
      name: 'Wijkhuis Zuid',
      seen: 'x',
      mailbox: 'post@zuid.example',
      weekends: false,
      away: [],
      awayNow: false,
    };
    const after = { ...directory, partners: [...directory.partners, added] };
    const sent = await open('#/', manages([{ status: 201, body: { id: 'd-1' } }], directory, after));
    await page.getByRole('link', { name: 'Beheer' }).click();
    await page.getByRole('link', { name: 'Wijkpartners' }).click();
    await page.getByRole('link', { name: 'Voeg een wijkpartner toe' }).click();
    await page.getByLabel('Naam van de organisatie').fill('Wijkhuis Zuid');
    await page.getByLabel('E-mailadres voor nieuwe signalen').fill('post@zuid.example');
    await page.getByLabel('Telefoon').fill('010 123 45 67');
    await page.getByText('Voor collega’s. Bewoners zien dit niet.').waitFor();
    await tap(first?.name ?? '');
    await tap('Nee');
    await press('Voeg een wijkpartner toe');
    await page.getByText('Wijkhuis Zuid is toegevoegd.').waitFor();
    expect(await heading()).toBe('Wijkhuis Zuid');
    expect(sent).toEqual([
      {
        path: '/partners',
        body: {
          name: 'Wijkhuis Zuid',
          mailbox: 'post@zuid.example',
          phone: '010 123 45 67',
          backupId: 'centrum',
          weekends: false,
          away: [],
        },
      },
    ]);
  });

  it('that somebody else changed meanwhile is shown as it is now, and nothing typed is lost', async () => {
    const [first, ...others] = directory.partners;
    const theirs = { ...first, seen: 'newer', mailbox: 'ander@welzijncentrum.example' } as typeof first;
    const later = { ...directory, partners: [theirs, ...others] } as DirectoryView;
    const sent = await open(
      '#/beheer/wijkpartner.centrum.wijzig',
      manages([problem('changed-meanwhile'), { status: 204 }], directory, later),
    );
    await page.getByLabel('Naam van de organisatie').fill('Welzijn Nieuw');
    await press('Sla op');
    await page.getByText('ander@welzijncentrum.example').waitFor();
    expect(await page.getByLabel('Naam van de organisatie').inputValue()).toBe('Welzijn Nieuw');
    await press('Sla op');
    await page.getByText('Opgeslagen.').waitFor();
    expect(sent.map(({ body }) => (body as { seen: string }).seen)).toEqual(['seen-centrum', 'newer']);
  });

  it('keeps its holidays when something else changes, and loses one with a tap', async () => {
    const sent = await open('#/beheer/wijkpartner.centrum.afwezig', manages([{ status: 204 }]));
    await page.getByLabel('Eerste dag').fill('2026-12-24');
    await page.getByLabel('Laatste dag').fill('2026-12-23');
    await press('Voeg toe');
    await page.getByRole('link', { name: 'De laatste dag komt voor de eerste dag.' }).waitFor();
    await page.getByLabel('Laatste dag').fill('2027-01-03');
    await press('Voeg toe');
    await page.getByText('De dagen zijn toegevoegd.').waitFor();
    await page.getByRole('link', { name: 'Afwezig', exact: true }).click();
    await press('Haal weg: 2 maart 2026 tot en met 8 maart 2026');
    await page.getByText('De dagen zijn weggehaald.').waitFor();
    const now = [{ from: '2026-03-02', until: '2026-03-08' }];
    expect(sent.map(({ body }) => (body as { phone: unknown }).phone)).toEqual(['010 123 45 61', '010 123 45 61']);
    expect(sent.map(({ body }) => (body as { away: unknown }).away)).toEqual([
      [...now, { from: '2026-12-24', until: '2027-01-03' }],
      [],
    ]);
  });

  it('is not removed while it has work, and the screen says what to do', async () => {
    await open('#/beheer/wijkpartner.centrum.weg', manages([problem('in-use', { because: 'serves-neighbourhoods' })]));
    await press('Ja, verwijder deze wijkpartner');
    await page.getByText('Geef die eerst aan een ander, bij Wijken.').waitFor();
    expect(await heading()).toBe('Welzijn Centrum verwijderen');
  });
});

describe('somebody who leaves', () => {
  it('is out, and the screen says which visits the team plans anew', async () => {
    const later = { ...directory, members: directory.members.filter(({ id }) => id !== 'piet') };
    const freed = ok({ replan: ['0A1B2C3D4E5F6G7H'] });
    const sent = await open('#/beheer/teamleden', manages([freed], directory, later));
    await page.getByRole('link', { name: 'Piet Smit' }).click();
    await page.getByRole('link', { name: 'Verwijder Piet Smit' }).click();
    await press('Ja, verwijder deze persoon');
    await page.getByText('Het team moet één bezoek opnieuw plannen: 0A1B-2C3D-4E5F-6G7H.').waitFor();
    expect(sent).toEqual([{ path: '/members/piet/removal', body: { seen: 'seen-piet' } }]);
    expect(await page.getByRole('link', { name: 'Piet Smit' }).count()).toBe(0);
  });

  it('is told so when it is oneself', async () => {
    await open('#/beheer/teamlid.carla.weg', manages([ok({ replan: [] })]));
    await page.getByText('Dit bent u zelf.').waitFor();
    expect(await page.getByRole('button', { name: 'Ja, verwijder mijzelf' }).count()).toBe(1);
    await check('remove-yourself');
    await open('#/beheer/teamlid.piet.weg', manages([ok({ replan: [] })]));
    await page.getByRole('button', { name: 'Ja, verwijder deze persoon' }).waitFor();
    expect(await page.getByText('Dit bent u zelf.').count()).toBe(0);
  });

  it('keeps what was typed when the address is taken, and says so at the field', async () => {
    const taken = problem('invalid-fields', { errors: [{ field: 'email', code: 'taken' }] });
    await open('#/beheer/teamlid-nieuw', manages([taken]));
    await page.getByLabel('Naam', { exact: true }).fill('Els');
    await page.getByLabel('E-mailadres').fill('anna@welzijncentrum.example');
    await tap('Loket');
    await press('Voeg iemand toe');
    await page.getByRole('link', { name: 'Dit is al in gebruik. Kies iets anders.' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('field-email');
    expect(await page.getByLabel('Naam', { exact: true }).inputValue()).toBe('Els');
  });
});

describe('the list of postcodes', () => {
  it('comes from a file, is looked at, and counts', async () => {
    const sent = await open('#/beheer/postcodes', manages([ok(routesOutlook), { status: 204 }]));
    const csv = { name: 'lijst.csv', mimeType: 'text/csv', buffer: Buffer.from('postcode;wijk\n3034;Bergpolder\n') };
    await page.getByLabel('Of kies een bestand (CSV)').setInputFiles(csv);
    await press('Bekijk wat er verandert');
    await page.getByText('3034: van Oude Noorden naar Bergpolder').waitFor();
    await press('Ja, 1 postcodegebied mag weg');
    await page.getByText('De nieuwe lijst geldt binnen een minuut.').waitFor();
    const list = 'postcode;wijk\n3034;Bergpolder\n';
    expect(sent).toEqual([
      { path: '/routes/preview', body: { list } },
      { path: '/routes', body: { list, seen: 'version-2' } },
    ]);
    expect(await page.getByLabel('Postcodes en wijken').inputValue()).toBe(routes.list);
  });

  it('says which lines are wrong and keeps them to be mended', async () => {
    const wrong = ok({ seen: 'version-2', problems: [{ line: 1, code: 'neighbourhood' }] });
    const sent = await open('#/beheer/postcodes', manages([wrong, ok(routesOutlook)]));
    await page.getByLabel('Postcodes en wijken').fill('3034;Atlantis');
    await press('Bekijk wat er verandert');
    await page.getByText('Regel 1: deze wijk is er niet.').waitFor();
    expect(await page.getByLabel('Postcodes en wijken').inputValue()).toBe('3034;Atlantis');
    await page.getByLabel('Postcodes en wijken').fill('3034;Bergpolder');
    await press('Bekijk wat er verandert');
    await press('Wijzig de lijst nog');
    expect(await page.getByLabel('Postcodes en wijken').inputValue()).toBe('3034;Bergpolder');
    expect(sent).toHaveLength(2);
  });

  it('does not count when somebody else was first: what was typed is compared anew', async () => {
    await open('#/beheer/postcodes', manages([ok(routesOutlook), problem('changed-meanwhile')]));
    await page.getByLabel('Postcodes en wijken').fill('3034;Bergpolder');
    await press('Bekijk wat er verandert');
    await press('Ja, 1 postcodegebied mag weg');
    await page.getByText('Iemand anders heeft dit intussen gewijzigd').waitFor();
    expect(await page.getByLabel('Postcodes en wijken').inputValue()).toBe('3034;Bergpolder');
  });

  it('goes back with one tap', async () => {
    const sent = await open('#/beheer/postcodes', manages([{ status: 204 }]));
    await press('Zet de vorige lijst terug');
    await page.getByText('Binnen een minuut geldt de vorige lijst weer').waitFor();
    expect(sent).toEqual([{ path: '/routes/restoring', body: { seen: 'version-2' } }]);
  });
});

describe('the list of help', () => {
  it('gets a line, with what is wrong told at its field', async () => {
    const wrong = problem('invalid-fields', { errors: [{ field: 'referrals.2.phone', code: 'phone' }] });
    const sent = await open('#/beheer/hulp', manages([wrong, { status: 204 }]));
    await page.getByRole('link', { name: 'Voeg hulp toe' }).click();
    await tap('Huisarts');
    await page.getByLabel('Naam van de hulp').fill('Praktijk Noord');
    await page.getByLabel('Telefoon (niet verplicht)').fill('bel ons');
    await press('Voeg hulp toe');
    await page.getByRole('link', { name: 'Vul een telefoonnummer in' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('field-phone');
    await page.getByLabel('Telefoon (niet verplicht)').fill('010 123 45 67');
    await press('Voeg hulp toe');
    await page.getByText('De lijst is bijgewerkt.').waitFor();
    const line = { kind: 'general-practitioner', name: 'Praktijk Noord', phone: '010 123 45 67' };
    expect(sent.at(-1)).toEqual({
      path: '/referrals',
      body: { seen: 'list-1', referrals: [...referrals.referrals, line] },
    });
  });

  it('loses a line', async () => {
    const sent = await open('#/beheer/verwijzing.1', manages([{ status: 204 }]));
    await press('Haal van de lijst');
    await page.getByText('Wijkteam Noord staat niet meer op de lijst.').waitFor();
    expect(sent).toEqual([
      { path: '/referrals', body: { seen: 'list-1', referrals: referrals.referrals.slice(0, 1) } },
    ]);
  });
});

it('says once in which neighbourhoods nobody reads the mail at weekends, and leads to where that changes', async () => {
  const findings = ['Noord', 'Zuid'].map((about) => ({ kind: 'nobody-at-weekends' as const, about }));
  await open('#/beheer', manages([], { ...directory, findings }));
  const line = page.getByRole('link', { name: 'In 2 wijken leest niemand de mail in het weekend: Noord, Zuid.' });
  expect(await line.getAttribute('href')).toBe('#/beheer/wijkpartners');
  await check('overview-quiet');
});

it('remarks whom colleagues cannot call, and leads to where the number goes', async () => {
  await open('#/beheer', manages());
  await page.getByText('Van deze wijkpartners staat er nog geen telefoonnummer.').waitFor();
  await page.getByRole('main').getByRole('link', { name: 'Stichting Noord', exact: true }).click();
  await page.getByLabel('Telefoon').waitFor();
  expect(await heading()).toBe('Stichting Noord wijzigen');
});

it('says at its field that a number is none', async () => {
  const wrong = problem('invalid-fields', { errors: [{ field: 'phone', code: 'phone' }] });
  await open('#/beheer/wijkpartner.centrum.wijzig', manages([wrong]));
  expect(await page.getByLabel('Telefoon').inputValue()).toBe('010 123 45 61');
  await page.getByLabel('Telefoon').fill('bel ons');
  await press('Sla op');
  await page.getByRole('link', { name: 'Vul een telefoonnummer in' }).click();
  expect(await page.evaluate('document.activeElement.id')).toBe('field-phone');
});

it('is not for others', async () => {
  for (const session of [sessions.member, sessions.visitor, sessions.desk]) {
    await open('#/beheer', { session });
    await page.getByText('U mag dit niet doen.').waitFor();
    expect(await page.getByRole('main').getByRole('link', { name: 'Alle signalen' }).getAttribute('href')).toBe('#/');
    expect(await page.getByRole('link', { name: 'Beheer' }).count()).toBe(0);
    await page.context().close();
  }
});

it('takes the passkeys away of who lost a device', async () => {
  await open('#/beheer/teamlid.anna', manages([{ status: 204 }]));
  await press('Apparaat kwijt? Haal de passkeys weg');
  await page.getByText(/zijn weg, en .* is overal afgemeld. Aanmelden kan weer met een code/).waitFor();
  expect(await heading()).toBe('Teamleden');
});
