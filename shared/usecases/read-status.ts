import { coverage } from '#shared/domain/coverage.ts';
import type { Partner } from '#shared/domain/directory.ts';
import { DESK, type PartnerId } from '#shared/domain/ids.ts';
import { reactionOf } from '#shared/domain/practice.ts';
import { RUNBOOK_HEADINGS } from '#shared/domain/runbook.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { BACKLOG_AFTER, type StatusLine, systemStatus } from '#shared/domain/system-status.ts';
import { type EpochSeconds, earliest, plusElapsed } from '#shared/domain/time.ts';
import type { Backlog } from '#shared/ports/backlog.ts';
import type { DirectoryEditor } from '#shared/ports/directory-editor.ts';
import type { SignalStore } from '#shared/ports/signal-store.ts';
import type { StatisticsReader } from '#shared/ports/statistics-reader.ts';
import { ANY_MAILBOX, type WatchReader } from '#shared/ports/watch-store.ts';
import { type MailChannelsDeps, mailChannels } from './mail-channels.ts';
import { lastPractices } from './read-practices.ts';

export type ReadStatusDeps = MailChannelsDeps & {
  readonly watch: WatchReader;
  readonly signals: MailChannelsDeps['signals'] & Pick<SignalStore, 'listByOwner'>;
  readonly backlog: Backlog;
  readonly statistics: Pick<StatisticsReader, 'practices'>;
  readonly editor: Pick<DirectoryEditor, 'content' | 'routes'>;
  readonly settings: Pick<Settings, 'rules' | 'desk' | 'coordinator'>;
  readonly release: string;
  readonly now: () => EpochSeconds;
};

export type Versions = {
  readonly release: string;
  readonly rules: string;
  readonly directory: string;
  readonly routes: string;
};
export type SystemStatus = {
  readonly at: EpochSeconds;
  readonly lines: readonly StatusLine[];
  readonly versions: Versions;
  /** Who is named on a line that says to call them. */
  readonly toCall: readonly Pick<Partner, 'name' | 'phone'>[];
};

/** Of each owner: who has more that is late has somebody to call, not to count. */
const LATE_PER_OWNER = 50;

/** How the system does, from counts and moments. Costs the same however many signals there are: a few short queries, one for each partner. */
export async function readStatus(deps: ReadStatusDeps): Promise<SystemStatus> {
  const now = deps.now();
  const [jobs, alarms, backlog, content, { routes, version }] = await Promise.all([
    deps.watch.jobs(),
    deps.watch.alarms(RUNBOOK_HEADINGS),
    deps.backlog.overdue(plusElapsed(now, -BACKLOG_AFTER)),
    deps.editor.content(),
    deps.editor.routes(),
  ]);
  const { rules, desk, coordinator } = deps.settings;
  const nameOf = (id: PartnerId): string => content.partners.find((one) => one.id === id)?.name ?? desk.name;
  const [mail, late, practice] = await Promise.all([
    mailOf(deps, [
      ...content.partners.flatMap(({ name, mailboxes }) => mailboxes.map((mailbox) => [mailbox, name] as const)),
      ...[...desk.mailboxes, ...coordinator.mailboxes].map((mailbox) => [mailbox, desk.name] as const),
    ]),
    lateOf(deps, [DESK, ...content.partners.map(({ id }) => id)], now),
    unansweredOf(deps, now),
  ]);
  const lines = systemStatus({
    now,
    alarms: [...alarms].map(([heading, state]) => ({ heading, ...state })),
    jobs,
    backlog,
    mail,
    late,
    practice: { unanswered: practice.map(nameOf).sort() },
    coverage: coverage({ clock: rules.clock, ...content, routes }).length,
  });
  const toCall = new Set(
    lines.flatMap(({ line, names = [] }) => (line === 'mail' || line === 'practice' ? [...names] : [])),
  );
  return {
    at: now,
    lines,
    toCall: [...content.partners, desk].filter(({ name }) => toCall.has(name)),
    versions: { release: deps.release, rules: rules.version, directory: content.revision, routes: version },
  };
}

async function mailOf(deps: ReadStatusDeps, mailboxes: readonly (readonly [string, string])[]) {
  const [channels, any] = await Promise.all([
    mailChannels(
      deps,
      mailboxes.map(([mailbox]) => mailbox),
    ),
    deps.watch.mailboxes([ANY_MAILBOX]),
  ]);
  const deliveredAt = any.get(ANY_MAILBOX)?.deliveredAt;
  const troubled = mailboxes.flatMap(([mailbox, whose]) =>
    channels.get(mailbox)?.kind === 'in-trouble' ? [whose] : [],
  );
  return { ...(deliveredAt !== undefined && { deliveredAt }), troubled: [...new Set(troubled)].sort() };
}

/** The urgent ones come first, so the first page of an owner has what is late. */
async function lateOf({ signals }: ReadStatusDeps, owners: readonly PartnerId[], now: EpochSeconds) {
  const pages = await Promise.all(
    owners.map((ownerId) => signals.listByOwner(ownerId, 'open', { limit: LATE_PER_OWNER })),
  );
  const late = pages.map(({ items, next }) => {
    const found = items.filter(({ deadline, practice }) => deadline <= now && !practice);
    return { found, orMore: next !== undefined && found.length === items.length };
  });
  const deadlines = late.flatMap(({ found }) => found.map(({ deadline }) => deadline));
  return {
    count: deadlines.length,
    orMore: late.some(({ orMore }) => orMore),
    ...(deadlines.length > 0 && { oldest: earliest(...deadlines) }),
  };
}

async function unansweredOf(deps: ReadStatusDeps, now: EpochSeconds): Promise<readonly PartnerId[]> {
  const last = await lastPractices(deps, await deps.statistics.practices());
  return [...last.values()]
    .filter((practice) => practice.mail === 'failed' || reactionOf(practice, now) === 'none')
    .map(({ partnerId }) => partnerId);
}
