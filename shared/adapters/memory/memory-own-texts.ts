import type { OwnTextsReader } from '#shared/ports/own-texts-reader.ts';
import { OWN_TEXTS } from '../dynamo/keys.ts';
import { textsFromRow } from '../dynamo/texts-row.ts';
import type { MemoryWorld } from './memory-world.ts';

export const memoryOwnTexts = ({ directory: table }: MemoryWorld): OwnTextsReader => ({
  async ownTexts() {
    return textsFromRow(table.get(OWN_TEXTS));
  },
});
