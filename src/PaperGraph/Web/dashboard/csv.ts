export type Cell = string | number | null;

/** Numbers of a card as a person, a screen reader or a spreadsheet reads them. */
export interface Table {
  columns: string[];
  rows: Cell[][];
}

/** RFC 4180. What a spreadsheet would take for a formula is put behind an apostrophe. */
export function toCsv({ columns, rows }: Table): string {
  return [columns, ...rows].map(row => row.map(field).join(',') + '\r\n').join('');
}

function field(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
