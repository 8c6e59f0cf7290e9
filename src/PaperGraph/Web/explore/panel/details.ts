import type { GraphQLRequest } from '../../frame/graphql.ts';
import type { Kind } from '../../frame/kinds.ts';
import type { Evidence } from '../requests.ts';

/** What the panel tells of a node; of each kind other fields are set. */
export interface Details {
  __typename: 'Paper' | 'Concept' | 'Organization' | 'Repository' | 'Topic' | 'Author';
  id: string;
  slug?: string;
  title?: string;
  name?: string;
  abstract?: string | null;
  publishedOn?: string | null;
  upvoteCount?: number | null;
  authorCount?: number | null;
  arxivId?: string | null;
  paperCount?: number;
  specificity?: number;
  host?: string;
  owner?: string;
  names?: { name: string }[];
  otherNames?: string[];
  parent?: { id: string; name: string } | null;
  organization?: { id: string; name: string } | null;
  paperTopics?: { topic: { id: string; name: string } }[];
  topics?: { id: string; name: string }[];
  authors?: { edges: { node: { id: string }; printedName: string }[]; totalCount: number };
  organizations?: { nodes: { id: string; name: string }[] };
  repositories?: { nodes: { id: string; owner: string; name: string }[] };
  concepts?: { edges: { node: { id: string; name: string; kind: Kind }; evidence: Evidence[] }[] };
  papers?: { nodes: { id: string; title: string; publishedOn: string | null }[]; totalCount: number };
}

const papers = 'papers(first: 8) { nodes { id title publishedOn } totalCount }';

export const askDetails = (id: string): GraphQLRequest => ({
  query: `query Details($id: ID!) {
  node(id: $id) {
    __typename id
    ... on Paper {
      slug title abstract publishedOn upvoteCount authorCount arxivId
      authors(first: 8) { edges { node { id } printedName } totalCount }
      organizations(first: 8) { nodes { id name } }
      repositories(first: 8) { nodes { id owner name } }
      paperTopics: topics { topic { id name } }
      concepts(first: 30) { edges { node { id name kind } evidence { field quote start length } } }
    }
    ... on Concept {
      slug name paperCount specificity names { name } topics { id name }
      ${papers}
    }
    ... on Organization {
      slug name paperCount otherNames: names parent { id name }
      ${papers}
    }
    ... on Repository {
      host owner name paperCount organization { id name }
      ${papers}
    }
    ... on Topic {
      slug name paperCount parent { id name }
      ${papers}
    }
    ... on Author {
      slug name paperCount
      ${papers}
    }
  }
}`,
  variables: { id },
});
