import * as z from 'zod/mini';
import { ListQuery, PageQuery, type SignalListView } from '#shared/contracts/console.ts';
import { DESK, isSlug, neighbourhoodId, partnerId } from '#shared/domain/ids.ts';
import type { WrongField } from '#shared/domain/wrong-field.ts';
import type { Handler } from '#shared/http/http-function.ts';
import { json, problem } from '#shared/http/responses.ts';
import { wrongFields } from '#shared/http/wrong-fields.ts';
import {
  type ListOutcome,
  type ListRequest,
  type ListSignalsDeps,
  listRequests,
  listSignals,
} from '#shared/usecases/list-signals.ts';
import { type MailTroubleDeps, mailTrouble } from '#shared/usecases/mail-trouble.ts';
import type { SignInDeps } from '#shared/usecases/sign-in.ts';
import { type NamesDeps, namesOf } from './names.ts';
import { phonesView } from './phones-view.ts';
import { refusingBadPages } from './refuse-bad-pages.ts';
import { rowView } from './signal-view.ts';
import { signedIn, signedInAs } from './signed-in.ts';

export type ListHandlerDeps = Omit<SignInDeps, 'directory'> &
  ListSignalsDeps &
  MailTroubleDeps &
  NamesDeps & { readonly directory: SignInDeps['directory'] };

/** `GET /v1/console/signals?which=open|closed&show=&partner=&neighbourhood=&after=`. */
export const listHandler = (deps: ListHandlerDeps): Handler =>
  signedIn(deps, async ({ member }, event) => {
    const query = z.safeParse(ListQuery, event.queryStringParameters ?? {});
    if (!query.success) return problem('invalid-fields', { errors: wrongFields(query.error.issues) });
    const { which, after } = query.data;
    const asked = requestOf(query.data);
    if ('wrong' in asked) return problem('invalid-fields', { errors: asked.wrong });
    return refusingBadPages(async () => {
      const shows = member.role === 'coordinator' && which === 'open' && !after;
      const [list, trouble] = await Promise.all([
        listSignals(deps, member, asked),
        shows ? troubleInNames(deps) : undefined,
      ]);
      const view = { ...(await viewOf(deps, list)), ...(trouble && { mailTrouble: trouble }) };
      return json(200, view satisfies SignalListView);
    });
  });

/** `GET /v1/console/resident-requests?after=`. For coordinators. */
export const requestsHandler = (deps: ListHandlerDeps): Handler =>
  signedInAs(deps, ['coordinator'], async ({ member }, event) => {
    const query = z.safeParse(PageQuery, event.queryStringParameters ?? {});
    if (!query.success) return problem('invalid-fields', { errors: wrongFields(query.error.issues) });
    const { after } = query.data;
    return refusingBadPages(async () => json(200, await viewOf(deps, await listRequests(deps, member, after))));
  });

async function viewOf(deps: ListHandlerDeps, { items, next }: ListOutcome): Promise<SignalListView> {
  const names = await namesOf(deps);
  const signals = items.map(({ signal, relation }) => rowView(signal, relation, names.of(signal), deps.now()));
  return { signals, ...(next && { next }) };
}

/** An id that nobody has finds nothing; what can be no id is refused. */
function requestOf(query: z.output<typeof ListQuery>): ListRequest | { readonly wrong: WrongField[] } {
  const { which, show, partner, neighbourhood, after } = query;
  const wrong = [
    ...(partner === undefined || isSlug(partner) ? [] : [{ field: 'partner', code: 'choice' }]),
    ...(neighbourhood === undefined || isSlug(neighbourhood) ? [] : [{ field: 'neighbourhood', code: 'choice' }]),
  ];
  if (wrong.length > 0) return { wrong };
  return {
    which,
    filter: show,
    ...(partner && { ownerId: partnerId(partner) }),
    ...(neighbourhood && { neighbourhoodId: neighbourhoodId(neighbourhood) }),
    ...(after && { after }),
  };
}

/** Undefined while all mail arrives. */
async function troubleInNames(deps: ListHandlerDeps): Promise<SignalListView['mailTrouble']> {
  const { partners, coordinator } = await mailTrouble(deps);
  if (partners.size === 0 && !coordinator) return undefined;
  const known = await deps.directory.partners();
  const named = [
    ...known.filter(({ id }) => id !== DESK && partners.has(id)),
    ...(partners.has(DESK) ? [deps.settings.desk] : []),
  ];
  return { partners: named.map(({ name }) => name), ...phonesView(named), coordinator };
}
