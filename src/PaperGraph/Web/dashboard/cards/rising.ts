import type { CardDefinition } from '../card.ts';
import { whereOf } from '../filter.ts';
import { daysOf, rangeName } from '../periods.ts';
import { count } from '../../frame/words.ts';
import { papers, rate } from '../words.ts';
import { conceptFields, conceptList, drawnOf, type Concept } from './rows.ts';

interface Rise { concept: Concept; now: number; before: number; score: number }
interface Data { trending: (Omit<Rise, 'concept'> & { concept: Concept | null })[] }

const shown = 10;

export const rising: CardDefinition<Data> = {
  id: 'rising',
  name: 'What rises',
  request: view => ({
    query: `query WhatRises($days: Int!, $asOf: Date!, $where: PaperFilter!, $drawn: PaperFilter!) {
  trending(kind: CONCEPT, days: $days, asOf: $asOf, where: $where, first: ${shown}) {
    now before score
    concept { ${conceptFields(view)} }
  }
}`,
    variables: { days: daysOf(view.now), asOf: view.now.to, where: whereOf(view.filter, null), drawn: drawnOf(view) },
  }),
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

function rises(data: Data): Rise[] {
  return data.trending.flatMap(row => row.concept ? [{ ...row, concept: row.concept }] : []);
}
