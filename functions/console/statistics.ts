import * as z from 'zod/mini';
import { StatisticsFileQuery, StatisticsQuery } from '#shared/contracts/statistics.ts';
import type { OwnTexts } from '#shared/domain/own-texts.ts';
import { csvFile } from '#shared/http/csv.ts';
import type { Handler } from '#shared/http/http-function.ts';
import { json, problem } from '#shared/http/responses.ts';
import { wrongFields } from '#shared/http/wrong-fields.ts';
import type { ReadStatisticsDeps } from '#shared/usecases/read-statistics.ts';
import type { SignInDeps } from '#shared/usecases/sign-in.ts';
import type { OfMunicipality } from './figures.lazy.ts';
import { signedInAs } from './signed-in.ts';

export type StatisticsHandlerDeps = Omit<SignInDeps, 'directory'> &
  ReadStatisticsDeps & {
    readonly directory: SignInDeps['directory'] & ReadStatisticsDeps['directory'];
    readonly settings: OfMunicipality;
    /** The municipality's own texts as they are now. Never fails. */
    readonly textsNow: () => Promise<OwnTexts>;
  };

/** `GET /v1/console/statistics?period=&neighbourhood=&partner=`. For coordinators. */
export const statisticsHandler = (deps: StatisticsHandlerDeps): Handler =>
  signedInAs(deps, ['coordinator'], async (_who, { queryStringParameters }) => {
    const query = z.safeParse(StatisticsQuery, queryStringParameters ?? {});
    if (!query.success) return problem('invalid-fields', { errors: wrongFields(query.error.issues) });
    const { figures } = await import('./figures.lazy.js');
    const outcome = await figures.read(deps, query.data);
    if (outcome.kind === 'unknown') return unknown(outcome.field);
    return json(200, figures.view(deps.settings, outcome));
  });

/** `GET /v1/console/statistics/file`, with the same questions and `language`. */
export const statisticsFileHandler = (deps: StatisticsHandlerDeps): Handler =>
  signedInAs(deps, ['coordinator'], async ({ member }, { queryStringParameters }) => {
    const query = z.safeParse(StatisticsFileQuery, queryStringParameters ?? {});
    if (!query.success) return problem('invalid-fields', { errors: wrongFields(query.error.issues) });
    const { language, ...asked } = query.data;
    const { figures } = await import('./figures.lazy.js');
    const outcome = await figures.read(deps, asked);
    if (outcome.kind === 'unknown') return unknown(outcome.field);
    await figures.note(deps, 'export-statistics', member.id, 'statistics');
    const { name, rows } = figures.rows(figures.view(deps.settings, outcome), language, await deps.textsNow());
    return csvFile(name, rows);
  });

const unknown = (field: string) => problem('invalid-fields', { errors: [{ field, code: 'choice' }] });
