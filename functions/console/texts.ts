import type { ConsoleRoute } from '#shared/contracts/routes.ts';
import { TextsChange, type TextsView } from '#shared/contracts/texts.ts';
import { withoutUndefined } from '#shared/contracts/without-undefined.ts';
import type { Handler } from '#shared/http/http-function.ts';
import { json, noContent, problem } from '#shared/http/responses.ts';
import type { ChangeDirectoryDeps } from '#shared/usecases/change-directory.ts';
import { changeTexts } from '#shared/usecases/manage-texts.ts';
import type { SignInDeps } from '#shared/usecases/sign-in.ts';
import { manage, refused } from './manage-directory.ts';
import { signedIn } from './signed-in.ts';

type TextsDeps = SignInDeps & ChangeDirectoryDeps;
type TextsRoute = Extract<ConsoleRoute, `${string} /v1/console/texts`>;

/** The municipality's own texts: everybody's console says them, the coordinator changes them. */
export const textsHandlers = (deps: TextsDeps): Readonly<Record<TextsRoute, Handler>> => ({
  'GET /v1/console/texts': signedIn(deps, async () =>
    json(200, { texts: await deps.editor.texts() } satisfies TextsView),
  ),
  'PUT /v1/console/texts': manage(deps, TextsChange, async (body, { by }) => {
    const { textChecks } = await import('./text-checks.lazy.js');
    const { changes, wrong } = textChecks.checked(body.changes.map(withoutUndefined));
    if (wrong.length > 0) return problem('invalid-fields', { errors: [...wrong] });
    const outcome = await changeTexts(deps, by, changes);
    return outcome.kind === 'changed' ? noContent() : refused(outcome);
  }),
});
