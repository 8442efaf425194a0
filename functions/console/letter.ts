import type { LetterView } from '#shared/contracts/letter.ts';
import { spellHouseNumber, spellPostcode } from '#shared/domain/address.ts';
import { DESK, type LetterCode, parseSignalId, type SignalId } from '#shared/domain/ids.ts';
import { inFours } from '#shared/domain/in-fours.ts';
import { ownerOf, type Signal } from '#shared/domain/signal.ts';
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
        const { signal, relation } = outcome;
        const ownerId = ownerOf(signal);
        const [names, owner] = await Promise.all([namesOf(deps), ownerId && deps.directory.partner(ownerId)]);
        const others = (signal.assignment?.formerOwners ?? []).filter((former) => former !== DESK).map(names.ofPartner);
        const code = signal.letterHash && inFours(await deps.letterCode(signal.id));
        return json(200, {
          ...letterView(signal, relation, names.of(signal).ownerName),
          ...(owner?.dataRole === 'controller' && { partnerIsController: true }),
          ...(others.length > 0 && { otherReaders: others }),
          ...(code && { code }),
        } satisfies LetterView);
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
  { id, report, reporter, receivedAt, plan, contact, status, registers }: Signal,
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
    ...(!address.street && { withoutStreet: true }),
    ...(town && { town }),
    aboutThemselves: report.about === 'myself',
    receivedAt: apiTime(receivedAt),
    source: sourceFor(relation, report),
    ...(named && { reporterName: named }),
    reasons: [...report.reasons],
    wishes: [...report.wishes],
    hasNote: report.explanation !== undefined,
    hasContact: contact !== undefined,
    ...(registers && { registersAsked: true }),
    partner,
    ...(plan && { visitor: 'volunteer' in plan.by ? plan.by.volunteer : plan.by.name }),
  };
}
