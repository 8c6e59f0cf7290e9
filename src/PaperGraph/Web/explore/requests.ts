import type { GraphQLRequest } from '../frame/graphql.ts';
import type { Kind } from '../frame/kinds.ts';
import { untexed } from '../frame/tex.ts';
import type { EdgeKind, GraphEdge, GraphNode, Part } from './graph.ts';
import type { State, Step } from './state.ts';

/** How many papers the drawing begins with, where nothing was chosen yet. */
const firstPapers = 20;
const firstLimit = 300;

// What the filters and colours need of each node.
const nodeFields = `id kind label degree x y
    node {
      ... on Paper {
        rank community { id name } publishedOn topics { topic { slug name } } repositories(first: 1) { totalCount }
      }
      ... on Concept { conceptKind: kind rank community { id name } }
      ... on Organization { rank community { id name } }
      ... on Repository { rank community { id name } }
      ... on Author { rank community { id name } }
      ... on Topic { rank community { id name } }
    }`;

const fields = `nodes { ${nodeFields} }
  edges { id from to kind weight }
  truncated missing asOf`;

/** Which papers are chosen, as the API takes it. */
export interface PaperFilter {
  publishedOn?: { from: string; to: string };
  topics?: { any: readonly string[]; unknown: 'IGNORE' };
  hasCode?: true;
}

/** Null where all papers are. */
export function filterOf({ years, topics, onlyCode }: Pick<State, 'years' | 'topics' | 'onlyCode'>): PaperFilter | null {
  const filter: PaperFilter = {
    ...(years && { publishedOn: { from: `${years[0]}-01-01`, to: `${years[1]}-12-31` } }),
    ...(topics.length > 0 && { topics: { any: topics, unknown: 'IGNORE' } }),
    ...(onlyCode && { hasCode: true }),
  };
  return Object.keys(filter).length > 0 ? filter : null;
}

export function askPart({ of, via, limit }: Step, where: PaperFilter | null): GraphQLRequest {
  return {
    query: `query Around($of: [ID!]!, $via: [EdgeKind!], $limit: Int!, $where: PaperFilter) {
  part: neighborhood(of: $of, via: $via, limit: $limit, where: $where, layout: true) {
  ${fields}
  }
}`,
    variables: { of, limit, ...(via.length > 0 && { via }), ...(where && { where }) },
  };
}

/** The latest papers, to begin with; those alone that were imported before `asOf`, where that is given. */
export const askLatest = (where: PaperFilter | null, asOf?: string): GraphQLRequest => ({
  query: `query Latest($where: PaperFilter) { papers(where: $where, first: ${firstPapers}) { nodes { id } } }`,
  variables: where || asOf ? { where: { ...where, ...(asOf && { importedAt: { to: asOf } }) } } : {},
});

/** What ids lead to now. */
export const askIds = (ids: readonly string[]): GraphQLRequest => ({
  query: 'query Present($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }',
  variables: { ids },
});

/** Authors and repositories are nearly all of one paper alone, and topics of so many that all is one tangle. */
const firstVia: readonly EdgeKind[] = ['METHOD', 'TASK', 'DATASET', 'MODEL', 'METRIC', 'OTHER', 'ORGANIZATION', 'RELATED'];

export const firstStep = (of: string[]): Step => ({ of, via: firstVia, limit: firstLimit });

const reasonFields = `kind words weight
      node { id ... on Concept { name } ... on Organization { name } ... on Repository { owner name } }
      evidence { inRelated evidence { field quote start length } }`;

const hopFields = `id from to kind weight isForward
      evidence { field quote start length }
      reasons { ${reasonFields} }`;

const pathFields = `length
    nodes { ${nodeFields} }
    hops { ${hopFields} }`;

/** The best ways between two nodes. */
export const askPaths = (from: string, to: string, where: PaperFilter | null): GraphQLRequest => ({
  query: `query Paths($from: ID!, $to: ID!, $where: PaperFilter) {
  paths(from: $from, to: $to, first: 5, where: $where) {
    paths { ${pathFields} }
    truncated
  }
}`,
  variables: { from, to, ...(where && { where }) },
});

/** What proves an edge, the texts that its words stand in, and what connects its ends besides. */
export const askEdge = ({ from, to, kind }: GraphEdge): GraphQLRequest => ({
  query: `query Edge($from: ID!, $to: ID!, $kind: EdgeKind!) {
  edge: paths(from: $from, to: $to, via: [$kind], maxHops: 1, first: 1) { paths { hops { ${hopFields} } } }
  others: paths(from: $from, to: $to, maxHops: 3, first: 5) { paths { ${pathFields} } }
  ends: nodes(ids: [$from, $to]) { id ... on Paper { title abstract } }
}`,
  variables: { from, to, kind },
});

export const askCommon = (between: readonly string[]): GraphQLRequest => ({
  query: `query Common($between: [ID!]!) {
  connections(between: $between, first: 12) {
    nodes { kind label sharedBy node { id ... on Concept { conceptKind: kind } } }
    truncated
  }
}`,
  variables: { between },
});

export interface NodeAnswer {
  id: string;
  kind: Kind;
  label: string;
  degree: number;
  x: number | null;
  y: number | null;
  /** Null where it was deleted after the graph was read. */
  node: {
    conceptKind?: Kind;
    rank?: number | null;
    community?: { id: string; name: string } | null;
    publishedOn?: string | null;
    topics?: { topic: { slug: string; name: string } }[];
    repositories?: { totalCount: number };
  } | null;
}

export interface PartAnswer {
  part: { nodes: NodeAnswer[]; edges: GraphEdge[]; truncated: boolean; missing?: string[]; asOf: string | null };
}

export interface Evidence {
  field: string;
  quote: string;
  start: number | null;
  length: number | null;
}

export interface Reason {
  kind: Kind | 'WORDS';
  words: string[] | null;
  weight: number;
  node: { id: string; name?: string; owner?: string } | null;
  evidence: { inRelated: boolean; evidence: Evidence }[];
}

export interface Hop {
  id: string;
  from: string;
  to: string;
  kind: EdgeKind;
  weight: number;
  isForward: boolean;
  evidence: Evidence[];
  reasons: Reason[];
}

export interface Path {
  length: number;
  nodes: NodeAnswer[];
  hops: Hop[];
}

export interface PathsAnswer {
  paths: { paths: Path[]; truncated: boolean };
}

export interface EdgeAnswer {
  edge: { paths: Pick<Path, 'hops'>[] };
  others: { paths: Path[] };
  ends: ({ id: string; title?: string; abstract?: string | null } | null)[];
}

export interface CommonAnswer {
  connections: {
    nodes: { kind: Kind; label: string; sharedBy: string[]; node: { id: string; conceptKind?: Kind } | null }[];
    truncated: boolean;
  };
}

/** A node of an answer as the drawing has it. */
const toNode = ({ id, kind, label, degree, x, y, node }: NodeAnswer): GraphNode => ({
  id,
  kind: node?.conceptKind ?? kind,
  label: untexed(label),
  degree,
  x,
  y,
  rank: node?.rank ?? null,
  community: node?.community ?? null,
  year: node?.publishedOn ? Number(node.publishedOn.slice(0, 4)) : null,
  topics: (node?.topics ?? []).map(({ topic }) => topic),
  hasCode: (node?.repositories?.totalCount ?? 0) > 0,
});

export const toPart = ({ part: { nodes, edges, truncated, missing, asOf } }: PartAnswer): Part => ({
  nodes: nodes.filter(({ node }) => node !== null).map(toNode),
  edges,
  truncated,
  missing: missing ?? [],
  asOf,
});

/** What paths go through, to be drawn with the rest. An edge leads from the paper on, whichever way the path goes. */
export const partOfPaths = (paths: readonly Path[]): Pick<Part, 'nodes' | 'edges'> => ({
  nodes: paths.flatMap(({ nodes }) => nodes.map(toNode)).map(node => ({ ...node, x: null, y: null })),
  edges: paths.flatMap(({ hops }) =>
    hops.map(({ id, from, to, kind, weight, isForward }) =>
      isForward ? { id, from, to, kind, weight } : { id, from: to, to: from, kind, weight },
    ),
  ),
});
