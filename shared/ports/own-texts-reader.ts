import type { OwnTexts } from '#shared/domain/own-texts.ts';

/** What the coordinator made of the texts, as functions say them: at most a minute old. */
export type OwnTextsReader = { ownTexts(): Promise<OwnTexts> };
