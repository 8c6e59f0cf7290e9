import type { Graph } from './graph.ts';
import type { State } from './state.ts';

/** What of the graph is shown. What a person began with or looks at stays, unless it was hidden. */
export function visibleOf(graph: Graph, { steps, chosen, hidden, off }: State): Graph {
  const kept = new Set([...steps.flatMap(step => step.of), ...chosen]);
  const gone = new Set(hidden);
  return graph.where(({ id, kind }) => !gone.has(id) && (kept.has(id) || !off.includes(kind)));
}
