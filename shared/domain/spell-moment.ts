const known = new Map<string, Intl.DateTimeFormat>();

/**
 * `maandag 23 november om 17.00 uur`: a moment on Amsterdam's calendar and clock, in words. `pattern` is the text `moment`, `language` a
 * code (days and months have their names of it). Runs in the browser too.
 */
export const spellMoment = (pattern: string, language: string, at: Date): string =>
  filledWith(formatFor(language), pattern, at);

/** Made at first use: loading the names of days and months is slow, and most runs say no time. */
function formatFor(language: string): Intl.DateTimeFormat {
  const format =
    known.get(language) ??
    new Intl.DateTimeFormat(language, {
      timeZone: 'Europe/Amsterdam',
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  known.set(language, format);
  return format;
}

/** `22 november 2026`, of `2026-11-22`. `pattern` is the text `date`. */
export const spellDate = (pattern: string, language: string, on: string): string =>
  filledWith(
    new Intl.DateTimeFormat(language, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }),
    pattern,
    new Date(on),
  );

function filledWith(format: Intl.DateTimeFormat, pattern: string, at: Date): string {
  const parts: ReadonlyMap<string, string> = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return pattern.replaceAll(/\{(\w+)\}/g, (_, part: string) => parts.get(part) ?? '');
}
