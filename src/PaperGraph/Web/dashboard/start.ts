import { ask } from '../frame/graphql.ts';
import { startOf } from './periods.ts';
import { TopicTree, type Topic } from './topics.ts';
import type { Known } from './view.ts';

interface Start {
  first: { nodes: { publishedOn: string | null }[] };
  last: { nodes: { publishedOn: string | null }[] };
  months: { rows: { date: string | null; papers: number }[] };
  topics: { nodes: Topic[] };
}

const query = `query Start {
  first: papers(orderBy: [{ by: PUBLISHED_ON, direction: ASC }], first: 1) { nodes { publishedOn } }
  last: papers(orderBy: [{ by: PUBLISHED_ON, direction: DESC }], first: 1) { nodes { publishedOn } }
  months: paperGroups(by: [PUBLISHED_MONTH], having: { papers: { from: 1 } }, first: 1000) { rows { date papers } }
  topics(first: 100) { nodes { slug name paperCount parent { slug } } }
}`;

/** Charts that draw everything leave out so many papers at most, where these are much older than the others. */
const oldShare = 0.02;

/** What the page has to know before it can ask for anything; null where there are no papers with a date. */
export async function askStart(): Promise<Known | null> {
  const { data: { first, last, months, topics } } = await ask<Start>({ query, variables: {} });
  const [from, to] = [first.nodes[0]?.publishedOn, last.nodes[0]?.publishedOn];
  if (!from || !to) return null;
  return { extent: { from, to }, mostFrom: mostFrom(months.rows) ?? startOf(from, 'MONTH'), topics: new TopicTree(topics.nodes) };
}

function mostFrom(months: Start['months']['rows']): string | undefined {
  const dated = months.flatMap(({ date, papers }) => date ? [{ date, papers }] : []);
  const old = dated.reduce((total, { papers }) => total + papers, 0) * oldShare;
  let below = 0;
  return dated.find(({ papers }) => (below += papers) > old)?.date;
}
