import { LANGUAGES, type Language } from '#shared/domain/words.ts';
import { hrefOf, type Route } from '../route.ts';

/** A group of texts in one language, or one sentence of it: `nl.mail.messages.notify.body.1` stands in the address. */
export type Place = { readonly language: Language; readonly path: string };

export function placeAt(part: string | undefined): Place | undefined {
  const [code, ...steps] = (part ?? '').split('.');
  const language = LANGUAGES.find((known) => known === code);
  return language && steps.length > 0 ? { language, path: steps.join('.') } : undefined;
}

export const routeTo = (place?: Place): Route => ({
  view: 'page',
  page: 'wording',
  ...(place && { part: `${place.language}.${place.path}` }),
});
export const hrefTo = (place?: Place): string => hrefOf(routeTo(place));
