import { localMonth } from '#shared/domain/amsterdam.ts';
import type { Member } from '#shared/domain/directory.ts';
import type { MemberId, SignalId } from '#shared/domain/ids.ts';
import type { Rules } from '#shared/domain/settings.ts';
import { type EpochSeconds, plusElapsed } from '#shared/domain/time.ts';
import type { AuditEntry, AuditReader, AuditTrail, Leaver } from '#shared/ports/audit-trail.ts';
import type { Page } from '#shared/ports/page.ts';
import { auditLine } from './audit-line.ts';

export type ReadLogDeps = {
  readonly audit: AuditTrail;
  readonly log: AuditReader;
  readonly rules: Rules;
  readonly now: () => EpochSeconds;
};

/** Whose lines: of one signal, or of one member in one month. */
export type LogAsked =
  | { readonly of: 'signal'; readonly id: SignalId }
  | { readonly of: 'member'; readonly id: MemberId; readonly month: string };

/** `not-kept`: a month that has not come, or of which nothing can be left. */
export type ReadLogOutcome = { readonly kind: 'not-kept' } | ({ readonly kind: 'read' } & Page<AuditEntry>);

const PAGE = 50;
const FILE_PAGE = 500;
/** Shorter than any month. */
const WEEK_SECONDS = 7 * 86_400;

/** A page of the log. That it was read is a line of the log itself, written before anything is shown. */
export async function readLog(
  deps: ReadLogDeps,
  reader: Member,
  asked: LogAsked,
  after?: string,
): Promise<ReadLogOutcome> {
  if (!isKept(deps, asked)) return { kind: 'not-kept' };
  await noteReading(deps, reader, asked);
  return { kind: 'read', ...(await pageOf(deps, asked, { limit: PAGE, ...(after && { after }) })) };
}

/** The whole of it, for a file. */
export async function readWholeLog(deps: ReadLogDeps, reader: Member, asked: LogAsked): Promise<ReadLogOutcome> {
  if (!isKept(deps, asked)) return { kind: 'not-kept' };
  await noteReading(deps, reader, asked);
  const items: AuditEntry[] = [];
  let after: string | undefined;
  do {
    const page: Page<AuditEntry> = await pageOf(deps, asked, { limit: FILE_PAGE, ...(after && { after }) });
    items.push(...page.items);
    after = page.next;
  } while (after);
  return { kind: 'read', items };
}

/** Who was removed within the time that lines are kept. */
export async function readLeavers({
  log,
  rules,
  now,
}: Pick<ReadLogDeps, 'log' | 'rules' | 'now'>): Promise<readonly Leaver[]> {
  const months: string[] = [];
  let at = now();
  const oldest = localMonth(plusElapsed(at, -rules.retention.audit));
  while (localMonth(at) >= oldest) {
    const month = localMonth(at);
    if (months.at(-1) !== month) months.push(month);
    at = plusElapsed(at, -WEEK_SECONDS);
  }
  return log.leavers(months);
}

const pageOf = ({ log }: ReadLogDeps, asked: LogAsked, page: { readonly limit: number; readonly after?: string }) =>
  asked.of === 'signal' ? log.linesOf(asked.id, page) : log.linesBy(asked.id, asked.month, page);

function isKept({ rules, now }: ReadLogDeps, asked: LogAsked): boolean {
  if (asked.of === 'signal') return true;
  const oldest = localMonth(plusElapsed(now(), -rules.retention.audit));
  return asked.month >= oldest && asked.month <= localMonth(now());
}

async function noteReading({ audit, rules, now }: ReadLogDeps, { id: by }: Member, asked: LogAsked): Promise<void> {
  const at = now();
  if (asked.of === 'signal') return audit.write([auditLine(rules, asked.id, 'read-log', by, at)]);
  const removeAt = plusElapsed(at, rules.retention.audit);
  return audit.write([{ at, event: 'read-member-log', by, about: asked.id, removeAt }]);
}
