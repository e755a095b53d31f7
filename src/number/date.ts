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
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysOfMonth(year, month) ? { year, month, day } : undefined;
}

/** A date as a figure: the days since the end of 1899, as spreadsheets count them. */
export function dateNumber(date: CalendarDate): number {
  return dayNumber(date) - dayNumber(FIRST_DAY);
}

const FIRST_DAY: CalendarDate = { year: 1899, month: 12, day: 30 };
const DAYS_OF_400_YEARS = 146_097;

/** The date of such a figure; undefined outside the years 1 to 9999, and where it is no whole number. */
export function dateOfNumber(figure: number): CalendarDate | undefined {
  const target = figure + dayNumber(FIRST_DAY);
  if (!Number.isInteger(figure) || target < 1) return undefined;
  let year = Math.max(1, Math.floor((target * 400) / DAYS_OF_400_YEARS));
  while (dayNumber({ year: year + 1, month: 1, day: 1 }) <= target) year += 1;
  let month = 1;
  while (month < 12 && dayNumber({ year, month: month + 1, day: 1 }) <= target) month += 1;
  return year > 9999 ? undefined : { year, month, day: target - dayNumber({ year, month, day: 1 }) + 1 };
}

/** `2026-03-01`. */
export function dateText({ year, month, day }: CalendarDate): string {
  const padded = (figure: number, digits: number) => String(figure).padStart(digits, '0');
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

/** Calendar days from one date to another by the rule 30/360 as it is used in Europe: each month has 30 days, and a 31st counts as the 30th; below 0 where `to` lies before `from`. */
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
