import { expect } from 'vitest';
import type { MailboxNews } from '#shared/domain/mailbox-health.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import type { WatchStore } from '#shared/ports/watch-store.ts';
import { NOW } from './builders.ts';
import { type Behaves, contract, type RawTables } from './contract.ts';

export type OpenWatch = () => Promise<{
  readonly watch: WatchStore;
  dump(): Promise<Pick<RawTables, 'access'>>;
}>;

const later = (seconds: number) => plusElapsed(NOW, seconds);

/** What the store of what is known of the system promises. `open` gives an empty one. */
export function watchStoreContract(open: OpenWatch): void {
  contract('watch store', {}, (behaves) => {
    work(behaves, open);
    mailboxes(behaves, open);
  });
}

function work(behaves: Behaves, open: OpenWatch): void {
  behaves('knows of each job when it was last done and what it counted, whatever comes late', async () => {
    const { watch } = await open();
    expect(await watch.jobs()).toEqual({});
    const sweep = { at: later(60), counts: { due: 3, failed: 1 } };
    await watch.jobDone('sweep', sweep);
    await watch.jobDone('sweep', { at: NOW, counts: { due: 9, failed: 9 } });
    await watch.jobDone('books', { at: NOW, counts: {} });
    expect(await watch.jobs()).toEqual({ sweep, books: { at: NOW, counts: {} } });
  });

  behaves('knows which alarms ring, whatever comes late', async () => {
    const { watch } = await open();
    await watch.alarmChanged('the-form-fails', { at: later(60), ringing: false });
    await watch.alarmChanged('the-form-fails', { at: NOW, ringing: true });
    await watch.alarmChanged('the-clock-fails', { at: NOW, ringing: true });
    expect(await watch.alarms(['the-form-fails', 'the-clock-fails', 'of-nothing'])).toEqual(
      new Map([
        ['the-form-fails', { at: later(60), ringing: false }],
        ['the-clock-fails', { at: NOW, ringing: true }],
      ]),
    );
    expect(await watch.alarms([])).toEqual(new Map());
  });

  behaves('gives every row an end', async () => {
    const { watch, dump } = await open();
    await watch.jobDone('sweep', { at: NOW, counts: {} });
    await watch.alarmChanged('the-form-fails', { at: NOW, ringing: true });
    await watch.heard('one', { kind: 'bounced', at: NOW });
    expect((await dump()).access.map(({ ttl }) => ttl)).toEqual(Array(3).fill(later(400 * 86_400)));
  });
}

function mailboxes(behaves: Behaves, open: OpenWatch): void {
  const news = (kind: MailboxNews['kind'], seconds: number): MailboxNews => ({ kind, at: later(seconds) });
  const after = async (...all: readonly MailboxNews[]) => {
    const { watch } = await open();
    for (const one of all) await watch.heard('one', one);
    return (await watch.mailboxes(['one', 'other'])).get('one');
  };

  behaves('knows nothing of a mailbox that was never written to', async () => {
    expect(await after()).toBeUndefined();
  });

  behaves('keeps the last delivery and the last failure of a mailbox', async () => {
    expect(await after(news('delivered', 9), news('delivered', 5), news('returned', 20), news('bounced', 12))).toEqual({
      deliveredAt: later(9),
      failedAt: later(20),
      trouble: 'returned',
      failingSince: later(20),
    });
  });

  behaves('keeps since when a mailbox fails, until a delivery', async () => {
    const twice = [news('bounced', 1), news('suppressed', 4)];
    expect(await after(...twice)).toMatchObject({ failedAt: later(4), trouble: 'suppressed', failingSince: later(1) });
    expect(await after(...twice, news('delivered', 6), news('bounced', 8), news('bounced', 9))).toEqual({
      deliveredAt: later(6),
      failedAt: later(9),
      trouble: 'bounced',
      failingSince: later(8),
    });
  });

  behaves('keeps mailboxes apart', async () => {
    const { watch } = await open();
    await watch.heard('one', news('bounced', 1));
    await watch.heard('other', news('delivered', 2));
    expect(await watch.mailboxes(['other', 'other', 'third'])).toEqual(new Map([['other', { deliveredAt: later(2) }]]));
  });

  behaves('finds mailboxes among more than a table gives in one answer, and none of none', async () => {
    const { watch } = await open();
    await watch.heard('one', news('delivered', 1));
    await watch.heard('last', news('delivered', 2));
    const unknown = Array.from({ length: 120 }, (_, index) => `unknown-${index}`);
    expect([...(await watch.mailboxes(['one', ...unknown, 'last'])).keys()]).toEqual(['one', 'last']);
    expect(await watch.mailboxes([])).toEqual(new Map());
  });
}
