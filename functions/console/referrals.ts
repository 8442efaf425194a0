import { type ReferralList, ReferralsChange } from '#shared/contracts/referrals.ts';
import type { ConsoleRoute } from '#shared/contracts/routes.ts';
import { withoutUndefined } from '#shared/contracts/without-undefined.ts';
import type { Handler } from '#shared/http/http-function.ts';
import { json, noContent } from '#shared/http/responses.ts';
import { type ChangeDirectoryDeps, seenOf } from '#shared/usecases/change-directory.ts';
import { changeReferrals, settingsNow } from '#shared/usecases/manage-referrals.ts';
import type { SignInDeps } from '#shared/usecases/sign-in.ts';
import { manage, refused } from './manage-directory.ts';
import { signedIn } from './signed-in.ts';

type ReferralsDeps = SignInDeps & ChangeDirectoryDeps;
type ReferralsRoute = Extract<ConsoleRoute, `${string} /v1/console/referrals`>;

/** To which help a resident can be pointed: everybody reads it, the coordinator changes it. */
export const referralsHandlers = (deps: ReferralsDeps): Readonly<Record<ReferralsRoute, Handler>> => ({
  'GET /v1/console/referrals': signedIn(deps, async () => {
    const { referrals } = await settingsNow(deps);
    return json(200, { seen: seenOf(deps, referrals), referrals: [...referrals] } satisfies ReferralList);
  }),
  'PUT /v1/console/referrals': manage(deps, ReferralsChange, async ({ seen, referrals }, { by }) => {
    const outcome = await changeReferrals(deps, by, { seen, referrals: referrals.map(withoutUndefined) });
    return outcome.kind === 'changed' ? noContent() : refused(outcome);
  }),
});
