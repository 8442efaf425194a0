const NEEDED = 24;

/** What is wrong with the running Node, in one line; undefined when nothing is. */
export const startingNode = (version: string): string | undefined =>
  Number.parseInt(version, 10) >= NEEDED
    ? undefined
    : `This is Node ${version}, and Omzien runs on Node ${NEEDED}. Use: npm ci && npm start (npm brings the right Node).`;
