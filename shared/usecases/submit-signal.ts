import { fourDigits } from '#shared/domain/address.ts';
import { contentOf } from '#shared/domain/content-of.ts';
import type { FactId, SignalId } from '#shared/domain/ids.ts';
import { type Intake, receive } from '#shared/domain/intake.ts';
import { withStreet } from '#shared/domain/routing.ts';
import type { Settings } from '#shared/domain/settings.ts';
import type { Deadlines, Report, Reporter } from '#shared/domain/signal.ts';
import type { Suspicion } from '#shared/domain/words.ts';
import type { AreaReader } from '#shared/ports/directory-store.ts';
import type { SignalIntake } from '#shared/ports/signal-intake.ts';
import { type CountDeps, count, knownSource } from './count.ts';

export type SubmitSignalDeps = CountDeps & {
  readonly signals: SignalIntake;
  readonly directory: AreaReader;
  readonly settings: Settings;
  /** The same key gives the same id, and nobody can tell the key from the id. */
  readonly idFromKey: (idempotencyKey: string) => SignalId;
  readonly newFactId: () => FactId;
  readonly digest: (content: string) => string;
};

export type SubmittedSignal = {
  readonly idempotencyKey: string;
  readonly report: Report;
  readonly reporter: Reporter;
  readonly suspicions: readonly Suspicion[];
};

export type SubmitSignalOutcome =
  | { readonly kind: 'accepted'; readonly id: SignalId; readonly deadlines: Deadlines }
  | { readonly kind: 'outside-service-area' }
  | { readonly kind: 'contact-required' }
  /** Under this key there is a signal already: with other content, or one that is over. */
  | { readonly kind: 'other-content' };

/**
 * Stores a signal once, whatever the sender does: the same form posted twice, in parallel or tomorrow, is one signal and one answer.
 * Routing, mail and clocks follow from the table, so a retry here cannot send anything twice. One read and one write;
 * one of each more for who came by a poster, whose code is counted once.
 */
export async function submitSignal(
  deps: SubmitSignalDeps,
  { idempotencyKey, report, reporter, suspicions }: SubmittedSignal,
): Promise<SubmitSignalOutcome> {
  const { settings } = deps;
  if (settings.reporterContact === 'required' && !reporter.email && !reporter.phone)
    return { kind: 'contact-required' };
  const { postcode } = report.address;
  const routes = postcode && (await deps.directory.routesFor(fourDigits(postcode)));
  if (postcode && !routes) return { kind: 'outside-service-area' };

  const { source: asSent, ...told } = report;
  const source = await knownSource(deps.directory, asSent);

  const intake: Intake = {
    id: deps.idFromKey(idempotencyKey),
    factId: deps.newFactId(),
    // Of what was sent, so that it is the same signal when the directory has changed in between.
    contentDigest: deps.digest(contentOf([report, reporter])),
    report: { ...told, address: withStreet(told.address, routes), ...(source && { source }) },
    reporter,
    suspicions,
  };
  const signal = receive(intake, settings.rules, deps.now());
  const added = await deps.signals.add(signal);
  if (added.kind === 'added') {
    if (source) await count(deps, { kind: 'via', code: source });
    return { kind: 'accepted', id: signal.id, deadlines: signal.deadlines };
  }

  // Of a signal that was closed or erased is not known any more what was sent, so this may be another one. It hears the same of both: that
  // there is one under this key. Whoever has something else to say takes another key; said again, it stays one signal.
  if (added.by.kind === 'erased' || added.by.contentDigest !== intake.contentDigest) return { kind: 'other-content' };
  return { kind: 'accepted', id: signal.id, deadlines: added.by.deadlines };
}
