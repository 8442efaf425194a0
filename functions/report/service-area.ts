import type { ServiceArea } from '#shared/contracts/signal-submission.ts';
import { fourDigits, parsePostcode } from '#shared/domain/address.ts';
import type { Settings } from '#shared/domain/settings.ts';
import type { Handler } from '#shared/http/http-function.ts';
import { json, problem } from '#shared/http/responses.ts';
import type { DirectoryReader } from '#shared/ports/directory-store.ts';
import { contactOf } from './submit-signal.ts';

export type ServiceAreaDeps = { readonly directory: Pick<DirectoryReader, 'routesFor'>; readonly settings: Settings };

/** `GET /v1/service-areas/{postcode}`: four digits are enough to ask, so that a whole postcode need not be in a URL. */
export const serviceAreaHandler =
  ({ directory, settings }: ServiceAreaDeps): Handler =>
  async (event) => {
    const asked = (event.pathParameters?.['postcode'] ?? '').trim();
    const postcode = parsePostcode(asked);
    const area = postcode ? fourDigits(postcode) : asked;
    if (!/^[1-9][0-9]{3}$/.test(area))
      return problem('invalid-fields', { errors: [{ field: 'postcode', code: 'postcode' }] });
    if (!(await directory.routesFor(area)))
      return problem('outside-service-area', { contact: contactOf({ settings }) });
    return json(200, { postcode: area, inArea: true } satisfies ServiceArea);
  };
