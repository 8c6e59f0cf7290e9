import { pageOf, repositoryPage } from './addresses.ts';
import { combobox, type Choice } from './combobox.ts';
import { ask } from './graphql.ts';
import { h } from './html.ts';
import { kindMark, kindWord, type Kind } from './kinds.ts';
import { untexed } from './tex.ts';

export interface Suggestion {
  text: string;
  kind: 'PAPER' | 'CONCEPT' | 'TOPIC' | 'ORGANIZATION' | 'REPOSITORY' | 'AUTHOR';
  node: { id: string; slug?: string; name?: string; conceptKind?: Kind; paperCount?: number; host?: string; owner?: string };
}

/** Does something with what was chosen; whether it did. */
export type Choose = (chosen: Suggestion) => boolean;

const query = `query Suggest($prefix: String!) {
  suggest(prefix: $prefix, first: 8) {
    text kind
    node {
      id
      ... on Concept { slug name conceptKind: kind paperCount }
      ... on Topic { slug name paperCount }
      ... on Organization { slug name paperCount }
      ... on Repository { host owner name paperCount }
      ... on Author { slug name paperCount }
      ... on Paper { slug }
    }
  }
}`;

/** The box that is the same on every page; `/` leads to it. */
export function searchBox(choose: Choose = () => false): HTMLElement {
  const { element, input } = combobox({
    label: 'Search papers, concepts, topics, organizations, repositories and authors',
    placeholder: 'Search papers, methods, organizations …',
    find: (text, signal) => find(text, signal, choose),
    opensEmpty: false,
  });
  addEventListener('keydown', event => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTypedInto(event.target)) return;
    event.preventDefault();
    input.focus();
  });
  return h('search', { class: 'frame-search' }, element, h('kbd', { 'aria-hidden': 'true' }, '/'));
}

async function find(prefix: string, signal: AbortSignal, choose: Choose): Promise<Choice[]> {
  const { data } = await ask<{ suggest: Suggestion[] }>({ query, variables: { prefix } }, signal);
  return data.suggest.map(suggestion => {
    const { text, kind, node } = suggestion;
    const shown = node.conceptKind ?? (kind === 'CONCEPT' ? 'OTHER' : kind);
    const isAlias = node.name !== undefined && node.name !== text && kind !== 'REPOSITORY';
    const detail = node.paperCount === undefined ? '' : `, ${node.paperCount} ${node.paperCount === 1 ? 'paper' : 'papers'}`;
    return {
      text: node.name ?? text,
      content: [kindMark(shown), h('span', { class: 'choice-text' }, untexed(text), isAlias && h('span', { class: 'detail' }, ` ${node.name}`)),
        h('span', { class: 'detail' }, `${kindWord(shown)}${detail}`)],
      choose: () => {
        if (!choose(suggestion)) location.assign(pageOfFound(suggestion));
      },
    };
  });
}

function pageOfFound({ kind, node: { slug, host, owner, name } }: Suggestion): string {
  return kind === 'REPOSITORY' ? repositoryPage(host!, owner!, name!) : pageOf(kind, slug!);
}

/** Also in an editor, which is a text box of its own. */
const isTypedInto = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable], .monaco-editor') !== null;
