import { expect, it } from 'vitest';
import type { OwnTexts } from '#shared/domain/own-texts.ts';
import { textsInForce } from './texts-in-force.ts';

const configured = { 'mail.greeting': { nl: 'Dag,' }, 'mail.open': { nl: 'Kijk' } };

it('says what the coordinator wrote, over what the configuration says', async () => {
  const reader = { ownTexts: async () => ({ 'mail.open': { nl: 'Bekijk' } }) };
  const texts = textsInForce({ reader, configured, onFault: () => expect.unreachable() });
  expect(await texts()).toEqual({ 'mail.greeting': { nl: 'Dag,' }, 'mail.open': { nl: 'Bekijk' } });
});

it('says what was last known where it cannot be read: of the configuration, and then of the coordinator', async () => {
  const answers: (() => OwnTexts)[] = [fails, () => ({ 'mail.open': { nl: 'Bekijk' } }), fails];
  const faults: unknown[] = [];
  const reader = { ownTexts: async () => (answers.shift() ?? fails)() };
  const texts = textsInForce({ reader, configured, onFault: (fault) => faults.push(fault) });
  expect(await texts()).toEqual(configured);
  await texts();
  expect((await texts())['mail.open']).toEqual({ nl: 'Bekijk' });
  expect(faults).toHaveLength(2);
});

function fails(): OwnTexts {
  throw new Error('no table');
}
