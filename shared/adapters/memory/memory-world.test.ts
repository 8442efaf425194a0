import { expect, it } from 'vitest';
import { plusElapsed } from '#shared/domain/time.ts';
import { aSignalId, NOW } from '#shared/testing/builders.ts';
import { memoryMailer } from './memory-mailer.ts';
import { memoryWakeUp } from './memory-wake-up.ts';
import { memoryWorld } from './memory-world.ts';

it('gives rows out as copies that nobody can change', () => {
  const world = memoryWorld();
  const row = { pk: 'one', list: [1] };
  world.signals.put(row);
  row.list.push(2);
  for (const { list } of world.dump().signals) if (Array.isArray(list)) list.push(3);
  expect(world.signals.get({ pk: 'one' })).toEqual({ pk: 'one', list: [1] });
});

it('drops fields without a value', () => {
  const world = memoryWorld();
  world.access.put({ pk: 'one', gone: undefined });
  expect(world.dump().access).toStrictEqual([{ pk: 'one' }]);
});

it('removes what has reached its end, in every table, and nothing else', () => {
  const world = memoryWorld();
  world.signals.put({ pk: 'past', ttl: NOW });
  world.audit.put({ pk: 'past', sk: '1', ttl: NOW - 1 });
  world.audit.put({ pk: 'past', sk: '2', ttl: NOW + 1 });
  world.directory.put({ pk: 'partners', sk: 'centrum' });
  expect(world.removeExpired(NOW)).toBe(2);
  expect(world.dump()).toEqual({
    signals: [],
    directory: [{ pk: 'partners', sk: 'centrum' }],
    access: [],
    statistics: [],
    audit: [{ pk: 'past', sk: '2', ttl: NOW + 1 }],
  });
});

it('sends, refuses or breaks as it is told, and remembers every mail', async () => {
  const mailer = memoryMailer();
  const mail = { to: 'anna@welzijn.example', subject: 'Nieuw', text: '', html: '' };
  expect(await mailer.send(mail)).toBe('sent');
  mailer.behave('refused');
  expect(await mailer.send(mail)).toBe('refused');
  mailer.behave(({ to }) => (to.startsWith('anna') ? 'out-of-order' : 'sent'));
  await expect(mailer.send(mail)).rejects.toThrow('out of order');
  expect([mailer.sent.length, mailer.offered.length]).toEqual([1, 3]);
});

it('rings once for a moment that was asked for twice', async () => {
  const wakeUp = memoryWakeUp();
  const id = aSignalId();
  const later = plusElapsed(NOW, 60);
  for (const at of [later, NOW, NOW]) await wakeUp.wakeAt(id, at);
  expect(wakeUp.pending()).toEqual([
    { id, at: NOW },
    { id, at: later },
  ]);
  expect(wakeUp.ring(NOW)).toEqual([{ id, at: NOW }]);
  expect(wakeUp.ring(NOW)).toEqual([]);
});
