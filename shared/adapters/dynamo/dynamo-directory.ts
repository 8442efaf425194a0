import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { DirectoryStore } from '#shared/ports/directory-store.ts';
import { putIf } from './conditional-write.ts';
import { importInto } from './directory-import.ts';
import {
  isAddedLocation,
  locationFromRow,
  memberFromRow,
  neighbourhoodFromRow,
  partnerFromRow,
  pointerFromRow,
  type RoutesPointer,
  routesFromRow,
  rowOfAddedLocation,
} from './directory-rows.ts';
import {
  LOCATIONS,
  locationKey,
  MEMBERS,
  memberKey,
  NEIGHBOURHOODS,
  neighbourhoodKey,
  PARTNERS,
  partnerKey,
  ROUTES_POINTER,
  routesKey,
} from './keys.ts';
import { rowsUnder } from './rows-under.ts';

/** How long a container may go on with routes that an import has replaced; the import keeps those for a day. */
const POINTER_CACHE_MS = 60_000;

export type DynamoDirectory = DirectoryStore & {
  /** Reads the routes' pointer, so that the first request finds it. For the start of a container. */
  warmUp(): Promise<void>;
};

/** `clock`: milliseconds, for the cache alone. */
export function dynamoDirectory(
  db: DynamoDBDocumentClient,
  TableName: string,
  clock: () => number = Date.now,
): DynamoDirectory {
  const one = async <T>(Key: { pk: string; sk: string }, read: (item: unknown) => T): Promise<T | undefined> => {
    const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return Item && read(Item);
  };
  const all = async <T>(pk: string, read: (item: unknown) => T): Promise<readonly T[]> =>
    (await rowsUnder(db, TableName, pk)).map(read);

  let known: { readonly until: number; readonly pointer: Promise<RoutesPointer | undefined> } | undefined;
  const pointer = async (): Promise<RoutesPointer | undefined> => {
    if (!known || clock() >= known.until) {
      known = { until: clock() + POINTER_CACHE_MS, pointer: one(ROUTES_POINTER, pointerFromRow) };
    }
    const asked = known;
    const found = await asked.pointer.catch((fault: unknown) => {
      if (known === asked) known = undefined;
      throw fault;
    });
    // Before the first import there is nothing to remember.
    if (!found && known === asked) known = undefined;
    return found;
  };

  return {
    async warmUp() {
      await pointer();
    },
    async routesFor(fourDigits) {
      const inForce = await pointer();
      return inForce && one(routesKey(inForce.version, fourDigits), routesFromRow);
    },
    neighbourhood: (id) => one(neighbourhoodKey(id), neighbourhoodFromRow),
    neighbourhoods: () => all(NEIGHBOURHOODS, neighbourhoodFromRow),
    partner: (id) => one(partnerKey(id), partnerFromRow),
    partners: () => all(PARTNERS, partnerFromRow),
    members: () => all(MEMBERS, memberFromRow),
    member: (id) => one(memberKey(id), memberFromRow),
    location: (code) => one(locationKey(code), locationFromRow),
    locations: () => all(LOCATIONS, locationFromRow),

    /** Reads all members, a page or two: an index on addresses would put them into keys. */
    async memberByEmail(email) {
      const wanted = email.toLowerCase();
      return (await all(MEMBERS, memberFromRow)).find((member) => member.email.toLowerCase() === wanted);
    },

    async addLocation(location) {
      const Item = rowOfAddedLocation(location);
      const put = await putIf(db, { TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' });
      // A lost answer makes the SDK ask again, and then its own row is in the way.
      return put.kind === 'written' || isAddedLocation(put.there, location) ? 'added' : 'code-taken';
    },

    async importDirectory(directory) {
      await importInto(db, TableName, directory, clock);
      known = undefined;
    },
  };
}
