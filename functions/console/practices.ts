import type { PracticeList } from '#shared/contracts/practice.ts';
import { isSlug, partnerId } from '#shared/domain/ids.ts';
import type { Handler } from '#shared/http/http-function.ts';
import { json, noContent, problem } from '#shared/http/responses.ts';
import { apiTime } from '#shared/http/times.ts';
import type { PartnerPractice, ReadPracticesDeps } from '#shared/usecases/read-practices.ts';
import type { SendPracticeDeps } from '#shared/usecases/send-practice.ts';
import type { SignInDeps } from '#shared/usecases/sign-in.ts';
import { signedInAs } from './signed-in.ts';

export type PracticeHandlerDeps = Omit<SignInDeps, 'directory'> &
  Omit<ReadPracticesDeps, 'directory'> &
  Omit<SendPracticeDeps, 'directory'> & {
    readonly directory: SignInDeps['directory'] & ReadPracticesDeps['directory'] & SendPracticeDeps['directory'];
  };

const work = async () => (await import('./practice-work.lazy.js')).practiceWork;

/** `GET /v1/console/practices`. For coordinators. */
export const practicesHandler = (deps: PracticeHandlerDeps): Handler =>
  signedInAs(deps, ['coordinator'], async () => {
    const practices = await (await work()).readPractices(deps);
    return json(200, { partners: practices.map(viewOf) } satisfies PracticeList);
  });

/** `POST /v1/console/practices/{partnerId}`: one a day at most. For coordinators. */
export const sendPracticeHandler = (deps: PracticeHandlerDeps): Handler =>
  signedInAs(deps, ['coordinator'], async ({ member }, { pathParameters }) => {
    const id = pathParameters?.['partnerId'] ?? '';
    if (!isSlug(id)) return problem('not-found');
    const outcome = await (await work()).sendPracticeBy(deps, member.id, partnerId(id));
    return outcome === 'sent' ? noContent() : problem(outcome);
  });

function viewOf({ partner, last, lastRealMonth, mailFails }: PartnerPractice): PracticeList['partners'][number] {
  return {
    id: partner.id,
    name: partner.name,
    ...(partner.phone && { phone: partner.phone }),
    ...(last && {
      last: {
        sentAt: apiTime(last.sentAt),
        before: apiTime(last.before),
        ...(last.reactedAt !== undefined && { reactedAt: apiTime(last.reactedAt) }),
        reaction: last.reaction,
        mail: last.mail,
      },
    }),
    ...(lastRealMonth && { lastRealMonth }),
    mailFails,
  };
}
