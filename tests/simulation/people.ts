import { KEY_FIELD, toForm } from '#shared/contracts/report-form.ts';
import type { Member } from '#shared/domain/directory.ts';
import {
  BY_PHONE,
  DESK,
  type LocationCode,
  memberId,
  neighbourhoodId,
  partnerId,
  type SignalId,
} from '#shared/domain/ids.ts';
import * as words from '#shared/domain/words.ts';
import type { Response } from '#shared/http/responses.ts';
import type { Directory } from '#shared/ports/directory-store.ts';
import type { Mail } from '#shared/ports/mailer.ts';
import { anEvent, aPost } from '../support/http.ts';
import type { Dice } from './dice.ts';
import type { Deed } from './expected-life.ts';
import { days, hours, minutes, seconds, type Timeline } from './timeline.ts';

/** Names that must be seen in no mail, log, fact or trail: each holds a word that nothing else holds. */
const canary = (what: string, number: number): string => `Kanarie ${what} ${number}`;

const DISTRICTS = ['3034', '3035', '3036', '3037', '3038'] as const;
const PARTNERS = ['centrum', 'noord', 'west', 'zuid'] as const;

/** Four partners, a district that nobody serves, one that is cut in two, and the people of the municipality. `gone`: partners that left. */
export function peopleOf(gone: ReadonlySet<string>): Directory {
  const here = PARTNERS.filter((id) => !gone.has(id));
  const serves = (index: number) => {
    const id = PARTNERS[index % PARTNERS.length];
    return id && !gone.has(id) ? { partnerId: partnerId(id) } : {};
  };
  return {
    partners: here.map((id, index) => {
      const backup = here[(index + 1) % here.length];
      return {
        id: partnerId(id),
        name: `Stichting ${id}`,
        mailboxes: id === 'noord' ? [`${id}@partner.example`] : [`${id}@partner.example`, `${id}-2@partner.example`],
        ...(backup && backup !== id && id !== 'zuid' && { backupId: partnerId(backup) }),
      };
    }),
    neighbourhoods: [
      ...DISTRICTS.slice(0, 4).map((district, index) => ({
        id: neighbourhoodId(`wijk-${district}`),
        name: `Wijk ${index + 1}`,
        ...serves(index),
      })),
      { id: neighbourhoodId('wijk-3038'), name: 'Niemandsland' },
    ],
    members: [
      ...here.flatMap((id): Member[] =>
        (['een', 'twee', 'bezoek'] as const).map((who) => ({
          id: memberId(`${id}-${who}`),
          name: `${id} ${who}`,
          email: `${id}-${who}@partner.example`,
          partnerId: partnerId(id),
          role: who === 'bezoek' ? 'visitor' : 'member',
        })),
      ),
      ...(['coordinator', 'desk'] as const).map((role) => ({
        id: memberId(role),
        name: role,
        email: `${role}@stad.example`,
        partnerId: DESK,
        role,
      })),
    ],
    routes: DISTRICTS.map((fourDigits) => ({
      fourDigits,
      neighbourhoodId: neighbourhoodId(`wijk-${fourDigits}`),
      ...(fourDigits === '3036' && {
        ranges: [{ from: 'QX', until: 'QZ', neighbourhoodId: neighbourhoodId('wijk-3034') }],
      }),
    })),
    locations: [{ id: 'kapper' as LocationCode, name: 'Kapper', kind: 'shop' }],
  };
}

export type Ask = (route: string, event: ReturnType<typeof anEvent>, deed?: Deed) => Promise<Response | 'no answer'>;

type Deps = {
  readonly line: Timeline;
  readonly dice: Dice;
  readonly ask: { readonly report: Ask; readonly console: Ask };
  readonly idOf: (key: string) => string;
  /** A reporter read a number. */
  readonly told: (id: string) => void;
  /** An answer that nobody should have had. */
  readonly wrong: (id: string, why: string) => void;
  readonly isOver: (id: string) => boolean;
  readonly wasClosed: (id: string) => boolean;
  readonly directory: () => Directory;
};

type ColleagueDeps = Deps & {
  /** A resident has the letter about this signal now. */
  readonly gotLetter: (id: SignalId) => void;
};

export function reportersOf({ line, dice, ask, idOf, told, wrong, isOver, wasClosed }: Deps) {
  /** One person with one form. */
  const report = (number: number): void => {
    const key = uuid(dice);
    const id = idOf(key);
    const body = submission(dice, number);
    const scriptless = dice.chance(0.04);
    let answered = false;
    let sentAnother = false;

    const post = async (content: object): Promise<void> => {
      if (content !== body) sentAnother = true;
      const response = scriptless
        ? await ask.report('POST /v1/report/send', formPost(key, content))
        : await ask.report(
            'POST /v1/signals',
            aPost('POST /v1/signals', content, { headers: { 'idempotency-key': key } }),
          );
      if (response === 'no answer' || response.statusCode === 500) {
        // Nobody gives up for good before they have a number: they try again soon, and then the next day.
        if (!answered)
          line.after(dice.chance(0.7) ? dice.wait(seconds(20)) : dice.wait(hours(20)), () => void post(content));
        return;
      }
      if (response.statusCode === 422) {
        // Unless they did: the other form may have got through before this one. Or it is over already, and is told of as being in.
        if (content === body && !answered && !sentAnother && !wasClosed(id))
          wrong(id, 'somebody heard that they sent something else');
        if (wasClosed(id)) told(id);
        return;
      }
      const expected = scriptless ? 200 : 201;
      const spelled = (response.body ?? '').replaceAll('-', '');
      if (response.statusCode !== expected || !spelled.includes(id))
        return wrong(id, `a reporter was answered ${response.statusCode}`);
      answered = true;
      told(id);
    };
    const again = (content: object): void => void post(content);

    again(body);
    if (dice.chance(0.15)) line.after(dice.between(0, 600), () => again(body));
    if (dice.chance(0.08)) line.after(dice.wait(days(1)) % days(7), () => again(body));
    if (dice.chance(0.02))
      line.after(dice.wait(hours(2)), () => again({ ...body, explanation: canary('anders', number) }));
    if (dice.chance(0.1)) line.after(dice.wait(days(5)), () => void look());

    const look = async (): Promise<void> => {
      if (!answered) return;
      const over = isOver(id);
      const response = await ask.report('POST /v1/signal-status', aPost('POST /v1/signal-status', { reference: id }));
      if (response === 'no answer' || response.statusCode === 500) return;
      if (response.statusCode === 404 && !over && !isOver(id))
        wrong(id, 'its reporter heard that there is no such signal');
      if (response.statusCode === 200 && over) wrong(id, 'its reporter heard of it after its end');
    };
  };
  return { report };
}

function formPost(key: string, content: object) {
  const values = toForm(content);
  values.set(KEY_FIELD, key);
  return anEvent('POST /v1/report/send', {
    body: values.toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
}

/** Whom it lies with, who may go and what else is there may be otherwise since they looked. */
const namesOthers = (deed: Deed): boolean =>
  deed.act === 'hand-over' ||
  ['memberId', 'plan', 'duplicateOf', 'also', 'request'].some((field) => deed[field] !== undefined);

const uuid = (dice: Dice): string => {
  const hex = (count: number): string => Array.from({ length: count }, () => dice.between(0, 15).toString(16)).join('');
  return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
};

function submission(dice: Dice, number: number) {
  const myself = dice.chance(0.2);
  const email = `kanarie-${number}@melder.example`;
  const wantsUpdates = dice.chance(0.3);
  const byStreet = dice.chance(0.06);
  const town = { street: canary('straat', number), town: 'Voorbeeldstad' };
  return {
    about: myself ? 'myself' : 'someone-else',
    language: dice.oneOf(words.LANGUAGES),
    address: {
      // Some streets have more neighbours who worry than others.
      houseNumber: dice.between(1, dice.chance(0.4) ? 15 : 400),
      ...(byStreet ? town : { postcode: `${dice.oneOf(DISTRICTS)} QX` }),
    },
    ...(myself ? { wishes: ['talk'] } : { reasons: [dice.oneOf(words.REASONS)] }),
    explanation: canary('uitleg', number),
    reporter: {
      ...(myself ? {} : { kind: dice.oneOf(words.REPORTER_KINDS) }),
      name: canary('naam', number),
      ...(wantsUpdates || myself ? { email } : {}),
      ...(dice.chance(0.3) ? { phone: `0687${String(number % 1_000_000).padStart(6, '0')}` } : {}),
      wantsUpdates,
      mayBeContacted: false,
    },
    // A poster that is known, one that is not, and somebody who calls.
    ...(dice.chance(0.3) ? { source: dice.oneOf(['kapper', 'nergens', BY_PHONE]) } : {}),
    // What fills in everything is no person, so the desk looks at it first.
    ...(dice.chance(0.04) ? { website: 'https://spam.example' } : {}),
  };
}

type View = {
  readonly reference: string;
  readonly version: number;
  readonly acts: readonly string[];
  readonly status: string;
  readonly relation: string;
  readonly step?: { readonly name: string };
  readonly visitors?: readonly { readonly id: string }[];
  readonly sameAddress?: { readonly known: readonly { readonly reference: string }[] };
  readonly asked?: readonly { readonly id: string; readonly wish: string; readonly answered?: object }[];
};

/** How soon somebody looks after a mail, in hours on average, and how often they look at all. */
const TEMPERS = {
  fast: { delay: 0.6, looks: 0.98 },
  normal: { delay: 9, looks: 0.9 },
  slow: { delay: 40, looks: 0.7 },
  silent: { delay: 60, looks: 0.05 },
} as const;
type Temper = keyof typeof TEMPERS;

const ROUTES: Readonly<Record<string, string>> = {
  triage: 'triage',
  'hand-over': 'handovers',
  'take-over': 'takeovers',
  decline: 'declines',
  'cannot-go': 'cancellations',
  plan: 'plans',
  attempt: 'attempts',
  contact: 'contacts',
  alarm: 'alarms',
  'all-clear': 'all-clear',
  consent: 'consents',
  inform: 'information',
  'follow-up': 'follow-ups',
  close: 'closing',
  reopen: 'reopening',
  answer: 'answers',
  erase: 'erasure',
  release: 'release',
  dismiss: 'dismissal',
};

/** How often each act is chosen among those that are possible. */
const OWNER: Readonly<Record<string, number>> = {
  release: 8,
  dismiss: 2,
  triage: 30,
  'hand-over': 1.5,
  plan: 5,
  'cannot-go': 3,
  attempt: 12,
  contact: 10,
  alarm: 0.5,
  'all-clear': 6,
  consent: 3,
  inform: 2,
  'follow-up': 5,
  close: 4,
  reopen: 0.6,
  erase: 0.6,
};
const COORDINATOR: Readonly<Record<string, number>> = {
  'all-clear': 6,
  answer: 25,
  'hand-over': 4,
  close: 3,
  plan: 4,
  erase: 1,
  reopen: 0.3,
};

export function colleaguesOf({ line, dice, ask, wrong, isOver, directory, gotLetter }: ColleagueDeps) {
  const tempers = new Map<string, Temper>();
  const temperOf = (who: string): Temper => {
    const known = tempers.get(who);
    if (known) return known;
    const made =
      who === 'coordinator'
        ? dice.oneOf(['fast', 'normal', 'slow'] as const)
        : dice.weighted({ fast: 40, normal: 30, slow: 15, silent: 15 });
    tempers.set(who, made);
    return made;
  };

  /** Whoever reads this mailbox, if they still work here. */
  const readerOf = (to: string): Member | undefined => {
    const name = to.split('@')[0]?.replace(/-2$/, '') ?? '';
    const { members } = directory();
    const colleagues = members.filter(({ partnerId: at, role }) => at === name && role === 'member');
    if (colleagues.length > 0) return dice.oneOf(colleagues);
    return members.find(({ id }) => id === (name === 'loket' ? 'desk' : name));
  };

  const soon = (member: Member): number => {
    const temper = TEMPERS[temperOf(member.partnerId === DESK ? member.role : member.partnerId)];
    return dice.wait(hours(temper.delay));
  };

  /** Looks at a signal and does something sensible about it. */
  const visit = async (member: Member, id: string, tries: number, seen?: View): Promise<void> => {
    if (!directory().members.some((one) => one.id === member.id)) return;
    if (dice.chance(0.02)) await look(member);
    const view = seen && dice.chance(0.4) ? seen : await open(member, id);
    if (view === 'no answer') {
      if (tries < 4) line.after(dice.wait(minutes(10)), () => void visit(member, id, tries + 1));
      return;
    }
    if (!view) return;
    const deed = deedFor(member, view);
    if (!deed) return;
    const doing = act(member, id, view.version, deed);
    // An impatient finger, or a colleague with the same signal on screen.
    if (dice.chance(0.06)) line.after(dice.between(0, 400), () => void act(member, id, view.version, deed));
    if (dice.chance(0.04)) {
      const colleague = colleagueOf(member);
      const other = colleague && deedFor(colleague, view);
      if (colleague && other) line.after(dice.between(0, 400), () => void act(colleague, id, view.version, other));
    }
    const next = await doing;
    if (next === 'again' && tries < 4) line.after(dice.wait(minutes(10)), () => void visit(member, id, tries + 1));
    if (typeof next === 'object' && dice.chance(TEMPERS[temperOf(member.partnerId)].looks))
      line.after(
        soon(member) + (next.status === 'closed' ? dice.wait(days(6)) : dice.wait(days(1))),
        () => void visit(member, id, 0, next),
      );
  };

  const colleagueOf = (member: Member): Member | undefined =>
    directory().members.find(
      ({ id, partnerId: at, role }) => id !== member.id && at === member.partnerId && role === 'member',
    );

  const cookies = (member: Member) => ({ cookies: [`__Host-session=${member.id}`] });

  /** A glance at the list, which leaves a line for each that is on it. */
  const look = async (member: Member): Promise<void> => {
    const route = 'GET /v1/console/signals';
    await ask.console(route, anEvent(route, cookies(member)));
  };

  /** A coordinator says why, to read and to act alike. */
  const whyOf = ({ role }: Member) => (role === 'coordinator' ? { query: { reason: 'quality-check' } } : {});

  const open = async (member: Member, id: string): Promise<View | 'no answer' | undefined> => {
    const over = isOver(id);
    const route = 'GET /v1/console/signals/{id}';
    const response = await ask.console(route, anEvent(route, { ...cookies(member), path: { id }, ...whyOf(member) }));
    if (response === 'no answer' || response.statusCode === 500) return 'no answer';
    if (response.statusCode !== 200) return undefined;
    if (over) wrong(id, 'was shown after its end');
    return JSON.parse(response.body ?? '{}');
  };

  const act = async (member: Member, id: string, version: number, deed: Deed): Promise<View | 'again' | undefined> => {
    const route = `POST /v1/console/signals/{id}/${ROUTES[deed.act]}`;
    const { act: _which, ...fields } = deed;
    const event = aPost(route, { ...fields, version }, { ...cookies(member), path: { id }, ...whyOf(member) });
    const response = await ask.console(route, event, deed);
    if (response === 'no answer' || response.statusCode === 500) return 'again';
    // Not all that was to go could go: the same again does the rest.
    if (response.statusCode === 503) line.after(dice.wait(hours(2)), () => void act(member, id, version, deed));
    if (response.statusCode === 400 && !namesOthers(deed))
      wrong(id, `a colleague's ${deed.act} was not understood: ${response.body}`);
    if (response.statusCode !== 200) return undefined;
    if (deed['informed'] === 'handed' || deed['informed'] === 'posted') gotLetter(id as SignalId);
    const body = JSON.parse(response.body ?? '{}');
    if (body.erased && dice.chance(0.2)) line.after(dice.wait(days(3)), () => void open(member, id));
    return body.erased ? undefined : body;
  };

  const deedFor = (member: Member, view: View): Deed | undefined => {
    const { acts, step, relation } = view;
    if (relation === 'backup') {
      const answer = dice.chance(0.2) ? 'decline' : 'take-over';
      return acts.includes(answer) ? { act: answer } : undefined;
    }
    const weights = member.role === 'coordinator' ? COORDINATOR : OWNER;
    const possible = acts.filter((one) => weights[one] !== undefined);
    if (possible.length === 0 || (member.role === 'coordinator' && step?.name !== 'choice' && dice.chance(0.5)))
      return undefined;
    return filledIn(dice.weighted(Object.fromEntries(possible.map((one) => [one, weights[one] ?? 0]))), member, view);
  };

  /** Somebody of the team, or a volunteer by name. */
  const whoGoes = ({ visitors = [] }: View) => ({
    at: new Date(line.nowMs() + dice.wait(days(2))).toISOString(),
    ...(visitors.length > 0 && dice.chance(0.7)
      ? { memberId: dice.oneOf(visitors).id }
      : { volunteer: canary('vrijwilliger', 1) }),
  });
  /** Now and then the others at the address go along, or are asked about. */
  const along = ({ sameAddress }: View) => ({
    also: (sameAddress?.known ?? []).map(({ reference }) => reference).filter(() => dice.chance(0.4)),
    elsewhere: dice.chance(0.4),
  });

  const filledIn = (act: string, member: Member, view: View): Deed | undefined => {
    switch (act) {
      case 'triage': {
        const tested = [dice.oneOf(words.TESTED)];
        const other = view.sameAddress?.known[0]?.reference;
        if (other && dice.chance(0.2)) return { act, tested, decision: 'duplicate', duplicateOf: other };
        if (dice.chance(0.3))
          return { act, tested, decision: dice.oneOf(words.NO_FOLLOW_UP.filter((one) => one !== 'duplicate')) };
        return { act, tested, decision: 'follow-up', ...(dice.chance(0.4) && { plan: whoGoes(view) }) };
      }
      case 'hand-over': {
        const { partners, neighbourhoods } = directory();
        const others = partners.filter(({ id }) => id !== member.partnerId);
        const to = dice.chance(0.3) || others.length === 0 ? DESK : dice.oneOf(others).id;
        const lies = neighbourhoods.find(({ partnerId: at }) => at === to);
        return { act, to, reason: dice.oneOf(words.HAND_OVER_REASONS), ...(lies && { neighbourhoodId: lies.id }) };
      }
      case 'plan':
        return { act, ...whoGoes(view) };
      case 'attempt':
        return { act, way: dice.oneOf(words.WAYS), result: dice.oneOf(words.ATTEMPT_RESULTS) };
      case 'contact':
        return contact(view);
      case 'consent': {
        const consent = dice.weighted({ keep: 3, 'not-given': 1 });
        return { act, consent, ...(consent === 'keep' && { agreements: canary('afspraak', 1) }) };
      }
      case 'inform':
        return { act, informed: dice.oneOf(words.TOLD) };
      case 'follow-up':
        return { act, helpStarted: dice.oneOf(words.HELP_STARTED) };
      case 'close':
        return { act, outcome: dice.oneOf(words.OUTCOMES) };
      case 'erase':
        return { act, asked: dice.oneOf(words.ERASURE_ASKED), ...along(view) };
      case 'answer': {
        const asked = view.asked?.find(({ answered }) => !answered);
        const how = asked?.wish === 'erase' ? (['refused', 'not-reachable'] as const) : words.REQUEST_ANSWERS;
        return asked ? { act, request: asked.id, how: dice.oneOf(how) } : undefined;
      }
      case 'dismiss':
        return { act, reason: dice.oneOf(words.DISMISSALS) };
      case 'all-clear':
        return { act, how: dice.oneOf(words.DANGER_HANDLED) };
      case 'alarm':
      case 'release':
      case 'reopen':
      case 'take-over':
      case 'decline':
      case 'cannot-go':
        return { act };
    }
    return undefined;
  };

  const contact = (view: View): Deed => {
    const consent = dice.weighted({ keep: 35, undecided: 30, 'not-given': 20, 'erase-now': 15 });
    const informed = dice.oneOf(words.INFORMED);
    return {
      act: 'contact',
      way: dice.oneOf(words.WAYS),
      informed,
      consent,
      ...(informed === 'not-yet' && { notInformedBecause: canary('reden', 1) }),
      ...(consent === 'keep' && { agreements: canary('afspraak', 1) }),
      alarm: dice.chance(0.06),
      ...(consent === 'erase-now' && along(view)),
      ...(dice.chance(0.3) && { outcome: dice.oneOf(words.OUTCOMES) }),
    };
  };

  return {
    /** Somebody can read this mail from now on. */
    read(mail: Mail): void {
      const id = mail.about?.signalId;
      const member = id && readerOf(mail.to);
      if (!member) return;
      const temper = TEMPERS[temperOf(member.partnerId === DESK ? member.role : member.partnerId)];
      if (dice.chance(temper.looks)) line.after(soon(member), () => void visit(member, id, 0));
    },
  };
}
