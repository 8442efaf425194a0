import { describe, expect, it } from 'vitest';
import { ErasureReceipt, SignalView } from '#shared/contracts/console.ts';
import { DESK, memberId, neighbourhoodId, partnerId } from '#shared/domain/ids.ts';
import type { Contact } from '#shared/domain/signal.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import {
  aDirectory,
  anAssignedSignal,
  aPartner,
  aPostcode,
  aReport,
  aReporter,
  aSignalId,
  HOUR,
  NOW,
} from '#shared/testing/builders.ts';
import { consoleFor } from '../../tests/support/console.ts';
import { bodyOf } from '../../tests/support/http.ts';
import { aTown } from '../../tests/support/memory-town.ts';

const READ = 'GET /v1/console/signals/{id}';
const LIST = 'GET /v1/console/signals';
const act = (name: string) => `POST /v1/console/signals/{id}/${name}`;
const TRIAGE = { version: 1, tested: ['own-contacts'], decision: 'follow-up' };
const ATTEMPT = { version: 1, way: 'visit', result: 'nobody-home' };

/** As everywhere, and Stichting Noord can be called. */
const partners = [aPartner(), aPartner({ id: partnerId('noord'), name: 'Stichting Noord', phone: '010 123 45 62' })];

async function townWith(signal = anAssignedSignal(), who = 'anna') {
  const town = await aTown({ directory: aDirectory({ partners }) });
  await town.keep(signal);
  town.clock.advance(HOUR);
  const ask = await consoleFor(town, who);
  return { town, ask, path: { id: signal.id } };
}

describe('a signal on screen', () => {
  it('tells its owner everything, with what can be done now', async () => {
    const { ask, path } = await townWith();
    const response = await ask(READ, { path });
    expect(response.statusCode).toBe(200);
    expect(SignalView.safeParse(bodyOf(response)).success).toBe(true);
    expect(bodyOf(response)).toEqual({
      reference: path.id,
      status: 'assigned',
      relation: 'owner',
      neighbourhood: 'Oude Noorden',
      ownerName: 'Welzijn Centrum',
      withDesk: false,
      step: { name: 'triage', before: '2026-03-04T10:00:00Z' },
      overdue: false,
      escalated: false,
      mailTrouble: false,
      sooner: false,
      alarm: false,
      practice: false,
      held: false,
      aboutThemselves: false,
      receivedAt: '2026-03-03T10:00:00Z',
      visitPreferredBefore: '2026-03-04T10:00:00Z',
      visitBefore: '2026-03-05T10:00:00Z',
      address: '3034 AB 12A',
      version: 1,
      acts: ['triage', 'hand-over', 'alarm', 'erase'],
      deadlines: {
        triageBefore: '2026-03-04T10:00:00Z',
        visitPreferredBefore: '2026-03-04T10:00:00Z',
        visitBefore: '2026-03-05T10:00:00Z',
      },
      report: {
        address: { postcode: '3034 AB', houseNumber: '12A' },
        reasons: ['not-seen', 'mail-and-curtains'],
        notSeenSince: 'week',
        residentKnows: false,
        explanation: 'De gordijnen zijn al een week dicht.',
        alreadyTried: ['rang-bell'],
        wishes: [],
        reporterKind: 'shop',
      },
      attempts: [],
      reporter: { name: 'Joke de Vries', email: 'joke@winkel.example', mayBeContacted: true, mayBeNamed: false },
      followUps: [],
      history: [{ at: '2026-03-03T10:00:00Z', what: 'submit' }],
      visitors: [
        { id: 'anna', name: 'Anna Bakker' },
        { id: 'bram', name: 'Bram Visser' },
      ],
    });
  });

  it.each([
    ['confirmed', false],
    ['unknown-address', true],
    ['nobody-registered', true],
    ['deceased', true],
    ['unknown', false],
  ] as const)(
    'tells what the registers said, and in the list when there is something about it: %s',
    async (answer, doubted) => {
      const { ask, path } = await townWith(anAssignedSignal({ registers: { state: 'answered', at: NOW, answer } }));
      const view = bodyOf(await ask(READ, { path }));
      expect(view['registers']).toEqual({ at: '2026-03-03T10:00:00Z', answer });
      expect(view['addressDoubted']).toBe(doubted ? true : undefined);
      const { signals } = bodyOf(await ask(LIST));
      expect(signals).toMatchObject([{ reference: path.id, ...(doubted && { addressDoubted: true }) }]);
      expect(JSON.stringify(signals)).not.toContain(answer);
    },
  );

  it('says no more of registers that have not answered, or once somebody spoke to the resident', async () => {
    const waiting = { state: 'waiting', at: NOW, tries: 1, retryAt: plusElapsed(NOW, 15) } as const;
    const answered = { state: 'answered', at: NOW, answer: 'nobody-registered' } as const;
    const contact: Contact = {
      at: NOW,
      way: 'visit',
      informed: 'handed',
      consent: 'keep',
      wishes: [],
      referrals: [],
      alarm: false,
    };
    for (const signal of [
      anAssignedSignal({ registers: waiting }),
      anAssignedSignal({ status: 'in-contact', registers: answered, contact }),
    ]) {
      const { ask, path } = await townWith(signal);
      const view = bodyOf(await ask(READ, { path }));
      expect([view['registers'], view['addressDoubted']]).toEqual([undefined, undefined]);
    }
  });

  it('tells a visitor where to go and why, and nothing of the reporter, the history or colleagues', async () => {
    const plan = { at: plusElapsed(NOW, HOUR), by: { memberId: memberId('bram'), name: 'Bram Visser' } };
    const { ask, path } = await townWith(anAssignedSignal({ status: 'following-up', plan }), 'bram');
    const view = bodyOf(await ask(READ, { path }));
    expect(view).toMatchObject({
      relation: 'planned-visitor',
      address: '3034 AB 12A',
      acts: ['cannot-go', 'attempt', 'contact', 'alarm', 'erase'],
      plannedAt: '2026-03-03T11:00:00Z',
      plan: { who: 'Bram Visser' },
    });
    expect(['reporter', 'history', 'visitors', 'triage'].filter((name) => name in view)).toEqual([]);
    expect(view['report']).toEqual({
      address: { postcode: '3034 AB', houseNumber: '12A' },
      reasons: ['not-seen', 'mail-and-curtains'],
      notSeenSince: 'week',
      alreadyTried: [],
      wishes: [],
    });
  });

  it('tells a visitor what residents wrote of themselves', async () => {
    const plan = { at: plusElapsed(NOW, HOUR), by: { memberId: memberId('bram'), name: 'Bram Visser' } };
    const report = aReport({ about: 'myself', reasons: [], wishes: ['talk'], explanation: 'Bel twee keer.' });
    const { ask, path } = await townWith(anAssignedSignal({ status: 'following-up', plan, report }), 'bram');
    expect(bodyOf(await ask(READ, { path }))['report']).toMatchObject({ explanation: 'Bel twee keer.' });
  });

  it('tells a visitor after a reopening when somebody was spoken to, and nothing of what was agreed', async () => {
    const plan = { at: plusElapsed(NOW, HOUR), by: { memberId: memberId('bram'), name: 'Bram Visser' } };
    const contact: Contact = {
      at: NOW,
      way: 'visit',
      informed: 'handed',
      consent: 'keep',
      wishes: ['talk'],
      referrals: ['luisterlijn'],
      agreements: 'Dinsdag bellen.',
      alarm: false,
    };
    const { ask, path } = await townWith(anAssignedSignal({ status: 'following-up', plan, contact }), 'bram');
    const response = await ask(READ, { path });
    expect(bodyOf(response)).toMatchObject({ contactAt: '2026-03-03T10:00:00Z', attempts: [] });
    for (const hidden of ['Dinsdag', 'luisterlijn', 'keep', 'talk']) expect(response.body).not.toContain(hidden);
  });

  it('tells its owner and the coordinator what was mailed to colleagues, and who came from elsewhere', async () => {
    const record = (state: 'delivered' | 'failed' | 'skipped', minutes: number) => ({
      state,
      at: plusElapsed(NOW, minutes * 60),
    });
    const mails = {
      'notify-1-owner-first': record('failed', 1),
      'escalate-visit-1-backup-first': record('delivered', 30),
      'escalate-visit-1-coordinator-first': record('delivered', 31),
      'notify-2-owner-second': record('skipped', 41),
      'notify-2-owner-first': record('delivered', 41),
      'remind-request-1-coordinator-first': record('delivered', 45),
      'planned-1-visitor': record('delivered', 46),
      'update-received-reporter': record('delivered', 2),
    };
    const by = { memberId: memberId('noor'), name: 'Noor Smit' };
    const history = [{ at: plusElapsed(NOW, 40 * 60), what: 'take-over' as const, by }];
    const assignment = {
      number: 2,
      ownerId: partnerId('noord'),
      since: plusElapsed(NOW, 40 * 60),
      formerOwners: [partnerId('centrum')],
    };
    const { town, ask, path } = await townWith(anAssignedSignal({ mails, history, assignment }), 'noor');
    const told = [
      { at: '2026-03-03T10:01:00Z', what: 'notify', to: 'owner', state: 'failed', partner: 'Welzijn Centrum' },
      { at: '2026-03-03T10:30:00Z', what: 'escalate', to: 'backup', state: 'delivered', partner: 'Stichting Noord' },
      { at: '2026-03-03T10:31:00Z', what: 'escalate', to: 'coordinator', state: 'delivered' },
      { at: '2026-03-03T10:41:00Z', what: 'notify', to: 'owner', state: 'delivered', partner: 'Stichting Noord' },
      { at: '2026-03-03T10:45:00Z', what: 'remind-request', to: 'coordinator', state: 'delivered' },
      { at: '2026-03-03T10:46:00Z', what: 'planned', to: 'visitor', state: 'delivered' },
    ];
    const line = { at: '2026-03-03T10:40:00Z', what: 'take-over', by: 'Noor Smit' };
    expect(bodyOf(await ask(READ, { path }))).toMatchObject({ mails: told, history: [line] });
    const asCarla = await consoleFor(town, 'carla');
    const read = { path, query: { reason: 'complaint' } };
    expect(bodyOf(await asCarla(READ, read))).toMatchObject({
      mails: told,
      history: [{ ...line, organisation: 'Stichting Noord' }],
    });
    const own = bodyOf(await ask(READ, { path }))['history'];
    expect(own).toEqual([line]);
  });

  it.each([
    ['a visitor', 'bram', { plan: { at: NOW, by: { memberId: memberId('bram'), name: 'Bram Visser' } } }],
    ['a backup', 'noor', {}],
  ])('tells %s nothing of what was mailed', async (_who, who, more) => {
    const assignment = {
      number: 1,
      ownerId: partnerId('centrum'),
      since: NOW,
      backup: { partnerId: partnerId('noord'), invitedAt: NOW },
      formerOwners: [],
    };
    const mails = { 'remind-visit-1-owner-first': { state: 'delivered', at: NOW } } as const;
    const signal = anAssignedSignal({ status: 'following-up', assignment, mails, ...more });
    const { ask, path } = await townWith(signal, who);
    const response = await ask(READ, { path });
    expect([response.statusCode, bodyOf(response)['mails']]).toEqual([200, undefined]);
  });

  it('tells when one goes for want of consent, but not a backup, and not while somebody is in danger', async () => {
    const keptUntil = plusElapsed(NOW, 10 * 24 * HOUR);
    const assignment = {
      number: 1,
      ownerId: partnerId('centrum'),
      since: NOW,
      backup: { partnerId: partnerId('noord'), invitedAt: NOW },
      formerOwners: [],
    };
    const contact: Contact = {
      at: NOW,
      way: 'visit',
      informed: 'handed',
      consent: 'undecided',
      wishes: [],
      referrals: [],
      alarm: false,
    };
    const undecided = { status: 'in-contact', assignment, contact, keptUntil } as const;
    const goneFor = async (who: string, more: Parameters<typeof anAssignedSignal>[0] = {}) => {
      const { ask, path } = await townWith(anAssignedSignal({ ...undecided, ...more }), who);
      return bodyOf(await ask(READ, { path }))['expiresAt'];
    };
    expect(await goneFor('anna')).toBe('2026-03-13T10:00:00Z');
    expect(await goneFor('noor')).toBeUndefined();
    expect(await goneFor('anna', { danger: { number: 1, at: NOW } })).toBeUndefined();
    const copy = { id: aSignalId(900), wish: 'copy' as const, at: NOW, before: plusElapsed(NOW, 20 * 24 * HOUR) };
    expect(await goneFor('anna', { requests: [copy] })).toBe('2026-03-23T10:00:00Z');
  });

  it('tells its owner in the list how a signal ended, and nobody else', async () => {
    const closing = { at: NOW, outcome: 'ended-by-registers' } as const;
    const closed = anAssignedSignal({ status: 'closed', closing, expiresAt: plusElapsed(NOW, 24 * HOUR) });
    const { town, ask } = await townWith(closed);
    const list = { query: { which: 'closed' } };
    expect(bodyOf(await ask(LIST, list))['signals']).toMatchObject([{ outcome: 'ended-by-registers' }]);
    const carla = bodyOf(await (await consoleFor(town, 'carla'))(LIST, list));
    expect(carla['signals']).toMatchObject([{ reference: closed.id }]);
    expect(JSON.stringify(carla)).not.toContain('ended-by-registers');
  });

  it('tells a backup where and by when, and offers to take it over', async () => {
    const assignment = {
      number: 1,
      ownerId: partnerId('centrum'),
      neighbourhoodId: neighbourhoodId('oude-noorden'),
      since: NOW,
      backup: { partnerId: partnerId('noord'), invitedAt: NOW },
      formerOwners: [],
    };
    const registers = { state: 'answered', at: NOW, answer: 'nobody-registered' } as const;
    const signal = anAssignedSignal({
      assignment,
      registers,
      status: 'following-up',
      report: aReport({ about: 'myself', sooner: true }),
      plan: { at: plusElapsed(NOW, HOUR), by: { volunteer: 'Vera' } },
      expiresAt: plusElapsed(NOW, 24 * HOUR),
      danger: { number: 1, at: NOW },
      mails: { 'notify-1-owner-first': { state: 'failed', at: NOW } },
    });
    const { ask, path } = await townWith(signal, 'noor');
    const row = [
      ...['reference', 'status', 'relation', 'neighbourhood', 'ownerName', 'withDesk', 'step', 'overdue', 'escalated'],
      ...['practice', 'receivedAt', 'visitPreferredBefore', 'visitBefore'],
    ];
    const view = bodyOf(await ask(READ, { path }));
    expect(view).toMatchObject({ relation: 'backup', acts: ['take-over', 'decline'], escalated: true });
    expect(Object.keys(view).sort()).toEqual([...row, 'version', 'acts', 'deadlines'].sort());
    const { signals } = bodyOf(await ask(LIST)) as { signals: object[] };
    expect(signals.map((one) => Object.keys(one).sort())).toEqual([row.sort()]);
  });

  it('tells with whom else to speak about the address, and the number of who gave one', async () => {
    const addressHash = 'a'.repeat(64);
    const { town, ask, path } = await townWith(anAssignedSignal({ addressHash }));
    for (const owner of ['noord', 'desk'])
      await town.keep(
        anAssignedSignal({
          addressHash,
          assignment: { number: 1, ownerId: partnerId(owner), since: NOW, formerOwners: [] },
        }),
      );
    expect(bodyOf(await ask(READ, { path }))['sameAddress']).toEqual({
      known: [],
      elsewhere: ['Loket Omzien', 'Stichting Noord'],
      phones: [
        { name: 'Loket Omzien', phone: '14 010' },
        { name: 'Stichting Noord', phone: '010 123 45 62' },
      ],
    });
  });

  it('keeps the reporter’s address and number back when the reporter does not want to be contacted', async () => {
    const reporter = aReporter({ mayBeContacted: false, phone: '0612345678' });
    const { ask, path } = await townWith(anAssignedSignal({ reporter }));
    expect(bodyOf(await ask(READ, { path }))['reporter']).toEqual({
      name: 'Joke de Vries',
      mayBeContacted: false,
      mayBeNamed: false,
    });
  });

  it('tells how to reach residents who reported themselves: that is what they asked for', async () => {
    const report = aReport({ about: 'myself', reasons: [], wishes: ['talk'] });
    const reporter = aReporter({ mayBeContacted: false, phone: '0612345678' });
    const { ask, path } = await townWith(anAssignedSignal({ report, reporter }));
    expect(bodyOf(await ask(READ, { path }))['reporter']).toMatchObject({ mayBeContacted: true, phone: '0612345678' });
  });

  it('tells nothing of the reporter from the moment of closing, in the answer to it too', async () => {
    const { ask, path } = await townWith();
    const closed = await ask(act('triage'), { path, json: { ...TRIAGE, decision: 'seen-well' } });
    expect(bodyOf(closed)).toMatchObject({ status: 'closed' });
    for (const view of [closed, await ask(READ, { path })]) expect(bodyOf(view)).not.toHaveProperty('reporter');
  });

  it('tells the desk why a signal is held, and nobody any more once it is released', async () => {
    const held = { since: NOW, suspicions: ['hidden-field', 'too-fast'] as const };
    const step = {
      name: 'held',
      number: 1,
      startedAt: NOW,
      remindAt: NOW,
      before: plusElapsed(NOW, 4 * HOUR),
    } as const;
    const assignment = { number: 1, ownerId: DESK, since: NOW, formerOwners: [] };
    const { ask, path } = await townWith(anAssignedSignal({ held, step, assignment }), 'daan');
    expect(bodyOf(await ask(READ, { path }))).toMatchObject({ held: true, suspicions: ['hidden-field', 'too-fast'] });
    const released = await ask(act('release'), { path, json: { version: 1 } });
    if (released.body) expect(bodyOf(released)).not.toHaveProperty('suspicions');
    expect(released.statusCode).toBeLessThan(300);
  });

  it('asks a coordinator why, and takes a reason from the list', async () => {
    const { town, ask, path } = await townWith(anAssignedSignal(), 'carla');
    const withoutReason = await ask(READ, { path });
    expect([withoutReason.statusCode, bodyOf(withoutReason)['code']]).toEqual([403, 'reason-needed']);
    const wrong = await ask(READ, { path, query: { reason: 'curious' } });
    expect([wrong.statusCode, bodyOf(wrong)['errors']]).toEqual([400, [{ field: 'reason', code: 'choice' }]]);
    const right = await ask(READ, { path, query: { reason: 'quality-check' } });
    expect([right.statusCode, bodyOf(right)['relation']]).toEqual([200, 'coordinator']);
    expect(town.auditOf(path.id)).toEqual([
      { event: 'read', by: 'carla', at: town.clock.now(), reason: 'quality-check' },
    ]);
  });

  it('asks a coordinator why before an act as well, and writes down that it was read', async () => {
    const { town, ask, path } = await townWith(anAssignedSignal({ status: 'following-up' }), 'carla');
    const plan = { version: 1, at: '2026-03-04T10:00:00Z', volunteer: 'Vera' };
    const withoutReason = await ask(act('plans'), { path, json: plan });
    expect([withoutReason.statusCode, bodyOf(withoutReason)['code']]).toEqual([403, 'reason-needed']);
    expect((await town.read(path.id)).plan).toBeUndefined();
    expect(town.auditOf(path.id)).toEqual([]);
    const wrong = await ask(act('plans'), { path, json: plan, query: { reason: 'curious' } });
    expect([wrong.statusCode, bodyOf(wrong)['errors']]).toEqual([400, [{ field: 'reason', code: 'choice' }]]);
    const right = await ask(act('plans'), { path, json: plan, query: { reason: 'complaint' } });
    expect([right.statusCode, bodyOf(right)['plan']]).toEqual([200, { at: plan.at, who: 'Vera' }]);
    const at = town.clock.now();
    expect(town.auditOf(path.id)).toEqual([
      { event: 'plan', by: 'carla', at },
      { event: 'read', by: 'carla', at, reason: 'complaint' },
    ]);
  });

  it.each([
    [{ street: 'Noordsingel', houseNumber: 3, town: 'Rotterdam' }, 'Noordsingel 3, Rotterdam'],
    [{ postcode: aPostcode(), houseNumber: 3, houseNumberAddition: 'bis' }, '3034 AB 3 bis'],
    [{ postcode: aPostcode(), street: 'Noordsingel', houseNumber: 3 }, 'Noordsingel 3, 3034 AB'],
  ])('spells the address %j as %s', async (address, line) => {
    const { ask, path } = await townWith(anAssignedSignal({ report: aReport({ address }) }));
    expect(bodyOf(await ask(READ, { path }))['address']).toBe(line);
  });

  it.each(['not-a-reference', '0000', '%00'])('is not found under %j', async (id) => {
    const { ask } = await townWith();
    expect((await ask(READ, { path: { id } })).statusCode).toBe(404);
  });

  it('is found however its number is spelled', async () => {
    const { ask, path } = await townWith();
    const spelled = path.id.toLowerCase().replaceAll(/(.{4})(?=.)/g, '$1-');
    expect((await ask(READ, { path: { id: spelled } })).statusCode).toBe(200);
  });
});

describe('the list on screen', () => {
  it.each([
    [{ which: 'all' }, 'which'],
    [{ after: 'made up' }, 'after'],
    [{ before: '1' }, 'before'],
  ])('names what is wrong with the query %j', async (query, field) => {
    const { ask } = await townWith();
    const response = await ask(LIST, { query });
    expect(response.statusCode).toBe(400);
    expect(bodyOf(response)['errors']).toEqual([{ field, code: expect.any(String) }]);
  });

  it('goes on where it ended', async () => {
    const { town, ask } = await townWith();
    for (let number = 0; number < 25; number += 1) await town.keep(anAssignedSignal());
    const first = bodyOf(await ask(LIST));
    const second = bodyOf(await ask(LIST, { query: { after: String(first['next']) } }));
    expect([(first['signals'] as []).length, (second['signals'] as []).length, second['next']]).toEqual([
      25,
      1,
      undefined,
    ]);
  });

  it('is what was asked for, and names a choice that cannot be', async () => {
    const { ask } = await townWith();
    const listed = async (query: Record<string, string>) => bodyOf(await ask(LIST, { query }));
    expect((await listed({ show: 'late' }))['signals']).toEqual([]);
    expect((await listed({ show: 'today', partner: 'noord' }))['signals']).toHaveLength(0);
    expect(await listed({ show: 'everything', partner: 'Noord!', neighbourhood: 'x y' })).toMatchObject({
      errors: [{ field: 'show', code: 'choice' }],
    });
    expect(await listed({ partner: 'Noord!', neighbourhood: 'x y' })).toMatchObject({
      errors: [
        { field: 'partner', code: 'choice' },
        { field: 'neighbourhood', code: 'choice' },
      ],
    });
  });

  it('tells the coordinator alone, on the first page, whose mail does not arrive', async () => {
    const { town } = await townWith(
      anAssignedSignal({ mails: { 'notify-1-owner-first': { state: 'failed', at: plusElapsed(NOW, 1) } } }),
    );
    const asked = async (who: string, query = {}) =>
      bodyOf(await (await consoleFor(town, who))(LIST, { query }))['mailTrouble'];
    expect(await asked('carla')).toEqual({ partners: ['Welzijn Centrum'], coordinator: false });
    expect(await asked('carla', { which: 'closed' })).toBeUndefined();
    expect(await asked('anna')).toBeUndefined();
  });

  it('tells with it whom to call, the desk too', async () => {
    const { town } = await townWith();
    for (const owner of ['noord', 'desk'])
      await town.keep(
        anAssignedSignal({
          mails: { 'notify-1-owner-first': { state: 'failed', at: plusElapsed(NOW, 1) } },
          assignment: { number: 1, ownerId: partnerId(owner), since: NOW, formerOwners: [] },
        }),
      );
    expect(bodyOf(await (await consoleFor(town, 'carla'))(LIST))['mailTrouble']).toEqual({
      partners: ['Stichting Noord', 'Loket Omzien'],
      phones: [
        { name: 'Stichting Noord', phone: '010 123 45 62' },
        { name: 'Loket Omzien', phone: '14 010' },
      ],
      coordinator: false,
    });
  });

  it.each([
    ['waiting', true],
    ['failed', true],
    ['sent', false],
    ['delivered', false],
    ['skipped', false],
  ] as const)('shows trouble with a mail that is %s: %s', async (state, shown) => {
    const { ask } = await townWith(anAssignedSignal({ mails: { 'notify-1-owner-first': { state, at: NOW } } }));
    expect(bodyOf(await ask(LIST))).toMatchObject({ signals: [{ mailTrouble: shown }] });
  });
});

describe('an act on screen', () => {
  it('answers with the signal as it now is', async () => {
    const { ask, path } = await townWith();
    const response = await ask(act('triage'), { path, json: TRIAGE });
    expect([response.statusCode, bodyOf(response)]).toMatchObject([
      200,
      { status: 'following-up', version: 2, triage: { decision: 'follow-up', tested: ['own-contacts'] } },
    ]);
  });

  it('that comes late says who did what and when', async () => {
    const { ask, path } = await townWith();
    await ask(act('triage'), { path, json: TRIAGE });
    const response = await ask(act('triage'), { path, json: TRIAGE });
    expect([response.statusCode, bodyOf(response)]).toMatchObject([
      409,
      { code: 'already-done', done: { by: 'Anna Bakker', byYou: true, what: 'triage', at: '2026-03-03T11:00:00Z' } },
    ]);
  });

  it('is said to be somebody’s own by who they are, not by their name', async () => {
    const members = aDirectory().members.map((one) =>
      one.id === 'noor' ? { ...one, name: 'Anna Bakker', partnerId: partnerId('centrum') } : one,
    );
    const town = await aTown({
      directory: { ...aDirectory({ members }), partners: aDirectory().partners.filter(({ id }) => id !== DESK) },
    });
    const signal = await town.keep(anAssignedSignal());
    const path = { id: signal.id };
    await (await consoleFor(town, 'anna'))(act('triage'), { path, json: TRIAGE });
    const doneFor = async (who: string) =>
      bodyOf(await (await consoleFor(town, who))(act('triage'), { path, json: TRIAGE }))['done'];
    expect([await doneFor('anna'), await doneFor('noor')]).toEqual([
      { by: 'Anna Bakker', byYou: true, what: 'triage', at: '2026-03-03T10:00:00Z' },
      { by: 'Anna Bakker', what: 'triage', at: '2026-03-03T10:00:00Z' },
    ]);
  });

  it('that cannot be done now says why', async () => {
    const { ask, path } = await townWith();
    const response = await ask(act('attempts'), { path, json: ATTEMPT });
    expect([response.statusCode, bodyOf(response)]).toMatchObject([409, { code: 'not-now', because: 'status' }]);
  });

  it('that is not for this role says so', async () => {
    const { ask, path } = await townWith(anAssignedSignal(), 'carla');
    const response = await ask(act('triage'), { path, json: TRIAGE });
    expect([response.statusCode, bodyOf(response)['code']]).toEqual([403, 'not-allowed']);
  });

  it('after which nothing may be seen answers with nothing', async () => {
    const { ask, path } = await townWith();
    const json = { version: 1, to: 'noord', reason: 'no-capacity' };
    const response = await ask(act('handovers'), { path, json });
    expect([response.statusCode, response.body]).toEqual([204, undefined]);
  });

  it.each([
    ['handovers', { version: 1, to: 'Niet Bekend', reason: 'no-capacity' }, 'to'],
    ['handovers', { version: 1, to: 'nobody', reason: 'no-capacity' }, 'to'],
    ['handovers', { version: 1, to: 'noord', reason: 'other', neighbourhoodId: 'Niet Bekend' }, 'neighbourhoodId'],
    ['handovers', { version: 1, to: 'noord', reason: 'other', neighbourhoodId: 'oude-noorden' }, 'neighbourhoodId'],
    ['plans', { version: 1, at: '2026-03-04T10:00:00Z', memberId: 'nobody' }, 'memberId'],
    ['plans', { version: 1, at: '2026-03-04T10:00:00Z', memberId: 'noor' }, 'memberId'],
    ['attempts', { ...ATTEMPT, at: '2026-03-03T09:59:59Z' }, 'at'],
  ])('%s with %j names the field', async (name, json, field) => {
    const { ask, path } = await townWith(anAssignedSignal({ status: 'following-up' }));
    const response = await ask(act(name), { path, json });
    expect([response.statusCode, bodyOf(response)['code']]).toEqual([400, 'invalid-fields']);
    expect(bodyOf(response)['errors']).toEqual([{ field, code: expect.stringMatching(/^(choice|moment)$/) }]);
  });

  it.each(['bram', 'nobody', 'noor'])(
    'plans for %s: a stranger is not told whether anybody is called so',
    async (id) => {
      const { ask, path } = await townWith(anAssignedSignal({ status: 'following-up' }), 'noor');
      const json = { version: 1, at: '2026-03-04T10:00:00Z', memberId: id };
      expect((await ask(act('plans'), { path, json })).statusCode).toBe(404);
    },
  );

  it('plans a visit for a colleague, by name', async () => {
    const { ask, path } = await townWith(anAssignedSignal({ status: 'following-up' }));
    const json = { version: 1, at: '2026-03-04T10:00:00+01:00', memberId: 'bram' };
    const response = await ask(act('plans'), { path, json });
    expect(bodyOf(response)['plan']).toEqual({ at: '2026-03-04T09:00:00Z', who: 'Bram Visser' });
  });

  it('plans the visit with the decision to go, and names a wrong field of it', async () => {
    const { ask, path } = await townWith(anAssignedSignal());
    const json = (memberId: string) => ({
      version: 1,
      tested: ['own-contacts'],
      decision: 'follow-up',
      plan: { at: '2026-03-04T10:00:00+01:00', memberId },
    });
    for (const nobody of ['Niet Bekend', 'nobody']) {
      const refused = await ask(act('triage'), { path, json: json(nobody) });
      expect(bodyOf(refused)).toMatchObject({ status: 400, errors: [{ field: 'plan.memberId', code: 'choice' }] });
    }
    const response = await ask(act('triage'), { path, json: json('bram') });
    expect(bodyOf(response)).toMatchObject({
      status: 'following-up',
      plan: { at: '2026-03-04T09:00:00Z', who: 'Bram Visser' },
      history: [{}, { what: 'triage' }, { what: 'plan' }],
    });
  });

  it('without a moment happened just now', async () => {
    const { ask, path } = await townWith(anAssignedSignal({ status: 'following-up' }));
    const response = await ask(act('attempts'), { path, json: ATTEMPT });
    expect(bodyOf(response)['attempts']).toEqual([{ at: '2026-03-03T11:00:00Z', way: 'visit', result: 'nobody-home' }]);
  });

  it.each([
    ['erasure', { version: 1, asked: 'by-phone' }],
    ['contacts', { version: 1, way: 'visit', informed: 'handed', consent: 'erase-now' }],
  ])('that erases (%s) answers with the proof alone', async (name, json) => {
    const { town, ask, path } = await townWith(anAssignedSignal({ status: 'following-up' }));
    const response = await ask(act(name), { path, json });
    expect([response.statusCode, bodyOf(response)]).toEqual([
      200,
      { erased: true, proofCode: 'PROF-PROF-0001', signals: 1 },
    ]);
    expect(ErasureReceipt.safeParse(bodyOf(response)).success).toBe(true);
    expect((await ask(READ, { path })).statusCode).toBe(404);
    expect(town.world.dump().signals).toMatchObject([{ kind: 'erased' }]);
  });

  it.each([
    ['erasure', { version: 1, asked: 'at-door', elsewhere: true }],
    ['contacts', { version: 1, way: 'visit', informed: 'handed', consent: 'erase-now', elsewhere: true }],
  ])('that erases (%s) can ask it of others, whom only the coordinator hears of', async (name, json) => {
    const addressHash = 'a'.repeat(64);
    const { town, ask, path } = await townWith(anAssignedSignal({ status: 'following-up', addressHash }));
    const theirs = anAssignedSignal({
      addressHash,
      assignment: { number: 1, ownerId: partnerId('noord'), since: NOW, formerOwners: [] },
    });
    await town.keep(theirs);
    expect(bodyOf(await ask(act(name), { path, json }))).toEqual({
      erased: true,
      proofCode: 'PROF-PROF-0001',
      signals: 1,
      askedElsewhere: true,
    });
    const asCarla = await consoleFor(town, 'carla');
    const read = { path: { id: theirs.id }, query: { reason: 'complaint' } };
    expect(bodyOf(await asCarla(READ, read))['asked']).toMatchObject([{ wish: 'erase', toldTo: 'Anna Bakker' }]);
    const noor = await (await consoleFor(town, 'noor'))(READ, read);
    expect([noor.statusCode, bodyOf(noor)['asked']]).toEqual([200, undefined]);
  });

  it('keeps all that was told of a contact', async () => {
    const { town, ask, path } = await townWith(anAssignedSignal({ status: 'following-up' }));
    const json = {
      version: 1,
      way: 'visit',
      informed: 'not-yet',
      notInformedBecause: 'Er was bezoek.',
      consent: 'keep',
      wishes: ['talk'],
      referrals: ['luisterlijn'],
      agreements: 'Dinsdag bellen.',
      alarm: true,
    };
    const response = await ask(act('contacts'), { path, json });
    const { version: _version, ...told } = json;
    expect(bodyOf(response)).toMatchObject({ status: 'in-contact', contact: { ...told, at: '2026-03-03T11:00:00Z' } });
    expect((await town.read(path.id)).contact).toEqual({ ...told, at: town.clock.now() });
  });

  it('lets whoever would go there read what the resident asked with the letter, and the coordinator how to answer', async () => {
    const asked = {
      id: aSignalId(8),
      wish: 'object',
      at: NOW,
      before: plusElapsed(NOW, HOUR),
      contact: 'Kanarie',
    } as const;
    const elsewhere = { ...asked, id: aSignalId(9), toldTo: { memberId: memberId('noor'), name: 'Noor' } };
    const { ask, path } = await townWith(anAssignedSignal({ requests: [asked, elsewhere] }));
    const read = await ask(READ, { path });
    const { wish } = asked;
    expect(bodyOf(read)).toMatchObject({ requests: [{ wish }], asked: [{ id: asked.id, wish }] });
    expect(read.body).not.toContain('Kanarie');
    expect(bodyOf(await ask('GET /v1/console/signals'))['signals']).toMatchObject([{ requests: [{ wish }] }]);
  });

  it('says with one tap that there is danger, to everybody who may act on it, until it is handled', async () => {
    const { town, ask, path } = await townWith(anAssignedSignal());
    const told = await ask(act('alarms'), { path, json: { version: 1 } });
    const at = '2026-03-03T11:00:00Z';
    expect(bodyOf(told)).toMatchObject({ status: 'assigned', alarm: true, danger: { at } });
    const mine = async (): Promise<unknown> => bodyOf(await ask('GET /v1/console/signals'))['signals'];
    expect(await mine()).toMatchObject([{ alarm: true }]);
    await town.advance(path.id);
    const alarms = town.sentTo().filter((mail) => mail.startsWith('alarm'));
    expect(alarms).toEqual([
      'alarm-1-coordinator-first -> coordinator@voorbeeldstad.example',
      'alarm-1-owner-first -> centrum@welzijn.example',
    ]);

    const handled = await ask(act('all-clear'), { path, json: { version: 2, how: 'emergency-services' } });
    expect(bodyOf(handled)).toMatchObject({ alarm: false, danger: { at, handled: { at, how: 'emergency-services' } } });
    expect(await mine()).toMatchObject([{ alarm: false }]);
    expect(town.auditOf(path.id).map(({ event }) => event)).toContain('alarm');
  });

  it('with a wrong body is told of every field and does nothing', async () => {
    const { town, ask, path } = await townWith();
    const before = town.world.dump().signals;
    const response = await ask(act('triage'), { path, json: { tested: [], decision: 'Kanarie', note: 'Kanarie' } });
    expect([response.statusCode, bodyOf(response)['errors']]).toEqual([
      400,
      [
        { field: 'version', code: 'required' },
        { field: 'tested', code: 'required' },
        { field: 'decision', code: 'choice' },
        { field: 'note', code: 'unknown' },
      ],
    ]);
    expect(response.body).not.toContain('Kanarie');
    expect(town.world.dump().signals).toEqual(before);
  });
});

describe('to whom a signal can be handed over', () => {
  it('is every partner with its neighbourhoods, and the desk with those that nobody serves', async () => {
    const { ask } = await townWith();
    expect(bodyOf(await ask('GET /v1/console/partners'))).toEqual({
      partners: [
        { id: 'centrum', name: 'Welzijn Centrum', neighbourhoods: [{ id: 'oude-noorden', name: 'Oude Noorden' }] },
        {
          id: 'noord',
          name: 'Stichting Noord',
          phone: '010 123 45 62',
          neighbourhoods: [{ id: 'bergpolder', name: 'Bergpolder' }],
        },
        {
          id: 'desk',
          name: 'Loket Omzien',
          phone: '14 010',
          neighbourhoods: [{ id: 'niemandsland', name: 'Niemandsland' }],
        },
      ],
    });
  });

  it('is told to a visitor without numbers: they hand nothing over', async () => {
    const { ask } = await townWith(anAssignedSignal(), 'bram');
    expect((await ask('GET /v1/console/partners')).body).not.toContain('phone');
  });
});
