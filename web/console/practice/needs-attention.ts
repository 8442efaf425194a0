import type { PracticeList } from '#shared/contracts/practice.ts';

type Partner = PracticeList['partners'][number];

/** Who did not react in time, or cannot be mailed. */
export const needsAttention = ({ last, mailFails }: Partner): boolean =>
  mailFails || last?.mail === 'failed' || last?.reaction === 'none' || last?.reaction === 'late';

export const byUrgency = (one: Partner, other: Partner): number =>
  Number(needsAttention(other)) - Number(needsAttention(one)) || one.name.localeCompare(other.name);
