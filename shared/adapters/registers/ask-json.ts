import type * as z from 'zod/mini';

export type Question = {
  /** Whom is asked: the first word of the name of every fault. */
  readonly of: 'Bag' | 'Brp';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as JSON with a POST; without it, a GET. */
  readonly body?: object;
  /** Ends the question; the caller counts its time. */
  readonly signal: AbortSignal;
};

/**
 * Asks a register and reads its answer. `refused`: a 400, which no repetition will change. Rejects on anything else that is no answer: too
 * late, too busy, out of order, a redirect (which would take the key along), or words of another shape. A fault has a name that says which,
 * and never what was asked or answered.
 */
export async function askJson<Answer extends z.ZodMiniType>(
  { of, url, headers, body, signal }: Question,
  answer: Answer,
): Promise<z.output<Answer> | 'refused'> {
  const response = await fetch(url, {
    method: body ? 'POST' : 'GET',
    headers: {
      accept: 'application/json, application/hal+json',
      ...headers,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
    redirect: 'error',
    signal,
  }).catch(() => {
    throw fault(signal.aborted ? `${of}TooSlow` : `${of}OutOfReach`);
  });
  if (response.status !== 200) {
    await response.body?.cancel();
    if (response.status === 400) return 'refused';
    throw fault(`${of}Answered${response.status}`);
  }
  const read = answer.safeParse(await response.json().catch(() => undefined));
  if (signal.aborted) throw fault(`${of}TooSlow`);
  if (!read.success) throw fault(`${of}Unreadable`);
  return read.data;
}

/** Only the name is ever logged. */
function fault(name: string): Error {
  const error = new Error(name);
  error.name = name;
  return error;
}
