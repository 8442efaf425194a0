import { expect, it } from 'vitest';
import { courierRound } from './courier.ts';
import type { DeliveryEvent } from './delivery-events.ts';
import type { CaughtMail } from './mailbox.ts';

const mail = (messageId: string): CaughtMail => ({
  messageId,
  from: 'omzien@rotterdam.example',
  to: ['a@partner.example'],
  subject: 'Signaal',
  text: 'http://localhost:3000/console/#/signalen/0123456789ABCDEF?mail=notify-owner-1',
  html: null,
  sentAt: new Date(0),
});

it('reports each new mail once, and never one that was there before', async () => {
  const mails = [mail('old')];
  const put: DeliveryEvent[] = [];
  const round = await courierRound(
    async () => mails,
    async (events) => void put.push(...events),
  );
  mails.push(mail('new'));
  await round();
  await round();
  expect(put.map(({ detail }) => detail.mail.messageId)).toEqual(['new']);
});

it('tries again when the bus failed', async () => {
  const mails: CaughtMail[] = [];
  const put: DeliveryEvent[] = [];
  let broken = true;
  const round = await courierRound(
    async () => mails,
    async (events) => {
      if (broken) throw new Error('down');
      put.push(...events);
    },
  );
  mails.push(mail('new'));
  await expect(round()).rejects.toThrow('down');
  broken = false;
  await round();
  expect(put).toHaveLength(1);
});
