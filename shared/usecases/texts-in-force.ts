import { laidOver, type OwnTexts } from '#shared/domain/own-texts.ts';
import type { OwnTextsReader } from '#shared/ports/own-texts-reader.ts';

export type TextsInForceDeps = {
  readonly reader: OwnTextsReader;
  /** Of the municipality's configuration. */
  readonly configured: OwnTexts | undefined;
  readonly onFault: (fault: unknown) => void;
};

/**
 * The municipality's own texts as they are now: its configuration's, and over them what its coordinator wrote. Never throws: where they
 * cannot be read the last known ones are said, since a mail in old words is better than none.
 */
export function textsInForce({ reader, configured = {}, onFault }: TextsInForceDeps): () => Promise<OwnTexts> {
  let known = configured;
  return async () => {
    try {
      known = laidOver(configured, await reader.ownTexts());
    } catch (fault) {
      onFault(fault);
    }
    return known;
  };
}
