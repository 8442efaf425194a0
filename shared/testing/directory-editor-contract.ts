import { expect } from 'vitest';
import { memberId, neighbourhoodId, partnerId } from '#shared/domain/ids.ts';
import type { OwnSettings } from '#shared/domain/own-settings.ts';
import type { AuditReader } from '#shared/ports/audit-trail.ts';
import type { DirectoryEditor, DirectoryWrite } from '#shared/ports/directory-editor.ts';
import type { DirectoryStore } from '#shared/ports/directory-store.ts';
import type { OwnTextsReader } from '#shared/ports/own-texts-reader.ts';
import {
  aDirectory,
  aDirectoryAuditLine,
  aLocation,
  aLocationCode,
  aMember,
  aNeighbourhood,
  aPartner,
  NOW,
  someRoutes,
} from './builders.ts';
import { allAtOnce, type Behaves, contract, type RawTables, type Skips } from './contract.ts';

type Opened = {
  readonly directory: DirectoryStore;
  readonly editor: DirectoryEditor;
  readonly texts: OwnTextsReader;
  readonly log: AuditReader;
  dump(): Promise<Pick<RawTables, 'directory' | 'audit'>>;
};
export type OpenEditor = () => Promise<Opened>;

/** What a directory promises to whoever changes it. `open` gives an empty one, with the reader of the same tables. */
export function directoryEditorContract(open: OpenEditor, skips: Skips = {}): void {
  contract('directory editor', skips, (behaves) => {
    reading(behaves, open);
    changing(behaves, open);
    placing(behaves, open);
    switching(behaves, open);
  });
}

const FULL_PARTNER = aPartner({
  weekends: true,
  away: [{ from: '2026-12-24', until: '2027-01-03' }],
  dataRole: 'controller',
  publicContact: '010 123 45 67, op werkdagen',
  phone: '010 123 45 61',
});

function reading(behaves: Behaves, open: OpenEditor): void {
  behaves('shows everybody and everything but the routes', async () => {
    const { directory, editor } = await open();
    expect(await editor.content()).toMatchObject({ partners: [], neighbourhoods: [], members: [] });
    await directory.importDirectory(aDirectory({ partners: [FULL_PARTNER] }));
    const { partners, neighbourhoods, members } = await editor.content();
    expect(partners).toStrictEqual([FULL_PARTNER]);
    expect(neighbourhoods).toStrictEqual(await directory.neighbourhoods());
    expect(members).toStrictEqual(await directory.members());
  });

  behaves('shows every rule of the routes in force, and of those alone', async () => {
    const { directory, editor } = await open();
    expect(await editor.routes()).toEqual({ version: 'none', routes: [] });
    await directory.importDirectory(aDirectory({ routes: [someRoutes({ fourDigits: '3099' })] }));
    const { routes } = aDirectory();
    await directory.importDirectory(aDirectory({ routes }));
    expect((await editor.routes()).routes).toStrictEqual(routes);
  });
}

function changing(behaves: Behaves, open: OpenEditor): void {
  behaves('adds, changes and removes what it is told, with one audit line without a name', async () => {
    const { directory, editor, dump } = await open();
    await directory.importDirectory(aDirectory());
    const { revision } = await editor.content();
    const writes: readonly DirectoryWrite[] = [
      { put: 'partner', item: FULL_PARTNER },
      { put: 'member', item: aMember({ id: memberId('m-1'), email: 'nieuw@welzijn.example' }) },
      { put: 'neighbourhood', item: aNeighbourhood({ id: neighbourhoodId('n-1'), name: 'Nieuw' }) },
      { remove: 'partner', id: partnerId('noord') },
      { remove: 'member', id: memberId('noor') },
      { remove: 'neighbourhood', id: neighbourhoodId('niemandsland') },
    ];
    const line = aDirectoryAuditLine();
    expect(await editor.change(revision, writes, line)).toBe('changed');

    expect(await directory.partner(partnerId('centrum'))).toStrictEqual(FULL_PARTNER);
    expect(await directory.partner(partnerId('noord'))).toBeUndefined();
    expect(await directory.member(memberId('m-1'))).toMatchObject({ email: 'nieuw@welzijn.example' });
    expect(await directory.member(memberId('noor'))).toBeUndefined();
    expect(await directory.neighbourhood(neighbourhoodId('n-1'))).toMatchObject({ name: 'Nieuw' });
    expect(await directory.neighbourhood(neighbourhoodId('niemandsland'))).toBeUndefined();
    const { removeAt, ...told } = line;
    expect((await dump()).audit).toEqual([
      {
        pk: 'directory#2026-03',
        sk: expect.stringContaining(String(NOW)),
        ...told,
        doerMonth: 'carla#2026-03',
        ttl: removeAt,
      },
    ]);
  });

  behaves('goes on naming who left, by the month in which they did', async () => {
    const { editor, log } = await open();
    const { revision } = await editor.content();
    const left = aDirectoryAuditLine({ event: 'remove-member', about: 'noor', name: 'Noor Smit' });
    expect(await editor.change(revision, [{ remove: 'member', id: memberId('noor') }], left)).toBe('changed');
    const { revision: next } = await editor.content();
    await editor.change(next, [], aDirectoryAuditLine());
    expect(await log.leavers(['2026-02', '2026-03'])).toEqual([{ id: 'noor', name: 'Noor Smit', leftAt: NOW }]);
    expect(await log.leavers(['2026-02'])).toEqual([]);
  });

  behaves('writes nothing at all when somebody else wrote since', async () => {
    const { directory, editor, dump } = await open();
    await directory.importDirectory(aDirectory());
    const { revision } = await editor.content();
    const rename = (name: string) => editor.change(revision, [{ put: 'partner', item: aPartner({ name }) }], aLine());
    expect(await rename('Eerste')).toBe('changed');
    const before = await dump();
    expect(await rename('Tweede')).toBe('conflict');
    expect(await dump()).toEqual(before);
  });

  behaves('keeps the settings of a municipality, also through an import', async () => {
    const { directory, editor } = await open();
    expect(await editor.settings()).toBeUndefined();
    const item: OwnSettings = {
      referrals: [
        { kind: 'luisterlijn', name: 'De Luisterlijn', phone: '088 0767 000', url: 'https://www.deluisterlijn.nl' },
        { kind: 'other', name: 'Buurthuis' },
      ],
    };
    const { revision } = await editor.content();
    expect(await editor.change(revision, [{ put: 'settings', item }], aLine())).toBe('changed');
    await directory.importDirectory(aDirectory());
    expect(await editor.settings()).toStrictEqual(item);
  });

  behaves('keeps the texts of a municipality, also through an import, and shows them to who says them', async () => {
    const { directory, editor, texts } = await open();
    expect(await editor.texts()).toEqual({});
    const item = {
      'mail.messages.notify.body.1': { nl: 'Kijk {before} even.' },
      'mail.greeting': { nl: 'Dag,', en: 'Hi,' },
    };
    const { revision } = await editor.content();
    expect(await editor.change(revision, [{ put: 'texts', item }], aLine())).toBe('changed');
    await directory.importDirectory(aDirectory());
    expect(await editor.texts()).toStrictEqual(item);
    expect(await texts.ownTexts()).toStrictEqual(item);
    expect(await editor.settings()).toBeUndefined();
    const { revision: next } = await editor.content();
    expect(await editor.change(next, [{ put: 'texts', item: {} }], aLine())).toBe('changed');
    expect(await editor.texts()).toEqual({});
  });

  behaves('lets one of ten win who write at once, also the very first', async () => {
    const { directory, editor, dump } = await open();
    const { revision } = await editor.content();
    const outcomes = await allAtOnce(10, (index) =>
      editor.change(revision, [{ put: 'partner', item: aPartner({ name: `Partner ${index}` }) }], aLine()),
    );
    expect(outcomes.filter((outcome) => outcome === 'changed')).toHaveLength(1);
    expect(await directory.partners()).toStrictEqual([aPartner({ name: `Partner ${outcomes.indexOf('changed')}` })]);
    expect((await dump()).audit).toHaveLength(1);
  });

  behaves('counts an import as a write', async () => {
    const { directory, editor } = await open();
    const { revision } = await editor.content();
    await directory.importDirectory(aDirectory());
    const late = [{ put: 'partner', item: aPartner({ name: 'Te laat' }) }] as const;
    expect(await editor.change(revision, late, aLine())).toBe('conflict');
    expect((await directory.partner(partnerId('centrum')))?.name).toBe('Welzijn Centrum');
    expect(await editor.change((await editor.content()).revision, late, aLine())).toBe('changed');
    await directory.importDirectory(aDirectory());
    expect((await directory.partner(partnerId('centrum')))?.name).toBe('Welzijn Centrum');
  });

  behaves('removes a partner with all of its people in one go', async () => {
    const { directory, editor } = await open();
    const members = Array.from({ length: 90 }, (_, n) => aMember({ id: memberId(`m-${n}`), email: `m${n}@x.example` }));
    await directory.importDirectory(aDirectory({ members }));
    const writes: DirectoryWrite[] = [
      { remove: 'partner', id: partnerId('centrum') },
      ...members.map(({ id }) => ({ remove: 'member' as const, id })),
    ];
    expect(await editor.change((await editor.content()).revision, writes, aLine())).toBe('changed');
    expect(await directory.members()).toEqual([]);
  });
}

const aLine = () => aDirectoryAuditLine();

const OTHER = [someRoutes({ fourDigits: '3044', streets: [{ name: 'Bergweg', letters: ['AB'] }] })];
const routesLine = () => aDirectoryAuditLine({ event: 'switch-routes', about: 'routes' });
const seenIn = async ({ editor }: Opened) => ({
  revision: (await editor.content()).revision,
  version: (await editor.routes()).version,
});

function placing(behaves: Behaves, open: OpenEditor): void {
  const library = aLocation({ id: aLocationCode('bibliotheek'), name: 'Bibliotheek', kind: 'other' });
  const write = async ({ editor }: Opened, one: DirectoryWrite): Promise<void> => {
    const { revision } = await editor.content();
    expect(
      await editor.change(revision, [one], aDirectoryAuditLine({ event: 'add-location', about: library.id })),
    ).toBe('changed');
  };

  behaves('adds a place for posters, which stays when an import does not know it', async () => {
    const opened = await open();
    const { directory } = opened;
    await directory.importDirectory(aDirectory({ locations: [aLocation()] }));
    await write(opened, { put: 'location', item: library });
    expect(await directory.location(library.id)).toStrictEqual(library);
    await directory.importDirectory(aDirectory({ locations: [] }));
    expect(await directory.locations()).toStrictEqual([library]);
    const renamed = { ...library, name: 'Bibliotheek Noord' };
    await directory.importDirectory(aDirectory({ locations: [renamed] }));
    expect(await directory.locations()).toStrictEqual([renamed]);
  });

  behaves('calls a place otherwise under its code, which then stays when an import does not know it', async () => {
    const opened = await open();
    const { directory } = opened;
    await directory.importDirectory(aDirectory({ locations: [aLocation()] }));
    const renamed = aLocation({ name: 'Kapper Noord', kind: 'other' });
    await write(opened, { put: 'location', item: renamed });
    await directory.importDirectory(aDirectory({ locations: [] }));
    expect(await directory.locations()).toStrictEqual([renamed]);
  });

  behaves('removes a place, imported or added', async () => {
    const opened = await open();
    const { directory } = opened;
    await directory.importDirectory(aDirectory({ locations: [aLocation()] }));
    await write(opened, { put: 'location', item: library });
    for (const { id } of [aLocation(), library]) await write(opened, { remove: 'location', id });
    expect(await directory.locations()).toEqual([]);
    expect(await directory.location(library.id)).toBeUndefined();
  });
}

function switching(behaves: Behaves, open: OpenEditor): void {
  behaves('takes the first routes of all', async () => {
    const opened = await open();
    expect(await opened.editor.switchRoutes(await seenIn(opened), OTHER, routesLine())).toBe('changed');
    expect(await opened.directory.routesFor('3044')).toStrictEqual(OTHER[0]);
    expect(await opened.editor.routes()).toEqual({ version: expect.any(String), routes: OTHER });
  });

  behaves('switches all routes at once, keeps those of before, and puts them back', async () => {
    const opened = await open();
    const { directory, editor, dump } = opened;
    const { routes } = aDirectory();
    await directory.importDirectory(aDirectory());
    expect(await editor.switchRoutes(await seenIn(opened), OTHER, routesLine())).toBe('changed');
    const switched = await editor.routes();
    expect(switched).toEqual({ version: switched.version, routes: OTHER, former: { until: NOW, routes } });

    const seen = await seenIn(opened);
    expect(await editor.restoreRoutes(seen, routesLine())).toBe('changed');
    expect(await editor.restoreRoutes(seen, routesLine())).toBe('conflict');
    expect(await editor.routes()).toMatchObject({ routes, former: { until: NOW, routes: OTHER } });
    expect(await editor.restoreRoutes(await seenIn(opened), routesLine())).toBe('changed');
    expect((await editor.routes()).routes).toStrictEqual(OTHER);
    expect((await dump()).audit.map(({ about }) => about)).toEqual(['routes', 'routes', 'routes']);
  });

  behaves('has nothing to put back before a second list', async () => {
    const opened = await open();
    await opened.directory.importDirectory(aDirectory());
    expect(await opened.editor.restoreRoutes(await seenIn(opened), routesLine())).toBe('conflict');
  });

  behaves('switches nothing when the routes, or anything else of the directory, changed since', async () => {
    const opened = await open();
    const { directory, editor } = opened;
    await directory.importDirectory(aDirectory());
    const seen = await seenIn(opened);
    expect(
      await editor.change(seen.revision, [{ remove: 'neighbourhood', id: neighbourhoodId('niemandsland') }], aLine()),
    ).toBe('changed');
    expect(await editor.switchRoutes(seen, OTHER, routesLine())).toBe('conflict');
    const late = { ...(await seenIn(opened)), version: 'older' };
    expect(await editor.switchRoutes(late, OTHER, routesLine())).toBe('conflict');
    expect((await editor.routes()).routes).toStrictEqual(aDirectory().routes);
  });

  behaves('lets one of five win who switch at once', async () => {
    const opened = await open();
    await opened.directory.importDirectory(aDirectory());
    const seen = await seenIn(opened);
    const outcomes = await allAtOnce(5, (index) =>
      opened.editor.switchRoutes(seen, [someRoutes({ fourDigits: String(3050 + index) })], routesLine()),
    );
    expect(outcomes.filter((outcome) => outcome === 'changed')).toHaveLength(1);
    expect((await opened.editor.routes()).routes).toEqual([
      someRoutes({ fourDigits: String(3050 + outcomes.indexOf('changed')) }),
    ]);
  });
}
