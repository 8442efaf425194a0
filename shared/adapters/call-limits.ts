/**
 * How long a call of AWS may take, milliseconds; the SDK's own is without an end. One that hangs would hold up a sweep for all others, and each of
 * these services answers in tens of milliseconds or not at all. The SDK tries again by itself.
 */
export const CALL_LIMITS = {
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
} as const;
