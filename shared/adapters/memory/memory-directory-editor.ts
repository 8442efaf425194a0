import { randomUUID } from 'node:crypto';
import type { DirectoryAuditLine } from '#shared/ports/audit-trail.ts';
import type { DirectoryEditor, RoutesSeen } from '#shared/ports/directory-editor.ts';
import { pointerFromRow, type RoutesPointer, routesFromRow, rowOfRoutes } from '../dynamo/area-rows.ts';
import { rowOfAuditLine } from '../dynamo/audit-row.ts';
import { NO_REVISION, revisionFromRow } from '../dynamo/directory-rows.ts';
import { rowsOfWrite } from '../dynamo/directory-writes.ts';
import { DIRECTORY_REVISION, OWN_SETTINGS, OWN_TEXTS, ROUTES_POINTER, routesVersion } from '../dynamo/keys.ts';
import { settingsFromRow } from '../dynamo/settings-row.ts';
import { textsFromRow } from '../dynamo/texts-row.ts';
import { memoryDirectory } from './memory-directory.ts';
import type { MemoryWorld } from './memory-world.ts';

export function memoryDirectoryEditor(world: MemoryWorld): DirectoryEditor {
  const { directory: table, audit: trail } = world;
  const directory = memoryDirectory(world);
  const revisionNow = () => revisionFromRow(table.get(DIRECTORY_REVISION));
  const pointerNow = () => {
    const row = table.get(ROUTES_POINTER);
    return row && pointerFromRow(row);
  };
  const routesOf = (version: string) =>
    table
      .rows()
      .filter(({ pk }) => pk === routesVersion(version))
      .map(routesFromRow)
      .sort((one, other) => (one.fourDigits < other.fourDigits ? -1 : 1));
  const isLate = ({ revision, version }: RoutesSeen): boolean =>
    revision !== revisionNow() || version !== (pointerNow()?.version ?? NO_REVISION);
  const bringIntoForce = (pointer: RoutesPointer, audit: DirectoryAuditLine) => {
    table.put({ ...ROUTES_POINTER, version: pointer.version, former: [...pointer.former] });
    table.put({ ...DIRECTORY_REVISION, revision: randomUUID() });
    trail.put(rowOfAuditLine(audit));
    return 'changed' as const;
  };

  return {
    async content() {
      return {
        revision: revisionNow(),
        partners: await directory.partners(),
        neighbourhoods: await directory.neighbourhoods(),
        members: await directory.members(),
      };
    },
    async routes() {
      const pointer = pointerNow();
      if (!pointer) return { version: NO_REVISION, routes: [] };
      const last = pointer.former.at(-1);
      const before = last ? routesOf(last.version) : [];
      return {
        version: pointer.version,
        routes: routesOf(pointer.version),
        ...(last && before.length > 0 && { former: { until: last.until, routes: before } }),
      };
    },
    async settings() {
      const row = table.get(OWN_SETTINGS);
      return row && settingsFromRow(row);
    },
    async texts() {
      return textsFromRow(table.get(OWN_TEXTS));
    },
    async switchRoutes(seen, routes, audit) {
      const before = pointerNow();
      if (isLate(seen)) return 'conflict';
      const version = randomUUID();
      for (const one of routes) table.put(rowOfRoutes(version, one));
      const former = before ? [...before.former, { version: before.version, until: audit.at }] : [];
      return bringIntoForce({ version, former }, audit);
    },
    async restoreRoutes(seen, audit) {
      const before = pointerNow();
      const last = before?.former.at(-1);
      if (!before || !last || isLate(seen)) return 'conflict';
      const former = [...before.former.slice(0, -1), { version: before.version, until: audit.at }];
      return bringIntoForce({ version: last.version, former }, audit);
    },
    async change(revision, writes, audit) {
      if (revision !== revisionNow()) return 'conflict';
      for (const row of writes.map(rowsOfWrite)) {
        if ('put' in row) table.put(row.put);
        else table.remove(row.remove);
      }
      table.put({ ...DIRECTORY_REVISION, revision: randomUUID() });
      trail.put(rowOfAuditLine(audit));
      return 'changed';
    },
  };
}
