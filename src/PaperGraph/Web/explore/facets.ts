import type { Graph } from './graph.ts';

/** What the filters choose among: the papers that the steps bring without any. */
export interface Facets {
  /** Years without a gap between the first and the last. */
  years: { year: number; papers: number }[];
  /** That of the most papers first. */
  topics: { slug: string; name: string; papers: number }[];
  withCode: number;
}

export function facetsOf({ nodes }: Graph): Facets {
  const years = new Map<number, number>();
  const topics = new Map<string, Facets['topics'][number]>();
  let withCode = 0;
  for (const node of nodes.values()) {
    if (node.kind !== 'PAPER') continue;
    if (node.year !== null) years.set(node.year, (years.get(node.year) ?? 0) + 1);
    if (node.hasCode) withCode++;
    for (const { slug, name } of node.topics) {
      const topic = topics.get(slug) ?? { slug, name, papers: 0 };
      topic.papers++;
      topics.set(slug, topic);
    }
  }
  return {
    years: withoutGaps(years),
    topics: [...topics.values()].sort((one, other) => other.papers - one.papers || (one.name < other.name ? -1 : 1)),
    withCode,
  };
}

function withoutGaps(counts: ReadonlyMap<number, number>): Facets['years'] {
  if (counts.size === 0) return [];
  const [first, last] = [Math.min(...counts.keys()), Math.max(...counts.keys())];
  return Array.from({ length: last - first + 1 }, (_, at) => ({ year: first + at, papers: counts.get(first + at) ?? 0 }));
}
