import { contract, type Skips } from './contract.ts';
import { erasing } from './signal-store/erasing.ts';
import { listingOwners } from './signal-store/listing-by-owner.ts';
import { listingAddresses, listingBackups } from './signal-store/listing-otherwise.ts';
import { listingPlaces, listingTown } from './signal-store/listing-work.ts';
import { readingStatus, takingRequests } from './signal-store/outside.ts';
import type { OpenSignals } from './signal-store/signals-at-hand.ts';
import { waking } from './signal-store/waking.ts';
import { adding, changing, finding, replacing } from './signal-store/writing.ts';

/** What a store of signals promises. `open` gives an empty one. */
export function signalStoreContract(open: OpenSignals, skips: Skips = {}): void {
  contract('signal store', skips, (behaves) => {
    adding(behaves, open);
    finding(behaves, open);
    replacing(behaves, open);
    changing(behaves, open);
    erasing(behaves, open);
    waking(behaves, open);
    listingOwners(behaves, open);
    listingTown(behaves, open);
    listingPlaces(behaves, open);
    listingBackups(behaves, open);
    listingAddresses(behaves, open);
    takingRequests(behaves, open);
    readingStatus(behaves, open);
  });
}
