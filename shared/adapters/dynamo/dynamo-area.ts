import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { AreaReader } from '#shared/ports/directory-store.ts';
import { locationFromRow, pointerFromRow, type RoutesPointer, routesFromRow } from './area-rows.ts';
import { locationKey, ROUTES_POINTER, routesKey } from './keys.ts';

/** How long a container may go on with routes that an import has replaced; the import keeps those for a day. */
const POINTER_CACHE_MS = 60_000;

export type DynamoArea = AreaReader & {
  /** Reads the routes' pointer, so that the first request finds it. For the start of a container. */
  warmUp(): Promise<void>;
  /** After an import: the next who asks looks again which routes are in force. */
  forget(): void;
};

/** `clock`: milliseconds, for the cache alone. */
export function dynamoArea(db: DynamoDBDocumentClient, TableName: string, clock: () => number = Date.now): DynamoArea {
  const one = async <T>(Key: { pk: string; sk: string }, read: (item: unknown) => T): Promise<T | undefined> => {
    const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return Item && read(Item);
  };

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
    forget() {
      known = undefined;
    },
    async routesFor(fourDigits) {
      const inForce = await pointer();
      return inForce && one(routesKey(inForce.version, fourDigits), routesFromRow);
    },
    location: (code) => one(locationKey(code), locationFromRow),
  };
}
