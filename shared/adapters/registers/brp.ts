import * as z from 'zod/mini';
import type { RegisterAnswer } from '#shared/domain/words.ts';
import { askJson } from './ask-json.ts';

const TYPE = 'ZoekMetAdresseerbaarObjectIdentificatie';

/** "BRP Personen Bevragen" v2. Whatever else comes with a person is dropped here, unread. */
const Persons = z.object({
  type: z.literal(TYPE),
  personen: z.array(
    z.object({ opschortingBijhouding: z.optional(z.object({ reden: z.object({ code: z.string() }) })) }),
  ),
});

/** Somebody died. Any other reason (emigrated, on order of the minister, a mistake) says nothing that a signal may end on. */
const DIED = 'O';

/**
 * At least one field must be asked for. This one is the street and number that the question is about, so it tells nothing of anybody; and every
 * person has it, so that nobody drops out of the answer for being empty.
 */
const FIELDS = ['adressering.adresregel1'];

/** Who is registered there, counted and not looked at: those who died too, whom the API leaves out unless it is asked for them. */
export async function askBrp(
  { url, headers }: { readonly url: string; readonly headers: Readonly<Record<string, string>> },
  objectId: string,
  signal: AbortSignal,
): Promise<RegisterAnswer> {
  const body = {
    type: TYPE,
    adresseerbaarObjectIdentificatie: objectId,
    inclusiefOverledenPersonen: true,
    fields: FIELDS,
  };
  const answer = await askJson({ of: 'Brp', url: `${url}/personen`, headers, body, signal }, Persons);
  if (answer === 'refused') return 'unknown';
  const { personen } = answer;
  if (personen.length === 0) return 'nobody-registered';
  if (personen.some(({ opschortingBijhouding }) => !opschortingBijhouding)) return 'confirmed';
  return personen.every(({ opschortingBijhouding }) => opschortingBijhouding?.reden.code === DIED)
    ? 'deceased'
    : 'unknown';
}
