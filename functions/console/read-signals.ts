import * as z from 'zod/mini';
import { type PartnerList, ReadQuery, type SignalView } from '#shared/contracts/console.ts';
import type { Reader } from '#shared/domain/access.ts';
import type { Member } from '#shared/domain/directory.ts';
import { DESK, type PartnerId, parseSignalId } from '#shared/domain/ids.ts';
import type { Signal } from '#shared/domain/signal.ts';
import { ownerOf } from '#shared/domain/signal.ts';
import type { Handler } from '#shared/http/http-function.ts';
import { json, problem, type Response } from '#shared/http/responses.ts';
import { wrongFields } from '#shared/http/wrong-fields.ts';
import type { DirectoryReader } from '#shared/ports/directory-store.ts';
import { type OthersDeps, othersAtAddress } from '#shared/usecases/others-at-address.ts';
import { type ReadSignalDeps, readSignal } from '#shared/usecases/read-signal.ts';
import type { SignInDeps } from '#shared/usecases/sign-in.ts';
import { type NamesDeps, namesOf, toldToFormerOwner } from './names.ts';
import { sameAddressView, signalView } from './signal-view.ts';
import { signedIn } from './signed-in.ts';

export type ReadHandlerDeps = Omit<SignInDeps, 'directory'> &
  ReadSignalDeps &
  OthersDeps &
  NamesDeps & { readonly directory: DirectoryReader };

/** `GET /v1/console/signals/{id}?reason=`. */
export const readHandler = (deps: ReadHandlerDeps): Handler =>
  signedIn(deps, async ({ member }, event) => {
    const id = parseSignalId(event.pathParameters?.['id'] ?? '');
    if (!id) return problem('not-found');
    const query = z.safeParse(ReadQuery, event.queryStringParameters ?? {});
    if (!query.success) return problem('invalid-fields', { errors: wrongFields(query.error.issues) });
    const outcome = await readSignal(deps, member, id, query.data.reason);
    switch (outcome.kind) {
      case 'read':
        return showSignal(deps, member, outcome.signal, outcome.relation);
      case 'not-found':
      case 'reason-needed':
        return problem(outcome.kind);
      case 'handed-over':
        return toldToFormerOwner(deps, outcome);
    }
  });

/**
 * `GET /v1/console/partners`: to whom a signal can be handed over, the desk included; for who may do that, with their numbers. What nobody serves
 * comes to the desk.
 */
export const partnersHandler = (deps: ReadHandlerDeps): Handler =>
  signedIn(deps, async ({ member }) => {
    const [partners, all] = await Promise.all([deps.directory.partners(), deps.directory.neighbourhoods()]);
    const servedBy = (partner: PartnerId) =>
      all.filter(({ partnerId }) => partnerId === partner).map(({ id, name }) => ({ id, name }));
    const phoneOf = ({ phone }: { readonly phone?: string }) => (member.role !== 'visitor' && phone ? { phone } : {});
    const { desk } = deps.settings;
    const known = new Set<PartnerId | undefined>(partners.map(({ id }) => id));
    const servedByNobody = all.filter(({ partnerId }) => !known.has(partnerId)).map(({ id, name }) => ({ id, name }));
    const listed = [
      ...partners.map((one) => ({ id: one.id, name: one.name, ...phoneOf(one), neighbourhoods: servedBy(one.id) })),
      { id: DESK, name: desk.name, ...phoneOf(desk), neighbourhoods: servedByNobody },
    ];
    return json(200, { partners: listed } satisfies PartnerList);
  });

type ShowDeps = NamesDeps & OthersDeps & { readonly directory: Pick<DirectoryReader, 'members'> };

/** A whole signal, as this reader may see it. */
export async function showSignal(deps: ShowDeps, member: Member, signal: Signal, relation: Reader): Promise<Response> {
  const ownerId = ownerOf(signal);
  const [names, members, others] = await Promise.all([
    namesOf(deps),
    deps.directory.members(),
    relation === 'owner' || relation === 'coordinator' ? othersAtAddress(deps, member, signal) : undefined,
  ]);
  const { ofPartner } = names;
  const organisations = new Map(members.map(({ id, partnerId }) => [id, partnerId]));
  const view = signalView(signal, relation, names.of(signal), deps.now(), {
    visitors: members.filter(({ partnerId }) => partnerId === ownerId),
    ofPartner,
    organisationOf: (id) => {
      const partner = organisations.get(id);
      return partner === undefined || partner === member.partnerId ? undefined : ofPartner(partner);
    },
  });
  return json(200, { ...view, ...(others && sameAddressView(others, names)) } satisfies SignalView);
}
