/** Everything that goes to the log from now on, instead of the log. Gives the way back. */
export function overhear(onLine: (line: string) => void): () => void {
  const streams = [process.stdout, process.stderr] as const;
  const writes = streams.map((stream) => stream.write);
  for (const stream of streams) {
    stream.write = (chunk: string | Uint8Array): boolean => {
      onLine(String(chunk));
      return true;
    };
  }
  return () => {
    for (const [index, stream] of streams.entries()) stream.write = writes[index] ?? stream.write;
  };
}
