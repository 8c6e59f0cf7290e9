import type { Graph } from './graph.ts';
import { otherEnd } from './graph.ts';
import type { Pin } from './state.ts';

export type Positions = Map<string, { x: number; y: number }>;

export interface LayoutWork {
  nodes: { id: string; x: number; y: number; size: number; isFixed: boolean }[];
  edges: { from: string; to: string; weight: number }[];
  rounds: number;
}

export type LayoutResult = Float32Array;

/**
 * Where to begin: what was drawn stays where it was, what is pinned lies there, what the server placed lies there where nothing was drawn
 * yet, and all else around its first neighbour. The same graph is always begun the same way.
 */
export function firstPositions(graph: Graph, drawn: Positions, pins: readonly Pin[]): Positions {
  const positions: Positions = new Map();
  for (const { id, x, y } of pins) if (graph.nodes.has(id)) positions.set(id, { x, y });
  const isNew = ![...graph.nodes.keys()].some(id => drawn.has(id));
  for (const [id, { x, y }] of graph.nodes) {
    if (positions.has(id)) continue;
    const old = drawn.get(id);
    if (old) positions.set(id, old);
    else if (isNew && x !== null && y !== null) positions.set(id, { x, y });
  }

  let turn = 0;
  for (const id of graph.nodes.keys()) {
    if (positions.has(id)) continue;
    const near = graph
      .edgesOf(id)
      .map(edge => positions.get(otherEnd(edge, id)))
      .find(position => position !== undefined) ?? { x: 0, y: 0 };
    // The golden angle keeps those around one node apart.
    const angle = turn++ * 2.39996;
    const distance = 0.05 + 0.01 * Math.sqrt(turn);
    positions.set(id, { x: near.x + distance * Math.cos(angle), y: near.y + distance * Math.sin(angle) });
  }
  return positions;
}

/** Lays graphs out in a worker; work that is overtaken is dropped. */
export class Layout {
  private worker: Worker | null = null;

  constructor(private readonly address: URL) {}

  run(work: LayoutWork, done: (positions: Positions) => void) {
    this.stop();
    const worker = (this.worker = new Worker(this.address, { type: 'module' }));
    worker.onmessage = ({ data }: MessageEvent<LayoutResult>) => {
      if (this.worker !== worker) return;
      this.stop();
      done(new Map(work.nodes.map(({ id }, at) => [id, { x: data[2 * at]!, y: data[2 * at + 1]! }])));
    };
    worker.postMessage(work);
  }

  stop() {
    this.worker?.terminate();
    this.worker = null;
  }
}
