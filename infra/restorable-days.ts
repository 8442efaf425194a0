/** What was erased or expired can be restored for a week, and no longer: how far back DynamoDB can put the table of signals. */
export const RESTORABLE_DAYS = 7;
