import type { SystemStatusView } from '#shared/contracts/system-status.ts';
import type { Handler } from '#shared/http/http-function.ts';
import { json } from '#shared/http/responses.ts';
import { apiTime } from '#shared/http/times.ts';
import type { ReadStatusDeps } from '#shared/usecases/read-status.ts';
import type { SignInDeps } from '#shared/usecases/sign-in.ts';
import { phonesView } from './phones-view.ts';
import { signedInAs } from './signed-in.ts';

export type StatusHandlerDeps = Omit<SignInDeps, 'directory'> &
  Omit<ReadStatusDeps, 'directory'> & {
    readonly directory: SignInDeps['directory'] & ReadStatusDeps['directory'];
  };

/** `GET /v1/console/status`. For coordinators. */
export const systemStatusHandler = (deps: StatusHandlerDeps): Handler =>
  signedInAs(deps, ['coordinator'], async () => {
    const { readStatus } = await import('./status-reading.lazy.js');
    const { lines, versions, toCall } = await readStatus(deps);
    const view: SystemStatusView = {
      lines: lines.map(({ at, names, ...line }) => ({
        ...line,
        ...(at !== undefined && { at: apiTime(at) }),
        ...(names && { names: [...names] }),
      })),
      ...phonesView(toCall),
      versions,
    };
    return json(200, view);
  });
