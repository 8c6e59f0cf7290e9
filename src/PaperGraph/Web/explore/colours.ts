import type { GraphNode } from './graph.ts';
import type { Colour } from './state.ts';

/** Colours of communities, told apart by colour-blind eyes; there are more communities than these, and the rest are grey. */
export const communityColours = ['--paper', '--method', '--task', '--dataset', '--model', '--topic', '--metric', '--repository'] as const;

/** From the first year to the last. */
export const yearColours = ['#b3cde3', '#8aaed6', '#5f8fc4', '#3a6fb0', '#1b4f93', '#0b2f66'] as const;

/** The colour of a node, as a property of the style sheet or as it is. */
export function colourOf(node: GraphNode, by: Colour, years: readonly [number, number] | null, communities: readonly string[]): string {
  if (by === 'kind') return `--${node.kind.toLowerCase()}`;
  if (by === 'community') {
    const place = node.community === null ? -1 : communities.indexOf(node.community);
    return communityColours[place] ?? '--other';
  }
  if (node.year === null || !years) return '--other';
  const share = years[1] === years[0] ? 1 : (node.year - years[0]) / (years[1] - years[0]);
  return yearColours[Math.min(yearColours.length - 1, Math.floor(share * yearColours.length))]!;
}

/** Communities by how many of the nodes they have, the largest first. */
export function communitiesOf(nodes: Iterable<GraphNode>): string[] {
  const counts = new Map<string, number>();
  for (const { community } of nodes) if (community !== null) counts.set(community, (counts.get(community) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1)).map(([name]) => name);
}
