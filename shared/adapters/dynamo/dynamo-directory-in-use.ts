import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { DirectoryStore } from '#shared/ports/directory-store.ts';
import { locationFromRow } from './area-rows.ts';
import { memberFromRow, neighbourhoodFromRow, partnerFromRow } from './directory-rows.ts';
import { type DynamoArea, dynamoArea } from './dynamo-area.ts';
import { LOCATIONS, MEMBERS, memberKey, NEIGHBOURHOODS, neighbourhoodKey, PARTNERS, partnerKey } from './keys.ts';
import { rowsUnder } from './rows-under.ts';

export type DynamoDirectoryInUse = Omit<DirectoryStore, 'importDirectory'> & DynamoArea;

/** The directory as functions use it: who imports is no function, and none carries what importing takes. `clock`: milliseconds, for the cache alone. */
export function dynamoDirectoryInUse(
  db: DynamoDBDocumentClient,
  TableName: string,
  clock: () => number = Date.now,
): DynamoDirectoryInUse {
  const one = async <T>(Key: { pk: string; sk: string }, read: (item: unknown) => T): Promise<T | undefined> => {
    const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return Item && read(Item);
  };
  const all = async <T>(pk: string, read: (item: unknown) => T): Promise<readonly T[]> =>
    (await rowsUnder(db, TableName, pk)).map(read);

  return {
    ...dynamoArea(db, TableName, clock),
    neighbourhood: (id) => one(neighbourhoodKey(id), neighbourhoodFromRow),
    neighbourhoods: () => all(NEIGHBOURHOODS, neighbourhoodFromRow),
    partner: (id) => one(partnerKey(id), partnerFromRow),
    partners: () => all(PARTNERS, partnerFromRow),
    members: () => all(MEMBERS, memberFromRow),
    member: (id) => one(memberKey(id), memberFromRow),
    locations: () => all(LOCATIONS, locationFromRow),

    /** Reads all members, a page or two: an index on addresses would put them into keys. */
    async memberByEmail(email) {
      const wanted = email.toLowerCase();
      return (await all(MEMBERS, memberFromRow)).find((member) => member.email.toLowerCase() === wanted);
    },
  };
}
