import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { OwnTexts } from '#shared/domain/own-texts.ts';
import type { OwnTextsReader } from '#shared/ports/own-texts-reader.ts';
import { OWN_TEXTS } from './keys.ts';
import { textsFromRow } from './texts-row.ts';

/** How long a container may go on saying what was changed. */
const CACHE_MS = 60_000;

/** One read a minute per container. What could not be read is asked for again. `clock`: milliseconds, for the cache alone. */
export function dynamoOwnTexts(
  db: DynamoDBDocumentClient,
  TableName: string,
  clock: () => number = Date.now,
): OwnTextsReader {
  const read = async (): Promise<OwnTexts> => {
    const { Item } = await db.send(new GetCommand({ TableName, Key: OWN_TEXTS, ConsistentRead: true }));
    return textsFromRow(Item);
  };
  let known: { readonly until: number; readonly texts: Promise<OwnTexts> } | undefined;
  return {
    ownTexts() {
      if (known && clock() < known.until) return known.texts;
      const asked = { until: clock() + CACHE_MS, texts: read() };
      known = asked;
      asked.texts.catch(() => {
        if (known === asked) known = undefined;
      });
      return asked.texts;
    },
  };
}
