import type { LocationView } from '#shared/contracts/location.ts';
import { parseLocationCode } from '#shared/domain/ids.ts';
import type { Handler } from '#shared/http/http-function.ts';
import { json, problem } from '#shared/http/responses.ts';
import type { DirectoryReader } from '#shared/ports/directory-store.ts';

export type LocationDeps = { readonly directory: Pick<DirectoryReader, 'location'> };

/** `GET /v1/locations/{code}`: who hangs up this poster. One at a time: there is no list for everybody. */
export const locationHandler =
  ({ directory }: LocationDeps): Handler =>
  async (event) => {
    const code = parseLocationCode(event.pathParameters?.['code'] ?? '');
    if (!code) return problem('invalid-fields', { errors: [{ field: 'code', code: 'source' }] });
    const location = await directory.location(code);
    if (!location) return problem('not-found');
    const { id, name, kind } = location;
    return json(200, { code: id, name, kind } satisfies LocationView);
  };
