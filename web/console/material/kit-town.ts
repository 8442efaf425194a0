import type { KitTown } from '../../kit/sheets.ts';

declare const KIT_TOWN_OF_MUNICIPALITY: KitTown;

/** What the sheets say of the municipality, which the build puts into this page's script. */
export const KIT_TOWN: KitTown = KIT_TOWN_OF_MUNICIPALITY;
