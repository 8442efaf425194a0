import { type EpochSeconds, epochSeconds } from '#shared/domain/time.ts';
import type { Dice } from './dice.ts';
import type { Timeline } from './timeline.ts';
import type { PortName } from './town.ts';
import { FAULTS, type Fault, type Weather } from './weather.ts';

/** As infra/constructs/service-function.ts sets it. */
const TIME_LIMIT_MS = 30_000;

export type FunctionName = 'report' | 'console' | 'signal-changes' | 'clock' | 'mail-feedback';

/** One run of a function. It dies with its process or at its time limit: what it awaits then never comes. */
export type Invocation = {
  readonly of: FunctionName;
  /** What it was asked to do, for the trace. */
  readonly what: string;
  readonly startedMs: number;
  dead: boolean;
  /** What is going wrong with the call that is being done right now. */
  hurting: Fault | undefined;
  /** The signals that it worked on. */
  readonly touched: Set<string>;
  /** The mails that it handed over and has not written down yet, by signal. */
  readonly unrecorded: Map<string, string>;
  /** A signal of which the answer never comes. */
  hangsOn: string | undefined;
  die(how: Fault | 'time limit'): void;
};

/** A process with a clock of its own. It serves one invocation at a time, as Lambda has it. */
export type Container = {
  readonly of: FunctionName;
  running: Invocation | undefined;
  readonly now: () => EpochSeconds;
};

export type Reporting = {
  fault(invocation: Invocation, id: string | undefined, port: string, fault: Fault): void;
  died(invocation: Invocation, how: string): void;
  /** Something reached a table or the mail service. */
  done(invocation: Invocation, id: string | undefined, port: string, answer: unknown): void;
  /** A process started of which the clock is fast or slow. */
  skewed(): void;
  /** A function threw. */
  failed(invocation: Invocation, fault: unknown): void;
};

export type Functions<Parts> = {
  /** Resolves when the function answers, fails or dies. */
  invoke<Answer>(
    of: FunctionName,
    what: string,
    work: (parts: Parts, invocation: Invocation) => Promise<Answer>,
  ): Promise<
    { readonly kind: 'answered'; readonly answer: Answer } | { readonly kind: 'failed' } | { readonly kind: 'died' }
  >;
  /** Who is at work in this very moment. */
  readonly atWork: () => Invocation | undefined;
};

/** Thrown by ports. Quotes what a service might quote: nobody may log it. */
const outage = (fault: Fault): Error => {
  // Where it came from is known, and finding it out takes long.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  const made = new Error(`${fault}: {"explanation":"Kanarie","postcode":"3034 QX"}`);
  Error.stackTraceLimit = stackTraceLimit;
  return Object.assign(made, { name: 'ServiceUnavailable' });
};

/** What a dead process waits for. Its own each time: a promise that is never kept holds on to all who wait for it. */
const never = (): Promise<never> => new Promise(() => {});

/** Every call of a function on a port goes through here: it takes time, and it may fail in each of the ways that calls can. */
export function functionsOn<Parts>(
  {
    line,
    dice,
    weather,
    reporting,
    outOfOrder,
  }: {
    readonly line: Timeline;
    readonly dice: Dice;
    readonly weather: Weather;
    readonly reporting: Reporting;
    /** A call that goes wrong whoever makes it: `hangs` when it is never answered. */
    readonly outOfOrder: (port: string, id: string | undefined) => 'throttled' | 'hangs' | undefined;
  },
  make: (container: Container, guarded: Guard) => Parts,
): Functions<Parts> {
  const idle: Record<FunctionName, { container: Container; parts: Parts }[]> = {
    report: [],
    console: [],
    'signal-changes': [],
    clock: [],
    'mail-feedback': [],
  };
  let atWork: Invocation | undefined;

  const start = (of: FunctionName) => {
    const skew = weather.clockSkew > 0 ? dice.between(-weather.clockSkew / 2, weather.clockSkew / 2) : 0;
    if (skew !== 0) reporting.skewed();
    const container: Container = { of, running: undefined, now: () => epochSeconds((line.nowMs() + skew) / 1_000) };
    return { container, parts: make(container, guardOf(container)) };
  };

  const guardOf = (container: Container): Guard => {
    const call = async (port: string, id: string | undefined, perform: () => Promise<unknown>) => {
      const invocation = container.running;
      if (!invocation || invocation.dead) return never();
      const broken = outOfOrder(port, id);
      if (id !== undefined) invocation.touched.add(id);
      if (broken === 'hangs') {
        invocation.hangsOn = id;
        reporting.fault(invocation, id, port, 'slow');
        await line.pause(invocation.startedMs + TIME_LIMIT_MS - line.nowMs());
        invocation.die('time limit');
        return never();
      }
      const fault = broken ?? (dice.chance(weather.faults) ? dice.oneOf(FAULTS) : undefined);
      if (fault) reporting.fault(invocation, id, port, fault);
      const commit = (hurting = fault): Promise<unknown> => {
        atWork = invocation;
        invocation.hurting = hurting;
        const answer = perform();
        invocation.hurting = undefined;
        atWork = undefined;
        return answer.then((known) => {
          reporting.done(invocation, id, port, known);
          return known;
        });
      };
      const pause = (ms: number): Promise<void> => {
        const left = invocation.startedMs + TIME_LIMIT_MS - line.nowMs();
        if (ms < left) return line.pause(ms);
        return line.pause(left).then(() => {
          invocation.die('time limit');
          return never();
        });
      };
      await pause(dice.between(2, 30));
      if (invocation.dead) return never();
      switch (fault) {
        case undefined:
          return commit();
        case 'slow':
          await pause(dice.between(3_000, 28_000));
          return invocation.dead ? never() : commit();
        case 'throttled':
          throw outage(fault);
        case 'timeout-before':
          await pause(dice.between(1_000, 8_000));
          throw outage(fault);
        case 'timeout-after':
          await commit();
          await pause(dice.between(1_000, 8_000));
          throw outage(fault);
        case 'asked-twice':
          return askedTwice(
            port,
            () => commit(),
            async () => {
              await pause(dice.between(100, 2_000));
              return invocation.dead ? never() : commit(undefined);
            },
          );
        case 'crash-before':
          invocation.die(fault);
          return never();
        case 'crash-after':
          await commit();
          invocation.die(fault);
          return never();
      }
    };
    return (port, methods) => {
      const guarded: Record<string, unknown> = {};
      for (const [name, method] of Object.entries(methods)) {
        if (typeof method !== 'function') continue;
        guarded[name] = (...given: unknown[]) => call(`${port}.${name}`, idIn(given[0]), () => method(...given));
      }
      return guarded as typeof methods;
    };
  };

  return {
    atWork: () => atWork,
    invoke: (of, what, work) =>
      new Promise((resolve) => {
        const held = idle[of].pop() ?? start(of);
        const { container, parts } = held;
        const invocation: Invocation = {
          of,
          what,
          startedMs: line.nowMs(),
          dead: false,
          hurting: undefined,
          touched: new Set(),
          unrecorded: new Map(),
          hangsOn: undefined,
          die(how) {
            if (invocation.dead) return;
            // The process is gone: whatever it was doing never ends, and the next invocation gets another one.
            invocation.dead = true;
            reporting.died(invocation, how);
            resolve({ kind: 'died' });
          },
        };
        container.running = invocation;
        const end = (): void => {
          container.running = undefined;
          idle[of].push(held);
        };
        work(parts, invocation).then(
          (answer) => {
            if (invocation.dead) return;
            end();
            resolve({ kind: 'answered', answer });
          },
          (fault: unknown) => {
            if (invocation.dead) return;
            end();
            reporting.failed(invocation, fault);
            resolve({ kind: 'failed' });
          },
        );
      }),
  };
}

/** A port whose every method may fail. */
export type Guard = <Port extends object>(name: PortName, port: Port) => Port;

/** What a client knows to be the same transaction again (a request token) is answered as the first time. Everything else happens once more. */
const TRANSACTIONS: ReadonlySet<string> = new Set(['signals.change', 'signals.erase', 'audit.write', 'editor.change']);

async function askedTwice(port: string, once: () => Promise<unknown>, again: () => Promise<unknown>): Promise<unknown> {
  const answer = await once();
  return TRANSACTIONS.has(port) ? answer : again();
}

/** The signal that a call is about, by its first argument. */
function idIn(given: unknown): string | undefined {
  if (typeof given === 'string') return given;
  if (typeof given !== 'object' || given === null) return undefined;
  if ('id' in given && typeof given.id === 'string') return given.id;
  if ('about' in given && typeof given.about === 'object' && given.about !== null && 'signalId' in given.about)
    return String(given.about.signalId);
  return undefined;
}
