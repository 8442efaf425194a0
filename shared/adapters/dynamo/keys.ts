import type { Fact } from '#shared/domain/fact.ts';
import {
  type LocationCode,
  type MemberId,
  type NeighbourhoodId,
  type PartnerId,
  parseLocationCode,
  type SignalId,
} from '#shared/domain/ids.ts';
import type { Practice } from '#shared/domain/practice.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';
import type { Counted } from '#shared/ports/counter-store.ts';
import type { Kind, TownKind } from './kinds.ts';
import { SHARDS } from './table-schema.ts';

/**
 * Every key of every table. Keys are seen outside the tables (CloudTrail data events, throttling metrics), so they hold opaque ids,
 * hashes, days and months: never a name, a mail address, a postcode with its letters or a house number.
 */

/** Sort key where a partition holds one item only. */
const ONLY = '-';

export const signalKey = (id: SignalId) => ({ pk: id });

type Shard = (typeof SHARDS)[number];
/** Stable for the life of a signal. Ids are random, so the sum of their characters spreads them evenly. */
export function shardOf(id: SignalId): Shard {
  let sum = 0;
  for (const character of id) sum += character.charCodeAt(0);
  return SHARDS[sum % SHARDS.length] ?? SHARDS[0];
}

export const ownerListKey = (ownerId: PartnerId, which: 'open' | 'closed'): string => `${ownerId}#${which}`;
/** Held signals and those that wait for a choice are few; all others of a town share the shards. */
export const townListKey = (kind: TownKind, shard: Shard): string =>
  kind === 'held' || kind === 'choice' ? kind : `${kind}-${shard}`;
export const attentionKey = (ownerId: PartnerId, kind: Kind): string => `${ownerId}#${kind}`;
export const areaListKey = (neighbourhoodId: NeighbourhoodId, kind: Kind): string => `${neighbourhoodId}#${kind}`;
/** The one list of signals about which a mail does not arrive. */
export const MAIL_TROUBLE = 'open';
export const backupListKey = (partnerId: PartnerId): string => partnerId;
export const visitorKey = (memberId: MemberId): string => memberId;
/** The one list of what residents ask: few, whatever the size of the municipality. */
export const REQUESTS = 'open';

/** The grant of who reads figures ends at this beginning of a key. */
export const FACTS = 'facts#';
export const factMonth = (month: string): string => `${FACTS}${month}`;
/** Facts of one month lie together, so that statistics are a query; within it under an id that only the signal knows. */
export const factKey = ({ id, month }: Pick<Fact, 'id' | 'month'>) => ({ pk: factMonth(month), sk: id });
/** The ledger of one day lies together: a restore re-applies the last weeks, day by day. */
export const LEDGER = 'ledger#';
export const ledgerOf = (day: string): string => `${LEDGER}${day}`;
export const ledgerKey = (day: string, id: string) => ({ pk: ledgerOf(day), sk: id });
export const proofKey = (hash: string) => ({ pk: `proof#${hash}`, sk: ONLY });

/** How partners did when they practised: a few rows a year each, so they lie together. */
export const PRACTICES = 'practices';
export const practiceKey = ({ partnerId, sentAt }: Pick<Practice, 'partnerId' | 'sentAt'>) => ({
  pk: PRACTICES,
  sk: `${partnerId}#${sentAt}`,
});

/** Counters of one month lie together, like its facts. The grant of the public form ends at this beginning of a key. */
export const COUNTERS = 'counter#';
export const counterMonth = (month: string): string => `${COUNTERS}${month}`;
const VIA = 'via#';
export const counterKey = (what: Counted, month: string) => ({
  pk: counterMonth(month),
  sk: what.kind === 'via' ? `${VIA}${what.code}` : what.kind,
});
/** What was counted under a sort key; undefined when no key of ours. */
export function countedUnder(sk: string): Counted | undefined {
  if (sk === 'self-try') return { kind: sk };
  const code = sk.startsWith(VIA) ? parseLocationCode(sk.slice(VIA.length)) : undefined;
  return code && { kind: 'via', code };
}

/** In order of time; `nonce` keeps apart what happened in the same second. */
export const auditKey = (signalId: SignalId, at: EpochSeconds, nonce: string) => ({
  pk: signalId,
  sk: `${String(at).padStart(12, '0')}#${nonce}`,
});

/**
 * Changes of the directory are about no signal. A month of them lies together: few enough for one partition, and "what was changed lately"
 * is a query. No signal's id looks like this.
 */
export const directoryAudit = (month: string): string => `directory#${month}`;
export const directoryAuditKey = (month: string, at: EpochSeconds, nonce: string) => ({
  pk: directoryAudit(month),
  sk: `${String(at).padStart(12, '0')}#${nonce}`,
});

/** Who read what somebody did, a month together: about no signal either. */
export const logAuditKey = (month: string, at: EpochSeconds, nonce: string) => ({
  pk: `log#${month}`,
  sk: `${String(at).padStart(12, '0')}#${nonce}`,
});

/** How people got in, a month together. */
export const accountAuditKey = (month: string, at: EpochSeconds, nonce: string) => ({
  pk: `account#${month}`,
  sk: `${String(at).padStart(12, '0')}#${nonce}`,
});

/** All that one member did in one month, in an index. */
export const doerMonth = (member: MemberId, month: string): string => `${member}#${month}`;

export const codeKey = (browserHash: string) => ({ pk: `code#${browserHash}` });
export const knownBrowserKey = (browserHash: string) => ({ pk: `known#${browserHash}` });
export const SESSIONS = 'session#';
export const sessionKey = (idHash: string) => ({ pk: `${SESSIONS}${idHash}` });
export const PASSKEYS = 'passkey#';
/** Ids that authenticators make up: random, public, at most 1,364 characters of the 2,048 that a key may have. */
export const passkeyKey = (id: string) => ({ pk: `${PASSKEYS}${id}` });
export const challengeKey = (holderHash: string) => ({ pk: `challenge#${holderHash}` });
export const onceKey = (key: string) => ({ pk: `once#${key}` });
/** What is known of the system itself. Grants end at these beginnings of a key. */
export const WATCH = 'watch#';
export const jobKey = (job: string) => ({ pk: `${WATCH}job#${job}` });
export const alarmKey = (heading: string) => ({ pk: `${WATCH}alarm#${heading}` });
/** Under its HMAC. */
export const MAILBOXES = 'mailbox#';
export const mailboxKey = (hash: string) => ({ pk: `${MAILBOXES}${hash}` });
/** Of a month. The grant of the public form ends at this beginning of a key. */
export const FORM_KEYS = 'form-key#';
export const formKeyKey = (month: string) => ({ pk: `${FORM_KEYS}${month}` });

export const PARTNERS = 'partners';
export const NEIGHBOURHOODS = 'neighbourhoods';
export const MEMBERS = 'members';
export const partnerKey = (id: PartnerId) => ({ pk: PARTNERS, sk: id });
export const neighbourhoodKey = (id: NeighbourhoodId) => ({ pk: NEIGHBOURHOODS, sk: id });
export const memberKey = (id: MemberId) => ({ pk: MEMBERS, sk: id });
/** Organisations' codes, printed on posters for everybody to read. */
export const LOCATIONS = 'locations';
export const locationKey = (code: LocationCode) => ({ pk: LOCATIONS, sk: code });
/** What a municipality changes without a deploy. */
export const OWN_SETTINGS = { pk: 'settings', sk: 'in-force' };
export const OWN_TEXTS = { pk: OWN_SETTINGS.pk, sk: 'texts' };
/** Changes with every write to the directory. */
export const DIRECTORY_REVISION = { pk: 'directory', sk: 'revision' };
export const ROUTES_POINTER = { pk: 'routes', sk: 'in-force' };
export const routesVersion = (version: string): string => `routes#${version}`;
/** Four digits are a district of thousands of people, which is no personal data. */
export const routesKey = (version: string, fourDigits: string) => ({ pk: routesVersion(version), sk: fourDigits });
