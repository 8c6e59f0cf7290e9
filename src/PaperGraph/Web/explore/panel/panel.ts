import type { GraphQLRequest } from '../../frame/graphql.ts';
import { h, type Child } from '../../frame/html.ts';
import { failedPart } from '../../frame/states.ts';
import { Graph } from '../graph.ts';
import { askWhenReady } from '../loader.ts';
import type { Path } from '../requests.ts';
import type { State, Step } from '../state.ts';
import { nodeActions } from './actions.ts';
import { showEdge } from './edge.ts';
import { showNode } from './node.ts';
import { showSeveral } from './several.ts';

export interface PanelHost {
  choose(id: string, isAlso?: boolean): void;
  chooseEdge(id: string): void;
  expand(step: Step): void;
  collapse(id: string): void;
  hide(id: string): void;
  togglePin(id: string): void;
  startFrom(id: string): void;
  /** What is chosen next is chosen beside what is. */
  connectNext(): void;
  close(): void;
  copyLink(): void;
  showPaths(paths: readonly Path[]): void;
  light(path: Path | null): void;
}

/** On the right: what was chosen, what is known of it, and the words that prove it. */
export class Panel {
  readonly element = h('aside', { class: 'panel', 'aria-label': 'What is chosen', hidden: true });
  graph = new Graph([]);
  private state: State | null = null;
  private running = new AbortController();
  private shown = '';

  constructor(readonly host: PanelHost) {}

  /** Shows what the state has chosen; asks only when that is something else than before. */
  show(state: State, graph: Graph) {
    this.state = state;
    this.graph = graph;
    const key = state.edge ?? state.chosen.join('.');
    this.element.hidden = key === '';
    if (key === this.shown) return this.refresh();
    this.shown = key;
    this.running.abort();
    const { signal } = (this.running = new AbortController());
    this.host.light(null);
    const edge = state.edge ? graph.edges.get(state.edge) : undefined;
    if (edge) void showEdge(this, edge, signal);
    else if (state.edge) this.missEdge();
    else if (state.chosen.length === 1) void showNode(this, state.chosen[0]!, signal);
    else if (state.chosen.length > 1) void showSeveral(this, state, signal);
  }

  /** What can be done with a node as things are. */
  actionsOf(id: string): HTMLElement | null {
    const node = this.graph.nodes.get(id);
    return node && this.state ? nodeActions(node, this.graph, this.state, this.host) : null;
  }

  /** Asks, and shows the answer in place of the skeleton, or why there is none. */
  async ask<Data>(request: GraphQLRequest, signal: AbortSignal, show: (data: Data) => void) {
    try {
      const data = await askWhenReady<Data>(request, signal);
      if (!signal.aborted) show(data);
    } catch (failure) {
      if (signal.aborted) return;
      this.shown = '';
      this.element.querySelector('.skeleton')?.replaceWith(failedPart(failure, () => this.again()));
    }
  }

  /** Asks once more for what is chosen. */
  again() {
    this.shown = '';
    if (this.state) this.show(this.state, this.graph);
    this.element.querySelector<HTMLElement>('h2')?.focus();
  }

  fill(heading: Child[], ...content: Child[]) {
    this.element.replaceChildren(
      h(
        'div',
        { class: 'panel-content' },
        h('button', { type: 'button', class: 'close', 'aria-label': 'Close', title: 'Close', onclick: () => this.host.close() }, '×'),
        heading,
        content,
      ),
    );
  }

  /** Buttons that follow what is expanded and pinned. */
  private refresh() {
    const place = this.element.querySelector('.node-actions');
    const actions = this.state?.chosen.length === 1 ? this.actionsOf(this.state.chosen[0]!) : null;
    if (!place || !actions) return;
    const focused = place.contains(document.activeElement) ? document.activeElement?.textContent : null;
    place.replaceWith(actions);
    if (focused)
      ([...actions.querySelectorAll('button')].find(button => button.textContent === focused) ?? actions.querySelector('button'))?.focus();
  }

  private missEdge() {
    this.shown = '';
    this.fill(
      [h('h2', { tabindex: -1 }, 'This link is not drawn')],
      h('p', {}, 'The filters may leave out one of its ends, or it may not be in the graph any more.'),
    );
  }
}
