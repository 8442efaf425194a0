import { randomUUID } from 'node:crypto';
import type { DirectoryEditor } from '#shared/ports/directory-editor.ts';
import { pointerFromRow, routesFromRow } from '../dynamo/area-rows.ts';
import { rowOfDirectoryAuditLine } from '../dynamo/audit-row.ts';
import { revisionFromRow } from '../dynamo/directory-rows.ts';
import { rowsOfWrite } from '../dynamo/directory-writes.ts';
import { DIRECTORY_REVISION, ROUTES_POINTER, routesVersion } from '../dynamo/keys.ts';
import { memoryDirectory } from './memory-directory.ts';
import type { MemoryWorld } from './memory-world.ts';

export function memoryDirectoryEditor(world: MemoryWorld): DirectoryEditor {
  const { directory: table, audit: trail } = world;
  const directory = memoryDirectory(world);
  const revisionNow = () => revisionFromRow(table.get(DIRECTORY_REVISION));

  return {
    async staff() {
      return {
        revision: revisionNow(),
        partners: await directory.partners(),
        neighbourhoods: await directory.neighbourhoods(),
        members: await directory.members(),
      };
    },
    async routes() {
      const pointer = table.get(ROUTES_POINTER);
      if (!pointer) return [];
      const partition = routesVersion(pointerFromRow(pointer).version);
      const rows = table.rows().filter(({ pk }) => pk === partition);
      return rows.map(routesFromRow).sort((one, other) => (one.fourDigits < other.fourDigits ? -1 : 1));
    },
    async change(revision, writes, audit) {
      if (revision !== revisionNow()) return 'conflict';
      for (const row of writes.map(rowsOfWrite)) {
        if ('put' in row) table.put(row.put);
        else table.remove(row.remove);
      }
      table.put({ ...DIRECTORY_REVISION, revision: randomUUID() });
      trail.put(rowOfDirectoryAuditLine(audit));
      return 'changed';
    },
  };
}
