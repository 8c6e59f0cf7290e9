import { dayName } from '../frame/words.ts';

// Days as texts, 2025-06-18, which sort as they follow each other; all reckoned in UTC.

export type Interval = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';

/** Both ends included. */
export interface Range {
  from: string;
  to: string;
}

const dayLength = 86_400_000;

export const addDays = (day: string, days: number) => iso(Date.parse(day) + days * dayLength);

/** How many days a range has. */
export const daysOf = ({ from, to }: Range) => Math.round((Date.parse(to) - Date.parse(from)) / dayLength) + 1;

/** The same day so many months on, or the last of that month. */
export function addMonths(day: string, months: number): string {
  const date = new Date(day);
  const month = date.getUTCMonth() + months;
  const last = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate();
  return iso(Date.UTC(date.getUTCFullYear(), month, Math.min(date.getUTCDate(), last)));
}

/** Periods of which a chart of the range has some ten to sixty. */
export function intervalFor(range: Range): Interval {
  const days = daysOf(range);
  if (days <= 62) return 'DAY';
  if (days <= 240) return 'WEEK';
  if (days <= 5 * 366) return 'MONTH';
  return days <= 15 * 366 ? 'QUARTER' : 'YEAR';
}

/** The first day of the period that a day lies in; weeks begin on Monday. */
export function startOf(day: string, interval: Interval): string {
  const date = new Date(day);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  switch (interval) {
    case 'DAY': return day;
    case 'WEEK': return addDays(day, -((date.getUTCDay() + 6) % 7));
    case 'MONTH': return iso(Date.UTC(year, month, 1));
    case 'QUARTER': return iso(Date.UTC(year, month - month % 3, 1));
    case 'YEAR': return iso(Date.UTC(year, 0, 1));
  }
}

/** The last day of the period that begins on `start`. */
export const endOf = (start: string, interval: Interval) => addDays(next(start, interval), -1);

/** The period behind the one that begins on `start`. */
export function next(start: string, interval: Interval): string {
  switch (interval) {
    case 'DAY': return addDays(start, 1);
    case 'WEEK': return addDays(start, 7);
    case 'MONTH': return addMonths(start, 1);
    case 'QUARTER': return addMonths(start, 3);
    case 'YEAR': return addMonths(start, 12);
  }
}

/** The first days of all periods that the range touches. */
export function startsIn(range: Range, interval: Interval): string[] {
  const starts = [];
  for (let start = startOf(range.from, interval); start <= range.to; start = next(start, interval)) starts.push(start);
  return starts;
}

/** As long a range right before; whole months before whole months. */
export function before(range: Range): Range {
  const to = addDays(range.from, -1);
  if (!isWholeMonths(range)) return { from: addDays(range.from, -daysOf(range)), to };
  const months = monthOf(range.to) - monthOf(range.from) + 1;
  return { from: addMonths(range.from, -months), to };
}

/** The twelve months that end with the month of `day`. */
export function lastYear(day: string): Range {
  const to = endOf(startOf(day, 'MONTH'), 'MONTH');
  return { from: addMonths(startOf(day, 'MONTH'), -11), to };
}

export const isWholeMonths = ({ from, to }: Range) => from.endsWith('-01') && addDays(to, 1).endsWith('-01');

export const today = () => iso(Date.now());

const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });
const monthFormat = format({ month: 'short', year: 'numeric' });

/** Jun 2025 – Aug 2026 where these are whole months, else with the days. */
export function rangeName(range: Range): string {
  const name = isWholeMonths(range) ? (day: string) => monthFormat.format(Date.parse(day)) : dayName;
  const [from, to] = [name(range.from), name(range.to)];
  return from === to ? from : `${from} – ${to}`;
}

/** The period that begins on `start`, as one would call it. */
export function periodName(start: string, interval: Interval): string {
  switch (interval) {
    case 'DAY': return dayName(start);
    case 'WEEK': return `week of ${dayName(start)}`;
    case 'MONTH': return monthFormat.format(Date.parse(start));
    case 'QUARTER': return `Q${quarterOf(start)} ${start.slice(0, 4)}`;
    case 'YEAR': return start.slice(0, 4);
  }
}

/** Short enough for an axis. */
export function tickName(start: string, interval: Interval): string {
  switch (interval) {
    case 'DAY':
    case 'WEEK': return `${Number(start.slice(8))} ${monthFormat.format(Date.parse(start)).split(' ')[0]}`;
    case 'MONTH': return monthFormat.format(Date.parse(start)).replace(' 20', ' ’');
    default: return periodName(start, interval);
  }
}

export const intervalName = (interval: Interval) => interval.toLowerCase();

const quarterOf = (day: string) => Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1;
const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
