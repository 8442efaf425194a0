import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpRegisters } from '#shared/adapters/registers/http-registers.ts';
import { aPostcode } from '#shared/testing/builders.ts';
import { STAND_IN } from '../config-registers.ts';
import { answerRegisters, SHOWN } from './stand-in-registers.ts';

const server = createServer((request, response) => {
  void answerRegisters(request, response).then((outcome) => {
    if (outcome === 'not-found') response.writeHead(404).end();
  });
});
let url = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

describe('the registers of the demo', () => {
  const ask = (houseNumber: number, houseLetter?: string) =>
    httpRegisters(
      {
        bag: { url: `${url}${STAND_IN.bag}` },
        brp: { url: `${url}${STAND_IN.brp}`, headers: {}, keyHeader: 'x-api-key' },
      },
      async () => ({}),
    )({ postcode: aPostcode(), houseNumber, ...(houseLetter && { houseLetter }) });

  it('show every answer that there is, at house numbers of their own', async () => {
    expect(await ask(SHOWN.nobodyRegistered)).toBe('nobody-registered');
    expect(await ask(SHOWN.deceased)).toBe('deceased');
    expect(await ask(SHOWN.unknownAddress)).toBe('unknown-address');
    await expect(ask(SHOWN.silent)).rejects.toThrow('BagAnswered503');
  });

  it('know somebody at every other number', async () => {
    expect(await ask(12)).toBe('confirmed');
    expect(await ask(12, 'a')).toBe('confirmed');
    expect(await ask(12, 'q')).toBe('unknown-address');
  });

  it('refuse what is no question', async () => {
    const body = JSON.stringify({ type: 'ZoekMetNaam' });
    expect((await fetch(`${url}${STAND_IN.brp}/personen`, { method: 'POST', body })).status).toBe(400);
    expect((await fetch(`${url}${STAND_IN.brp}/personen`)).status).toBe(404);
    expect((await fetch(`${url}${STAND_IN.bag}/panden`)).status).toBe(404);
  });
});
