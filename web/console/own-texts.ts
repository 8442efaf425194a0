import type { OwnTexts } from '#shared/texts/own-texts.ts';

declare const OWN_TEXTS_OF_MUNICIPALITY: OwnTexts | undefined;

/** The municipality's own texts, which the build puts into the script. Outside a build there are none. */
export const OWN_TEXTS: OwnTexts | undefined =
  typeof OWN_TEXTS_OF_MUNICIPALITY === 'undefined' ? undefined : OWN_TEXTS_OF_MUNICIPALITY;
