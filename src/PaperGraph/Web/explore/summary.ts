import { count, some } from '../frame/words.ts';
import type { Graph } from './graph.ts';
import { maxDrawnEdges } from './look.ts';
import { filterOf } from './requests.ts';
import type { Scene } from './scene.ts';
import type { State } from './state.ts';
import { momentName } from './words.ts';

/** 93 nodes · 214 links · as of 27 Nov 2026, 18:04 */
export function summaryOf({ visible, brought: { parts } }: Scene): string {
  const asOf = parts.find(part => part.asOf)?.asOf;
  return [
    some(visible.nodes.size, 'node'),
    linksOf(visible),
    parts.some(({ truncated }) => truncated) && 'there is more than is drawn',
    asOf && `as of ${momentName(asOf)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

const linksOf = ({ edges }: Graph) =>
  some(edges.size, 'link') + (edges.size > maxDrawnEdges ? `, the strongest ${count(maxDrawnEdges)} drawn` : '');

/** What a person is told over the drawing; nothing where it speaks for itself. */
export function noticeOf(state: State, { visible, brought: { parts } }: Scene, canDraw: boolean): string {
  const missing = new Set(parts.flatMap(part => part.missing)).size;
  if (!canDraw)
    return 'This browser cannot draw the graph, because WebGL is missing or turned off. The same is here as a tree and a table.';
  if (missing > 0) {
    const them = missing === 1 ? 'One node of this address is' : `${missing} nodes of this address are`;
    return `${them} newer than the graph in memory, which is read again when the import is over. Load this page then.`;
  }
  if (visible.nodes.size === 0) return 'Nothing is left by the filters. Choose more kinds, years or topics on the left.';
  if (filterOf(state)) return 'The filters choose among all papers of the graph, so that others than before may be drawn.';
  if (state.steps.length > 0 || state.chosen.length > 0 || state.edge) return '';
  const twice = matchMedia('(pointer: coarse)').matches ? 'touching it twice' : 'a double click';
  return `The latest papers and what they share. Search above, or choose a node; ${twice} brings its neighbours.`;
}
