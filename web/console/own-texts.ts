import { laidOver, type OwnTexts } from '#shared/domain/own-texts.ts';

declare const OWN_TEXTS_OF_MUNICIPALITY: OwnTexts | undefined;

/** Those of the municipality's configuration, which the build puts into the script. Outside a build there are none. */
export const BUILT_TEXTS: OwnTexts = typeof OWN_TEXTS_OF_MUNICIPALITY === 'undefined' ? {} : OWN_TEXTS_OF_MUNICIPALITY;

let now = BUILT_TEXTS;

/** The municipality's own texts as they are now. Another object when they changed. */
export const ownTexts = (): OwnTexts => now;

/** What the coordinator wrote lies over what was built. Tells whether anything is new. */
export function sayOwnTexts(written: OwnTexts): boolean {
  const next = laidOver(BUILT_TEXTS, written);
  if (JSON.stringify(next) === JSON.stringify(now)) return false;
  now = next;
  return true;
}
