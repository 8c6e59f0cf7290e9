import { inTheIde } from './addresses.ts';
import type { GraphQLRequest } from './graphql.ts';
import { h } from './html.ts';

/** The query behind something, to be read, copied, or opened in the IDE. */
export function showQuery(name: string, { query, variables }: GraphQLRequest) {
  const text = `${query.trim()}\n`;
  const dialog = h('dialog', { class: 'query', 'aria-labelledby': 'query-title', onclose: () => dialog.remove() },
    h('h2', { id: 'query-title' }, `The query of “${name}”`),
    h('pre', { tabindex: 0, role: 'region', 'aria-label': 'Query' }, text),
    h('h3', {}, 'Variables'),
    h('pre', { tabindex: 0, role: 'region', 'aria-label': 'Variables' }, JSON.stringify(variables, null, 2)),
    h('div', { class: 'buttons' },
      ideLink({ query, variables }, 'Open in the IDE', 'button primary'),
      h('button', { type: 'button', class: 'button', onclick: () => void copy(text) }, 'Copy the query'),
      h('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, 'Close')));
  document.body.append(dialog);
  dialog.showModal();
}

export const ideLink = ({ query, variables }: GraphQLRequest, words: string, className: string | null) =>
  h('a', { class: className, href: inTheIde(query, variables), target: '_blank', rel: 'noopener' }, words);

/** Puts it on the clipboard, and says so where the page has a place for that. */
export async function copy(text: string) {
  const say = document.getElementById('said');
  try {
    await navigator.clipboard.writeText(text);
    if (say) say.textContent = 'Copied.';
  } catch {
    prompt('Your browser does not let this page copy. Copy it from here:', text);
  }
}
