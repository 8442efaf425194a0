/**
 * The public holidays on which offices are closed: Algemene termijnenwet, art. 3(1) (New Year, second days of Easter, Whitsun and
 * Christmas, Christmas Day, Ascension, King's Day, 5 May) and Good Friday, which art. 3(2) puts on the same footing.
 */
export function isPublicHoliday(year: number, month: number, day: number): boolean {
  const date = Date.UTC(year, month - 1, day);
  return publicHolidays(year).has(date);
}

const DAY_MS = 86_400_000;
const known = new Map<number, ReadonlySet<number>>();

function publicHolidays(year: number): ReadonlySet<number> {
  const cached = known.get(year);
  if (cached) return cached;
  const easter = easterSunday(year);
  const days = new Set([
    Date.UTC(year, 0, 1),
    easter - 2 * DAY_MS,
    easter + 1 * DAY_MS,
    easter + 39 * DAY_MS,
    easter + 50 * DAY_MS,
    kingsDay(year),
    Date.UTC(year, 4, 5),
    Date.UTC(year, 11, 25),
    Date.UTC(year, 11, 26),
  ]);
  known.set(year, days);
  return days;
}

/** 27 April, or the Saturday before when that is a Sunday. */
function kingsDay(year: number): number {
  const birthday = Date.UTC(year, 3, 27);
  return new Date(birthday).getUTCDay() === 0 ? birthday - DAY_MS : birthday;
}

/** Gauss's method in the anonymous Gregorian form (Meeus, Astronomical Algorithms, ch. 8). Milliseconds, UTC midnight. */
function easterSunday(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const epact =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const month = Math.floor((epact + weekday - 7 * correction + 114) / 31);
  const day = ((epact + weekday - 7 * correction + 114) % 31) + 1;
  return Date.UTC(year, month - 1, day);
}
