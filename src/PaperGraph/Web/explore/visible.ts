import type { Graph, GraphEdge, GraphNode } from './graph.ts';
import { otherEnd } from './graph.ts';
import type { State } from './state.ts';

/** What of the graph is shown. */
export interface Visible {
  nodes: Map<string, GraphNode>;
  edges: Map<string, GraphEdge>;
}

/**
 * Papers outside the years and topics that are chosen are left out, and then what only these had led to. What a person began with or
 * looks at stays, unless it was hidden.
 */
export function visibleOf(graph: Graph, state: State): Visible {
  const kept = new Set([...state.steps.flatMap(step => step.of), ...state.chosen]);
  const hidden = new Set(state.hidden);
  const off = new Set(state.off);
  const isFiltered = state.years !== null || state.topics.length > 0 || state.onlyCode;

  const passes = (node: GraphNode) =>
    !hidden.has(node.id) && (kept.has(node.id) || (!off.has(node.kind) && (node.kind !== 'PAPER' || isChosenPaper(node, state))));
  const candidates = new Map([...graph.nodes].filter(([, node]) => passes(node)));
  const nodes = !isFiltered
    ? candidates
    : new Map(
        [...candidates].filter(
          ([id, node]) => kept.has(id) || node.kind === 'PAPER' || graph.edgesOf(id).some(edge => candidates.has(otherEnd(edge, id))),
        ),
      );
  const edges = new Map([...graph.edges].filter(([, { from, to }]) => nodes.has(from) && nodes.has(to)));
  return { nodes, edges };
}

function isChosenPaper(paper: GraphNode, { years, topics, onlyCode }: State): boolean {
  if (years && (paper.year === null || paper.year < years[0] || paper.year > years[1])) return false;
  if (topics.length > 0 && !paper.topics.some(({ slug }) => topics.includes(slug))) return false;
  return !onlyCode || paper.hasCode;
}

/** How many papers each year has, without a gap between the first and the last. */
export function papersByYear(graph: Graph): { year: number; papers: number }[] {
  const counts = new Map<number, number>();
  for (const { kind, year } of graph.nodes.values()) if (kind === 'PAPER' && year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
  if (counts.size === 0) return [];
  const [first, last] = [Math.min(...counts.keys()), Math.max(...counts.keys())];
  return Array.from({ length: last - first + 1 }, (_, at) => ({ year: first + at, papers: counts.get(first + at) ?? 0 }));
}

/** The topics of the drawing's papers, that of the most first. */
export function topicsOf(graph: Graph): { slug: string; name: string; papers: number }[] {
  const topics = new Map<string, { slug: string; name: string; papers: number }>();
  for (const node of graph.nodes.values()) {
    for (const { slug, name } of node.topics) {
      const topic = topics.get(slug) ?? { slug, name, papers: 0 };
      topic.papers++;
      topics.set(slug, topic);
    }
  }
  return [...topics.values()].sort((one, other) => other.papers - one.papers || (one.name < other.name ? -1 : 1));
}
