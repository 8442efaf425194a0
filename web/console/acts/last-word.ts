/** "Nothing" and anything else exclude each other, as do "not tested" and a way of testing: the last tap counts. */
export function lastWord<Answer extends string>(
  before: readonly Answer[],
  after: readonly Answer[],
  none: Answer,
): readonly Answer[] {
  if (!after.includes(none)) return after;
  return before.includes(none) ? after.filter((one) => one !== none) : [none];
}
