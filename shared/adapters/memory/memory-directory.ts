import { randomUUID } from 'node:crypto';
import type { DirectoryStore } from '#shared/ports/directory-store.ts';
import { locationFromRow, pointerFromRow, routesFromRow } from '../dynamo/area-rows.ts';
import {
  memberFromRow,
  neighbourhoodFromRow,
  partnerFromRow,
  rowsOfDirectory,
  wasAdded,
} from '../dynamo/directory-rows.ts';
import {
  DIRECTORY_REVISION,
  LOCATIONS,
  locationKey,
  MEMBERS,
  memberKey,
  NEIGHBOURHOODS,
  neighbourhoodKey,
  OWN_SETTINGS,
  PARTNERS,
  partnerKey,
  ROUTES_POINTER,
  routesKey,
} from '../dynamo/keys.ts';
import type { Row, RowKey } from './memory-table.ts';
import type { MemoryWorld } from './memory-world.ts';

export function memoryDirectory({ directory: table }: MemoryWorld): DirectoryStore {
  const one = <T>(key: RowKey, read: (row: Row) => T): T | undefined => {
    const row = table.get(key);
    return row && read(row);
  };
  const all = <T extends { readonly id: string }>(pk: string, read: (row: Row) => T): readonly T[] =>
    table
      .rows()
      .filter((row) => row['pk'] === pk)
      .map(read)
      .sort((a, b) => (a.id < b.id ? -1 : 1));

  return {
    async routesFor(fourDigits) {
      const pointer = one(ROUTES_POINTER, pointerFromRow);
      return pointer && one(routesKey(pointer.version, fourDigits), routesFromRow);
    },
    async neighbourhood(id) {
      return one(neighbourhoodKey(id), neighbourhoodFromRow);
    },
    async neighbourhoods() {
      return all(NEIGHBOURHOODS, neighbourhoodFromRow);
    },
    async partner(id) {
      return one(partnerKey(id), partnerFromRow);
    },
    async partners() {
      return all(PARTNERS, partnerFromRow);
    },
    async members() {
      return all(MEMBERS, memberFromRow);
    },
    async member(id) {
      return one(memberKey(id), memberFromRow);
    },
    async location(code) {
      return one(locationKey(code), locationFromRow);
    },
    async locations() {
      return all(LOCATIONS, locationFromRow);
    },
    async memberByEmail(email) {
      const wanted = email.toLowerCase();
      return all(MEMBERS, memberFromRow).find((member) => member.email.toLowerCase() === wanted);
    },
    async importDirectory(directory) {
      const version = randomUUID();
      const { people, routes } = rowsOfDirectory(directory, version);
      for (const row of table.rows()) {
        const { pk, sk } = row;
        if (!wasAdded(row) && pk !== OWN_SETTINGS.pk && typeof pk === 'string' && typeof sk === 'string')
          table.remove({ pk, sk });
      }
      for (const row of [...people, ...routes]) table.put(row);
      table.put({ ...ROUTES_POINTER, version, former: [] });
      table.put({ ...DIRECTORY_REVISION, revision: version });
    },
  };
}
