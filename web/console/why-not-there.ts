const PATIENCE_MS = 10_000;

/**
 * Why a part of the console did not come. A new release takes the old parts away, and then the page itself still comes; without a
 * connection that does not either.
 */
export async function whyNotThere(): Promise<'new-version' | 'no-connection'> {
  if (!navigator.onLine) return 'no-connection';
  const page = await fetch(location.pathname, {
    method: 'HEAD',
    cache: 'no-store',
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => undefined);
  return page?.ok ? 'new-version' : 'no-connection';
}
