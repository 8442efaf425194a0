import { earliest, epochSeconds } from '#shared/domain/time.ts';
import type { Backlog } from '#shared/ports/backlog.ts';
import type { MemoryWorld } from './memory-world.ts';

export const memoryBacklog = ({ signals }: MemoryWorld): Backlog => ({
  async overdue(before) {
    const moments = signals
      .rows()
      .map(({ nextAt }) => epochSeconds(Number(nextAt)))
      .filter((moment) => moment < before);
    return { count: moments.length, ...(moments.length > 0 && { oldest: earliest(...moments) }) };
  },
});
