/** Every problem this API can answer with: RFC 9457. `code` is stable and what clients read; titles are for developers. */
export const PROBLEMS = {
  'unreadable-request': { status: 400, title: 'The body is not readable JSON or form data' },
  'invalid-fields': { status: 400, title: 'One or more fields are wrong; all of them are listed' },
  'outside-service-area': { status: 400, title: 'The address lies outside the area of this municipality' },
  'not-signed-in': { status: 401, title: 'No session, or it has ended' },
  'wrong-code': { status: 401, title: 'The code is wrong, used or expired' },
  'not-allowed': { status: 403, title: 'Your role does not allow this' },
  'reason-needed': { status: 403, title: 'Opening this signal asks a reason' },
  'foreign-origin': { status: 403, title: 'The request comes from another site' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'This path does not take this method' },
  'already-done': { status: 409, title: 'Somebody else acted on this signal first' },
  'handed-over': { status: 409, title: 'The signal was handed over to another partner' },
  'not-now': { status: 409, title: 'The signal is not in a state that allows this' },
  'changed-meanwhile': { status: 409, title: 'Somebody else changed this in the meantime' },
  'in-use': { status: 409, title: 'Something else still depends on this' },
  'too-large': { status: 413, title: 'The body is larger than 16 KB' },
  'wrong-content-type': { status: 415, title: 'The content type is not supported here' },
  'other-content': { status: 422, title: 'This Idempotency-Key was used for another signal' },
  'internal-error': { status: 500, title: 'Something went wrong on our side' },
} as const satisfies Record<string, { status: number; title: string }>;
export type ProblemCode = keyof typeof PROBLEMS;
