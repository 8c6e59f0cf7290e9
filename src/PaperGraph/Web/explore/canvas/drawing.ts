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

/** The graph as the library takes it; `labelOf` says what a node is called in the drawing. */
export function drawingOf({ nodes, edges }: Graph, positions: Positions, labelOf: (label: string) => string): Drawing {
  const drawing = emptyDrawing();
  for (const { id, label, kind } of nodes.values()) drawing.addNode(id, { ...placeOf(positions, id), label: labelOf(label), kind });
  for (const { id, from, to, weight, kind } of edges.values()) drawing.addEdgeWithKey(id, from, to, { weight, kind });
  return drawing;
}

export const placeOf = (positions: Positions, id: string) => positions.get(id) ?? { x: 0, y: 0 };
