import { colourOf, otherColour, type Community } from './colours.ts';
import { otherEnd, type Graph } from './graph.ts';
import type { Path } from './requests.ts';
import type { State } from './state.ts';

/** What is in focus; all else is drawn faintly, the more so where a way is lit up. */
export interface Focus {
  nodes: ReadonlySet<string>;
  edges: ReadonlySet<string>;
  isLit: boolean;
}

/** How what is shown is drawn. */
export interface Look {
  colour: (id: string) => string;
  size: (id: string) => number;
  /** Null where nothing is in focus. */
  focus: Focus | null;
  chosen: ReadonlySet<string>;
  /** Edges that are drawn though they are in no focus; null where all are. */
  edges: ReadonlySet<string> | null;
}

/** From so many nodes on, what a person does must not wait until all of them are drawn anew. */
export const manyNodes = 1_000;

/** Whether there is so little room, as on a phone, that nodes are drawn smaller and nearer to the edges. */
export const isNarrow = ({ clientWidth }: HTMLElement) => clientWidth < 500;

/** Of more edges than these the strongest are drawn. */
export const maxDrawnEdges = 6_000;

export interface Shown {
  graph: Graph;
  years: readonly { year: number }[];
  communities: ReadonlyMap<string, Community>;
}

const [minSize, sizes] = [3.5, 10];

/** @param scale less than one where there is little room. */
export function lookOf(state: State, { graph, years, communities }: Shown, lit: Path | null, scale: number): Look {
  const range: [number, number] | null = years.length > 0 ? [years[0]!.year, years.at(-1)!.year] : null;
  const amount =
    state.size === 'rank' ? (id: string) => graph.nodes.get(id)?.rank ?? 0 : (id: string) => graph.edgesOf(id).length;
  let most = 1e-12;
  for (const id of graph.nodes.keys()) most = Math.max(most, amount(id));
  return {
    colour: id => {
      // The drawing may have a node for a moment longer than the graph.
      const node = graph.nodes.get(id);
      return node ? colourOf(node, state.colour, range, communities) : otherColour;
    },
    size: id => (minSize + sizes * Math.sqrt(amount(id) / most)) * scale,
    focus: focusOf(state, graph, lit),
    chosen: new Set(state.chosen),
    edges: graph.edges.size > maxDrawnEdges ? strongest(graph) : null,
  };
}

const strongest = ({ edges }: Graph): ReadonlySet<string> =>
  new Set([...edges.values()].sort((one, other) => other.weight - one.weight).slice(0, maxDrawnEdges).map(({ id }) => id));

/** What a way, a link or a node leads through. */
function focusOf(state: State, graph: Graph, lit: Path | null): Focus | null {
  if (lit) return { nodes: new Set(lit.nodes.map(({ id }) => id)), edges: new Set(lit.hops.map(({ id }) => id)), isLit: true };
  const edge = state.edge ? graph.edges.get(state.edge) : undefined;
  if (edge) return { nodes: new Set([edge.from, edge.to]), edges: new Set([edge.id]), isLit: false };
  const [chosen] = state.chosen;
  if (!chosen || state.chosen.length > 1 || !graph.nodes.has(chosen)) return null;
  const around = graph.edgesOf(chosen);
  const nodes = new Set([chosen, ...around.map(other => otherEnd(other, chosen))]);
  return { nodes, edges: new Set(around.map(({ id }) => id)), isLit: false };
}
