const counts = new Intl.NumberFormat('en-GB');
const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** 11,402 */
export const count = (value: number) => counts.format(value);

/** 1 link, 2 links. */
export const some = (value: number, one: string, several = `${one}s`) => `${count(value)} ${value === 1 ? one : several}`;

/** 18 Jun 2025 */
export const dayName = (day: string) => days.format(Date.parse(day));
