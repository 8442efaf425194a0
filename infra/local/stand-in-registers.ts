import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { STAND_IN } from '../config-registers.ts';

/** House numbers at which there is something to see, in any street. At every other one somebody lives. */
export const SHOWN = { nobodyRegistered: 901, deceased: 902, unknownAddress: 903, silent: 904 } as const;

/** A home's number in the address register: the municipality, the kind, and here its house number. */
const objectOf = (houseNumber: number): string => `059901${String(houseNumber).padStart(10, '0')}`;
const LETTERS = ['A', 'B', 'C', 'D'];

const Search = z.object({ adresseerbaarObjectIdentificatie: z.string() });

/** Stands where BAG and BRP stand, for whoever tries Omzien on their own computer. Everything it says is made up. */
export async function answerRegisters(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<'answered' | 'not-found'> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname === `${STAND_IN.bag}/adressen` && request.method === 'GET')
    return answer(response, ...addressesAt(Number(searchParams.get('huisnummer'))));
  if (pathname === `${STAND_IN.brp}/personen` && request.method === 'POST') {
    const search = Search.safeParse(JSON.parse((await request.toArray()).join('')));
    return search.success
      ? answer(response, 200, personsIn(search.data.adresseerbaarObjectIdentificatie))
      : answer(response, 400, { code: 'paramsValidation' });
  }
  return 'not-found';
}

function addressesAt(huisnummer: number): [number, object] {
  const found = { _links: { self: { href: 'about:blank' } } };
  if (huisnummer === SHOWN.silent) return [503, {}];
  if (huisnummer === SHOWN.unknownAddress) return [200, found];
  const adresseerbaarObjectIdentificatie = objectOf(huisnummer);
  const home = { huisnummer, adresseerbaarObjectIdentificatie };
  const adressen = [home, ...LETTERS.map((huisletter) => ({ ...home, huisletter }))];
  return [200, { ...found, _embedded: { adressen } }];
}

function personsIn(objectId: string): object {
  const somebody = { adressering: { adresregel1: 'Straat' } };
  const died = { ...somebody, opschortingBijhouding: { reden: { code: 'O', omschrijving: 'overlijden' } } };
  const personen =
    objectId === objectOf(SHOWN.nobodyRegistered)
      ? []
      : objectId === objectOf(SHOWN.deceased)
        ? [died, died]
        : [somebody];
  return { type: 'ZoekMetAdresseerbaarObjectIdentificatie', personen };
}

function answer(response: ServerResponse, status: number, body: object): 'answered' {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
  return 'answered';
}
