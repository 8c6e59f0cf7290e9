import { dashboard, inTheIde } from './addresses.ts';
import { combobox, type Choice } from './combobox.ts';
import { ask } from './graphql.ts';
import { h } from './html.ts';
import { kindMark, kindWord, type Kind } from './kinds.ts';

interface Suggestion {
  text: string;
  kind: 'PAPER' | 'CONCEPT' | 'TOPIC' | 'ORGANIZATION';
  node: { slug: string; name?: string; conceptKind?: Kind; paperCount?: number; url?: string | null };
}

const query = `query Suggest($prefix: String!) {
  suggest(prefix: $prefix, kinds: [CONCEPT, TOPIC, ORGANIZATION, PAPER], first: 8) {
    text kind
    node {
      ... on Concept { slug name conceptKind: kind paperCount }
      ... on Topic { slug name paperCount }
      ... on Organization { slug name paperCount }
      ... on Paper { slug url }
    }
  }
}`;

const paperQuery = (slug: string) => `{
  paper(by: { slug: ${JSON.stringify(slug)} }) { title publishedOn abstract concepts { nodes { name kind } } }
}`;

/** The box that is the same on every page; `/` leads to it. */
export function searchBox(): HTMLElement {
  const { element, input } = combobox({
    label: 'Search papers, concepts, topics and organizations',
    placeholder: 'Search papers, methods, organizations …',
    find,
    opensEmpty: false,
  });
  addEventListener('keydown', event => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTypedInto(event.target)) return;
    event.preventDefault();
    input.focus();
  });
  return h('search', { class: 'frame-search' }, element, h('kbd', { 'aria-hidden': 'true' }, '/'));
}

async function find(prefix: string, signal: AbortSignal): Promise<Choice[]> {
  const { data } = await ask<{ suggest: Suggestion[] }>({ query, variables: { prefix } }, signal);
  return data.suggest.map(suggestion => {
    const { text, kind, node } = suggestion;
    const shown = node.conceptKind ?? (kind === 'CONCEPT' ? 'OTHER' : kind);
    const isAlias = node.name !== undefined && node.name !== text;
    const detail = node.paperCount === undefined ? '' : `, ${node.paperCount} ${node.paperCount === 1 ? 'paper' : 'papers'}`;
    return {
      text: node.name ?? text,
      content: [kindMark(shown), h('span', { class: 'choice-text' }, text, isAlias && h('span', { class: 'detail' }, ` ${node.name}`)),
        h('span', { class: 'detail' }, `${kindWord(shown)}${detail}`)],
      choose: () => location.assign(addressOf(suggestion)),
    };
  });
}

/** The dashboard of a concept, topic or organization; a paper where its source shows it. */
function addressOf({ kind, node: { slug, url } }: Suggestion): string {
  if (kind === 'PAPER') return url ?? inTheIde(paperQuery(slug), {});
  return `${dashboard}?${new URLSearchParams({ [kind.toLowerCase()]: slug })}`;
}

/** Also in an editor, which is a text box of its own. */
const isTypedInto = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable], .monaco-editor') !== null;
