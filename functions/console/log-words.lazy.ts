import type { LogMembers, LogView } from '#shared/contracts/log-view.ts';
import { localDay, localTime } from '#shared/domain/amsterdam.ts';
import { epochSecondsOf } from '#shared/domain/time.ts';
import type { Language } from '#shared/domain/words.ts';
import { type CsvRow, csvFile } from '#shared/http/csv.ts';
import type { Response } from '#shared/http/responses.ts';
import { apiTime } from '#shared/http/times.ts';
import type { AuditEntry } from '#shared/ports/audit-trail.ts';
import type { DirectoryReader } from '#shared/ports/directory-store.ts';
import type { Page } from '#shared/ports/page.ts';
import { CONSOLE_LOG } from '#shared/texts/catalogues/console-log.ts';
import { WORDS } from '#shared/texts/catalogues/words.ts';
import { type OwnTexts, withOwnTexts } from '#shared/texts/own-texts.ts';
import { type ReadLogDeps, readLeavers, readLog, readWholeLog } from '#shared/usecases/read-log.ts';

type NamesDeps = Pick<ReadLogDeps, 'log' | 'rules' | 'now'> & {
  readonly directory: Pick<DirectoryReader, 'members' | 'partners' | 'neighbourhoods' | 'locations'>;
};

/** Who may have lines: those who are there, and those who left while their lines are kept. */
async function membersIn(deps: NamesDeps): Promise<LogMembers> {
  const [members, leavers] = await Promise.all([deps.directory.members(), readLeavers(deps)]);
  return {
    members: [
      ...members.map(({ id, name }) => ({ id, name })),
      ...leavers.map(({ id, name, leftAt }) => ({ id, name, leftAt: apiTime(leftAt) })),
    ],
  };
}

/** What happened to these says their name already. */
const LISTS: ReadonlySet<string> = new Set(['routes', 'referrals', 'texts', 'statistics']);

/** Lines hold ids alone; the names are those of today, and of whoever left the last they had. */
async function viewOf(deps: NamesDeps, { items, next }: Page<AuditEntry>): Promise<LogView> {
  const { directory } = deps;
  const all = await Promise.all([
    readLeavers(deps),
    directory.members(),
    directory.partners(),
    directory.neighbourhoods(),
    directory.locations(),
  ]);
  const names = new Map(all.flat().map(({ id, name }): [string, string] => [id, name]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  return {
    lines: items.map(({ at, event, by, signalId, about, reason }) => ({
      at: apiTime(at),
      event,
      ...(by !== 'system' && { by: { id: by, name: nameOf(by) } }),
      ...(signalId && { reference: signalId }),
      ...(about && !LISTS.has(about) && { about: nameOf(about) }),
      ...(reason && { reason }),
    })),
    ...(next && { next }),
  };
}

function fileOf({ lines }: LogView, language: Language, name: string, own: OwnTexts): Response {
  const ours = { 'console-log': CONSOLE_LOG[language], words: WORDS[language] };
  const { 'console-log': texts, words } = withOwnTexts(ours, language, own);
  const { file, system, events } = texts;
  const { readReasons, erasureAsked } = words;
  const reasons: Readonly<Record<string, string>> = { ...readReasons, ...erasureAsked };
  const sentences: Readonly<Record<string, string>> = events;
  const rows: CsvRow[] = [
    [file.moment, file.who, file.what, file.signal, file.about, file.reason],
    ...lines.map(
      ({ at, event, by, reference, about, reason }): CsvRow => [
        localMoment(at),
        by?.name ?? system,
        sentences[event] ?? event,
        reference,
        about,
        reason && (reasons[reason] ?? reason),
      ],
    ),
  ];
  return csvFile(`${file.name}-${name}`, rows);
}

/** `2026-03-03 11:00:05`, on Amsterdam's clock: what spreadsheets sort and read. */
function localMoment(iso: string): string {
  const at = epochSecondsOf(new Date(iso));
  const { minute, second } = localTime(at);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${localDay(at)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}:${two(second)}`;
}

/** In a file of its own beside the function's (see infra/constructs/function-code.ts): the log is seldom asked for. */
export const log = { read: readLog, readWhole: readWholeLog, members: membersIn, view: viewOf, file: fileOf };
