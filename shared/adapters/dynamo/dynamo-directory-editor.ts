import { randomUUID } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { DirectoryEditor } from '#shared/ports/directory-editor.ts';
import { routesFromRow } from './area-rows.ts';
import { putOfDirectoryAuditLine } from './audit-row.ts';
import { transact } from './conditional-write.ts';
import { currentPointer, currentRevision, nextRevision } from './directory-import.ts';
import { memberFromRow, neighbourhoodFromRow, partnerFromRow } from './directory-rows.ts';
import { rowsOfWrite } from './directory-writes.ts';
import { MEMBERS, NEIGHBOURHOODS, PARTNERS, routesVersion } from './keys.ts';
import { rowsUnder } from './rows-under.ts';

export function dynamoDirectoryEditor(
  db: DynamoDBDocumentClient,
  tables: { readonly directory: string; readonly audit: string },
): DirectoryEditor {
  const TableName = tables.directory;
  const all = async <T>(pk: string, read: (item: unknown) => T): Promise<readonly T[]> =>
    (await rowsUnder(db, TableName, pk)).map(read);

  return {
    async staff() {
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
      return pointer ? all(routesVersion(pointer.version), routesFromRow) : [];
    },

    async change(revision, writes, audit) {
      const rows = writes.map(rowsOfWrite);
      const outcome = await transact(db, [
        { Put: { TableName, ...nextRevision(revision, randomUUID()) } },
        ...rows.map((row) =>
          'put' in row ? { Put: { TableName, Item: row.put } } : { Delete: { TableName, Key: row.remove } },
        ),
        { Put: putOfDirectoryAuditLine(tables.audit, audit) },
      ]);
      return outcome === 'written' ? 'changed' : 'conflict';
    },
  };
}
