import { h, type Child } from '../../frame/html.ts';
import { untexMarked } from '../../frame/tex.ts';
import { count, dayName } from '../../frame/words.ts';
import type { Details } from './details.ts';
import { cut } from './excerpt.ts';
import { marked, marksOf, named } from './quotes.ts';

export function facts(details: Details, host: { choose(id: string): void }): Child {
  const { publishedOn, authors, authorCount, upvoteCount, arxivId, organizations, paperTopics, topics, parent, organization, specificity } =
    details;
  const name = (id: string, text: string, comma?: Child) =>
    h('button', { type: 'button', class: 'name', onclick: () => host.choose(id) }, h('bdi', {}, text), comma);
  const row = (term: string, ...value: Child[]) => h('div', {}, h('dt', {}, term), h('dd', {}, ...value));
  // A comma is within the button, so that it stays beside a name that takes two lines, and is no part of what the button is called.
  const list = (items: { id: string; text: string }[]): Child =>
    items.map(({ id, text }, at) => [name(id, text, at < items.length - 1 && h('span', { 'aria-hidden': 'true' }, ',')), ' ']);
  const others = otherNames(details);
  const isPaper = details.__typename === 'Paper';
  return h(
    'dl',
    { class: 'facts' },
    isPaper &&
      row(
        'Published',
        publishedOn ? h('time', { datetime: publishedOn, title: publishedOn }, dayName(publishedOn)) : 'not known: no source states it',
      ),
    authors &&
      authors.edges.length > 0 &&
      row(
        'Authors',
        list(authors.edges.map(({ node, printedName }) => ({ id: node.id, text: printedName }))),
        (authorCount ?? authors.totalCount) > authors.edges.length &&
          ` and ${count((authorCount ?? authors.totalCount) - authors.edges.length)} more`,
      ),
    organizations && organizations.nodes.length > 0 && row('From', list(organizations.nodes.map(({ id, name: text }) => ({ id, text })))),
    isPaper &&
      row(
        'Code',
        details.repositories && details.repositories.nodes.length > 0
          ? list(details.repositories.nodes.map(({ id, owner, name: text }) => ({ id, text: `${owner}/${text}` })))
          : 'not known: no source names any',
      ),
    (paperTopics ?? topics ?? []).length > 0 &&
      row(
        'Topics',
        list([...(paperTopics ?? []).map(({ topic }) => topic), ...(topics ?? [])].map(({ id, name: text }) => ({ id, text }))),
      ),
    upvoteCount !== null && upvoteCount !== undefined && row('Upvotes', count(upvoteCount)),
    arxivId && row('arXiv', h('a', { href: `https://arxiv.org/abs/${arxivId}` }, arxivId)),
    parent && row('Part of', name(parent.id, parent.name)),
    organization && row('Owned by', name(organization.id, organization.name)),
    details.paperCount !== undefined && row('Papers', count(details.paperCount)),
    specificity !== undefined && row('Specificity', specificity.toFixed(2)),
    others.length > 0 && row('Also called', h('bdi', {}, others.slice(0, 8).join(', '))),
  );
}

/** What else it is called; of names that differ by capitals alone, the first. */
function otherNames({ name = '', names, otherNames: others }: Details): string[] {
  const all = [name, ...(names ?? []).map(other => other.name), ...(others ?? [])];
  return [...new Map(all.toReversed().map(other => [other.toLowerCase(), other])).values()].toReversed().filter(other => other !== name);
}

export function abstract({ abstract: text, concepts, __typename }: Details): Child {
  if (__typename !== 'Paper') return null;
  if (!text) return h('p', { class: 'detail' }, 'Its abstract is not known: no source has it.');
  const marks = (concepts?.edges ?? []).flatMap(({ node, evidence }) => marksOf(named(evidence, node.kind), 'ABSTRACT'));
  const shown = untexMarked(text, marks);
  return h(
    'details',
    { open: true },
    h('summary', {}, 'Abstract'),
    h('p', { class: 'abstract', dir: 'auto' }, marked(cut(shown.text, shown.marks))),
  );
}
