import type { ServiceArea } from '#shared/contracts/signal-submission.ts';
import { fourDigits, parsePostcode } from '#shared/domain/address.ts';
import { streetsAt } from '#shared/domain/routing.ts';
import type { Settings } from '#shared/domain/settings.ts';
import type { Handler } from '#shared/http/http-function.ts';
import { json, problem } from '#shared/http/responses.ts';
import type { DirectoryReader } from '#shared/ports/directory-store.ts';
import { contactOf } from './submit-signal.ts';

export type ServiceAreaDeps = { readonly directory: Pick<DirectoryReader, 'routesFor'>; readonly settings: Settings };

/**
 * `GET /v1/service-areas/{postcode}`: four digits are enough to ask, and then give every street within them, so that whoever asks need not
 * put somebody's whole postcode in a URL.
 */
export const serviceAreaHandler =
  ({ directory, settings }: ServiceAreaDeps): Handler =>
  async (event) => {
    const asked = (event.pathParameters?.['postcode'] ?? '').trim();
    const whole = parsePostcode(asked);
    const postcode = whole ? fourDigits(whole) : asked;
    if (!/^[1-9][0-9]{3}$/.test(postcode))
      return problem('invalid-fields', { errors: [{ field: 'postcode', code: 'postcode' }] });
    const routes = await directory.routesFor(postcode);
    if (!routes) return json(200, { postcode, inArea: false, contact: contactOf({ settings }) } satisfies ServiceArea);
    const [street, ...others] = whole ? streetsAt(whole, routes) : [];
    const streets = whole ? undefined : routes.streets?.map(({ name, letters }) => ({ name, letters: [...letters] }));
    return json(200, {
      postcode,
      inArea: true,
      ...(street && others.length === 0 && { street }),
      ...(streets && { streets }),
    } satisfies ServiceArea);
  };
