import { hrefOf } from '../route.ts';

/** Where one is inside the page. A code gets a word in front, so that no code can be taken for another part. */
export const ADDING = 'toevoegen';
const KIT_OF = 'voor-';
const CHANGING = 'wijzig-';
const REMOVING = 'weg-';

export const partOf = (code: string): string => `${KIT_OF}${code}`;
export const changingPartOf = (code: string): string => `${CHANGING}${code}`;
export const removingPartOf = (code: string): string => `${REMOVING}${code}`;
const codeAfter = (word: string) => (part: string | undefined) =>
  part?.startsWith(word) ? part.slice(word.length) : undefined;
export const codeIn = codeAfter(KIT_OF);
export const codeToChange = codeAfter(CHANGING);
export const codeToRemove = codeAfter(REMOVING);
export const materialHref = (part?: string): string =>
  hrefOf({ view: 'page', page: 'material', ...(part && { part }) });

/** `Apotheek Noord` → `apotheek-noord`: a code to begin with. */
export const codeFrom = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '');
