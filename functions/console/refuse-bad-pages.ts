import { problem, type Response } from '#shared/http/responses.ts';
import { isBadPageToken } from '#shared/ports/bad-page-token.ts';

/** Answers with a wrong `after` when the list was asked to go on from a place that it never gave out. Every other fault is thrown on. */
export async function refusingBadPages(respond: () => Promise<Response>): Promise<Response> {
  try {
    return await respond();
  } catch (fault) {
    if (isBadPageToken(fault)) return problem('invalid-fields', { errors: [{ field: 'after', code: 'page' }] });
    throw fault;
  }
}
