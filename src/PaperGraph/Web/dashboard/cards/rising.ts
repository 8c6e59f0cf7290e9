import type { CardDefinition } from '../card.ts';
import { whereOf } from '../filter.ts';
import { daysOf, rangeName } from '../periods.ts';
import { count, papers, rate } from '../words.ts';
import type { View } from '../view.ts';
import type { Group, Groups } from './groups.ts';
import { conceptFields, conceptList, drawnOf, type Concept } from './rows.ts';

interface Rise { concept: Concept; now: number; before: number; score: number }
interface Row extends Group { concept: (Concept & { before: { totalCount: number } }) | null }

/** `trending` tells it of all papers; of some it is reckoned here, among their most used concepts, by the same formula. */
type Data =
  | { trending: (Omit<Rise, 'concept'> & { concept: Concept | null })[] }
  | { concepts: Groups<Row> & { paperCount: number }; before: { totalCount: number } };

const shown = 10;
const candidates = 50;
const longest = 3_650;

export const rising: CardDefinition<Data> = {
  id: 'rising',
  name: 'What rises',
  request: view => isOfAll(view) ? {
    query: `query WhatRises($days: Int!, $asOf: Date!, $drawn: PaperFilter!) {
  trending(kind: CONCEPT, days: $days, asOf: $asOf, first: ${shown}) {
    now before score
    concept { ${conceptFields(view)} }
  }
}`,
    variables: { days: daysOf(view.now), asOf: view.now.to, drawn: drawnOf(view) },
  } : {
    query: `query WhatRises($now: PaperFilter!, $before: PaperFilter!, $drawn: PaperFilter!) {
  before: papers(where: $before, first: 1) { totalCount }
  concepts: paperGroups(by: [CONCEPT], where: $now, orderBy: [{ by: PAPERS }], first: ${candidates}) {
    paperCount
    rows {
      key label isUnknown papers
      concept {
        ${conceptFields(view)}
        before: papers(where: $before, first: 1) { totalCount }
      }
    }
  }
}`,
    variables: { now: whereOf(view.filter, view.now), before: whereOf(view.filter, view.before), drawn: drawnOf(view) },
  },
  isEmpty: () => false,
  title(data) {
    const [first] = rises(data);
    return first ? `Rising most: ${first.concept.name}, from ${count(first.before)} to ${papers(first.now)}` : 'Nothing rises';
  },
  subtitle: (_, view) => `Papers of ${rangeName(view.now)} (now) and of ${view.beforeName}`,
  draw(data, view) {
    const rows = rises(data);
    if (rows.length === 0) return { content: 'No concept has two papers or more, and a larger share of them than before.' };
    return { content: conceptList(['Now', 'Before', 'Rate'], rows.map(({ concept, now, before }) => ({
      concept,
      numbers: [
        { content: count(now) }, { content: count(before), isQuiet: true },
        { content: before > 0 ? rate(now / before) : 'new', isQuiet: true },
      ],
    })), view) };
  },
  table: (data, view) => ({
    columns: ['Concept', 'Kind', rangeName(view.now), rangeName(view.before), 'Score'],
    rows: rises(data).map(({ concept, now, before, score }) => [concept.name, concept.kind.toLowerCase(), now, before, score]),
  }),
};

function isOfAll({ filter, now }: View): boolean {
  return !filter.topic && !filter.organization && !filter.concept && !filter.code && daysOf(now) <= longest;
}

function rises(data: Data): Rise[] {
  if ('trending' in data) return data.trending.flatMap(row => row.concept ? [{ ...row, concept: row.concept }] : []);

  const all = data.concepts.paperCount;
  const allBefore = data.before.totalCount || all;
  const prior = 5 / Math.min(all, allBefore);
  return data.concepts.rows
    .flatMap(({ concept, papers: now }) => concept ? [{ concept, now, before: concept.before.totalCount }] : [])
    .map(row => ({ ...row, score: (row.now / all + prior) / (row.before / allBefore + prior) }))
    .filter(({ now, score }) => now > 1 && score > 1)
    .sort((one, other) => other.score - one.score)
    .slice(0, shown);
}
