import type { MemberId, SignalId } from '#shared/domain/ids.ts';
import { ACTS } from '#shared/domain/life.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';
import type { Page, PageRequest } from './page.ts';

/** The closed list of what an audit line can say. */
export const AUDIT_EVENTS = [
  'assign',
  'check-registers',
  'forget-reporter',
  'expire',
  'request',
  'read',
  'list',
  'read-log',
  'triage-and-plan',
  'free-plan',
  'pass-to-desk',
  ...ACTS,
] as const;
export type AuditEvent = (typeof AUDIT_EVENTS)[number];

/** Who read or did what with which signal, and when. Ids only; kept for a year; no function may change or delete one. */
export type AuditLine = {
  readonly signalId: SignalId;
  readonly at: EpochSeconds;
  readonly event: AuditEvent;
  readonly by: MemberId | 'system';
  /** Why a coordinator opened a signal, or how an erasure was asked for: a choice from a closed list. */
  readonly reason?: string;
  readonly removeAt: EpochSeconds;
};

/** The closed list of what happens to the directory, and what else a coordinator does that is about no signal. */
export const DIRECTORY_EVENTS = [
  'add-partner',
  'change-partner',
  'remove-partner',
  'add-member',
  'change-member',
  'remove-member',
  'add-neighbourhood',
  'change-neighbourhood',
  'remove-neighbourhood',
  'switch-routes',
  'restore-routes',
  'change-referrals',
  'change-texts',
  'add-location',
  'change-location',
  'remove-location',
  'send-practice',
  'export-statistics',
] as const;
export type DirectoryEvent = (typeof DIRECTORY_EVENTS)[number];

/** Who changed what in the directory: the kind of change and the id of what was changed, never an address. */
export type DirectoryAuditLine = {
  readonly at: EpochSeconds;
  readonly event: DirectoryEvent;
  readonly by: MemberId;
  /** The id of the partner, neighbourhood, member or place; `routes`, `referrals` and `statistics` for those; of texts the beginning of their paths. */
  readonly about: string;
  /** Of a member who left, and of nobody else: for as long as there are lines of theirs, it is known whose they are. */
  readonly name?: string;
  readonly removeAt: EpochSeconds;
};

/** Who looked at what somebody did. */
export type LogAuditLine = {
  readonly at: EpochSeconds;
  readonly event: 'read-member-log';
  readonly by: MemberId;
  /** Whose lines were read. */
  readonly about: MemberId;
  readonly removeAt: EpochSeconds;
};

/** The closed list of what is told of how people get in. */
export const ACCOUNT_EVENTS = [
  'sign-in-code',
  'sign-in-passkey',
  'wrong-code',
  'code-locked',
  'sign-out-everywhere',
  'add-passkey',
  'remove-passkey',
  'reset-passkeys',
] as const;
export type AccountEvent = (typeof ACCOUNT_EVENTS)[number];

/** Who got in, or how they can. Of a wrong code `by` is whose it was, whoever typed it. Nothing of a device, an address, or the code. */
export type AccountAuditLine = {
  readonly at: EpochSeconds;
  readonly event: AccountEvent;
  readonly by: MemberId;
  /** Whose passkeys a coordinator took away. */
  readonly about?: MemberId;
  readonly removeAt: EpochSeconds;
};

export type AuditTrail = {
  /** Each line under a key of its own; a line that exists is never overwritten. */
  write(lines: readonly (AuditLine | DirectoryAuditLine | LogAuditLine | AccountAuditLine)[]): Promise<void>;
};

/** A line as it is read back. `signalId` of what was done with a signal, `about` of all else; both may be long gone. */
export type AuditEntry = {
  readonly at: EpochSeconds;
  readonly event: AuditEvent | DirectoryEvent | LogAuditLine['event'] | AccountEvent;
  readonly by: MemberId | 'system';
  readonly signalId?: SignalId;
  readonly about?: string;
  readonly reason?: string;
};

/** A member who is in the directory no more. */
export type Leaver = { readonly id: MemberId; readonly name: string; readonly leftAt: EpochSeconds };

/** The trail for those who answer for it. Newest first; throws a BadPageToken on a place that it never gave out. */
export type AuditReader = {
  /** Of one signal, whether it still exists or not. */
  linesOf(signalId: SignalId, page: PageRequest): Promise<Page<AuditEntry>>;
  /** What one member read and did in a month (`2026-03`, in Amsterdam), of signals and of the directory, and how they got in; seconds behind at worst. */
  linesBy(member: MemberId, month: string, page: PageRequest): Promise<Page<AuditEntry>>;
  /** Who was removed in these months (`2026-03`). */
  leavers(months: readonly string[]): Promise<readonly Leaver[]>;
};
