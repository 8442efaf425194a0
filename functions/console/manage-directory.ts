import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type * as z from 'zod/mini';
import {
  type Added,
  type DirectoryView,
  type MailboxView,
  MemberChange,
  type MemberChanged,
  MemberEntry as MemberFields,
  NeighbourhoodChange,
  NeighbourhoodEntry as NeighbourhoodFields,
  PartnerChange,
  PartnerEntry as PartnerFields,
  Removal,
} from '#shared/contracts/directory.ts';
import type { ConsoleRoute } from '#shared/contracts/routes.ts';
import { withoutUndefined } from '#shared/contracts/without-undefined.ts';
import { coverage } from '#shared/domain/coverage.ts';
import type { Partner } from '#shared/domain/directory.ts';
import { DESK, isSlug, type MemberId, memberId, neighbourhoodId, partnerId } from '#shared/domain/ids.ts';
import type { MailboxState } from '#shared/domain/mailbox-health.ts';
import { isAway } from '#shared/domain/receiver.ts';
import type { Handler } from '#shared/http/http-function.ts';
import { jsonHandler } from '#shared/http/json-handler.ts';
import { json, noContent, problem, type Response } from '#shared/http/responses.ts';
import { apiTime } from '#shared/http/times.ts';
import { type ChangeDirectoryDeps, type Refused, seenOf } from '#shared/usecases/change-directory.ts';
import type { ForgetPasskeysDeps } from '#shared/usecases/forget-passkeys.ts';
import { type MailChannelsDeps, mailChannels } from '#shared/usecases/mail-channels.ts';
import type { changeMember, MemberEntry } from '#shared/usecases/manage-members.ts';
import type { NeighbourhoodEntry } from '#shared/usecases/manage-neighbourhoods.ts';
import type { PartnerEntry } from '#shared/usecases/manage-partners.ts';
import type { SignInDeps } from '#shared/usecases/sign-in.ts';
import type { SignalsOfPartnerDeps } from '#shared/usecases/signals-of-partner.ts';
import { findingsView } from './findings-view.ts';
import { signedInAs } from './signed-in.ts';

export type DirectoryHandlerDeps = SignInDeps &
  ChangeDirectoryDeps &
  SignalsOfPartnerDeps &
  ForgetPasskeysDeps &
  Omit<MailChannelsDeps, 'directory'>;

export type DirectoryRoute =
  | 'GET /v1/console/directory'
  | Extract<ConsoleRoute, `${'POST' | 'PUT'} /v1/console/${'partners' | 'members' | 'neighbourhoods'}${string}`>;

const changes = async () => (await import('./staff-changes.lazy.js')).staffChanges;

/** What the coordinator does with partners, neighbourhoods and members. */
export const directoryHandlers = (deps: DirectoryHandlerDeps): Readonly<Record<DirectoryRoute, Handler>> => ({
  'GET /v1/console/directory': signedInAs(deps, ['coordinator'], async () => json(200, await viewOf(deps))),

  'POST /v1/console/partners': manage(deps, PartnerFields, async (body, { by }) =>
    added(await (await changes()).addPartner(deps, by, partnerOf(body))),
  ),
  'PUT /v1/console/partners/{partnerId}': manage(deps, PartnerChange, async ({ seen, ...body }, { by, id }) =>
    changed(await (await changes()).changePartner(deps, by, { id: partnerId(id), seen, entry: partnerOf(body) })),
  ),
  'POST /v1/console/partners/{partnerId}/removal': manage(deps, Removal, async ({ seen }, { by, id }) =>
    changed(await (await changes()).removePartner(deps, by, { id: partnerId(id), seen })),
  ),

  'POST /v1/console/members': manage(deps, MemberFields, async (body, { by }) =>
    added(await (await changes()).addMember(deps, by, memberOf(body))),
  ),
  'PUT /v1/console/members/{memberId}': manage(deps, MemberChange, async ({ seen, ...body }, { by, id }) =>
    memberChanged(await (await changes()).changeMember(deps, by, { id: memberId(id), seen, entry: memberOf(body) })),
  ),
  'POST /v1/console/members/{memberId}/removal': manage(deps, Removal, async ({ seen }, { by, id }) =>
    memberChanged(await (await changes()).removeMember(deps, by, { id: memberId(id), seen })),
  ),

  'POST /v1/console/neighbourhoods': manage(deps, NeighbourhoodFields, async (body, { by }) =>
    added(await (await changes()).addNeighbourhood(deps, by, neighbourhoodOf(body))),
  ),
  'PUT /v1/console/neighbourhoods/{neighbourhoodId}': manage(
    deps,
    NeighbourhoodChange,
    async ({ seen, ...body }, { by, id }) =>
      changed(
        await (await changes()).changeNeighbourhood(deps, by, {
          id: neighbourhoodId(id),
          seen,
          entry: neighbourhoodOf(body),
        }),
      ),
  ),
  'POST /v1/console/neighbourhoods/{neighbourhoodId}/removal': manage(deps, Removal, async ({ seen }, { by, id }) =>
    changed(await (await changes()).removeNeighbourhood(deps, by, { id: neighbourhoodId(id), seen })),
  ),
});

type Context = { readonly by: MemberId; readonly id: string };

/** A change by a coordinator. An id that can be nobody's is not found, like one that is nobody's. */
export const manage = <Schema extends z.core.$ZodType>(
  deps: SignInDeps,
  schema: Schema,
  respond: (body: z.output<Schema>, context: Context) => Promise<Response>,
  maxBytes?: number,
): Handler =>
  signedInAs(deps, ['coordinator'], ({ member }, event) =>
    jsonHandler(
      schema,
      async (body, { pathParameters }: APIGatewayProxyEventV2) => {
        const [id] = Object.values(pathParameters ?? {});
        return id === undefined || isSlug(id) ? respond(body, { by: member.id, id: id ?? '' }) : problem('not-found');
      },
      maxBytes,
    )(event),
  );

function partnerOf(body: z.output<typeof PartnerFields>): PartnerEntry {
  const { mailbox, secondMailbox, backupId, away, ...rest } = withoutUndefined(body);
  return {
    ...rest,
    mailboxes: [mailbox, secondMailbox].filter((address) => address !== undefined).map((one) => one.toLowerCase()),
    ...(backupId && { backupId }),
    ...(away.length > 0 && { away: [...away].sort((one, other) => (one.from < other.from ? -1 : 1)) }),
  };
}

function memberOf({ name, email, role, partnerId: home }: z.output<typeof MemberFields>): MemberEntry {
  const municipal = role === 'coordinator' || role === 'desk';
  return { name, role, email: email.toLowerCase(), partnerId: municipal || !home ? DESK : home };
}

const neighbourhoodOf = ({ name, partnerId: by }: z.output<typeof NeighbourhoodFields>): NeighbourhoodEntry => ({
  name,
  ...(by && { partnerId: by }),
});

type Outcome = { readonly kind: 'changed'; readonly about: string } | Refused;

const added = (outcome: Outcome): Response =>
  outcome.kind === 'changed' ? json(201, { id: outcome.about } satisfies Added) : refused(outcome);

const changed = (outcome: Outcome): Response => (outcome.kind === 'changed' ? noContent() : refused(outcome));

const memberChanged = (outcome: Awaited<ReturnType<typeof changeMember>>): Response =>
  outcome.kind === 'changed' ? json(200, { replan: [...outcome.freed] } satisfies MemberChanged) : refused(outcome);

export function refused(outcome: Refused): Response {
  switch (outcome.kind) {
    case 'not-found':
    case 'changed-meanwhile':
      return problem(outcome.kind);
    case 'in-use':
      return problem('in-use', { because: outcome.because });
    case 'invalid':
      return problem('invalid-fields', { errors: [...outcome.errors] });
  }
}

async function viewOf(deps: DirectoryHandlerDeps): Promise<DirectoryView> {
  const [content, { routes }] = await Promise.all([deps.editor.content(), deps.editor.routes()]);
  const { partners, neighbourhoods, members } = content;
  const mailboxes = partners.flatMap((partner) => partner.mailboxes);
  const channels = await mailChannels({ ...deps, directory: { partners: async () => partners } }, mailboxes);
  return {
    findings: findingsView(coverage({ clock: deps.rules.clock, ...content, routes })),
    partners: partners.map((partner) => partnerView(deps, partner)),
    mailboxes: mailboxes.map((mailbox) => mailboxView(mailbox, channels.get(mailbox))),
    neighbourhoods: neighbourhoods.map((one) => ({ ...one, seen: seenOf(deps, one) })),
    members: members.map((member) => {
      const { partnerId: home, ...rest } = member;
      return { ...rest, ...(home !== DESK && { partnerId: home }), seen: seenOf(deps, member) };
    }),
  };
}

function mailboxView(mailbox: string, state: MailboxState = { kind: 'unknown' }): MailboxView {
  switch (state.kind) {
    case 'unknown':
      return { mailbox, state: state.kind };
    case 'arrives':
      return { mailbox, state: state.kind, at: apiTime(state.at) };
    case 'in-trouble':
      return { mailbox, state: state.kind, at: apiTime(state.since), trouble: state.trouble };
  }
}

function partnerView(deps: DirectoryHandlerDeps, partner: Partner): DirectoryView['partners'][number] {
  const { mailboxes, weekends = false, away = [], ...rest } = partner;
  const [mailbox = '', secondMailbox] = mailboxes;
  return {
    ...rest,
    mailbox,
    ...(secondMailbox && { secondMailbox }),
    weekends,
    away: away.map(({ from, until }) => ({ from, until })),
    awayNow: isAway(partner, deps.now()),
    seen: seenOf(deps, partner),
  };
}
