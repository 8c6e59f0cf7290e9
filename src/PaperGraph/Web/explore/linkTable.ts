import { h, refill } from '../frame/html.ts';
import { kindMark } from '../frame/kinds.ts';
import { count } from '../frame/words.ts';
import { Graph, otherEnd } from './graph.ts';
import type { State } from './state.ts';
import { edgeWords } from './words.ts';

export interface LinkTableHost {
  choose(id: string, isAlso: boolean): void;
  chooseEdge(id: string): void;
}

/** So many rows are listed at once. */
const shownAtOnce = 100;

/** The links of what is chosen as a table, or the strongest of all. */
export class LinkTable {
  readonly element = h('section', { class: 'links', 'aria-label': 'Links' });
  private visible = new Graph([]);
  private state: State | null = null;
  private listed = shownAtOnce;

  constructor(private readonly host: LinkTableHost) {}

  show(visible: Graph, state: State | null) {
    this.visible = visible;
    this.state = state;
    this.draw();
  }

  private draw() {
    const { visible, state } = this;
    const chosen = state?.chosen.find(id => visible.nodes.has(id));
    const edges = [...(chosen ? visible.edgesOf(chosen) : visible.edges.values())].sort((one, other) => other.weight - one.weight);
    const name = chosen && visible.nodes.get(chosen)!.label;
    const columns = [...(chosen ? ['With'] : ['From', 'To']), 'What it says', 'Weight'];
    const head = columns.map(column => h('th', { scope: 'col', class: column === 'Weight' ? 'number' : null }, column));
    const rows = edges.slice(0, this.listed).map(edge =>
      h(
        'tr',
        { 'aria-current': state?.edge === edge.id ? 'true' : null },
        (chosen ? [otherEnd(edge, chosen)] : [edge.from, edge.to]).map(end => h('td', {}, this.node(end))),
        h('td', {}, h('button', { type: 'button', class: 'name', onclick: () => this.host.chooseEdge(edge.id) }, edgeWords(edge.kind))),
        h('td', { class: 'number' }, edge.weight.toFixed(2)),
      ),
    );
    const more = () => {
      this.listed += shownAtOnce;
      this.draw();
    };
    refill(
      this.element,
      h('h2', {}, name ? ['Links of ', h('bdi', {}, name)] : 'Links'),
      h('table', {}, h('thead', {}, h('tr', {}, head)), h('tbody', {}, rows)),
      edges.length > this.listed &&
        h('button', { type: 'button', class: 'button', onclick: more }, `${count(edges.length - this.listed)} more`),
    );
  }

  private node(id: string): HTMLElement | null {
    const node = this.visible.nodes.get(id);
    if (!node) return null;
    const choose = () => this.host.choose(id, false);
    return h('button', { type: 'button', class: 'name', onclick: choose }, kindMark(node.kind), h('bdi', {}, node.label));
  }
}
