import { bar } from '../bars.ts';
import type { CardDefinition } from '../card.ts';
import { whereOf } from '../filter.ts';
import { h } from '../../frame/html.ts';
import { count } from '../../frame/words.ts';
import { papers, percent } from '../words.ts';
import type { Group, Groups } from './groups.ts';

interface Row extends Group { papersWithCode: number }
interface Data { organizations: Groups<Row> }

const known = (data: Data) => data.organizations.rows.filter(row => !row.isUnknown).slice(0, 10);

/** Who publishes most, and how much of it comes with code. */
export const organizations: CardDefinition<Data> = {
  id: 'organizations',
  name: 'Who publishes',
  request: view => ({
    query: `query WhoPublishes($where: PaperFilter!) {
  organizations: paperGroups(by: [ORGANIZATION], where: $where, orderBy: [{ by: PAPERS }], first: 11) {
    groupCount otherCount
    rows { key label isUnknown papers papersWithCode }
  }
}`,
    variables: { where: whereOf(view.filter) },
  }),
  isEmpty: data => known(data).length === 0,
  title(data) {
    const [first, second] = known(data);
    if (!first || (second && second.papers === first.papers)) return 'Who publishes';
    return `${first.label} publishes most`;
  },
  subtitle(data) {
    const unknown = data.organizations.rows.find(row => row.isUnknown);
    const base = 'Papers, and how many of them come with code (filled)';
    return unknown ? `${base}; of ${papers(unknown.papers)} the organization is not known` : base;
  },
  draw(data, view) {
    const rows = known(data);
    const most = Math.max(...rows.map(row => row.papers));
    return { content: h('ol', { class: 'bars' }, rows.map(row => {
      const isChosen = view.filter.organization === row.key;
      return h('li', {}, h('a', {
        href: view.address({ organization: isChosen ? undefined : row.key }), 'data-choose': true, 'data-key': row.key,
        'aria-current': isChosen ? 'true' : null, title: row.label,
      },
      h('span', { class: 'bars-name' }, row.label),
      bar(row.papers / most, row.papersWithCode / row.papers),
      h('span', { class: 'bars-value' }, count(row.papers), h('span', { class: 'hidden' }, ' papers, '),
        h('span', { class: 'detail' }, ` ${percent(row.papersWithCode / row.papers)} with code`))));
    })) };
  },
  table: data => ({
    columns: ['Organization', 'Papers', 'With code'],
    rows: known(data).map(row => [row.label, row.papers, row.papersWithCode]),
  }),
};
