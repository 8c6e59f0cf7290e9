import { ask } from '../frame/graphql.ts';
import type { TopicTree } from './topics.ts';

export interface Found {
  slug: string;
  name: string;
  paperCount: number;
}

export type Finder = (text: string, signal: AbortSignal) => Promise<Found[]>;

type Connection = { found: { nodes: Found[] } };

const listed = 8;

const list = (field: string, filter: string) => `query Find($name: String) {
  found: ${field}(where: { ${filter}: $name }, first: ${listed}) { nodes { slug name paperCount } }
}`;

/** What has these letters in any of its names, that of the most papers first. */
const finder = (query: string): Finder => async (text, signal) => {
  const { data } = await ask<Connection>({ query, variables: text ? { name: text } : {} }, signal);
  return data.found.nodes;
};

export const findOrganizations = finder(list('organizations', 'name'));
export const findConcepts = finder(list('concepts', 'name'));

/** Topics are few, and known. */
export const findTopics = (topics: TopicTree): Finder => (text, _) => {
  const wanted = text.toLowerCase();
  return Promise.resolve(topics.all
    .filter(({ name, paperCount }) => paperCount > 0 && name.toLowerCase().includes(wanted))
    .sort((one, other) => other.paperCount - one.paperCount || one.name.localeCompare(other.name)));
};
