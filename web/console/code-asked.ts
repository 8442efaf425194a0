/**
 * Remembers, in this tab only, that a code was asked for: a phone may reload the page while somebody looks into their mail. Holds a
 * moment, no address.
 */
const KEY = 'code-asked-at';
/** As long as a code works. */
const CODE_LASTS_MS = 10 * 60_000;

export function codeWasAsked(now: Date): boolean {
  try {
    return now.getTime() - Number(sessionStorage.getItem(KEY) ?? 0) < CODE_LASTS_MS;
  } catch {
    return false;
  }
}

export function rememberCodeAsked(now: Date | undefined): void {
  try {
    if (now) sessionStorage.setItem(KEY, String(now.getTime()));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Without storage the form simply starts at the e-mail address again.
  }
}
