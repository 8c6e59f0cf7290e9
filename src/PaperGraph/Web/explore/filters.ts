import { h, svg, type Child } from '../frame/html.ts';
import { kindMark } from '../frame/kinds.ts';
import { count } from '../frame/words.ts';
import type { Facets } from './facets.ts';
import type { Scene } from './scene.ts';
import { toggleKind, toggleTopic, type State } from './state.ts';
import { kindPlural, kindsInOrder } from './words.ts';

export type Change = (change: (state: State) => State) => void;

const maxTopics = 8;
const barsHeight = 48;

export function kindsFilter(state: State, { graph, visible }: Scene, change: Change): Child {
  const countOf = (nodes: Iterable<{ kind: string }>) => {
    const counts = new Map<string, number>();
    for (const { kind } of nodes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return counts;
  };
  const [all, shown] = [countOf(graph.nodes.values()), countOf(visible.nodes.values())];
  return group(
    'Show',
    kindsInOrder
      .filter(kind => all.has(kind))
      .map(kind => {
        const isOff = state.off.includes(kind);
        const number = count(isOff ? all.get(kind)! : (shown.get(kind) ?? 0));
        return check(`kind-${kind}`, !isOff, () => change(now => toggleKind(now, kind)), [kindMark(kind), kindPlural(kind)], number);
      }),
  );
}

/** A histogram of years with a slider for each end. */
export function yearsFilter(state: State, { years: bars }: Facets, change: Change): Child {
  if (bars.length < 2) return null;
  const [first, last] = [bars[0]!.year, bars.at(-1)!.year];
  const [from, to] = state.years ?? [first, last];
  const set = (one: number, other: number) => {
    const range: [number, number] = [Math.min(one, other), Math.max(one, other)];
    change(now => ({ ...now, years: range[0] <= first && range[1] >= last ? null : range }));
  };
  const slider = (key: string, label: string, value: number, chosen: (value: number) => void) =>
    h('input', {
      type: 'range',
      min: first,
      max: last,
      step: 1,
      value: Math.min(last, Math.max(first, value)),
      'aria-label': label,
      'data-key': key,
      onchange: (event: Event) => chosen(Number((event.target as HTMLInputElement).value)),
    });
  return group(
    'Published',
    histogram(bars, from, to),
    h(
      'div',
      { class: 'range' },
      slider('from', 'From the year', from, value => set(value, to)),
      slider('to', 'To the year', to, value => set(from, value)),
    ),
    h('p', { class: 'detail' }, from === to ? String(from) : `${from} – ${to}`),
  );
}

function histogram(bars: Facets['years'], from: number, to: number): SVGElement {
  const width = 100 / bars.length;
  const most = Math.max(...bars.map(({ papers }) => papers));
  const label = `Papers a year, ${bars[0]!.year} to ${bars.at(-1)!.year}, ${most} at most`;
  return svg(
    'svg',
    { class: 'histogram', width: '100%', height: barsHeight, role: 'img', 'aria-label': label },
    bars.map(({ year, papers }, at) => {
      const height = papers > 0 ? Math.max(1, ((barsHeight - 2) * papers) / most) : 0;
      return svg(
        'rect',
        {
          class: year >= from && year <= to ? 'in' : 'out',
          x: `${at * width + width * 0.08}%`,
          width: `${width * 0.84}%`,
          y: barsHeight - height,
          height,
        },
        svg('title', {}, `${year}: ${papers}`),
      );
    }),
  );
}

export function topicsFilter(state: State, { topics }: Facets, change: Change): Child {
  const listed = topics.filter(({ slug }, at) => at < maxTopics || state.topics.includes(slug));
  // A topic of the address may be one that no paper here has.
  const others = state.topics.filter(slug => !topics.some(topic => topic.slug === slug)).map(slug => ({ slug, name: slug, papers: 0 }));
  const shown = [...listed, ...others];
  return (
    shown.length > 0 &&
    group(
      'Topic',
      shown.map(({ slug, name, papers }) =>
        check(`topic-${slug}`, state.topics.includes(slug), () => change(now => toggleTopic(now, slug)), name, count(papers)),
      ),
    )
  );
}

export const codeFilter = (state: State, { withCode }: Facets, change: Change): Child =>
  group(
    'Code',
    check('code', state.onlyCode, () => change(now => ({ ...now, onlyCode: !now.onlyCode })), 'only with code', count(withCode)),
  );

export const group = (title: string, ...content: Child[]) => h('fieldset', {}, h('legend', {}, title), content);

function check(key: string, checked: boolean, change: () => void, label: Child, detail: string): HTMLElement {
  return h(
    'label',
    { class: 'check' },
    h('input', { type: 'checkbox', checked, 'data-key': key, onchange: change }),
    h('span', { class: 'check-name' }, label),
    h('span', { class: 'detail' }, detail),
  );
}
