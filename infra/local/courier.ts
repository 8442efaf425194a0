import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { type DeliveryEvent, deliveryEvents } from './delivery-events.ts';
import { every } from './every.ts';
import type { LocalAws } from './local-aws.ts';
import type { Mailbox } from './mailbox.ts';

export type PutEvents = (events: readonly DeliveryEvent[]) => Promise<void>;

/**
 * Does what SES does on AWS and the emulator does not: says of each mail whether it arrived. Without it every signal would
 * walk to the coordinator after a quarter of an hour. Mails that were there before the courier came are left alone.
 */
export async function startCourier(mailbox: Mailbox, put: PutEvents): Promise<{ stop(): Promise<void> }> {
  const round = await courierRound(mailbox, put);
  return every(1_000, round);
}

/** One round over the mailbox. A mail whose events could not be put holds up no other, and is tried again in the next round. */
export async function courierRound(mailbox: Mailbox, put: PutEvents): Promise<() => Promise<void>> {
  const done = new Set((await mailbox()).map(({ messageId }) => messageId));
  return async () => {
    const fresh = (await mailbox()).filter(({ messageId }) => !done.has(messageId));
    const reports = fresh.map(async (mail) => {
      const events = deliveryEvents(mail, new Date());
      if (events.length > 0) await put(events);
      done.add(mail.messageId);
    });
    const failed = (await Promise.allSettled(reports)).find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
  };
}

/** PutEvents takes ten entries at a time. */
const ENTRIES = 10;

export function eventBus(aws: LocalAws): { put: PutEvents; close(): void } {
  const client = new EventBridgeClient(aws.sdk);
  return {
    async put(events) {
      for (let from = 0; from < events.length; from += ENTRIES) {
        const Entries = events.slice(from, from + ENTRIES).map(({ detailType, detail }) => ({
          Source: 'aws.ses',
          DetailType: detailType,
          Detail: JSON.stringify(detail),
        }));
        const { FailedEntryCount } = await client.send(new PutEventsCommand({ Entries }));
        if (FailedEntryCount) throw new Error('the bus refused an event');
      }
    },
    close: () => client.destroy(),
  };
}
