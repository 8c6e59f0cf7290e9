import type { CardDefinition } from '../card.ts';
import { whereOf } from '../filter.ts';
import { intervalName, periodName, startsIn } from '../periods.ts';
import { plot } from '../plot.ts';
import { count } from '../../frame/words.ts';
import { papers, percent, shareOfPapers } from '../words.ts';
import { sum, type Group, type Groups } from './groups.ts';

interface Row extends Group { date: string | null; papersWithCode: number }
interface Data { code: Groups<Row> }

const total = (data: Data) => sum(data.code.rows.map(row => row.papers));
const withCode = (data: Data) => sum(data.code.rows.map(row => row.papersWithCode));

/** The share of fewer papers says little, and is not drawn, unless no period has so many. */
const fewestOf = (data: Data) => data.code.rows.some(row => row.date && row.papers >= 5) ? 5 : 1;

/** The share of papers that come with code, over time. */
export const code: CardDefinition<Data> = {
  id: 'code',
  name: 'Share with code',
  request: view => ({
    query: `query ShareWithCode($where: PaperFilter!) {
  code: paperGroups(by: [PUBLISHED_${view.interval}], where: $where, first: 1000) {
    groupCount otherCount
    rows { date key label isUnknown papers papersWithCode }
  }
}`,
    variables: { where: whereOf(view.filter) },
  }),
  isEmpty: data => total(data) === 0,
  title: data => `${shareOfPapers(withCode(data) / total(data))} come with code`,
  subtitle: (data, view) =>
    `${papers(withCode(data))} of ${count(total(data))} have a repository that is known; `
    + `share a ${intervalName(view.interval)}${fewestOf(data) > 1 ? ` of at least ${fewestOf(data)} papers` : ''}`,
  draw(data, view, choose) {
    const starts = startsIn(view.drawn, view.interval);
    const byDate = new Map(data.code.rows.map(row => [row.date, row]));
    const fewest = fewestOf(data);
    const values = starts.map(start => {
      const row = byDate.get(start);
      return row && row.papers >= fewest ? row.papersWithCode / row.papers : null;
    });
    const { element, destroy } = plot({
      label: `Share of papers with code a ${intervalName(view.interval)}`,
      kind: 'lines', height: 288, max: 1, starts, interval: view.interval, format: percent, choose,
      series: [{ name: 'with code', colour: '--bar', values }],
    });
    return { content: element, destroy };
  },
  table: (data, view) => ({
    columns: [intervalName(view.interval), 'Papers', 'With code'],
    rows: data.code.rows.map(row => [row.date ? periodName(row.date, view.interval) : row.label, row.papers, row.papersWithCode]),
  }),
};
