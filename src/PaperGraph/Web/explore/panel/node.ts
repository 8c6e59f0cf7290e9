import { pageOf, repositoryPage } from '../../frame/addresses.ts';
import { h, type Child } from '../../frame/html.ts';
import type { Kind } from '../../frame/kinds.ts';
import { skeleton } from '../../frame/states.ts';
import { untexed } from '../../frame/tex.ts';
import { some } from '../../frame/words.ts';
import { askDetails, type Details } from './details.ts';
import { abstract, facts } from './facts.ts';
import type { Panel, PanelHost } from './panel.ts';
import { foot, row, what } from './parts.ts';

/** What a node is, its numbers, names and lists. */
export async function showNode(panel: Panel, id: string, signal: AbortSignal) {
  const request = askDetails(id);
  const node = panel.graph.nodes.get(id);
  panel.fill(node ? [what(node.kind), h('h2', { tabindex: -1 }, node.label), panel.actionsOf(id)] : [], skeleton());
  await panel.ask<{ node: Details | null }>(request, signal, ({ node: details }) => {
    if (!details)
      return panel.fill(
        [h('h2', { tabindex: -1 }, 'It is not there any more')],
        h('p', {}, 'The graph has no such node. It may have been removed.'),
      );
    const kind = panel.graph.nodes.get(id)?.kind ?? kindOf(details);
    const label = untexed(details.title ?? (details.host ? `${details.owner}/${details.name}` : details.name) ?? '');
    const page = pageFor(details);
    panel.fill(
      [what(kind), h('h2', { tabindex: -1 }, h('a', { href: page }, h('bdi', {}, label))), panel.actionsOf(id)],
      facts(details, panel.host),
      abstract(details),
      lists(details, panel.host),
      foot(panel.host, 'This', request, h('a', { class: 'button', href: page }, 'Open its page')),
    );
  });
}

const lists = ({ concepts, papers, paperCount }: Details, host: PanelHost): Child => [
  concepts &&
    concepts.edges.length > 0 && [
      h('h3', {}, 'What it is about'),
      h(
        'ul',
        { class: 'rows' },
        concepts.edges.map(({ node }) => row(host, node.id, node.kind, node.name)),
      ),
    ],
  papers &&
    papers.nodes.length > 0 && [
      h(
        'h3',
        {},
        papers.totalCount > papers.nodes.length
          ? `The latest of its ${some(papers.totalCount, 'paper')}`
          : some(paperCount ?? papers.totalCount, 'paper'),
      ),
      h(
        'ul',
        { class: 'rows' },
        papers.nodes.map(paper => row(host, paper.id, 'PAPER', paper.title, paper.publishedOn?.slice(0, 4))),
      ),
    ],
];

const kindOf = ({ __typename }: Details): Kind => (__typename === 'Concept' ? 'OTHER' : (__typename.toUpperCase() as Kind));

const pageFor = ({ __typename, slug, host, owner, name }: Details) =>
  __typename === 'Repository' ? repositoryPage(host!, owner!, name!) : pageOf(__typename, slug!);
