import type { StatisticsReader } from '#shared/ports/statistics-reader.ts';
import { factFromRow } from '../dynamo/fact-row.ts';
import { factMonth, PRACTICES } from '../dynamo/keys.ts';
import { practiceFromRow } from '../dynamo/practice-row.ts';
import type { MemoryWorld } from './memory-world.ts';

export const memoryStatisticsReader = ({ statistics }: MemoryWorld): StatisticsReader => ({
  async factsOf(months) {
    const asked = new Set<unknown>(months.map(factMonth));
    return statistics
      .rows()
      .filter(({ pk }) => asked.has(pk))
      .map(factFromRow);
  },
  async practices() {
    return statistics
      .rows()
      .filter(({ pk }) => pk === PRACTICES)
      .map(practiceFromRow);
  },
});
