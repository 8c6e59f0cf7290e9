import { bar } from '../bars.ts';
import type { CardDefinition } from '../card.ts';
import { h } from '../../frame/html.ts';
import { dayName } from '../../frame/words.ts';
import { percent, shareOfPapers } from '../words.ts';

interface Field { source: string | null; field: string; known: number; missing: number; shareKnown: number; latestOn: string | null }
interface Data { coverage: Field[] }

const shown = 10;

const names: Record<string, string> = {
  arxivId: 'arXiv id', doi: 'DOI', url: 'address', publishedOn: 'day of publication', listedOn: 'day of listing',
  authorCount: 'number of authors', authors: "authors' names", organizations: 'organization', repositories: 'code',
  commentCount: 'comments', upvoteCount: 'upvotes',
};

const nameOf = (field: string) => names[field] ?? field;

/** What is not known of the papers, of all together and as each source tells it. */
export const coverage: CardDefinition<Data> = {
  id: 'coverage',
  name: 'What is not known',
  request: () => ({
    query: `query WhatIsNotKnown {
  coverage { source field known missing shareKnown latestOn }
}`,
    variables: {},
  }),
  isEmpty: () => false,
  title(data) {
    const [first] = fieldsOf(data);
    if (!first || first.missing === 0) return 'Everything is known';
    return `${shareOfPapers(1 - first.shareKnown)} do not tell their ${nameOf(first.field)}`;
  },
  subtitle: data => `Of all papers, whatever is chosen, and as each source states it; latest ${latest(data)}`,
  draw(data) {
    const sources = sourcesOf(data);
    const cell = (field: Field | undefined) => h('td', { class: 'number' }, field
      ? [percent(1 - field.shareKnown), bar(1, 1 - field.shareKnown)]
      : h('span', { class: 'quiet', title: 'A source does not state it; it is found in the texts' }, 'found'));
    return { content: h('table', { class: 'matrix' },
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Not known'), h('th', { scope: 'col', class: 'number' }, 'all'),
        sources.map(source => h('th', { scope: 'col', class: 'number' }, source)))),
      h('tbody', {}, fieldsOf(data).slice(0, shown).map(all => h('tr', {},
        h('th', { scope: 'row' }, nameOf(all.field)), cell(all),
        sources.map(source => cell(find(data, source, all.field))))))) };
  },
  table: data => ({
    columns: ['Field', 'Source', 'Known', 'Not known', 'Latest'],
    rows: data.coverage.map(({ field, source, known, missing, latestOn }) =>
      [nameOf(field), source ?? 'all', known, missing, latestOn]),
  }),
};

/** Of all sources together, what is missing most first. */
const fieldsOf = (data: Data) =>
  data.coverage.filter(({ source }) => source === null).sort((one, other) => one.shareKnown - other.shareKnown);

const sourcesOf = (data: Data) => [...new Set(data.coverage.flatMap(({ source }) => source ?? []))].slice(0, 3);

const find = (data: Data, source: string, field: string) =>
  data.coverage.find(one => one.source === source && one.field === field);

function latest(data: Data): string {
  const days = data.coverage.flatMap(({ latestOn }) => latestOn ?? []).sort();
  return days.length > 0 ? dayName(days.at(-1)!) : 'not known';
}
