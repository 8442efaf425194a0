import { randomUUID } from 'node:crypto';
import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { DirectoryAuditLine } from '#shared/ports/audit-trail.ts';
import type { DirectoryEditor, RoutesSeen } from '#shared/ports/directory-editor.ts';
import { routesFromRow, rowOfRoutes } from './area-rows.ts';
import { putOfAuditLine } from './audit-row.ts';
import { putOf, writeAll } from './batch.ts';
import { transact } from './conditional-write.ts';
import { currentRevision, nextRevision } from './directory-import.ts';
import { memberFromRow, NO_REVISION, neighbourhoodFromRow, partnerFromRow } from './directory-rows.ts';
import { rowsOfWrite } from './directory-writes.ts';
import { MEMBERS, NEIGHBOURHOODS, OWN_SETTINGS, OWN_TEXTS, PARTNERS, routesVersion } from './keys.ts';
import { currentPointer, formerAfter, nextPointer } from './routes-pointer.ts';
import { rowsUnder } from './rows-under.ts';
import { settingsFromRow } from './settings-row.ts';
import { textsFromRow } from './texts-row.ts';

export function dynamoDirectoryEditor(
  db: DynamoDBDocumentClient,
  tables: { readonly directory: string; readonly audit: string },
): DirectoryEditor {
  const TableName = tables.directory;
  const all = async <T>(pk: string, read: (item: unknown) => T): Promise<readonly T[]> =>
    (await rowsUnder(db, TableName, pk)).map(read);

  const bringIntoForce = async (
    { revision }: RoutesSeen,
    pointer: ReturnType<typeof nextPointer>,
    audit: DirectoryAuditLine,
  ) => {
    const guards = [
      { Put: { TableName, ...nextRevision(revision, randomUUID()) } },
      { Put: { TableName, ...pointer } },
    ];
    const line = { Put: putOfAuditLine(tables.audit, audit) };
    const outcome = await transact(db, [...guards, line], guards.length);
    return outcome === 'written' ? 'changed' : 'conflict';
  };

  return {
    async content() {
      // First: whoever writes while the rest is read makes this revision an old one.
      const revision = await currentRevision(db, TableName);
      const [partners, neighbourhoods, members] = await Promise.all([
        all(PARTNERS, partnerFromRow),
        all(NEIGHBOURHOODS, neighbourhoodFromRow),
        all(MEMBERS, memberFromRow),
      ]);
      return { revision, partners, neighbourhoods, members };
    },

    async routes() {
      const pointer = await currentPointer(db, TableName);
      if (!pointer) return { version: NO_REVISION, routes: [] };
      const routes = await all(routesVersion(pointer.version), routesFromRow);
      const last = pointer.former.at(-1);
      const before = last ? await all(routesVersion(last.version), routesFromRow) : [];
      return {
        version: pointer.version,
        routes,
        ...(last && before.length > 0 && { former: { until: last.until, routes: before } }),
      };
    },

    async settings() {
      const { Item } = await db.send(new GetCommand({ TableName, Key: OWN_SETTINGS, ConsistentRead: true }));
      return Item && settingsFromRow(Item);
    },

    async texts() {
      const { Item } = await db.send(new GetCommand({ TableName, Key: OWN_TEXTS, ConsistentRead: true }));
      return textsFromRow(Item);
    },

    async switchRoutes(seen, routes, audit) {
      const version = randomUUID();
      const pointer = await currentPointer(db, TableName);
      if ((pointer?.version ?? NO_REVISION) !== seen.version) return 'conflict';
      await writeAll(
        db,
        TableName,
        routes.map((one) => putOf(rowOfRoutes(version, one))),
      );
      return bringIntoForce(
        seen,
        nextPointer(pointer, version, await formerAfter(db, TableName, pointer, audit.at)),
        audit,
      );
    },

    async restoreRoutes(seen, audit) {
      const pointer = await currentPointer(db, TableName);
      const last = pointer?.former.at(-1);
      if (!last || pointer?.version !== seen.version) return 'conflict';
      const former = [...pointer.former.slice(0, -1), { version: pointer.version, until: audit.at }];
      return bringIntoForce(seen, nextPointer(pointer, last.version, former), audit);
    },

    async change(revision, writes, audit) {
      const rows = writes.map(rowsOfWrite);
      const outcome = await transact(db, [
        { Put: { TableName, ...nextRevision(revision, randomUUID()) } },
        ...rows.map((row) =>
          'put' in row ? { Put: { TableName, Item: row.put } } : { Delete: { TableName, Key: row.remove } },
        ),
        { Put: putOfAuditLine(tables.audit, audit) },
      ]);
      return outcome === 'written' ? 'changed' : 'conflict';
    },
  };
}
