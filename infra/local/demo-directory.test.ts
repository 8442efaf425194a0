import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { streetsAt } from '#shared/domain/routing.ts';
import { aPostcode } from '#shared/testing/builders.ts';
import { demoDirectory } from './demo-directory.ts';

const range = (from: number, until: number) =>
  Array.from({ length: until - from + 1 }, (_, index) => String(from + index));
/** The four-digit postcodes of Rotterdam proper at which people live; the list has gaps. */
const STREET_POSTCODES = [
  ...range(3011, 3016),
  ...range(3021, 3029),
  ...range(3031, 3039),
  ...range(3041, 3047),
  ...range(3051, 3056),
  '3059',
  ...range(3061, 3069),
  ...range(3071, 3079),
  ...range(3081, 3089),
];

it('routes every street postcode of Rotterdam, and no other', async () => {
  const { routes } = await demoDirectory();
  expect(routes.map(({ fourDigits }) => fourDigits).sort()).toEqual(STREET_POSTCODES);
});

it('says the street of some postcodes, and two of one that has two', async () => {
  const { routes } = await demoDirectory();
  const crooswijk = routes.find(({ fourDigits }) => fourDigits === '3034');
  expect(['AB', 'AC', 'ZZ'].map((letters) => streetsAt(aPostcode(`3034${letters}`), crooswijk))).toEqual([
    ['Crooswijkseweg'],
    ['Boezemsingel', 'Goudserijweg'],
    [],
  ]);
});

it('shows the desk at work: one neighbourhood has no partner', async () => {
  const { neighbourhoods } = await demoDirectory();
  expect(neighbourhoods.filter(({ partnerId }) => !partnerId).map(({ id }) => id)).toEqual(['prins-alexander']);
});

it('writes to nobody real', async () => {
  const { partners, members } = await demoDirectory();
  const addresses = [...partners.flatMap(({ mailboxes }) => mailboxes), ...members.map(({ email }) => email)];
  const real = addresses.filter((address) => !address.endsWith('.example'));
  expect(real).toEqual(['bounce@simulator.amazonses.com']);
});

it('gives every partner a number to show, and calls nobody real', async () => {
  const { partners } = await demoDirectory();
  expect(partners.map(({ phone }) => phone?.slice(0, -1))).toEqual(partners.map(() => '010 123 45 6'));
});

it('is as the README tells it to a newcomer', async () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const { neighbourhoods, partners, members, routes } = await demoDirectory();
  const servedAt = (fourDigits: string) => {
    const route = routes.find((one) => one.fourDigits === fourDigits);
    return neighbourhoods.find(({ id }) => id === route?.neighbourhoodId);
  };
  const partnerOf = (fourDigits: string) => partners.find(({ id }) => id === servedAt(fourDigits)?.partnerId);

  expect(readme).toContain(`\`3034 AB 12\`, open the mail to *${partnerOf('3034')?.name}*`);
  expect(readme).toContain(
    `sign in as \`${members.find(({ partnerId }) => partnerId === partnerOf('3034')?.id)?.email}\``,
  );
  expect(readme).toContain(`One in ${servedAt('3066')?.name} (\`3066\`) goes to the desk`);
  expect(partnerOf('3066')).toBeUndefined();
  const bouncing = partners.find(({ mailboxes }) => mailboxes[0]?.startsWith('bounce@'));
  expect(readme.replaceAll(/\s+/g, ' ')).toContain(`the first mailbox of *${bouncing?.name}* always bounces`);
});
