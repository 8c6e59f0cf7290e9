import type { GraphNode } from './graph.ts';
import type { Colour } from './state.ts';

/** Colours of communities, told apart by colour-blind eyes; there are more communities than these, and the rest are grey. */
const communityColours = ['--paper', '--method', '--task', '--dataset', '--model', '--topic', '--metric', '--repository'] as const;

/** From the first year to the last. */
export const yearColours = ['#b3cde3', '#8aaed6', '#5f8fc4', '#3a6fb0', '#1b4f93', '#0b2f66'] as const;

export const otherColour = '--other';

export interface Community {
  id: string;
  name: string;
  /** How many of the nodes it has. */
  nodes: number;
  colour: string;
}

/** The colour of a node, as a property of the style sheet or as it is. */
export function colourOf(
  node: GraphNode,
  by: Colour,
  years: readonly [number, number] | null,
  communities: ReadonlyMap<string, Community>,
): string {
  if (by === 'kind') return `--${node.kind.toLowerCase()}`;
  if (by === 'community') return communities.get(node.community?.id ?? '')?.colour ?? otherColour;
  if (node.year === null || !years) return otherColour;
  const share = years[1] === years[0] ? 1 : (node.year - years[0]) / (years[1] - years[0]);
  return yearColours[Math.max(0, Math.min(yearColours.length - 1, Math.floor(share * yearColours.length)))]!;
}

/** Communities by how many of the nodes they have, the largest first. */
export function communitiesOf(nodes: Iterable<GraphNode>): Map<string, Community> {
  const counts = new Map<string, { id: string; name: string; nodes: number }>();
  for (const { community } of nodes) {
    if (!community) continue;
    const counted = counts.get(community.id);
    if (counted) counted.nodes++;
    else counts.set(community.id, { ...community, nodes: 1 });
  }
  const sorted = [...counts.values()].sort((one, other) => other.nodes - one.nodes || (one.name < other.name ? -1 : 1));
  return new Map(sorted.map((community, at) => [community.id, { ...community, colour: communityColours[at] ?? otherColour }]));
}
