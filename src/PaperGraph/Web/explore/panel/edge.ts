import { h } from '../../frame/html.ts';
import { skeleton } from '../../frame/states.ts';
import type { GraphEdge } from '../graph.ts';
import { askEdge, type EdgeAnswer } from '../requests.ts';
import { edgeWords } from '../words.ts';
import type { Panel } from './panel.ts';
import { foot, nodeName, what } from './parts.ts';
import { pathList } from './paths.ts';
import { proof } from './proof.ts';

/** What a link says, the words that prove it, and what connects its ends besides. */
export async function showEdge(panel: Panel, edge: GraphEdge, signal: AbortSignal) {
  const { graph, host } = panel;
  const [from, to] = [graph.nodes.get(edge.from)!, graph.nodes.get(edge.to)!];
  const request = askEdge(edge);
  const heading = [
    what(edge.kind === 'RELATED' || edge.kind === 'CITATION' ? 'PAPER' : to.kind, edgeWords(edge.kind)),
    h('h2', { tabindex: -1 }, nodeName(host, from), ' ↔ ', nodeName(host, to)),
  ];
  panel.fill(heading, skeleton());
  await panel.ask<EdgeAnswer>(request, signal, ({ edge: direct, others, ends }) => {
    const hop = direct.paths[0]?.hops[0];
    const besides = others.paths.filter(path => path.length > 1);
    panel.fill(
      heading,
      hop ? proof(hop, ends) : h('p', {}, 'This link is not there any more.'),
      besides.length > 0 && [h('h3', {}, 'Also connected by'), pathList(besides, null, host)],
      foot(host, 'This link', request),
    );
  });
}
