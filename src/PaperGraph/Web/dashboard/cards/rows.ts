import { h, type Child } from '../../frame/html.ts';
import { kindMark, type Kind } from '../../frame/kinds.ts';
import { whereOf } from '../filter.ts';
import { startsIn } from '../periods.ts';
import { sparkline } from '../sparkline.ts';
import type { View } from '../view.ts';

export interface Concept {
  slug: string;
  name: string;
  kind: Kind;
  timeline: { date: string | null; papers: number }[];
}

/** What is asked of a concept, its timeline by the variable `$drawn`. */
export const conceptFields = (view: View) =>
  `slug name kind timeline(interval: ${view.interval}, where: $drawn, last: 100) { date papers }`;

/** The papers that the timelines count. */
export const drawnOf = (view: View) => whereOf(view.filter, view.drawn);

export interface ListRow {
  concept: Concept;
  numbers: { content: Child; isQuiet?: boolean }[];
}

/** A list of concepts, how they went, and numbers beside them; a click on a name filters by it. */
export function conceptList(columns: string[], rows: ListRow[], view: View): HTMLElement {
  return h('table', { class: 'list' },
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Concept'), h('th', { scope: 'col', class: 'trend' }, 'Trend'),
      columns.map(name => h('th', { scope: 'col', class: 'number' }, name)))),
    h('tbody', {}, rows.map(({ concept, numbers }) => {
      const { slug, name, kind } = concept;
      const isChosen = view.filter.concept === slug;
      return h('tr', {},
        h('th', { scope: 'row' }, h('a', {
          class: 'row-name', href: view.address({ concept: isChosen ? undefined : slug }), title: name,
          'data-choose': true, 'data-key': slug, 'aria-current': isChosen ? 'true' : null,
        }, kindMark(kind), h('span', {}, name))),
        h('td', {}, sparkline(trendOf(concept, view))),
        numbers.map(({ content, isQuiet }) => h('td', { class: isQuiet ? 'number quiet' : 'number' }, content)));
    })));
}

function trendOf({ timeline }: Concept, view: View): number[] {
  const byDate = new Map(timeline.map(({ date, papers }) => [date, papers]));
  return startsIn(view.drawn, view.interval).map(start => byDate.get(start) ?? 0);
}
