import type { CardDefinition } from '../card.ts';
import { whereOf } from '../filter.ts';
import { intervalName } from '../periods.ts';
import { count } from '../../frame/words.ts';
import { percent } from '../words.ts';
import type { Group, Groups } from './groups.ts';
import { conceptFields, conceptList, drawnOf, type Concept } from './rows.ts';

interface Row extends Group { concept: Concept | null }
interface Data { concepts: Groups<Row> & { paperCount: number } }

const known = (data: Data) => data.concepts.rows.flatMap(row => row.concept ? [{ ...row, concept: row.concept }] : []).slice(0, 10);

/** The concepts of the most papers. */
export const concepts: CardDefinition<Data> = {
  id: 'concepts',
  name: 'Most used concepts',
  request: view => ({
    query: `query MostUsed($where: PaperFilter!, $drawn: PaperFilter!) {
  concepts: paperGroups(by: [CONCEPT], where: $where, orderBy: [{ by: PAPERS }], first: 11) {
    groupCount otherCount paperCount
    rows {
      key label isUnknown papers
      concept { ${conceptFields(view)} }
    }
  }
}`,
    variables: { where: whereOf(view.filter), drawn: drawnOf(view) },
  }),
  isEmpty: data => known(data).length === 0,
  title(data) {
    const [first] = known(data);
    return first ? `Most used: ${first.label}, in ${percent(first.papers / data.concepts.paperCount)} of the papers` : 'Most used concepts';
  },
  subtitle: (data, view) => `The first of ${count(data.concepts.groupCount)} concepts; papers a ${intervalName(view.interval)}, and in all`,
  draw: (data, view) => ({
    content: conceptList(['Papers'], known(data).map(({ concept, papers }) => ({ concept, numbers: [{ content: count(papers) }] })), view),
  }),
  table: data => ({
    columns: ['Concept', 'Kind', 'Papers'],
    rows: known(data).map(({ concept, papers }) => [concept.name, concept.kind.toLowerCase(), papers]),
  }),
};
