import * as z from 'zod/mini';
import { type Address, suffixInOneSpelling } from '#shared/domain/address.ts';
import { askJson } from './ask-json.ts';

/** Of "BAG API Individuele Bevragingen" v2, GET /adressen: only addresses that are in use. Without any there is no `_embedded`. */
const Addresses = z.object({
  _links: z.object({}),
  _embedded: z.optional(
    z.object({
      adressen: z.array(
        z.object({
          huisletter: z.optional(z.string()),
          huisnummertoevoeging: z.optional(z.string()),
          adresseerbaarObjectIdentificatie: z.string().check(z.regex(/^\d{16}$/)),
        }),
      ),
    }),
  ),
});

/** The most that one page holds. */
const PAGE = 100;

/** What can be lived in at this address. */
export type Lookup =
  | { readonly kind: 'found'; readonly objectId: string }
  | { readonly kind: 'not-found' }
  /** More than one, or too many to look through. */
  | { readonly kind: 'unclear' };

/**
 * Asks for the postcode and the number alone and looks for the letter and addition itself: what one takes for the letter is the addition to
 * another. The API takes no POST, so these two are in the URL of this one request.
 */
export async function lookUpInBag(
  url: string,
  key: string | undefined,
  address: Address,
  signal: AbortSignal,
): Promise<Lookup> {
  const query = new URLSearchParams({
    postcode: address.postcode ?? '',
    huisnummer: String(address.houseNumber),
    pageSize: String(PAGE),
  });
  const headers = key ? { 'x-api-key': key } : {};
  const answer = await askJson({ of: 'Bag', url: `${url}/adressen?${query}`, headers, signal }, Addresses);
  if (answer === 'refused') return { kind: 'unclear' };
  const all = answer._embedded?.adressen ?? [];
  const wanted = suffixInOneSpelling(address);
  const objects = new Set(
    all
      .filter(
        ({ huisletter, huisnummertoevoeging }) =>
          suffixInOneSpelling({
            ...(huisletter && { houseLetter: huisletter }),
            ...(huisnummertoevoeging && { houseNumberAddition: huisnummertoevoeging }),
          }) === wanted,
      )
      .map(({ adresseerbaarObjectIdentificatie }) => adresseerbaarObjectIdentificatie),
  );
  const [objectId, ...more] = objects;
  if (objectId && more.length === 0) return { kind: 'found', objectId };
  return { kind: objectId || all.length >= PAGE ? 'unclear' : 'not-found' };
}
