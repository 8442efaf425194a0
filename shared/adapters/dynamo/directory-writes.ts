import type { DirectoryWrite } from '#shared/ports/directory-editor.ts';
import { rowOfAddedLocation, rowOfMember, rowOfNeighbourhood, rowOfPartner } from './directory-rows.ts';
import { locationKey, memberKey, neighbourhoodKey, partnerKey } from './keys.ts';
import { rowOfSettings } from './settings-row.ts';
import { rowOfTexts } from './texts-row.ts';

/** The row that a change puts, or the key under which it takes one away. */
export function rowsOfWrite(
  write: DirectoryWrite,
):
  | { readonly put: { readonly pk: string; readonly sk: string } }
  | { readonly remove: { readonly pk: string; readonly sk: string } } {
  if ('put' in write) {
    switch (write.put) {
      case 'partner':
        return { put: rowOfPartner(write.item) };
      case 'neighbourhood':
        return { put: rowOfNeighbourhood(write.item) };
      case 'member':
        return { put: rowOfMember(write.item) };
      case 'location':
        return { put: rowOfAddedLocation(write.item) };
      case 'settings':
        return { put: rowOfSettings(write.item) };
      case 'texts':
        return { put: rowOfTexts(write.item) };
    }
  }
  switch (write.remove) {
    case 'partner':
      return { remove: partnerKey(write.id) };
    case 'neighbourhood':
      return { remove: neighbourhoodKey(write.id) };
    case 'member':
      return { remove: memberKey(write.id) };
    case 'location':
      return { remove: locationKey(write.id) };
  }
}
