import type { PartnerList, SessionView, SignalRowView, SignalView } from '#shared/contracts/console.ts';
import type { DirectoryView } from '#shared/contracts/directory.ts';
import type { LocationList } from '#shared/contracts/location.ts';
import type { RoutesPreview, RoutesView } from '#shared/contracts/postcode-routes.ts';
import type { PracticeList } from '#shared/contracts/practice.ts';
import type { ReferralList } from '#shared/contracts/referrals.ts';
import type { SystemStatusView } from '#shared/contracts/system-status.ts';
import { STATUS_LINES, type StatusLineName } from '#shared/domain/system-status.ts';

/**
 * What the server could answer, for tests and for looking at the screens. All invented; seen on a Tuesday, 11:00 in Amsterdam
 * (2026-03-03T10:00:00Z). Not part of the bundle.
 */

const sessionEnd = '2026-03-03T18:00:00.000Z';
const byCode = { how: 'code', mayRead: true, offerPasskey: false } as const;
const days = { consent: 180, undecided: 14, followUp: 14, audit: 365, erasureRecord: 35 };
const municipalPhone = '14 010';
const centrum = { id: 'centrum', name: 'Welzijn Centrum' };

export const sessions = {
  member: {
    member: { id: 'anna', name: 'Anna de Vries', role: 'member' },
    partner: centrum,
    endsAt: sessionEnd,
    ...byCode,
    days,
    municipalPhone,
  },
  visitor: {
    member: { id: 'piet', name: 'Piet Smit', role: 'visitor' },
    partner: centrum,
    endsAt: sessionEnd,
    ...byCode,
    days,
    municipalPhone,
  },
  coordinator: {
    member: { id: 'carla', name: 'Carla Mulder', role: 'coordinator' },
    partner: { id: 'desk', name: 'Gemeentelijk loket' },
    endsAt: sessionEnd,
    ...byCode,
    days,
    municipalPhone,
  },
  desk: {
    member: { id: 'daan', name: 'Daan Visser', role: 'desk' },
    partner: { id: 'desk', name: 'Gemeentelijk loket' },
    endsAt: sessionEnd,
    ...byCode,
    days,
    municipalPhone,
  },
} as const satisfies Record<string, SessionView>;

export const partners: PartnerList = {
  partners: [
    { ...centrum, phone: '010 123 45 61', neighbourhoods: [{ id: 'oude-noorden', name: 'Oude Noorden' }] },
    {
      id: 'noord',
      name: 'Stichting Noord',
      neighbourhoods: [
        { id: 'agniesebuurt', name: 'Agniesebuurt' },
        { id: 'bergpolder', name: 'Bergpolder' },
      ],
    },
    {
      id: 'desk',
      name: 'Gemeentelijk loket',
      phone: '14 010',
      neighbourhoods: [
        { id: 'haven', name: 'Haven' },
        { id: 'polder', name: 'Polder' },
      ],
    },
  ],
};

export const places: LocationList = {
  from: '2025-03',
  until: '2026-02',
  locations: [
    { code: 'apotheek-noord', name: 'Apotheek Noord', kind: 'care-or-welfare', signals: 12 },
    { code: 'buurthuis', name: 'Stichting Buurthuis en Ontmoetingscentrum De Vriendschap', kind: 'volunteer' },
    { code: 'kapper-jansen', name: 'Kapsalon Jansen', kind: 'shop', signals: 7 },
  ],
  byPhone: 21,
};

const deadlines = {
  triageBefore: '2026-03-03T15:30:00.000Z',
  visitPreferredBefore: '2026-03-03T15:30:00.000Z',
  visitBefore: '2026-03-04T15:30:00.000Z',
};

const report: NonNullable<SignalView['report']> = {
  address: { postcode: '3035AB', houseNumber: '12A', street: 'Zwaanshals', town: 'Rotterdam' },
  reasons: ['not-seen', 'mail-and-curtains'],
  notSeenSince: 'week',
  residentKnows: false,
  explanation:
    'Mevrouw kwam elke week bij ons in de winkel. Nu al een tijdje niet meer, en de gordijnen blijven dicht.',
  alreadyTried: ['rang-bell'],
  wishes: [],
  reporterKind: 'shop',
};

const base: SignalView = {
  reference: '0A1B2C3D4E5F6G7H',
  status: 'assigned',
  relation: 'owner',
  neighbourhood: 'Oude Noorden',
  ownerName: 'Welzijn Centrum',
  withDesk: false,
  step: { name: 'triage', before: deadlines.triageBefore },
  overdue: false,
  escalated: false,
  mailTrouble: false,
  sooner: false,
  alarm: false,
  practice: false,
  held: false,
  aboutThemselves: false,
  receivedAt: '2026-03-02T15:30:00.000Z',
  visitPreferredBefore: deadlines.visitPreferredBefore,
  visitBefore: deadlines.visitBefore,
  address: 'Zwaanshals 12A, 3035 AB Rotterdam',
  version: 1,
  acts: ['triage', 'hand-over', 'erase'],
  deadlines,
  report,
  reporter: {
    name: 'Joke van der Meer',
    email: 'joke@winkel.example',
    phone: '0101234567',
    mayBeContacted: true,
    mayBeNamed: false,
  },
  attempts: [],
  followUps: [],
  history: [
    { at: '2026-03-02T15:30:00.000Z', what: 'submit' },
    { at: '2026-03-02T15:30:04.000Z', what: 'assign' },
  ],
  visitors: [
    { id: 'anna', name: 'Anna de Vries' },
    { id: 'bram', name: 'Bram Jansen' },
    { id: 'piet', name: 'Piet Smit' },
  ],
};

const triaged = {
  triage: { at: '2026-03-03T08:10:00.000Z', tested: ['called-reporter'], decision: 'follow-up' },
  history: [...(base.history ?? []), { at: '2026-03-03T08:10:00.000Z', what: 'triage', by: 'Anna de Vries' }],
};
const toPlan: SignalView = {
  ...base,
  ...triaged,
  reference: '1A1B2C3D4E5F6G7H',
  status: 'following-up',
  version: 2,
  step: { name: 'visit', before: deadlines.visitBefore },
  acts: ['hand-over', 'plan', 'attempt', 'contact', 'alarm', 'inform', 'close', 'erase'],
};
const planned: SignalView = {
  ...toPlan,
  reference: '2A1B2C3D4E5F6G7H',
  version: 3,
  plannedAt: '2026-03-03T13:00:00.000Z',
  plan: { at: '2026-03-03T13:00:00.000Z', who: 'Piet Smit' },
  history: [...triaged.history, { at: '2026-03-03T08:12:00.000Z', what: 'plan', by: 'Anna de Vries' }],
};
const inContact: SignalView = {
  ...toPlan,
  reference: '3A1B2C3D4E5F6G7H',
  status: 'in-contact',
  version: 4,
  step: { name: 'follow-up', before: '2026-03-16T13:20:00.000Z' },
  acts: ['hand-over', 'consent', 'follow-up', 'close', 'erase'],
  contact: {
    at: '2026-03-02T13:20:00.000Z',
    way: 'visit',
    informed: 'handed',
    consent: 'keep',
    wishes: ['talk', 'activity'],
    referrals: ['volunteer', 'welfare'],
    agreements: 'Bram komt elke dinsdag koffie drinken. Aanmelden bij de kookclub.',
    alarm: false,
  },
  history: [...triaged.history, { at: '2026-03-02T13:25:00.000Z', what: 'contact', by: 'Bram Jansen' }],
};
/** The contact of a signal that has one. */
function contactOf({ contact }: SignalView): NonNullable<SignalView['contact']> {
  if (!contact) throw new Error('there was no contact');
  return contact;
}
const known = { ownerName: 'Welzijn Centrum' };
const attempts = [
  { at: '2026-02-26T09:00:00.000Z', way: 'visit', result: 'nobody-home' },
  { at: '2026-02-27T18:30:00.000Z', way: 'visit', result: 'card-left' },
  { at: '2026-03-02T10:00:00.000Z', way: 'phone', result: 'no-answer' },
];
const { reporter: _reporter, ...withoutReporter } = planned;
const { address: _address, ...withoutAddress } = base;
const { report: _told, reporter: _who, history: _history, visitors: _visitors, ...bare } = withoutAddress;

const mails: SignalView['mails'] = [
  { at: '2026-03-02T10:00:20.000Z', what: 'notify', to: 'owner', state: 'delivered', partner: 'Welzijn Centrum' },
  { at: '2026-03-02T11:30:20.000Z', what: 'remind', to: 'owner', state: 'failed', partner: 'Welzijn Centrum' },
  { at: '2026-03-02T13:00:10.000Z', what: 'escalate', to: 'backup', state: 'delivered', partner: 'Stichting Noord' },
  { at: '2026-03-02T13:00:20.000Z', what: 'escalate', to: 'coordinator', state: 'sent' },
];

/** A signal in every situation that a reader can meet. */
export const signals = {
  toTriage: base,
  late: {
    ...base,
    reference: '4A1B2C3D4E5F6G7H',
    address: 'Benthuizerstraat 101, 3036 CK Rotterdam',
    report: {
      ...report,
      address: { postcode: '3036CK', houseNumber: '101', street: 'Benthuizerstraat', town: 'Rotterdam' },
      reasons: ['no-answer'],
      alreadyTried: [],
    },
    sooner: true,
    overdue: true,
    escalated: true,
    mailTrouble: true,
    step: { name: 'triage', before: '2026-03-02T13:00:00.000Z' },
    mails,
  },
  toPlan,
  planned,
  tried: {
    ...toPlan,
    reference: '5A1B2C3D4E5F6G7H',
    attempts: attempts.slice(0, 2),
    step: { name: 'attempt', before: '2026-03-04T09:00:00.000Z' },
  },
  threeTimes: {
    ...toPlan,
    reference: '6A1B2C3D4E5F6G7H',
    attempts,
    step: { name: 'choice', before: '2026-03-04T09:00:00.000Z' },
    acts: ['hand-over', 'contact', 'alarm', 'close', 'erase'],
  },
  helpLater: inContact,
  helpAsked: {
    ...inContact,
    reference: '7A1B2C3D4E5F6G7H',
    step: { name: 'follow-up', before: '2026-03-04T13:20:00.000Z' },
  },
  helpStarted: {
    ...inContact,
    reference: '8A1B2C3D4E5F6G7H',
    contact: { ...contactOf(inContact), informed: 'not-yet', notInformedBecause: 'De bewoner was moe.' },
    informed: { at: '2026-03-02T15:00:00.000Z', how: 'posted' },
    followUps: [{ at: '2026-03-03T09:00:00.000Z', helpStarted: 'yes' }],
  },
  helpToTell: {
    ...inContact,
    reference: 'NA1B2C3D4E5F6G7H',
    contact: { ...contactOf(inContact), informed: 'not-yet', notInformedBecause: 'De bewoner was moe.' },
    informBefore: '2026-03-30T15:30:00.000Z',
    acts: [...inContact.acts, 'inform'],
  },
  undecided: {
    ...inContact,
    reference: 'JA1B2C3D4E5F6G7H',
    contact: { ...contactOf(inContact), consent: 'undecided', agreements: undefined },
    step: { name: 'follow-up', before: '2026-03-09T13:20:00.000Z' },
    expiresAt: '2026-03-16T13:20:00.000Z',
    earlierContacts: [
      { ...contactOf(inContact), at: '2026-02-20T13:20:00.000Z', consent: 'undecided', agreements: undefined },
    ],
  },
  closed: {
    ...inContact,
    reference: '9A1B2C3D4E5F6G7H',
    status: 'closed',
    step: undefined,
    closing: { at: '2026-03-03T09:00:00.000Z', outcome: 'help-started' },
    outcome: 'help-started',
    expiresAt: '2026-08-30T09:00:00.000Z',
    reporter: undefined,
    acts: ['consent', 'reopen', 'erase'],
  },
  unknownAddress: {
    ...base,
    reference: 'KA1B2C3D4E5F6G7H',
    address: 'Zwaanshals 1200, 3035 AB Rotterdam',
    report: { ...report, address: { ...report.address, houseNumber: '1200' } },
    addressDoubted: true,
    registers: { at: '2026-03-02T15:30:04.000Z', answer: 'unknown-address' },
  },
  endedByRegisters: {
    ...base,
    reference: 'MA1B2C3D4E5F6G7H',
    status: 'closed',
    step: undefined,
    registers: { at: '2026-03-02T15:30:04.000Z', answer: 'nobody-registered' },
    closing: { at: '2026-03-02T15:30:04.000Z', outcome: 'ended-by-registers' },
    outcome: 'ended-by-registers',
    expiresAt: '2026-03-16T15:30:04.000Z',
    reporter: undefined,
    history: [...(base.history ?? []), { at: '2026-03-02T15:30:04.000Z', what: 'check-registers' }],
    acts: ['reopen', 'erase'],
  },
  myself: {
    ...base,
    reference: 'AA1B2C3D4E5F6G7H',
    address: 'Noordplein 8, 3035 EC Rotterdam',
    aboutThemselves: true,
    report: {
      address: { postcode: '3035EC', houseNumber: '8', street: 'Noordplein', town: 'Rotterdam' },
      reasons: [],
      alreadyTried: [],
      wishes: ['talk', 'practical-help'],
      bestTime: 'morning',
      reporterKind: 'resident',
    },
    reporter: { phone: '0612345678', mayBeContacted: true, mayBeNamed: true },
  },
  held: {
    ...base,
    reference: 'BA1B2C3D4E5F6G7H',
    ownerName: 'Gemeentelijk loket',
    withDesk: true,
    held: true,
    suspicions: ['hidden-field', 'too-fast'],
    step: { name: 'held', before: '2026-03-03T13:30:00.000Z' },
    acts: ['release', 'dismiss', 'erase'],
  },
  atDesk: {
    ...base,
    reference: 'HA1B2C3D4E5F6G7H',
    neighbourhood: undefined,
    ownerName: 'Gemeentelijk loket',
    withDesk: true,
    address: 'Zwaanshals 12A, Rotterdam',
    report: { ...report, address: { houseNumber: '12A', street: 'Zwaanshals', town: 'Rotterdam' } },
  },
  asBackup: {
    ...bare,
    reference: 'CA1B2C3D4E5F6G7H',
    relation: 'backup',
    ownerName: 'Stichting Noord',
    ownerPhone: '010 123 45 62',
    neighbourhood: 'Agniesebuurt',
    overdue: true,
    escalated: true,
    step: { name: 'triage', before: '2026-03-03T07:00:00.000Z' },
    acts: ['take-over'],
  },
  asVisitor: {
    ...withoutReporter,
    report: {
      address: report.address,
      reasons: report.reasons,
      notSeenSince: 'week',
      alreadyTried: [],
      wishes: [],
    },
    history: undefined,
    attempts: [{ at: '2026-02-26T09:00:00.000Z', way: 'visit', result: 'nobody-home' }],
    contactAt: '2026-02-28T09:00:00.000Z',
    reference: 'DA1B2C3D4E5F6G7H',
    relation: 'planned-visitor',
    ownerPhone: '010 123 45 61',
    acts: ['attempt', 'contact', 'alarm', 'erase'],
    visitors: undefined,
  },
  sameAddress: {
    ...base,
    reference: 'JA1B2C3D4E5F6G7H',
    sameAddress: {
      known: [
        { ...known, reference: base.reference, receivedAt: '2026-03-02T15:30:00.000Z', status: 'assigned' },
        { ...known, reference: '9A1B2C3D4E5F6G7H', receivedAt: '2026-01-12T10:00:00.000Z', status: 'closed' },
      ],
      elsewhere: ['Stichting Noord'],
      phones: [{ name: 'Stichting Noord', phone: '010 123 45 62' }],
    },
  },
  coordinatorReads: {
    ...withoutAddress,
    reference: 'EA1B2C3D4E5F6G7H',
    relation: 'coordinator',
    acts: ['hand-over', 'erase'],
  },
  coordinatorEscalated: {
    ...withoutAddress,
    reference: 'FA1B2C3D4E5F6G7H',
    relation: 'coordinator',
    ownerPhone: '010 123 45 61',
    overdue: true,
    escalated: true,
    step: { name: 'triage', before: '2026-03-03T07:00:00.000Z' },
    mails,
    acts: ['hand-over', 'erase'],
  },
  coordinatorChooses: {
    ...withoutAddress,
    ...triaged,
    reference: 'GA1B2C3D4E5F6G7H',
    relation: 'coordinator',
    status: 'following-up',
    attempts,
    step: { name: 'choice', before: '2026-03-04T09:00:00.000Z' },
    acts: ['hand-over', 'plan', 'attempt', 'close', 'erase'],
  },
} satisfies Record<string, SignalView>;

/** The part of a signal that a row of the list shows. */
export function rowOf({
  version: _version,
  acts: _acts,
  deadlines: _deadlines,
  report: _reportOf,
  reporter: _reporterOf,
  sameAddress: _sameAddress,
  registers: _registersOf,
  ownerPhone: _ownerPhone,
  ...row
}: SignalView): SignalRowView {
  return row;
}

/** What a coordinator manages: a partner on holiday, one without a backup, a neighbourhood that the desk serves. */
export const directory: DirectoryView = {
  findings: [
    { kind: 'no-partner', about: 'Niemandsland' },
    { kind: 'no-backup', about: 'Stichting Noord' },
  ],
  partners: [
    {
      ...centrum,
      seen: 'seen-centrum',
      mailbox: 'signalen@welzijncentrum.example',
      secondMailbox: 'bureau@welzijncentrum.example',
      backupId: 'noord',
      weekends: true,
      away: [{ from: '2026-03-02', until: '2026-03-08' }],
      awayNow: true,
      dataRole: 'processor',
      publicContact: '010 123 45 67, op werkdagen van 9 tot 17 uur',
      phone: '010 123 45 61',
    },
    {
      id: 'noord',
      name: 'Stichting Noord',
      seen: 'seen-noord',
      mailbox: 'post@noord.example',
      weekends: false,
      away: [],
      awayNow: false,
    },
  ],
  mailboxes: [
    { mailbox: 'signalen@welzijncentrum.example', state: 'arrives', at: '2026-03-03T08:12:00.000Z' },
    { mailbox: 'bureau@welzijncentrum.example', state: 'unknown' },
    { mailbox: 'post@noord.example', state: 'in-trouble', at: '2026-03-02T14:00:00.000Z', trouble: 'suppressed' },
  ],
  neighbourhoods: [
    { id: 'oude-noorden', name: 'Oude Noorden', seen: 'seen-oude', partnerId: 'centrum' },
    { id: 'bergpolder', name: 'Bergpolder', seen: 'seen-berg', partnerId: 'noord' },
    { id: 'niemandsland', name: 'Niemandsland', seen: 'seen-niemand' },
  ],
  members: [
    {
      id: 'anna',
      name: 'Anna de Vries',
      seen: 'seen-anna',
      email: 'anna@welzijncentrum.example',
      role: 'member',
      partnerId: 'centrum',
    },
    {
      id: 'piet',
      name: 'Piet Smit',
      seen: 'seen-piet',
      email: 'piet@welzijncentrum.example',
      role: 'visitor',
      partnerId: 'centrum',
    },
    { id: 'carla', name: 'Carla Mulder', seen: 'seen-carla', email: 'c.mulder@rotterdam.example', role: 'coordinator' },
  ],
};

export const routes: RoutesView = {
  seen: 'version-2',
  list: '3034;Oude Noorden\n3035;Bergpolder\n3035 XA-XZ;Oude Noorden\n3036;Niemandsland',
  postcodes: 3,
  formerUntil: '2026-03-02T14:00:00.000Z',
};

export const routesOutlook: RoutesPreview = {
  seen: 'version-2',
  problems: [],
  outlook: {
    added: [{ fourDigits: '3037', before: [], after: ['Oude Noorden', 'Bergpolder'] }],
    changed: [{ fourDigits: '3034', before: ['Oude Noorden'], after: ['Bergpolder'] }],
    removed: [{ fourDigits: '3035', before: ['Bergpolder', 'Oude Noorden'], after: [] }],
    same: 1,
    assumed: ['3037'],
    findings: [{ kind: 'nobody-at-weekends', about: 'Bergpolder' }],
  },
};

export const referrals: ReferralList = {
  seen: 'list-1',
  referrals: [
    { kind: 'luisterlijn', name: 'De Luisterlijn', phone: '088 0767 000', url: 'https://www.deluisterlijn.nl' },
    { kind: 'neighbourhood-team', name: 'Wijkteam Noord', phone: '14 010' },
  ],
};

const everyLine = {
  alarms: { count: 0, names: [] },
  sweep: { at: '2026-03-03T09:59:00.000Z' },
  backlog: { count: 0 },
  mail: { at: '2026-03-03T09:40:00.000Z', count: 0, names: [] },
  late: { count: 0 },
  books: { at: '2026-03-03T02:30:00.000Z', count: 0 },
  deletion: { count: 2 },
  daily: { at: '2026-03-03T05:00:00.000Z' },
  practice: { count: 0, names: [] },
  coverage: { count: 0 },
} as const satisfies Record<StatusLineName, Partial<SystemStatusView['lines'][number]>>;
const versions = {
  release: '3f6c2a91d0',
  rules: 'rotterdam-4',
  directory: '0b7c6f5a-55a7-4a06-9d0e-2f9f4b7b8a11',
  routes: '2026-02-11T09:00:00.000Z',
};
const troubled: Partial<Record<StatusLineName, SystemStatusView['lines'][number]>> = {
  alarms: { line: 'alarms', verdict: 'attention', count: 2, names: ['the-clock-stands-still', 'the-form-fails'] },
  sweep: { line: 'sweep', verdict: 'attention', at: '2026-03-03T07:15:00.000Z' },
  mail: { line: 'mail', verdict: 'attention', at: '2026-03-03T07:00:00.000Z', count: 1, names: ['Stichting Noord'] },
  late: { line: 'late', verdict: 'attention', at: '2026-03-01T12:00:00.000Z', count: 50, orMore: true },
  books: { line: 'books', verdict: 'unknown' },
};
export const statuses = {
  fine: {
    lines: STATUS_LINES.map((line) => ({ ...everyLine[line], names: [], line, verdict: 'fine' })),
    versions,
  },
  trouble: {
    phones: [{ name: 'Stichting Noord', phone: '010 123 45 62' }],
    lines: STATUS_LINES.map((line) => troubled[line] ?? { ...everyLine[line], names: [], line, verdict: 'fine' }),
    versions,
  },
} satisfies Record<string, SystemStatusView>;

export const practices: PracticeList = {
  partners: [
    { id: 'centrum', name: 'Welzijn Centrum', lastRealMonth: '2026-03', mailFails: false },
    {
      id: 'noord',
      name: 'Stichting Noord',
      last: {
        sentAt: '2026-02-10T09:00:00.000Z',
        before: '2026-02-11T09:00:00.000Z',
        reaction: 'none',
        mail: 'failed',
      },
      lastRealMonth: '2025-10',
      mailFails: true,
    },
    {
      id: 'oost',
      name: 'Wijkteam Oost',
      last: {
        sentAt: '2026-03-03T08:00:00.000Z',
        before: '2026-03-04T08:00:00.000Z',
        reaction: 'running',
        mail: 'arrived',
      },
      mailFails: false,
    },
    {
      id: 'zuid',
      name: 'Buurthuis Zuid',
      phone: '010 123 45 63',
      last: {
        sentAt: '2026-01-05T09:00:00.000Z',
        before: '2026-01-06T09:00:00.000Z',
        reactedAt: '2026-01-06T15:00:00.000Z',
        reaction: 'late',
        mail: 'arrived',
      },
      mailFails: false,
    },
  ],
};
