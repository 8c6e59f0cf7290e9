import { h } from '../frame/html.ts';
import type { Table } from './csv.ts';
import { count } from '../frame/words.ts';

/** The numbers of a card for people; within a box that scrolls by itself where it is long. */
export function tableElement({ columns, rows }: Table, label: string): HTMLElement {
  const isNumber = (column: number) => rows.some(row => typeof row[column] === 'number');
  const classOf = (column: number) => isNumber(column) ? 'number' : null;
  return h('div', { class: 'table-box', tabindex: 0, role: 'region', 'aria-label': `Numbers of “${label}”` },
    h('table', {},
      h('thead', {}, h('tr', {}, columns.map((name, column) => h('th', { scope: 'col', class: classOf(column) }, name)))),
      h('tbody', {}, rows.map(row => h('tr', {}, row.map((cell, column) => h(column === 0 ? 'th' : 'td',
        { scope: column === 0 ? 'row' : null, class: classOf(column) },
        cell === null ? 'not known' : typeof cell === 'number' ? numberText(cell) : cell)))))));
}

const numberText = (value: number) => Number.isInteger(value) ? count(value) : value.toFixed(3);
