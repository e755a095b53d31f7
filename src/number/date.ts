/** A day of the calendar in use today, which is reckoned back before its beginning. */
export interface CalendarDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** The day that `2026-11-29` names; undefined where the calendar has no such day. */
export function calendarDate(text: string): CalendarDate | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOfMonth(year, month) ? { year, month, day } : undefined;
}

/** Calendar days from one date to another: the first is not counted, the last one is; below 0 where `to` lies before `from`. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The same by the rule 30/360 as it is used in Europe: each month has 30 days, and a 31st counts as the 30th. */
export function days360Between(from: CalendarDate, to: CalendarDate): number {
  const [first, last] = [from, to].map(({ year, month, day }) => (year * 12 + month) * 30 + Math.min(day, 30)) as [number, number];
  return last - first;
}

/** Days of the calendar up to a date, from a fixed day on. */
function dayNumber({ year, month, day }: CalendarDate): number {
  let days = day;
  for (let earlier = 1; earlier < month; earlier += 1) days += daysOfMonth(year, earlier);
  const before = year - 1;
  return days + before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
}

function daysOfMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
