import type { CardDefinition } from '../card.ts';
import { whereOf } from '../filter.ts';
import { rangeName } from '../periods.ts';
import { count, papers, rate } from '../words.ts';
import type { Group, Groups } from './groups.ts';
import { conceptList, type Concept } from './rows.ts';

interface Rising extends Concept { before: { totalCount: number } }
interface Row extends Group { concept: Rising | null }
interface Data { concepts: Groups<Row> }

const prior = 3;
const shown = 10;

/** Concepts of more papers than before. A rate of small numbers says little: both are taken as if there were three papers more. */
function rises(data: Data) {
  return data.concepts.rows
    .flatMap(({ concept, papers: now }) => concept ? [{ concept, now, before: concept.before.totalCount }] : [])
    .filter(({ now, before }) => now > before && now > 1)
    .map(row => ({ ...row, score: (row.now + prior) / (row.before + prior) }))
    .sort((one, other) => other.score - one.score)
    .slice(0, shown);
}

export const rising: CardDefinition<Data> = {
  id: 'rising',
  name: 'What rises',
  request: view => ({
    query: `query WhatRises($now: PaperFilter!, $before: PaperFilter!) {
  concepts: paperGroups(by: [CONCEPT], where: $now, orderBy: [{ by: PAPERS }], first: 100) {
    groupCount otherCount
    rows {
      key label isUnknown papers
      concept {
        slug name kind
        before: papers(where: $before, first: 1) { totalCount }
      }
    }
  }
}`,
    variables: { now: whereOf(view.filter, view.now), before: whereOf(view.filter, view.before) },
  }),
  isEmpty: data => rises(data).length === 0,
  title(data) {
    const [first] = rises(data);
    return first ? `Rising most: ${first.concept.name}, from ${count(first.before)} to ${papers(first.now)}` : 'What rises';
  },
  subtitle: (_, view) => `Papers of ${rangeName(view.now)}, and of ${view.beforeName}`,
  draw: (data, view) => ({
    content: conceptList(['Now', 'Before', 'Rate'], rises(data).map(({ concept, now, before }) => ({
      concept,
      cells: [
        { content: count(now) }, { content: count(before), isQuiet: true },
        { content: before > 0 ? rate(now / before) : 'new', isQuiet: true },
      ],
    })), view),
  }),
  table: (data, view) => ({
    columns: ['Concept', 'Kind', rangeName(view.now), rangeName(view.before)],
    rows: rises(data).map(({ concept, now, before }) => [concept.name, concept.kind.toLowerCase(), now, before]),
  }),
};
