import type { Registers } from '#shared/ports/registers.ts';
import { lookUpInBag } from './bag.ts';
import { askBrp } from './brp.ts';

/** Where the registers are, without a `/` at the end. Without `brp` only the address is looked up. */
export type RegisterPlaces = {
  readonly bag: { readonly url: string };
  readonly brp?:
    | {
        readonly url: string;
        /** What the register or the gateway before it wants to know of who asks, such as `x-doelbinding`. */
        readonly headers: Readonly<Record<string, string>>;
        /** The header that the key goes in. */
        readonly keyHeader: string;
      }
    | undefined;
};

export type RegisterKeys = { readonly bag?: string | undefined; readonly brp?: string | undefined };

/** For both questions together: a run of `advance` has half a minute for everything. */
const PATIENCE_MILLISECONDS = 5_000;

/**
 * BAG first: an address that is not there is a mistake, and no reason to ask about people. Then BRP, about that object and nothing else, so that
 * a mistyped letter never makes a house look empty.
 */
export const httpRegisters =
  (places: RegisterPlaces, keys: () => Promise<RegisterKeys>, patience = PATIENCE_MILLISECONDS): Registers =>
  async (address) => {
    const { bag, brp } = places;
    const key = await keys();
    const signal = AbortSignal.timeout(patience);
    const lookup = await lookUpInBag(bag.url, key.bag, address, signal);
    if (lookup.kind === 'not-found') return 'unknown-address';
    if (lookup.kind === 'unclear') return 'unknown';
    if (!brp) return 'confirmed';
    const headers = { ...brp.headers, ...(key.brp && { [brp.keyHeader]: key.brp }) };
    return askBrp({ url: brp.url, headers }, lookup.objectId, signal);
  };
