// The page is told by its HTML below which path the program is mounted; all addresses are relative to it.
const base = document.documentElement.dataset['base'] ?? '';

export const graphql = `${base}/graphql`;
export const dashboard = `${base}/dashboard`;
export const home = `${base}/`;

/** The IDE, opened on a query. */
export function inTheIde(query: string, variables: object): string {
  const asked = new URLSearchParams({ query });
  if (Object.keys(variables).length > 0) asked.set('variables', JSON.stringify(variables, null, 2));
  return `${graphql}?${asked}`;
}
