import { pathOf, SELF_TRY_PAGE } from '#shared/html/paths.ts';
import { readForm } from '#shared/http/body.ts';
import type { Handler } from '#shared/http/http-function.ts';
import { noContent, problem, seeOther } from '#shared/http/responses.ts';
import { type CountDeps, count } from '#shared/usecases/count.ts';
import { languageOf } from './language.ts';

/**
 * `POST /v1/self-tries`: "Ik probeer het eerst zelf". Keeps a number per month and nothing of who pressed the button. A form goes on to a
 * page with tips, which is the same for everybody; any other client hears that it is done.
 */
export const selfTryHandler =
  (deps: CountDeps): Handler =>
  async (event) => {
    const form = readForm(event);
    if (form.kind === 'too-large' || form.kind === 'unreadable-request') return problem(form.kind);
    await count(deps, { kind: 'self-try' });
    return form.kind === 'read' ? seeOther(pathOf(languageOf(form.value), SELF_TRY_PAGE)) : noContent();
  };
