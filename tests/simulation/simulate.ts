import type { SignalId } from '#shared/domain/ids.ts';
import type { Rules, Settings } from '#shared/domain/settings.ts';
import { seconds as secondsOf } from '#shared/domain/time.ts';
import { ENDING_ANSWERS } from '#shared/domain/words.ts';
import type { Response } from '#shared/http/responses.ts';
import type { Directory } from '#shared/ports/directory-store.ts';
import type { Mail } from '#shared/ports/mailer.ts';
import { idFromKey } from '#shared/runtime/random-and-hash.ts';
import { settings as ordinarySettings } from '#shared/testing/builders.ts';
import { mail as dutch } from '#shared/texts/nl/mail.ts';
import { type Dice, diceOf } from './dice.ts';
import { directoryWorkOf } from './directory-work.ts';
import { expecting } from './expected-life.ts';
import { flatWorld } from './flat-world.ts';
import { type FunctionName, functionsOn, type Invocation } from './functions.ts';
import { type Broken, ledgerOf, type Promised } from './ledger.ts';
import { mailServiceOf } from './mail-service.ts';
import { overhear } from './overhear.ts';
import { ownersOf } from './owners.ts';
import { type Ask, colleaguesOf, peopleOf, reportersOf } from './people.ts';
import { playedIn } from './played.ts';
import { registersOf } from './registers.ts';
import { residentsOf } from './residents.ts';
import { days, hours, minutes, seconds, timeline } from './timeline.ts';
import { type Parts, townOf } from './town.ts';
import { traceOf } from './trace.ts';
import { isIn, weatherOf } from './weather.ts';

export type Simulated = {
  readonly seed: number;
  /** Signals of which somebody was told the number. */
  readonly signals: number;
  readonly mails: number;
  /** Calls on ports. */
  readonly calls: number;
  /** How late the latest was of all that had to happen, however bad the weather, in milliseconds after it could. */
  readonly latestMs: number;
  /** How those ended. */
  readonly endings: Readonly<Record<'erased' | 'expired', number>>;
  readonly broken: readonly Broken[];
  /** How often each kind of thing happened. */
  readonly played: Readonly<Record<string, number>>;
  readonly counts: Readonly<Record<Promised, number>>;
};

/** Days with something odd about them, at midnight UTC: changes of the clock, a leap day, holidays, the turn of a year. */
const ODD_DAYS = [
  '2026-03-28',
  '2026-10-24',
  '2028-02-28',
  '2027-04-25',
  '2026-04-26',
  '2026-04-02',
  '2027-03-26',
  '2028-04-13',
  '2026-12-24',
  '2027-12-31',
  '2026-05-13',
  '2029-05-04',
  '2030-10-26',
  '2031-03-29',
].map((day) => Date.parse(`${day}T00:00:00Z`));
const SPANS = [days(1), days(30), days(200), days(730)];

/** A municipality from its first signal until the last trace of the last one is gone. The same seed gives the same, to the last second. */
export async function simulate({
  seed,
  signals: count,
  mostBroken = 50,
  lose,
}: {
  readonly seed: number;
  readonly signals: number;
  /** Where this much is broken, waiting for the end may be waiting for ever. */
  readonly mostBroken?: number;
  /** Takes away one signal that stands so, as nobody may: to see that it is missed. */
  readonly lose?: 'open' | 'closed';
}): Promise<Simulated> {
  const dice = diceOf(seed);
  const startMs = dice.oneOf(ODD_DAYS) - dice.between(0, days(3));
  const span = dice.oneOf(SPANS);
  const weather = weatherOf(dice.fork(1), startMs, startMs + span + days(30));
  const settings = settingsOf(dice.fork(2));
  const line = timeline(startMs);
  const trace = traceOf();
  let number = 0;
  const nextNumber = (): number => ++number;

  const played = playedIn();
  const registers = registersOf({ line, dice: dice.fork(11), weather, played });
  const owners = ownersOf(line);
  const ledger = ledgerOf({
    line,
    trace,
    weather,
    rules: settings.rules,
    expect: expecting(settings.rules),
    owners,
    coordinators: new Set(settings.coordinator.mailboxes),
    practiceWords: [dutch.practice.subject('').trim()],
    registers,
    played,
    atWork: () => functions.atWork(),
  });
  const chance = dice.fork(3);
  /** One signal that for days cannot be read: it must keep no other waiting. */
  let poison: { readonly id: string; readonly untilMs: number } | undefined;
  /** One of which the answer never comes, for hours. */
  let hanging: { readonly id: string; readonly fromMs: number; readonly untilMs: number } | undefined;
  const isNow = (trouble: { readonly fromMs?: number; readonly untilMs: number } | undefined): boolean =>
    trouble !== undefined && (trouble.fromMs ?? 0) <= line.nowMs() && line.nowMs() < trouble.untilMs;
  const outOfOrder = (port: string, id: string | undefined): 'throttled' | 'hangs' | undefined => {
    if (port.startsWith('directory.') && isIn(weather.directoryDown, line.nowMs())) return 'throttled';
    if (port !== 'signals.find' || id === undefined) return undefined;
    if (id === poison?.id && isNow(poison)) return 'throttled';
    return id === hanging?.id && isNow(hanging) ? 'hangs' : undefined;
  };
  const flat = flatWorld(
    {
      signalPut(before, row) {
        trace.note(line.nowMs(), String(row['pk']), 'put', {
          status: row['status'],
          revision: row['revision'],
          nextAt: row['nextAt'],
        });
        ledger.signalPut(before, row);
        if (!before && !poison && weather.faults > 0 && chance.chance(0.02))
          poison = { id: String(row['pk']), untilMs: line.nowMs() + days(2) };
        else if (!before && !hanging && weather.faults > 0 && chance.chance(0.02)) {
          const fromMs = line.nowMs() + chance.wait(days(2));
          hanging = { id: String(row['pk']), fromMs, untilMs: fromMs + hours(chance.between(1, 6)) };
        }
        if (poison?.id === row['pk'] && !before) played.note('poisoned');
        stream(String(row['pk']), before ? 'MODIFY' : 'INSERT');
        timeToLive(String(row['pk']), Number(row['ttl']));
      },
      signalRemoved(before) {
        ledger.signalRemoved(before);
        stream(String(before['pk']), 'REMOVE');
      },
      auditPut(row) {
        trace.note(line.nowMs(), String(row['pk']), 'audit', { event: row['event'], by: row['by'], at: row['at'] });
        ledger.auditPut(row);
      },
      statisticsPut: (row) => ledger.statisticsPut(row),
    },
    (update) => {
      if (!chance.chance(weather.indexLags)) return update();
      played.note('index late');
      line.after(chance.wait(seconds(3)), update);
    },
  );

  const mailService = mailServiceOf({
    line,
    dice: dice.fork(4),
    weather,
    played,
    onAccepted(mail) {
      const invocation = functions.atWork();
      trace.note(line.nowMs(), mail.about?.signalId, 'mail', { effect: mail.about?.effect, to: mail.to });
      if (invocation) ledger.mailed(invocation, mail);
    },
    onArrival: (mail) => colleagues.read(mail),
    onEvent: (mail, event) => void feedback(mail, event, 0),
    onHeard: ({ about }) => about && ledger.heard(about.signalId, about.effect),
    onUnheard: (mail, fromMs) => mail.about && ledger.unheard(mail.about.signalId, mail.about.effect, fromMs),
  });

  const town = await townOf({
    flat,
    settings,
    mailer: mailService,
    wakeUp: { wakeAt: async (id, at) => schedule(id, at * 1_000) },
    registers,
    nextNumber,
    onFault: (id, fault) => failed(id, fault),
    onRemovedByTimeToLive: (id) => {
      if (!ledger.signals.get(id)?.gone) ledger.fail('kept', id, 'the second net had to remove it');
    },
    onDifference: (difference) => {
      const id =
        'signalId' in difference ? difference.signalId : 'factId' in difference ? difference.factId : 'all facts';
      ledger.fail('books', id, `the books of the night say ${difference.kind}`);
    },
  });
  const functions = functionsOn<Parts>(
    {
      line,
      dice: dice.fork(5),
      weather,
      reporting: {
        skewed: () => played.note('clock skewed'),
        fault(invocation, id, port, fault) {
          trace.note(line.nowMs(), id, `${invocation.what}: ${port} ${fault}`);
          const trouble = outOfOrder(port, id);
          if (trouble === 'hangs') played.note('never answered');
          if (trouble && port.startsWith('directory.')) return played.note('directory down');
          ledger.fault(
            invocation,
            id,
            port,
            fault,
            trouble === 'hangs' ? hanging?.untilMs : trouble && poison?.untilMs,
          );
        },
        died(invocation, how) {
          if (how === 'time limit') played.note('time limit');
          for (const id of invocation.touched) trace.note(line.nowMs(), id, `${invocation.what} died: ${how}`);
          ledger.died(invocation);
        },
        done(invocation, id, port) {
          ledger.done(invocation, id, port);
        },
        failed: (invocation, fault) => failed(invocation.what, fault),
      },
      outOfOrder,
    },
    town.make,
  );
  /** What a port throws is weather; anything else that is thrown is our own fault. */
  const failed = (id: string, fault: unknown) => {
    if (!(fault instanceof Error)) return ledger.fail('broken code', id, String(fault));
    if (fault.name !== 'ServiceUnavailable' && !fault.message.includes('too many at once'))
      ledger.fail('broken code', id, fault.stack ?? fault.message);
  };

  // --- what brings signals on ---------------------------------------------------------------------------------------------------

  let records: { readonly id: string; readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE'; readonly byTtl: boolean }[] =
    [];
  let timeToLiveAtWork = false;
  const weathered = dice.fork(6);
  const stream = (id: string, eventName: 'INSERT' | 'MODIFY' | 'REMOVE') => {
    const byTtl = timeToLiveAtWork;
    if (isIn(weather.streamDown, line.nowMs())) return played.note('stream down');
    if (weathered.chance(weather.stream.dropped)) return played.note('record dropped');
    const bring = (): void => {
      if (records.length === 0) line.after(weathered.between(100, 900), flush);
      records.push({ id, eventName, byTtl });
    };
    if (weathered.chance(weather.stream.late)) {
      played.note('record late');
      line.after(weathered.wait(hours(1)), bring);
    } else bring();
    if (!weathered.chance(weather.stream.doubled)) return;
    played.note('record twice');
    line.after(weathered.wait(minutes(2)), bring);
  };
  const flush = (): void => {
    const batch = records;
    records = [];
    void follow(batch, 0);
  };
  const follow = async (batch: typeof records, tries: number): Promise<void> => {
    const Records = batch.map(({ id, eventName, byTtl }, index) => ({
      eventName,
      ...(byTtl && { userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' } }),
      dynamodb: { Keys: { pk: { S: id } }, SequenceNumber: String(index) },
    }));
    const outcome = await functions.invoke('signal-changes', 'follow', ({ follow: handle }) => handle({ Records }));
    if (tries >= 3) return;
    if (outcome.kind !== 'answered') return line.after(seconds(1), () => void follow(batch, tries + 1));
    const [first] = outcome.answer.batchItemFailures
      .map(({ itemIdentifier }) => Number(itemIdentifier))
      .sort((a, b) => a - b);
    if (first !== undefined) line.after(seconds(1), () => void follow(batch.slice(first), tries + 1));
  };

  const timeToLive = (id: string, ttl: number): void => {
    // A time to live in milliseconds lies so far ahead that it never comes.
    if (!Number.isFinite(ttl) || ttl > 4_000_000_000) return;
    line.at(ttl * 1_000 + hours(weathered.between(0, 48)), () => {
      const row = flat.world.signals.get({ pk: id });
      if (row?.['ttl'] !== ttl) return;
      if (row['kind'] === 'signal') ledger.fail('kept', id, 'the second net had to remove it');
      timeToLiveAtWork = true;
      flat.world.signals.remove({ pk: id });
      timeToLiveAtWork = false;
    });
  };

  const made = new Set<string>();
  const schedule = (id: SignalId, ms: number) => {
    const name = `${id}-${ms}`;
    if (made.has(name)) return;
    made.add(name);
    const ring = (): void => {
      made.delete(name);
      void functions.invoke('clock', `schedule of ${id}`, ({ job }) => job({ job: 'advance', signalId: id }));
    };
    if (weathered.chance(weather.schedules.never)) return played.note('schedule never');
    const isLate = weathered.chance(weather.schedules.late);
    const late = isLate ? weathered.wait(hours(2)) : weathered.between(0, 59_000);
    if (isLate) played.note('schedule late');
    line.at(ms + late, ring);
    if (!weathered.chance(weather.schedules.doubled)) return;
    played.note('schedule twice');
    line.at(ms + late + weathered.wait(seconds(30)), ring);
  };

  let sweepAt = Number.POSITIVE_INFINITY;
  const planSweep = (): void => {
    const due = flat.firstDue();
    if (due === Number.POSITIVE_INFINITY) return;
    const nextMinute = (ms: number): number => (Math.floor(ms / 60_000) + 1) * 60_000;
    const at = nextMinute(Math.max(due * 1_000 - 1, line.nowMs()));
    if (at >= sweepAt) return;
    sweepAt = at;
    line.at(at, () => {
      if (sweepAt !== at) return;
      sweepAt = Number.POSITIVE_INFINITY;
      if (weathered.chance(weather.sweepsMissed)) {
        played.note('sweep missed');
        return ledger.missedSweep();
      }
      sweepNow();
      if (weathered.chance(weather.schedules.doubled)) line.after(weathered.between(0, 5_000), sweepNow);
    });
  };
  const sweepNow = (): void => void functions.invoke('clock', 'sweep', ({ job }) => job({ job: 'sweep' }));
  for (let index = 0; index < 3; index += 1)
    line.at(startMs + weathered.between(0, span), () => void again('daily', { job: 'daily' }));

  /** Asked again after a fault, as Lambda does what it is asked without waiting for it. */
  const again = async (what: string, event: object, tries = 0): Promise<void> => {
    const outcome = await functions.invoke('clock', what, ({ job }) => job(event));
    if (outcome.kind !== 'answered' && tries < 2)
      line.after(minutes(1 + tries), () => void again(what, event, tries + 1));
  };
  let isLost = false;
  const takeAway = (standing: 'open' | 'closed'): boolean => {
    const id = ledger.standing(standing, days(3));
    if (id !== undefined) flat.world.signals.remove({ pk: id });
    return id !== undefined;
  };
  /** Every night on which there is anything to count. */
  const night = (): void => {
    if (lose && !isLost) isLost = takeAway(lose);
    const isEmpty = flat.firstDue() === Number.POSITIVE_INFINITY;
    if (!isEmpty) {
      played.note('books');
      void again('books', { job: 'books' });
    }
    if (!isEmpty || line.nowMs() < startMs + span + days(5)) line.after(days(1), night);
  };
  line.at(startMs + hours(3), night);
  for (let index = 0; index < 2; index += 1)
    line.at(startMs + weathered.between(0, span), () => {
      const at = new Date(line.nowMs()).toISOString();
      void again('alarm', {
        job: 'alarm',
        name: 'Omzien-demo-Service/the-clock-fails',
        state: index ? 'OK' : 'ALARM',
        at,
      });
    });

  const feedback = async (mail: Mail, event: unknown, tries: number): Promise<void> => {
    const outcome = await functions.invoke('mail-feedback', 'mail event', ({ mailEvent }) => mailEvent(event));
    if (outcome.kind !== 'answered' && tries < 2) line.after(minutes(1), () => void feedback(mail, event, tries + 1));
  };

  // --- people -------------------------------------------------------------------------------------------------------------------

  const lost = dice.fork(7);
  const askOf =
    (of: FunctionName): Ask =>
    async (route, event, deed) => {
      let asked: Invocation | undefined;
      const outcome = await functions.invoke(of, route, async ({ routes }, invocation): Promise<Response> => {
        asked = invocation;
        if (deed) ledger.asked(invocation, deed);
        const handle = routes[route];
        if (!handle) throw new TypeError(`nobody answers ${route}`);
        return handle(event);
      });
      if (asked) ledger.over(asked);
      const id = event.pathParameters?.['id'];
      const code = outcome.kind === 'answered' ? outcome.answer.statusCode : outcome.kind;
      trace.note(line.nowMs(), id, route, { code, ...(deed && { deed }) });
      if (outcome.kind === 'failed') return { statusCode: 500, headers: {}, body: '' };
      if (outcome.kind !== 'answered') return 'no answer';
      if (!lost.chance(weather.answersLost)) return outcome.answer;
      played.note('answer lost');
      return 'no answer';
    };
  const gone = new Set<string>();
  let here: Directory = peopleOf(gone);
  await town.importDirectory(here);
  owners.is(here);
  const deps = {
    line,
    ask: { report: askOf('report'), console: askOf('console') },
    idOf: idFromKey,
    told: ledger.told,
    wrong: (id: string, why: string) => ledger.fail(why.includes('after its end') ? 'kept' : 'lost', id, why),
    isOver: ledger.isOver,
    wasClosed: ledger.wasClosed,
    directory: () => here,
  };
  const reporters = reportersOf({ ...deps, dice: dice.fork(8) });
  const residents = residentsOf({
    line,
    dice: dice.fork(12),
    ask: deps.ask.report,
    codeOf: town.letterCodeOf,
    wrong: deps.wrong,
    asked: ledger.residentAsked,
  });
  const colleagues = colleaguesOf({
    ...deps,
    dice: dice.fork(9),
    // A letter whose code could not be made has none.
    gotLetter: (id) => flat.world.signals.get({ pk: id })?.['letterHash'] !== undefined && residents.gotLetter(id),
  });

  const arrivals = dice.fork(10);
  for (let index = 0; index < count; index += 1)
    line.at(arrival(arrivals, startMs, span), () => reporters.report(seed * 10_000 + index));
  if (dice.chance(0.4)) {
    const leaving = dice.oneOf(['centrum', 'west', 'zuid']);
    line.at(startMs + dice.between(0, span), () => {
      gone.add(leaving);
      here = peopleOf(gone);
      void town.importDirectory(here);
      owners.is(here);
    });
  } else {
    // The coordinator does it in the console, where what lies with whoever leaves has to go somewhere.
    const work = directoryWorkOf({
      line,
      dice: dice.fork(13),
      ask: deps.ask.console,
      wrong: deps.wrong,
      async changed() {
        here = await town.directory();
        owners.is(here);
      },
    });
    const moment = (): number => startMs + dice.between(0, span + days(10));
    for (let count = dice.between(0, 3); count > 0; count -= 1) {
      const anybody = `${dice.oneOf(['centrum', 'noord', 'west', 'zuid'])}-${dice.oneOf(['bezoek', 'twee'])}`;
      line.at(moment(), () => work.removeMember(ledger.plannedVisitor() ?? anybody));
    }
    if (dice.chance(0.5)) {
      const leaving = dice.oneOf(['centrum', 'west', 'zuid']);
      line.at(moment(), () => work.removePartner(leaving));
    }
    for (let count = dice.between(1, 6); count > 0; count -= 1) {
      const partner = dice.oneOf(['centrum', 'noord', 'west', 'zuid']);
      line.at(moment(), () => work.practise(partner));
    }
  }
  for (let count = dice.between(0, 3); count > 0; count -= 1)
    line.at(startMs + dice.between(0, span), () => residents.guess());

  const endOfLog = overhear((text) => ledger.logged(text));
  try {
    await line.run(() => {
      ledger.settle();
      planSweep();
      if (ledger.broken.length >= mostBroken) line.stop();
    });
  } finally {
    endOfLog();
  }

  // --- the end --------------------------------------------------------------------------------------------------------------------

  if (ledger.broken.length < mostBroken) {
    for (const { id, gone: end, changes, told } of ledger.signals.values()) {
      if (!end) ledger.fail(told ? 'lost' : 'kept', id, 'never came to an end');
      if (changes === 0) ledger.fail('facts', id, 'nothing ever became of it');
    }
    const left = flat.world.signals.rows().length;
    if (left > 0) ledger.fail('kept', '-', `${left} rows are left when everything is over`);
    const practices = [...ledger.signals.values()].filter(({ isPractice }) => isPractice).length;
    if (ledger.facts.size !== ledger.signals.size - practices)
      ledger.fail('facts', '-', `${ledger.facts.size} facts of ${ledger.signals.size} signals and practice`);
    if (ledger.practices.size !== practices)
      ledger.fail('facts', '-', `${ledger.practices.size} of ${practices} practices can be looked back on`);
    if (ledger.drops.size > 0) ledger.fail('kept', '-', `${ledger.drops.size} requests lie in the letter box for ever`);
    const everything = JSON.stringify(flat.world.dump());
    if (/kanarie/i.test(everything)) ledger.fail('kept', '-', 'a name is left when everything is over');
  }

  const reported = [...ledger.signals.values()].filter(({ told }) => told);
  const { mails, steps, latestMs } = ledger.counts();
  return {
    seed,
    signals: reported.length,
    mails,
    calls: steps,
    latestMs,
    endings: {
      erased: reported.filter(({ gone: end }) => end?.how === 'erased').length,
      expired: reported.filter(({ gone: end }) => end?.how === 'expired').length,
    },
    broken: ledger.broken,
    played: played.counts(),
    counts: countsOf(ledger.broken),
  };
}

/** Half of them spread out, the others in bunches: a poster day, a news item, the first working day after a holiday. */
function arrival(dice: Dice, startMs: number, span: number): number {
  if (dice.chance(0.5)) return startMs + dice.between(0, span);
  const odd = ODD_DAYS.filter((day) => day >= startMs && day <= startMs + span);
  return (odd.length > 0 ? dice.oneOf(odd) : startMs) + dice.between(0, days(2));
}

function settingsOf(dice: Dice): Settings {
  const { rules } = ordinarySettings;
  const own: Rules = {
    ...rules,
    clock: dice.oneOf(['elapsed', 'working-hours'] as const),
    officeHours: { ...rules.officeHours, publicHolidays: dice.chance(0.8) ? 'closed' : 'open' },
    ...(dice.chance(0.6) && {
      registers: { mayEnd: dice.oneOf([[], ['deceased'], ENDING_ANSWERS]), wait: secondsOf(600) },
    }),
  };
  return {
    ...ordinarySettings,
    rules: own,
    coordinator: { mailboxes: ['coordinator@stad.example', 'coordinator-2@stad.example'] },
    desk: { ...ordinarySettings.desk, mailboxes: ['loket@stad.example', 'loket-2@stad.example'] },
  };
}

function countsOf(broken: readonly Broken[]): Record<Promised, number> {
  const of = (promised: Promised): number =>
    new Set(broken.filter((one) => one.promised === promised).map(({ id }) => id)).size;
  return {
    lost: of('lost'),
    'late unseen': of('late unseen'),
    kept: of('kept'),
    early: of('early'),
    resurrected: of('resurrected'),
    'without a next moment': of('without a next moment'),
    'other than expected': of('other than expected'),
    'mailed twice': of('mailed twice'),
    'personal data': of('personal data'),
    facts: of('facts'),
    audit: of('audit'),
    books: of('books'),
    'broken code': of('broken code'),
  };
}
