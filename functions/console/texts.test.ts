import { describe, expect, it } from 'vitest';
import type { TextsView } from '#shared/contracts/texts.ts';
import { letterCodeFromBytes } from '#shared/domain/ids.ts';
import { inFours } from '#shared/domain/in-fours.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { anAssignedSignal } from '#shared/testing/builders.ts';
import { MAX_OWN_TEXTS } from '#shared/usecases/manage-texts.ts';
import { type Ask, consoleFor } from '../../tests/support/console.ts';
import { aFormPost, bodyOf, lambdaContext } from '../../tests/support/http.ts';
import { aTown } from '../../tests/support/memory-town.ts';
import { createHandlers } from '../report/handlers.ts';

const NASTY = '<script>alert(1)</script>';
const textsOf = async (ask: Ask) => (bodyOf(await ask('GET /v1/console/texts')) as TextsView).texts;
const put = (ask: Ask, ...changes: object[]) => ask('PUT /v1/console/texts', { json: { changes } });
const greeting = (text?: string, before?: string) => ({ path: 'mail.greeting', language: 'nl', text, before });

describe('the texts of a municipality', () => {
  it('are the coordinator’s to change, and everybody’s console says them', async () => {
    const town = await aTown();
    const carla = await consoleFor(town, 'carla');
    expect(await textsOf(carla)).toEqual({});
    expect((await put(carla, greeting('Dag,'), { ...greeting('Hi,'), language: 'en' })).statusCode).toBe(204);
    for (const who of ['anna', 'bram', 'daan', 'carla'])
      expect(await textsOf(await consoleFor(town, who))).toEqual({ 'mail.greeting': { nl: 'Dag,', en: 'Hi,' } });
    expect(town.world.audit.rows()).toMatchObject([{ event: 'change-texts', by: 'carla', about: 'mail.greeting' }]);
    expect(JSON.stringify(town.world.audit.rows())).not.toContain('Dag,');
  });

  it('are in the next mail, and can be put back', async () => {
    const town = await aTown();
    const carla = await consoleFor(town, 'carla');
    const mailTo = async () => {
      await (await consoleFor(town, 'anna'))('POST /v1/console/sign-in-codes', {
        json: { email: 'anna@welzijn.example' },
      });
      return town.mailer.sent.at(-1);
    };
    const ignore = { path: 'mail.code.ignore', language: 'nl' };
    await put(carla, { ...ignore, text: `Niet gevraagd? ${NASTY}` });
    const mail = await mailTo();
    expect(mail?.text).toContain(NASTY);
    expect(mail?.html).toContain('Niet gevraagd? &lt;script&gt;');
    expect(mail?.html).not.toContain('<script>');
    expect((await put(carla, { ...ignore, before: `Niet gevraagd? ${NASTY}` })).statusCode).toBe(204);
    expect((await mailTo())?.text).not.toContain(NASTY);
    expect(await textsOf(carla)).toEqual({});
  });

  it('are in the next mail about a signal', async () => {
    const town = await aTown();
    await put(await consoleFor(town, 'carla'), greeting('Dag buur,'));
    const signal = anAssignedSignal();
    await town.keep({ ...signal, nextAt: town.clock.now() });
    await town.advance(signal.id);
    expect(town.mailer.sent[0]?.text).toContain('Dag buur,');
  });

  it('are on the next page of a function, as text', async () => {
    const town = await aTown();
    const path = 'form.request.received.heading';
    await put(await consoleFor(town, 'carla'), { path, language: 'nl', text: `Dank u ${NASTY}` });
    const answer = httpFunction(createHandlers(town.report));
    const form = {
      code: inFours(letterCodeFromBytes(new Uint8Array(7).fill(9))),
      wish: 'copy',
      language: 'nl',
    };
    const page = await answer(aFormPost('POST /v1/resident-requests', form), lambdaContext);
    expect(page.body).toContain('Dank u &lt;script&gt;');
    expect(page.body).not.toContain(NASTY);
  });

  it('are in the file of the log', async () => {
    const town = await aTown();
    const carla = await consoleFor(town, 'carla');
    await put(carla, { path: 'console-log.events.change-texts', language: 'nl', text: 'paste zinnen aan' });
    const query = { member: 'carla', month: '2026-03', language: 'nl' };
    const file = await carla('GET /v1/console/audit/file', { query });
    expect(file.body).toContain('paste zinnen aan');
    expect(file.body).toContain('console-log.events.change-texts');
  });

  it('are not changed over what somebody else changed meanwhile', async () => {
    const carla = await consoleFor(await aTown(), 'carla');
    await put(carla, greeting('Dag,'));
    const late = await put(carla, greeting('Hallo,'), { path: 'mail.open', language: 'nl', text: 'Kijk' });
    expect([late.statusCode, bodyOf(late)['code']]).toEqual([409, 'changed-meanwhile']);
    expect(await textsOf(carla)).toEqual({ 'mail.greeting': { nl: 'Dag,' } });
    expect((await put(carla, { path: 'mail.open', language: 'nl', text: 'Kijk' })).statusCode).toBe(204);
  });

  it('are kept of everybody who changes other ones at the same moment, and of one who changes the same', async () => {
    const carla = await consoleFor(await aTown(), 'carla');
    const ways = ['open', 'openHint', 'noReply', 'reference'];
    const others = ways.map((name) => put(carla, { path: `mail.${name}`, language: 'nl', text: 'Anders' }));
    const same = ['Dag,', 'Hoi,', 'Hallo,'].map((text) => put(carla, greeting(text)));
    expect((await Promise.all(others)).map(({ statusCode }) => statusCode)).toEqual([204, 204, 204, 204]);
    const codes = (await Promise.all(same)).map(({ statusCode }) => statusCode);
    expect([...codes].sort()).toEqual([204, 409, 409]);
    const first = ['Dag,', 'Hoi,', 'Hallo,'][codes.indexOf(204)];
    expect(await textsOf(carla)).toMatchObject({ 'mail.greeting': { nl: first }, 'mail.noReply': { nl: 'Anders' } });
  });

  it('hear everything that is wrong at once, and nothing of it is kept', async () => {
    const carla = await consoleFor(await aTown(), 'carla');
    const response = await put(
      carla,
      greeting('Dag {name},'),
      { path: 'mail.open', language: 'nl', text: 'Kijk' },
      { path: 'mail.greting', language: 'nl', text: 'Dag,' },
      { path: 'form.start.heading', language: 'nl', text: 'Kent u iemand?' },
    );
    expect([response.statusCode, bodyOf(response)['errors']]).toEqual([
      400,
      [
        { field: 'changes.0.text', code: 'places' },
        { field: 'changes.2.text', code: 'unknown-text' },
        { field: 'changes.3.text', code: 'needs-deploy' },
      ],
    ]);
    expect(await textsOf(carla)).toEqual({});
  });

  it('are so many and no more, and who has too many can still put some back', async () => {
    const town = await aTown();
    const full = Object.fromEntries(Array.from({ length: MAX_OWN_TEXTS }, (_, n) => [`mail.old-${n}`, { nl: 'x' }]));
    town.world.directory.put({ pk: 'settings', sk: 'texts', texts: full });
    const carla = await consoleFor(town, 'carla');
    const response = await put(carla, greeting('Dag,'));
    expect([response.statusCode, bodyOf(response)['errors']]).toEqual([400, [{ field: 'changes', code: 'too-many' }]]);
    expect((await put(carla, { path: 'mail.old-0', language: 'nl', before: 'x' })).statusCode).toBe(204);
    expect((await put(carla, greeting('Dag,'))).statusCode).toBe(204);
  });

  it('stay when the directory is imported again, and when the list of help changes', async () => {
    const town = await aTown();
    const carla = await consoleFor(town, 'carla');
    await put(carla, greeting('Dag,'));
    const members = await town.directory.members();
    await town.directory.importDirectory({ partners: [], neighbourhoods: [], members, routes: [], locations: [] });
    const { seen } = bodyOf(await carla('GET /v1/console/referrals')) as { seen: string };
    await carla('PUT /v1/console/referrals', { json: { seen, referrals: [] } });
    expect(await textsOf(carla)).toEqual({ 'mail.greeting': { nl: 'Dag,' } });
  });
});
