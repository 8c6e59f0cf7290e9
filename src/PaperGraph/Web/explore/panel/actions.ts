import { h } from '../../frame/html.ts';
import { count, some } from '../../frame/words.ts';
import { otherEnd, type EdgeKind, type Graph, type GraphNode } from '../graph.ts';
import { limitFor, isOf, maxLimit, moreLimit, usualLimit, type State } from '../state.ts';
import { waysFrom } from '../words.ts';
import type { PanelHost } from './panel.ts';

/** How much around a node is drawn, and what can be done with it. */
export function nodeActions(node: GraphNode, graph: Graph, state: State, host: PanelHost): HTMLElement {
  const { id } = node;
  const isExpanded = state.steps.some(step => isOf(step, id));
  const isPinned = state.pins.some(pin => pin.id === id);
  const button = (words: string, act: () => void) => h('button', { type: 'button', class: 'button', onclick: act }, words);
  return h(
    'div',
    { class: 'node-actions' },
    h('p', { class: 'detail' }, drawnWords(node, graph)),
    expandForm(node, host),
    h(
      'div',
      { class: 'buttons' },
      isExpanded && button('Collapse', () => host.collapse(id)),
      button('Connect with …', () => host.connectNext()),
      button('Only this', () => host.startFrom(id)),
      button(isPinned ? 'Let go' : 'Pin', () => host.togglePin(id)),
      button('Hide', () => host.hide(id)),
    ),
  );
}

function drawnWords({ id, degree }: GraphNode, graph: Graph): string {
  const drawn = new Set(graph.edgesOf(id).map(edge => otherEnd(edge, id))).size;
  return drawn >= degree
    ? `All of its ${some(degree, 'neighbour')} ${degree === 1 ? 'is' : 'are'} drawn.`
    : `${count(drawn)} of its ${some(degree, 'neighbour')} ${drawn === 1 ? 'is' : 'are'} drawn; the most specific come first.`;
}

/** Which neighbours are to come, and how many of a hub's. */
function expandForm(node: GraphNode, host: PanelHost): HTMLElement {
  const via = h(
    'select',
    { 'aria-label': 'Which neighbours' },
    waysFrom(node).map(([kinds, words]) => h('option', { value: kinds.join('.') }, words)),
  );
  const first = limitFor(node.degree);
  const cap = h(
    'select',
    { 'aria-label': 'How many' },
    [moreLimit, usualLimit, maxLimit].map(limit => h('option', { value: limit, selected: limit === first }, `at most ${limit}`)),
  );
  const expand = (event: SubmitEvent) => {
    event.preventDefault();
    const kinds = via.value.split('.').filter(kind => kind !== '') as EdgeKind[];
    host.expand({ of: [node.id], via: kinds, limit: Number(cap.value) });
  };
  const button = h('button', { class: 'button primary' }, 'Expand');
  return h('form', { class: 'expand', onsubmit: expand }, via, node.degree > moreLimit && cap, button);
}
