import type { LetterView } from '#shared/contracts/letter.ts';
import { spellHouseNumber, spellPostcode } from '#shared/domain/address.ts';
import { type LetterCode, parseSignalId, type SignalId } from '#shared/domain/ids.ts';
import { inFours } from '#shared/domain/in-fours.ts';
import type { Signal } from '#shared/domain/signal.ts';
import type { Handler } from '#shared/http/http-function.ts';
import { json, problem } from '#shared/http/responses.ts';
import { apiTime } from '#shared/http/times.ts';
import { readLetter } from '#shared/usecases/read-letter.ts';
import { namesOf, toldToFormerOwner } from './names.ts';
import type { ReadHandlerDeps } from './read-signals.ts';
import { signedIn } from './signed-in.ts';

export type LetterHandlerDeps = ReadHandlerDeps & { readonly letterCode: (id: SignalId) => Promise<LetterCode> };

/** `GET /v1/console/signals/{id}/letter`: what the letter says of this signal, to print and hand over. */
export const letterHandler = (deps: LetterHandlerDeps): Handler =>
  signedIn(deps, async ({ member }, event) => {
    const id = parseSignalId(event.pathParameters?.['id'] ?? '');
    const outcome = id ? await readLetter(deps, member, id) : ({ kind: 'not-found' } as const);
    switch (outcome.kind) {
      case 'read': {
        const names = await namesOf(deps);
        const { ownerName } = names.of(outcome.signal);
        const code = outcome.signal.letterHash && inFours(await deps.letterCode(outcome.signal.id));
        return json(200, { ...letterView(outcome.signal, outcome.relation, ownerName), ...(code && { code }) });
      }
      case 'not-found':
      case 'not-allowed':
        return problem(outcome.kind);
      case 'handed-over':
        return toldToFormerOwner(deps, outcome);
    }
  });

type Reader = Extract<Awaited<ReturnType<typeof readLetter>>, { readonly kind: 'read' }>['relation'];

/** What a visitor may not read on the screen, they must not read on the letter either. */
function sourceFor(relation: Reader, { about, reporterKind }: Signal['report']): string {
  if (about === 'myself') return 'resident';
  return relation === 'planned-visitor' ? 'other' : reporterKind;
}

function letterView(
  { id, report, reporter, receivedAt, plan, contact, status }: Signal,
  relation: Reader,
  partner: string,
): LetterView {
  const { address } = report;
  const town = [address.postcode && spellPostcode(address.postcode), address.town].filter(Boolean).join(' ');
  // Closing ends what may be known of the reporter, though they are kept a little longer, for the last mail to them.
  const named =
    relation !== 'planned-visitor' && status !== 'closed' && reporter?.mayBeNamed ? reporter.name : undefined;
  return {
    reference: id,
    door: [address.street, spellHouseNumber(address)].filter(Boolean).join(' '),
    ...(town && { town }),
    aboutThemselves: report.about === 'myself',
    receivedAt: apiTime(receivedAt),
    source: sourceFor(relation, report),
    ...(named && { reporterName: named }),
    reasons: [...report.reasons],
    wishes: [...report.wishes],
    hasNote: report.explanation !== undefined,
    hasContact: contact !== undefined,
    partner,
    ...(plan && { visitor: 'volunteer' in plan.by ? plan.by.volunteer : plan.by.name }),
  };
}
