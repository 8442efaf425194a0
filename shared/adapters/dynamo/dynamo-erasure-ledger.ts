import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { ErasureLedger } from '#shared/ports/erasure-ledger.ts';
import { ledgerOf } from './keys.ts';
import { rowsUnder } from './rows-under.ts';
import { endedFromRow } from './statistics-rows.ts';

export const dynamoErasureLedger = (db: DynamoDBDocumentClient, TableName: string): ErasureLedger => ({
  async endedOn(days) {
    const rows = await Promise.all(days.map((day) => rowsUnder(db, TableName, ledgerOf(day))));
    return rows.flat().map(endedFromRow);
  },
});
