import * as z from 'zod/mini';
import { LogFileQuery, MemberLogQuery, SignalLogQuery } from '#shared/contracts/log.ts';
import type { Member } from '#shared/domain/directory.ts';
import { isSlug, memberId, parseSignalId } from '#shared/domain/ids.ts';
import type { OwnTexts } from '#shared/domain/own-texts.ts';
import type { Handler } from '#shared/http/http-function.ts';
import { json, problem, type Response } from '#shared/http/responses.ts';
import { wrongFields } from '#shared/http/wrong-fields.ts';
import type { DirectoryReader } from '#shared/ports/directory-store.ts';
import type { LogAsked, ReadLogDeps } from '#shared/usecases/read-log.ts';
import type { SignInDeps } from '#shared/usecases/sign-in.ts';
import { refusingBadPages } from './refuse-bad-pages.ts';
import { signedInAs } from './signed-in.ts';

export type LogHandlerDeps = Omit<SignInDeps, 'directory'> &
  ReadLogDeps & {
    /** The municipality's own texts as they are now. Never fails. */
    readonly textsNow: () => Promise<OwnTexts>;
    readonly directory: SignInDeps['directory'] &
      Pick<DirectoryReader, 'members' | 'partners' | 'neighbourhoods' | 'locations'>;
  };

/** `GET /v1/console/signals/{id}/audit?after=`: also of a signal that is gone. For coordinators. */
export const signalLogHandler = (deps: LogHandlerDeps): Handler =>
  signedInAs(deps, ['coordinator'], async ({ member }, { pathParameters, queryStringParameters }) => {
    const id = parseSignalId(pathParameters?.['id'] ?? '');
    if (!id) return problem('not-found');
    const query = z.safeParse(SignalLogQuery, queryStringParameters ?? {});
    if (!query.success) return problem('invalid-fields', { errors: wrongFields(query.error.issues) });
    return show(deps, member, { of: 'signal', id }, query.data.after);
  });

/** `GET /v1/console/audit/members` */
export const logMembersHandler = (deps: LogHandlerDeps): Handler =>
  signedInAs(deps, ['coordinator'], async () => {
    const { log } = await import('./log-words.lazy.js');
    return json(200, await log.members(deps));
  });

/** `GET /v1/console/audit?member=&month=&after=`: also of a member who left. */
export const memberLogHandler = (deps: LogHandlerDeps): Handler =>
  signedInAs(deps, ['coordinator'], async ({ member }, { queryStringParameters }) => {
    const query = z.safeParse(MemberLogQuery, queryStringParameters ?? {});
    if (!query.success) return problem('invalid-fields', { errors: wrongFields(query.error.issues) });
    const { member: of, month, after } = query.data;
    if (!isSlug(of)) return wrong('member', 'choice');
    return show(deps, member, { of: 'member', id: memberId(of), month }, after);
  });

/** `GET /v1/console/audit/file?signal=|member=&month=&language=`: all of it. */
export const logFileHandler = (deps: LogHandlerDeps): Handler =>
  signedInAs(deps, ['coordinator'], async ({ member }, { queryStringParameters }) => {
    const query = z.safeParse(LogFileQuery, queryStringParameters ?? {});
    if (!query.success) return problem('invalid-fields', { errors: wrongFields(query.error.issues) });
    const { signal, member: of = '', month = '', language } = query.data;
    if (!signal && !isSlug(of)) return wrong('member', 'choice');
    const asked: LogAsked = signal ? { of: 'signal', id: signal } : { of: 'member', id: memberId(of), month };
    const { log } = await import('./log-words.lazy.js');
    const outcome = await log.readWhole(deps, member, asked);
    if (outcome.kind === 'not-kept') return wrong('month', 'choice');
    return log.file(await log.view(deps, outcome), language, signal ?? `${of}-${month}`, await deps.textsNow());
  });

async function show(deps: LogHandlerDeps, member: Member, asked: LogAsked, after?: string): Promise<Response> {
  const { log } = await import('./log-words.lazy.js');
  return refusingBadPages(async () => {
    const outcome = await log.read(deps, member, asked, after);
    if (outcome.kind === 'not-kept') return wrong('month', 'choice');
    return json(200, await log.view(deps, outcome));
  });
}

const wrong = (field: string, code: string): Response => problem('invalid-fields', { errors: [{ field, code }] });
