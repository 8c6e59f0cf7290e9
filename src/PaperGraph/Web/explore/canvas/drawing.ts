import Graphology from 'graphology';
import type Sigma from 'sigma';
import type { Kind } from '../../frame/kinds.ts';
import type { Graph } from '../graph.ts';
import type { Positions } from '../layout.ts';

export interface NodeAttributes {
  x: number;
  y: number;
  label: string;
  kind: Kind;
}

export interface EdgeAttributes {
  weight: number;
  kind: string;
}

export type Drawing = Graphology<NodeAttributes, EdgeAttributes>;
export type Renderer = Sigma<NodeAttributes, EdgeAttributes>;

export const emptyDrawing = (): Drawing => new Graphology<NodeAttributes, EdgeAttributes>({ multi: true, type: 'undirected' });

/** Behind each portion all that was added so far is drawn anew; one takes a page some 10 ms. */
const portion = 2_000;

/** Adds the graph to a drawing, yielding behind each portion; `labelOf` says what a node is called in the drawing. */
export function* draw(drawing: Drawing, { nodes, edges }: Graph, positions: Positions, labelOf: (label: string) => string): Generator<void> {
  for (const { id, label, kind } of nodes.values()) {
    drawing.addNode(id, { ...placeOf(positions, id), label: labelOf(label), kind });
    if (drawing.order % portion === 0) yield;
  }
  for (const { id, from, to, weight, kind } of edges.values()) {
    drawing.addEdgeWithKey(id, from, to, { weight, kind });
    if (drawing.size % portion === 0) yield;
  }
}

/** From the least to the greatest place of its nodes. */
export function extentOf({ nodes }: Graph, positions: Positions): { x: [number, number]; y: [number, number] } {
  const extent = { x: [Infinity, -Infinity] as [number, number], y: [Infinity, -Infinity] as [number, number] };
  for (const id of nodes.keys()) {
    const place = placeOf(positions, id);
    for (const axis of ['x', 'y'] as const)
      extent[axis] = [Math.min(extent[axis][0], place[axis]), Math.max(extent[axis][1], place[axis])];
  }
  return extent;
}

export const placeOf = (positions: Positions, id: string) => positions.get(id) ?? { x: 0, y: 0 };
