import { h, type Child } from '../../frame/html.ts';
import { kindMark, type Kind } from '../../frame/kinds.ts';
import type { View } from '../view.ts';

export interface Concept {
  slug: string;
  name: string;
  kind: Kind;
}

export interface ListRow {
  concept: Concept;
  cells: { content: Child; isQuiet?: boolean }[];
}

/** A list of concepts with numbers beside them; a click on a name filters by it. */
export function conceptList(columns: string[], rows: ListRow[], view: View): HTMLElement {
  return h('table', { class: 'list' },
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Concept'), columns.map(name =>
      h('th', { scope: 'col', class: 'number' }, name)))),
    h('tbody', {}, rows.map(({ concept: { slug, name, kind }, cells }) => {
      const isChosen = view.filter.concept === slug;
      return h('tr', {},
        h('th', { scope: 'row' }, h('a', {
          class: 'row-name', href: view.address({ concept: isChosen ? undefined : slug }), title: name,
          'data-choose': true, 'data-key': slug, 'aria-current': isChosen ? 'true' : null,
        }, kindMark(kind), h('span', {}, name))),
        cells.map(({ content, isQuiet }) =>
          h('td', { class: `number${isQuiet ? ' quiet' : ''}` }, content)));
    })));
}
