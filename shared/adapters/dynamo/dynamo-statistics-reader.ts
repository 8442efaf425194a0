import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { StatisticsReader } from '#shared/ports/statistics-reader.ts';
import { factFromRow } from './fact-row.ts';
import { factMonth, PRACTICES } from './keys.ts';
import { practiceFromRow } from './practice-row.ts';
import { rowsUnder } from './rows-under.ts';

/** A month is a partition, so the months of a year are read side by side. */
export const dynamoStatisticsReader = (db: DynamoDBDocumentClient, TableName: string): StatisticsReader => ({
  async factsOf(months) {
    const rows = await Promise.all(months.map((month) => rowsUnder(db, TableName, factMonth(month))));
    return rows.flat().map(factFromRow);
  },
  async practices() {
    return (await rowsUnder(db, TableName, PRACTICES)).map(practiceFromRow);
  },
});
