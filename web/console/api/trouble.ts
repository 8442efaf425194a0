import type { Problem } from '#shared/contracts/problem.ts';
import type { ProblemCode } from '#shared/contracts/problem-codes.ts';

export type FieldError = { readonly field: string; readonly code: string };
/** Who was first, and with what. */
export type Done = NonNullable<Problem['done']>;

/** Every way in which a call can fail, as the screens tell them apart. */
export type Trouble =
  | { readonly kind: 'no-connection' }
  | { readonly kind: 'invalid-fields'; readonly errors: readonly FieldError[] }
  | { readonly kind: 'already-done'; readonly done?: Done }
  | { readonly kind: 'not-now'; readonly because: string }
  | { readonly kind: 'in-use'; readonly because: string }
  | { readonly kind: 'handed-over'; readonly owner?: string; readonly takenOver?: boolean }
  | {
      readonly kind:
        | 'already-today'
        | 'changed-meanwhile'
        | 'not-signed-in'
        | 'wrong-code'
        | 'wrong-passkey'
        | 'passkey-needed'
        | 'too-many-passkeys'
        | 'not-allowed'
        | 'reason-needed'
        | 'not-found'
        | 'partly-erased'
        | 'fault';
    };

/** What an answer that is no success means. A body that is not a problem document (a proxy's page) counts by its status alone. */
export function troubleOf(status: number, body: unknown): Trouble {
  const problem = asProblem(body);
  switch (problem?.code) {
    case 'invalid-fields':
      return { kind: 'invalid-fields', errors: problem.errors ?? [] };
    case 'already-done':
      return { kind: 'already-done', ...(problem.done && { done: problem.done }) };
    case 'not-now':
      return { kind: 'not-now', because: problem.because ?? 'status' };
    case 'in-use':
      return { kind: 'in-use', because: problem.because ?? 'unknown' };
    case 'handed-over':
      return {
        kind: 'handed-over',
        ...(problem.owner && { owner: problem.owner, takenOver: problem.takenOver ?? false }),
      };
    case 'already-today':
    case 'changed-meanwhile':
    case 'not-signed-in':
    case 'wrong-code':
    case 'wrong-passkey':
    case 'passkey-needed':
    case 'too-many-passkeys':
    case 'not-allowed':
    case 'reason-needed':
    case 'not-found':
    case 'partly-erased':
      return { kind: problem.code };
    default:
      return byStatus(status);
  }
}

function byStatus(status: number): Trouble {
  if (status === 401) return { kind: 'not-signed-in' };
  if (status === 404) return { kind: 'not-found' };
  // A gateway that cannot reach the function is, to the person on the phone, a connection that failed: trying again is right.
  if (status === 429 || status === 502 || status === 503 || status === 504) return { kind: 'no-connection' };
  return { kind: 'fault' };
}

type KnownProblem = Omit<Problem, 'code'> & { readonly code: ProblemCode };
const asProblem = (body: unknown): KnownProblem | undefined =>
  typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string'
    ? (body as KnownProblem)
    : undefined;
