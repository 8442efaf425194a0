import { dateOf, type EpochSeconds, epochSecondsOf } from '#shared/domain/time.ts';

/** RFC 3339 in UTC, whole seconds: how every moment looks in the API (NLGov API Design Rules, date-time). */
export const apiTime = (at: EpochSeconds): string => dateOf(at).toISOString().replace('.000Z', 'Z');
export const fromApiTime = (text: string): EpochSeconds => epochSecondsOf(new Date(text));
