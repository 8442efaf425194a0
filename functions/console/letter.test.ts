import { describe, expect, it } from 'vitest';
import { memberId, partnerId } from '#shared/domain/ids.ts';
import { stepAfterAttempt } from '#shared/domain/step.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import {
  aDirectory,
  anAssignedSignal,
  aPostcode,
  aReport,
  aReporter,
  HOUR,
  NOW,
  rules,
} from '#shared/testing/builders.ts';
import { consoleFor } from '../../tests/support/console.ts';
import { bodyOf } from '../../tests/support/http.ts';
import { aTown } from '../../tests/support/memory-town.ts';

const LETTER = 'GET /v1/console/signals/{id}/letter';
const plan = { at: plusElapsed(NOW, HOUR), by: { memberId: memberId('bram'), name: 'Bram Visser' } };
const told = aReport({
  address: { postcode: aPostcode(), houseNumber: 12, houseLetter: 'A', street: 'Zwaanshals', town: 'Rotterdam' },
});

async function letterFor(who: string, signal = anAssignedSignal({ status: 'following-up', plan, report: told })) {
  const town = await aTown();
  await town.keep(signal);
  const response = await (await consoleFor(town, who))(LETTER, { path: { id: signal.id } });
  return { town, signal, response, letter: bodyOf(response) };
}

describe('the letter of a signal', () => {
  it('says where it goes, what was told in general terms, who told it as a kind of person, and who comes', async () => {
    const { town, signal, response, letter } = await letterFor('anna');
    expect(response.statusCode).toBe(200);
    expect(letter).toEqual({
      reference: signal.id,
      door: 'Zwaanshals 12A',
      town: '3034 AB Rotterdam',
      aboutThemselves: false,
      receivedAt: '2026-03-03T10:00:00Z',
      source: 'shop',
      reasons: ['not-seen', 'mail-and-curtains'],
      wishes: [],
      hasNote: true,
      hasContact: false,
      partner: 'Welzijn Centrum',
      visitor: 'Bram Visser',
    });
    expect(town.auditOf(signal.id)).toMatchObject([{ event: 'read', by: 'anna' }]);
  });

  it('tells a visitor no more of who told it than that somebody did', async () => {
    expect((await letterFor('bram')).letter).toMatchObject({ source: 'other' });
    const report = aReport({ about: 'myself', reporterKind: 'resident' });
    const ofThemselves = anAssignedSignal({ status: 'following-up', plan, report });
    expect((await letterFor('bram', ofThemselves)).letter).toMatchObject({ source: 'resident' });
  });

  it('names the reporter to the resident only where they allowed it, through the owner, and until closing', async () => {
    const reporter = aReporter({ name: 'Joke de Vries', mayBeNamed: true });
    const named = anAssignedSignal({ status: 'following-up', plan, reporter });
    expect((await letterFor('anna', named)).letter).toMatchObject({ reporterName: 'Joke de Vries' });
    expect((await letterFor('bram', named)).letter).not.toHaveProperty('reporterName');
    const closed = anAssignedSignal({
      status: 'closed',
      closing: { at: NOW, outcome: 'seen-well' },
      expiresAt: plusElapsed(NOW, HOUR),
      reporter,
    });
    expect((await letterFor('anna', closed)).letter).not.toHaveProperty('reporterName');
  });

  it('can be had after closing for as long as it is kept: the resident may still have to be told', async () => {
    const notTold = anAssignedSignal({
      status: 'closed',
      closing: { at: NOW, outcome: 'help-started' },
      expiresAt: plusElapsed(NOW, HOUR),
    });
    expect((await letterFor('anna', notTold)).response.statusCode).toBe(200);
    const over = { ...notTold, expiresAt: NOW };
    expect((await letterFor('anna', over)).response.statusCode).toBe(404);
  });

  it('is for who goes there: not for a coordinator, who is told so', async () => {
    const { town, signal, response } = await letterFor('carla');
    expect(response.statusCode).toBe(403);
    expect(town.auditOf(signal.id)).toEqual([]);
  });

  it('is for the coordinator when the choice is theirs, after three attempts that failed', async () => {
    const tried = anAssignedSignal({ status: 'following-up', report: told, step: stepAfterAttempt(rules, 3, NOW) });
    const { town, signal, response, letter } = await letterFor('carla', tried);
    expect([response.statusCode, letter]).toMatchObject([200, { reference: signal.id, source: told.reporterKind }]);
    expect(town.auditOf(signal.id)).toMatchObject([{ event: 'read', by: 'carla' }]);
  });

  it('says no more of an address than is known', async () => {
    const { letter } = await letterFor('anna', anAssignedSignal());
    expect(letter).toMatchObject({ door: '12A', withoutStreet: true, town: '3034 AB' });
  });

  it('says who read it before, and that registers were asked: none of it where it is not so', async () => {
    const assignment = {
      number: 3,
      ownerId: partnerId('centrum'),
      since: NOW,
      formerOwners: [partnerId('noord'), partnerId('desk')],
    };
    const registers = { state: 'answered', at: NOW, answer: 'confirmed' } as const;
    const { letter } = await letterFor('anna', anAssignedSignal({ status: 'following-up', assignment, registers }));
    expect(letter).toMatchObject({ otherReaders: ['Stichting Noord'], registersAsked: true });
    const { letter: plain } = await letterFor('anna');
    for (const field of ['otherReaders', 'registersAsked', 'partnerIsController', 'withoutStreet'])
      expect(plain).not.toHaveProperty(field);
  });

  it('says that a partner answers for itself, where it does', async () => {
    const { partners, ...others } = aDirectory();
    const itself = partners
      .filter(({ id }) => id !== 'desk')
      .map((one) => ({ ...one, dataRole: 'controller' as const }));
    const town = await aTown({ directory: { ...others, partners: itself } });
    const signal = anAssignedSignal({ status: 'following-up' });
    await town.keep(signal);
    const ask = await consoleFor(town, 'anna');
    expect(bodyOf(await ask(LETTER, { path: { id: signal.id } }))).toMatchObject({ partnerIsController: true });
  });
});
