/** Two writers meet rarely, three hardly ever; whoever loses this often is better tried again later, by the sweep or a person. */
const MAX_ATTEMPTS = 8;

/**
 * Reads, decides and writes, and does so again when somebody else wrote in between: then `attempt` gives `conflict`. Gives what it gives
 * otherwise. Throws after eight conflicts.
 */
export async function untilWritten<Outcome>(attempt: () => Promise<Outcome | 'conflict'>): Promise<Outcome> {
  for (let count = 0; count < MAX_ATTEMPTS; count += 1) {
    const outcome = await attempt();
    if (outcome !== 'conflict') return outcome;
  }
  throw new Error('written to by too many at once');
}
