// The page is told by its HTML below which path the program is mounted; all addresses are relative to it.
const base = document.documentElement.dataset['base'] ?? '';

export const graphql = `${base}/graphql`;
export const dashboard = `${base}/dashboard`;
export const explore = `${base}/explore`;
export const home = `${base}/`;

/** The page of a paper, concept, organization, topic or author. */
export const pageOf = (type: string, slug: string) => `${base}/${type.toLowerCase()}/${encodeURIComponent(slug)}`;

export const repositoryPage = (host: string, owner: string, name: string) => `${base}/repository/${host}/${owner}/${name}`;

/** The IDE, opened on a query. */
export function inTheIde(query: string, variables: object): string {
  const asked = new URLSearchParams({ query });
  if (Object.keys(variables).length > 0) asked.set('variables', JSON.stringify(variables, null, 2));
  return `${graphql}?${asked}`;
}
