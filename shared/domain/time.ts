declare const brand: unique symbol;

/** A moment: whole seconds since 1970, UTC. */
export type EpochSeconds = number & { readonly [brand]: 'EpochSeconds' };
/** A length of time in seconds. Whether elapsed or working is said where it is used. */
export type Seconds = number & { readonly [brand]: 'Seconds' };

export const epochSeconds = (seconds: number): EpochSeconds => Math.floor(seconds) as EpochSeconds;
export const epochSecondsOf = (date: Date): EpochSeconds => epochSeconds(date.getTime() / 1000);
export const seconds = (count: number): Seconds => Math.floor(count) as Seconds;
export const dateOf = (at: EpochSeconds): Date => new Date(at * 1000);
/** Elapsed time: 24 hours are 86,400 seconds on every day of the year. */
export const plusElapsed = (at: EpochSeconds, length: number): EpochSeconds => (at + length) as EpochSeconds;
export const earliest = (...moments: EpochSeconds[]): EpochSeconds => Math.min(...moments) as EpochSeconds;
export const latest = (...moments: EpochSeconds[]): EpochSeconds => Math.max(...moments) as EpochSeconds;

const DURATION = /^P(?=.)(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** ISO 8601 without years and months, whose length differs: `PT24H`, `P14D`, `PT20S`. Undefined on anything else. */
export function parseDuration(text: string): Seconds | undefined {
  const parts = DURATION.exec(text);
  if (!parts) return undefined;
  const [days, hours, minutes, rest] = parts.slice(1).map((part) => Number(part ?? 0));
  return seconds((days ?? 0) * 86_400 + (hours ?? 0) * 3_600 + (minutes ?? 0) * 60 + (rest ?? 0));
}
