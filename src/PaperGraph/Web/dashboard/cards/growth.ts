import type { CardDefinition } from '../card.ts';
import { restColour, seriesColours } from '../colours.ts';
import { whereOf } from '../filter.ts';
import { intervalName, periodName, startsIn } from '../periods.ts';
import { plot, type Series } from '../plot.ts';
import { swatch } from '../swatch.ts';
import { h } from '../../frame/html.ts';
import { count } from '../../frame/words.ts';
import { shareOfPapers } from '../words.ts';
import { notDrawn, type View } from '../view.ts';
import { sum, type Group, type Groups } from './groups.ts';

interface Period extends Group { date: string | null }
interface Data {
  topics: Groups & { paperCount: number };
  periods: Groups<Period & { key2: string }>;
  /** Of a topic that is chosen: its papers that are in none of the topics below it. */
  alone?: Groups<Period>;
}

interface TopicSeries extends Series { slug: string | null }

/** Papers over time, a column a period, stacked by topic. */
export const growth: CardDefinition<Data> = {
  id: 'papers',
  name: 'Papers over time',
  request(view) {
    const { dimension, slugs } = view.known.topics.shownBelow(view.filter.topic);
    const where = whereOf(view.filter);
    const query = `query PapersOverTime($where: PaperFilter!${slugs ? ', $alone: PaperFilter!' : ''}) {
  topics: paperGroups(
    by: [${dimension}]
    where: $where
    orderBy: [{ by: PAPERS }]
    first: 100
  ) {
    paperCount
    rows { key label isUnknown papers }
  }
  periods: paperGroups(
    by: [PUBLISHED_${view.interval}, ${dimension}]
    where: $where
    having: { papers: { from: 1 } }
    orderBy: [{ by: PAPERS }]
    first: 1000
  ) {
    rows { date key key2 papers }
  }${slugs ? aloneOf(view) : ''}
}`;
    return { query, variables: { where, ...(slugs && { alone: { and: [where, { topics: { none: slugs } }] } }) } };
  },
  isEmpty: data => data.topics.paperCount === 0,
  title(data, view) {
    const [first] = shownTopics(data, view);
    return first ? `${shareOfPapers(first.papers / data.topics.paperCount)} are about ${first.label}` : 'Papers over time';
  },
  subtitle: (_, view) => `Papers a ${intervalName(view.interval)} by topic; a paper of two topics counts in both${notDrawn(view)}`,
  draw(data, view, choose) {
    const starts = startsIn(view.drawn, view.interval);
    const series = seriesOf(data, view, starts);
    const drawn = plot({
      label: `Papers a ${intervalName(view.interval)} by topic`,
      kind: 'columns', height: 328, starts, interval: view.interval, series, format: count, choose,
    });
    return { content: h('div', { class: 'with-legend' }, drawn.element, legend(series, view)), destroy: drawn.destroy };
  },
  table(data, view) {
    const starts = startsIn(view.drawn, view.interval);
    const series = seriesOf(data, view, starts);
    return {
      columns: [intervalName(view.interval), ...series.map(({ name }) => name)],
      rows: starts.map((start, index) => [periodName(start, view.interval), ...series.map(({ values }) => values[index] ?? 0)]),
    };
  },
};

/** The topics of the most papers at the bottom, what is left of others above them. */
function seriesOf(data: Data, view: View, starts: string[]): TopicSeries[] {
  const known = shownTopics(data, view).slice(0, seriesColours.length);
  const indexOf = new Map(starts.map((start, index) => [start, index]));
  const series: TopicSeries[] = known.map(({ key, label }, index) =>
    ({ slug: key, name: label, colour: seriesColours[index]!, values: starts.map(() => 0) }));
  const restName = view.filter.topic ? 'Other or none below it' : 'Other or no topic';
  const rest: TopicSeries = { slug: null, name: restName, colour: restColour, values: starts.map(() => 0) };
  const bySlug = new Map(series.map(one => [one.slug, one]));
  const add = ({ values }: TopicSeries, date: string | null, papers: number) => {
    const index = indexOf.get(date ?? '');
    if (index !== undefined) values[index] = values[index]! + papers;
  };
  // Below a chosen topic, other topics of the same papers have no place.
  const { slugs } = view.known.topics.shownBelow(view.filter.topic);
  for (const { date, key2, papers } of data.periods.rows)
    if (slugs?.includes(key2) ?? true) add(bySlug.get(key2) ?? rest, date, papers);
  for (const { date, papers } of data.alone?.rows ?? []) add(rest, date, papers);
  return sum(rest.values as number[]) > 0 ? [...series, rest] : series;
}

const aloneOf = ({ interval }: View) => `
  alone: paperGroups(
    by: [PUBLISHED_${interval}]
    where: $alone
    having: { papers: { from: 1 } }
    first: 1000
  ) {
    rows { date key papers }
  }`;

function shownTopics(data: Data, view: View): Group[] {
  const { slugs } = view.known.topics.shownBelow(view.filter.topic);
  return data.topics.rows.filter(row => !row.isUnknown && (slugs?.includes(row.key) ?? true));
}

function legend(series: TopicSeries[], view: View): HTMLElement {
  return h('ul', { class: 'legend' }, [...series].reverse().map(({ slug, name, colour, values }) => {
    const total = h('span', { class: 'detail' }, count(sum(values as number[])));
    if (slug === null) return h('li', {}, h('span', { class: 'legend-item' }, swatch(colour), name, ' ', total));
    const isChosen = view.filter.topic === slug;
    return h('li', {}, h('a', {
      class: 'legend-item', href: view.address({ topic: isChosen ? undefined : slug }), 'data-choose': true, 'data-key': slug,
      'aria-current': isChosen ? 'true' : null,
    }, swatch(colour), name, ' ', total));
  }));
}
