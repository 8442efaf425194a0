import { type Postcode, parsePostcode } from '#shared/domain/address.ts';
import type { Location, Member, Neighbourhood, Partner } from '#shared/domain/directory.ts';
import { factOf } from '#shared/domain/fact.ts';
import {
  DESK,
  type FactId,
  factId,
  type LocationCode,
  memberId,
  neighbourhoodId,
  parseLocationCode,
  partnerId,
  type SignalId,
  signalIdFromBytes,
} from '#shared/domain/ids.ts';
import type { PostcodeRoutes } from '#shared/domain/routing.ts';
import type { Rules, Settings } from '#shared/domain/settings.ts';
import { type Settled, settle } from '#shared/domain/settle.ts';
import type { Report, Reporter, Signal } from '#shared/domain/signal.ts';
import { deadlinesFrom, firstStep } from '#shared/domain/step.ts';
import { type EpochSeconds, epochSecondsOf, plusElapsed, seconds } from '#shared/domain/time.ts';
import type { AuditLine, DirectoryAuditLine } from '#shared/ports/audit-trail.ts';
import type { Directory } from '#shared/ports/directory-store.ts';
import type { AuditAndFact } from '#shared/ports/signal-store.ts';

/**
 * Valid values for tests, each whole by itself; a test names only what it is about. Every `aSignal()` has an id of its own; all else is
 * the same on every run.
 */

export const HOUR = 3_600;
export const DAY = 86_400;

/** `moment('2026-03-03T10:00:00Z')` */
export const moment = (iso: string): EpochSeconds => {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) throw new RangeError(`${iso} is not a moment`);
  return epochSecondsOf(date);
};

/** A Tuesday, 11:00 in Amsterdam, far from holidays and changes of the clock. */
export const NOW: EpochSeconds = moment('2026-03-03T10:00:00Z');

export const rules: Rules = {
  version: 'test-1',
  clock: 'elapsed',
  officeHours: { weekdays: [1, 2, 3, 4, 5], fromMinute: 9 * 60, untilMinute: 17 * 60, publicHolidays: 'closed' },
  durations: {
    triage: seconds(24 * HOUR),
    visitPreferred: seconds(24 * HOUR),
    visit: seconds(48 * HOUR),
    nextAttempt: seconds(16 * HOUR),
    held: seconds(4 * HOUR),
    followUp: seconds(14 * DAY),
    delivery: seconds(15 * 60),
    inform: seconds(21 * DAY),
  },
  retention: {
    noFollowUp: seconds(14 * DAY),
    notReached: seconds(28 * DAY),
    withoutConsent: seconds(0),
    undecided: seconds(14 * DAY),
    consent: seconds(180 * DAY),
    hardCap: seconds(90 * DAY),
    warning: seconds(7 * DAY),
    erasureRecord: seconds(35 * DAY),
    erasureProof: seconds(365 * DAY),
    audit: seconds(365 * DAY),
  },
};

export const settings: Settings = {
  municipality: 'Voorbeeldstad',
  service: 'Omzien in Voorbeeldstad',
  colours: { brand: '#0f5650', action: '#0f5650', actionText: '#ffffff' },
  baseUrl: 'https://omzien.voorbeeldstad.example',
  rules,
  reporterContact: 'optional',
  passkeys: 'offered',
  contact: { phone: '14 010', desk: 'Stadswinkel, Markt 1, Voorbeeldstad' },
  mail: { from: 'omzien@voorbeeldstad.example', languages: ['nl', 'en'] },
  controller: { name: 'College', address: 'Postbus 1', mailbox: 'privacy@stad.example' },
  privacyOfficer: { mailbox: 'fg@stad.example' },
  coordinator: { mailboxes: ['coordinator@voorbeeldstad.example', 'coordinator-2@voorbeeldstad.example'] },
  desk: { name: 'Loket Omzien', phone: '14 010', mailboxes: ['loket@voorbeeldstad.example'] },
};

let counted = 0;
/** The same number gives the same id; without one, an id that no other call gave. */
export function aSignalId(number = ++counted + 1_000_000): SignalId {
  const bytes = new Uint8Array(10);
  new DataView(bytes.buffer).setUint32(6, number);
  return signalIdFromBytes(bytes);
}
export function aLocationCode(text: string): LocationCode {
  const code = parseLocationCode(text);
  if (!code) throw new RangeError(`${text} is not a code`);
  return code;
}
export const aFactId = (id: SignalId): FactId => factId(`fact-${id.toLowerCase()}`);

export function aPostcode(text = '3034AB'): Postcode {
  const postcode = parsePostcode(text);
  if (!postcode) throw new RangeError(`${text} is not a postcode`);
  return postcode;
}

export const aReport = (overrides: Partial<Report> = {}): Report => ({
  about: 'someone-else',
  language: 'nl',
  reporterKind: 'shop',
  source: 'kapper-jansen',
  address: { postcode: aPostcode(), houseNumber: 12, houseLetter: 'A' },
  reasons: ['not-seen', 'mail-and-curtains'],
  notSeenSince: 'week',
  residentKnows: false,
  explanation: 'De gordijnen zijn al een week dicht.',
  alreadyTried: ['rang-bell'],
  wishes: [],
  sooner: false,
  ...overrides,
});

export const aReporter = (overrides: Partial<Reporter> = {}): Reporter => ({
  name: 'Joke de Vries',
  email: 'joke@winkel.example',
  mayBeContacted: true,
  mayBeNamed: false,
  wantsUpdates: false,
  ...overrides,
});

/** A signal that just came in, not yet assigned. `receivedAt` moves its deadlines along; `nextAt` and deadlines follow the rules. */
export function aSignal(overrides: Partial<Signal> = {}, under: Rules = rules): Settled {
  const id = overrides.id ?? aSignalId();
  const receivedAt = overrides.receivedAt ?? NOW;
  const { nextAt, revision = 1, ...rest } = overrides;
  const settled = settle(
    {
      id,
      version: 1,
      revision: revision - 1,
      status: 'received',
      contentDigest: 'a'.repeat(64),
      factId: aFactId(id),
      receivedAt,
      lastActedAt: receivedAt,
      report: aReport(),
      reporter: aReporter(),
      deadlines: deadlinesFrom(under, receivedAt),
      attempts: [],
      followUps: [],
      history: [{ at: receivedAt, what: 'submit' }],
      mails: {},
      ...rest,
    },
    under,
  );
  return nextAt === undefined ? settled : { ...settled, nextAt };
}

/** A signal that lies with `centrum` and waits for its triage. */
export function anAssignedSignal(overrides: Partial<Signal> = {}, under: Rules = rules): Settled {
  const receivedAt = overrides.receivedAt ?? NOW;
  const deadlines = overrides.deadlines ?? deadlinesFrom(under, receivedAt);
  return aSignal(
    {
      status: 'assigned',
      assignment: {
        number: 1,
        ownerId: partnerId('centrum'),
        neighbourhoodId: neighbourhoodId('oude-noorden'),
        since: receivedAt,
        formerOwners: [],
      },
      step: firstStep(under, { receivedAt, deadlines }),
      ...overrides,
    },
    under,
  );
}

/** The same signal with something changed, as the next write of it. */
export const nextOf = (signal: Signal, changes: Partial<Signal> = {}, under: Rules = rules): Settled => {
  const { nextAt, ...rest } = changes;
  const settled = settle({ ...signal, ...rest }, under);
  return nextAt === undefined ? settled : { ...settled, nextAt };
};

export const anAuditLine = (overrides: Partial<AuditLine> = {}): AuditLine => {
  const at = overrides.at ?? NOW;
  return {
    signalId: overrides.signalId ?? aSignalId(),
    at,
    event: 'triage',
    by: memberId('anna'),
    removeAt: plusElapsed(at, rules.retention.audit),
    ...overrides,
  };
};

export const aDirectoryAuditLine = (overrides: Partial<DirectoryAuditLine> = {}): DirectoryAuditLine => ({
  at: NOW,
  event: 'change-partner',
  by: memberId('carla'),
  about: 'centrum',
  removeAt: plusElapsed(NOW, rules.retention.audit),
  ...overrides,
});

/** What is written beside a changed signal. */
export const auditAndFactOf = (signal: Signal, overrides: Partial<AuditLine> = {}): AuditAndFact => ({
  audit: anAuditLine({ signalId: signal.id, ...overrides }),
  fact: factOf(signal, signal.lastActedAt),
});

export const aPartner = (overrides: Partial<Partner> = {}): Partner => ({
  id: partnerId('centrum'),
  name: 'Welzijn Centrum',
  mailboxes: ['centrum@welzijn.example', 'centrum-2@welzijn.example'],
  backupId: partnerId('noord'),
  ...overrides,
});

export const aMember = (overrides: Partial<Member> = {}): Member => ({
  id: memberId('anna'),
  name: 'Anna Bakker',
  email: 'anna@welzijn.example',
  partnerId: partnerId('centrum'),
  role: 'member',
  ...overrides,
});

export const aNeighbourhood = (overrides: Partial<Neighbourhood> = {}): Neighbourhood => ({
  id: neighbourhoodId('oude-noorden'),
  name: 'Oude Noorden',
  partnerId: partnerId('centrum'),
  ...overrides,
});

export const aLocation = (overrides: Partial<Location> = {}): Location => ({
  id: aLocationCode('kapper-jansen'),
  name: 'Kapsalon Jansen',
  kind: 'shop',
  ...overrides,
});

export const someRoutes = (overrides: Partial<PostcodeRoutes> = {}): PostcodeRoutes => ({
  fourDigits: '3034',
  neighbourhoodId: neighbourhoodId('oude-noorden'),
  ...overrides,
});

/**
 * Two partners that back each other up, one neighbourhood without a partner, and the municipality's own people.
 * `3034` is served by `centrum`, `3035` by `noord` (but `3035 XA`–`XZ` by `centrum`), `3036` by nobody.
 */
export const aDirectory = (overrides: Partial<Directory> = {}): Directory => ({
  partners: [
    aPartner(),
    aPartner({
      id: partnerId('noord'),
      name: 'Stichting Noord',
      mailboxes: ['noord@stichting.example'],
      backupId: partnerId('centrum'),
    }),
    aDesk(),
  ],
  neighbourhoods: [
    aNeighbourhood(),
    aNeighbourhood({ id: neighbourhoodId('bergpolder'), name: 'Bergpolder', partnerId: partnerId('noord') }),
    { id: neighbourhoodId('niemandsland'), name: 'Niemandsland' },
  ],
  members: [
    aMember(),
    aMember({ id: memberId('bram'), name: 'Bram Visser', email: 'bram@welzijn.example', role: 'visitor' }),
    aMember({
      id: memberId('noor'),
      name: 'Noor Smit',
      email: 'noor@stichting.example',
      partnerId: partnerId('noord'),
    }),
    aMember({
      id: memberId('carla'),
      name: 'Carla Jansen',
      email: 'carla@voorbeeldstad.example',
      partnerId: DESK,
      role: 'coordinator',
    }),
    aMember({
      id: memberId('daan'),
      name: 'Daan Mulder',
      email: 'daan@voorbeeldstad.example',
      partnerId: DESK,
      role: 'desk',
    }),
  ],
  routes: [
    someRoutes(),
    someRoutes({
      fourDigits: '3035',
      neighbourhoodId: neighbourhoodId('bergpolder'),
      ranges: [{ from: 'XA', until: 'XZ', neighbourhoodId: neighbourhoodId('oude-noorden') }],
    }),
    someRoutes({ fourDigits: '3036', neighbourhoodId: neighbourhoodId('niemandsland') }),
  ],
  locations: [
    aLocation(),
    aLocation({ id: aLocationCode('apotheek-noord'), name: 'Apotheek Noord', kind: 'care-or-welfare' }),
  ],
  ...overrides,
});

/** The desk as a partner, which it is. */
export const aDesk = (overrides: Partial<Partner> = {}): Partner => ({
  id: DESK,
  name: settings.desk.name,
  mailboxes: settings.desk.mailboxes,
  ...overrides,
});
