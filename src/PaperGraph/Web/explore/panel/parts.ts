import type { GraphQLRequest } from '../../frame/graphql.ts';
import { h } from '../../frame/html.ts';
import { kindMark, kindWord, type Kind } from '../../frame/kinds.ts';
import { showQuery } from '../../frame/query.ts';
import { untexed } from '../../frame/tex.ts';
import type { GraphNode } from '../graph.ts';
import { shortName } from '../words.ts';

/** What several parts of the panel are made of. */
interface Host {
  choose(id: string): void;
  copyLink(): void;
}

/** What is shown, over its name. */
export const what = (kind: Kind, words = kindWord(kind)) => h('p', { class: 'what' }, kindMark(kind), words);

/** A node in a list. */
export const row = (host: Host, id: string, kind: Kind, label: string, detail?: string) =>
  h(
    'li',
    {},
    h('button', { type: 'button', class: 'name', onclick: () => host.choose(id) }, kindMark(kind), h('bdi', {}, untexed(label))),
    detail && h('span', { class: 'detail' }, detail),
  );

/** A node in a heading. */
export const nodeName = (host: Host, { id, label }: Pick<GraphNode, 'id' | 'label'>) =>
  h(
    'button',
    { type: 'button', class: 'name', title: untexed(label), onclick: () => host.choose(id) },
    h('bdi', {}, shortName(untexed(label))),
  );

/** What it was asked by, and its address. */
export const foot = (host: Host, name: string, request: GraphQLRequest, ...others: (HTMLElement | null)[]) =>
  h(
    'div',
    { class: 'buttons' },
    others,
    h('button', { type: 'button', class: 'button', onclick: () => showQuery(name, request) }, 'Show query'),
    h('button', { type: 'button', class: 'button', onclick: () => host.copyLink() }, 'Copy link'),
  );
