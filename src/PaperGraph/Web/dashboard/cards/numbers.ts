import type { CardDefinition, Drawing } from '../card.ts';
import { whereOf } from '../filter.ts';
import { h } from '../../frame/html.ts';
import { rangeName } from '../periods.ts';
import { count } from '../../frame/words.ts';
import { percent, times } from '../words.ts';
import type { View } from '../view.ts';

interface Totals { papers: number; withCode: number; organizations: number; concepts: number; repositories: number }
interface Counted { totalCount: number }
interface Grouped { groupCount: number }
type Name = 'all' | 'now' | 'before';
type Data = Record<`${Name}Papers` | `${Name}WithCode`, Counted>
  & Record<`${Name}Organizations` | `${Name}Concepts` | `${Name}Repositories`, Grouped>;

const fieldsOf = (name: Name) => `
  ${name}Papers: papers(where: $${name}, first: 1) { totalCount }
  ${name}WithCode: papers(where: { and: [$${name}, { hasCode: true }] }, first: 1) { totalCount }
  ${name}Organizations: paperGroups(by: [ORGANIZATION], where: $${name}, first: 1) { groupCount }
  ${name}Concepts: paperGroups(by: [CONCEPT], where: $${name}, first: 1) { groupCount }
  ${name}Repositories: paperGroups(by: [REPOSITORY], where: $${name}, first: 1) { groupCount }`;

const query = (names: Name[]) =>
  `query Numbers(${names.map(name => `$${name}: PaperFilter!`).join(', ')}) {${names.map(fieldsOf).join('\n')}\n}`;

/** Five numbers and how they changed. */
export const numbers: CardDefinition<Data> = {
  id: 'numbers',
  name: 'In numbers',
  isTable: true,
  request: view => ({
    query: query(view.isOpen ? ['all', 'now', 'before'] : ['now', 'before']),
    variables: {
      ...(view.isOpen && { all: whereOf(view.filter, null) }),
      now: whereOf(view.filter, view.now),
      before: whereOf(view.filter, view.before),
    },
  }),
  isEmpty: () => false,
  title: () => 'In numbers',
  subtitle: () => '',
  draw(data, view): Drawing {
    const shown = totals(data, view.isOpen ? 'all' : 'now');
    const [now, before] = [totals(data, 'now'), totals(data, 'before')];
    const number = (value: string, what: string, change: Change) => h('div', {},
      h('dt', {}, what, ' ', changeElement(change, view)), h('dd', {}, value));
    const grown = (name: keyof Totals) => growth(now[name], before[name]);
    return { content: h('dl', { class: 'numbers' },
      number(count(shown.papers), shown.papers === 1 ? 'paper' : 'papers', grown('papers')),
      number(shown.papers > 0 ? percent(shown.withCode / shown.papers) : 'none', 'come with code', points(now, before)),
      number(count(shown.organizations), 'organizations', grown('organizations')),
      number(count(shown.concepts), 'concepts', grown('concepts')),
      number(count(shown.repositories), 'repositories', grown('repositories'))) };
  },
  table(data, view) {
    const [now, before] = [totals(data, 'now'), totals(data, 'before')];
    const all = view.isOpen ? totals(data, 'all') : null;
    const row = (name: string, of: keyof Totals) => [name, ...(all ? [all[of]] : []), now[of], before[of]];
    return {
      columns: ['', ...(all ? ['All'] : []), rangeName(view.now), rangeName(view.before)],
      rows: [row('Papers', 'papers'), row('With code', 'withCode'), row('Organizations', 'organizations'),
        row('Concepts', 'concepts'), row('Repositories', 'repositories')],
    };
  },
};

interface Change { sign: number; text: string }

function totals(data: Data, name: Name): Totals {
  return {
    papers: data[`${name}Papers`].totalCount,
    withCode: data[`${name}WithCode`].totalCount,
    organizations: data[`${name}Organizations`].groupCount,
    concepts: data[`${name}Concepts`].groupCount,
    repositories: data[`${name}Repositories`].groupCount,
  };
}

function growth(now: number, before: number): Change {
  if (before === 0) return { sign: 0, text: now === 0 ? 'none before either' : 'none before' };
  const share = now / before - 1;
  const text = share >= 2 ? `${times(now / before)} times` : `${percent(Math.abs(share))} on`;
  return { sign: Math.sign(share), text };
}

function points(now: Totals, before: Totals): Change {
  if (now.papers === 0 || before.papers === 0) return { sign: 0, text: 'nothing before to compare' };
  const difference = Math.round((now.withCode / now.papers - before.withCode / before.papers) * 100);
  return { sign: Math.sign(difference), text: `${Math.abs(difference)} ${Math.abs(difference) === 1 ? 'point' : 'points'} on` };
}

function changeElement({ sign, text }: Change, view: View): HTMLElement {
  const [mark, word, className] = sign > 0 ? ['▲ ', 'up ', 'rise'] : sign < 0 ? ['▼ ', 'down ', 'fall'] : ['', '', 'same'];
  const compared = `${rangeName(view.now)} beside ${rangeName(view.before)}`;
  return h('span', { class: `change ${className}`, title: compared },
    h('span', { 'aria-hidden': 'true' }, mark), h('span', { class: 'hidden' }, word), text,
    sign !== 0 && ` ${view.beforeName}`);
}
