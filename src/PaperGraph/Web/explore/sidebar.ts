import { h, svg, type Child } from '../frame/html.ts';
import { kindMark } from '../frame/kinds.ts';
import { communityColours, yearColours } from './colours.ts';
import { count, kindPlural, kindsInOrder } from './words.ts';
import type { Graph } from './graph.ts';
import { showHidden, toggleKind, toggleTopic, type Colour, type Size, type State } from './state.ts';
import { papersByYear, topicsOf, type Visible } from './visible.ts';

const maxTopics = 8;

/** On the left: what is shown of the drawing, with how much there is of it. */
export class Sidebar {
  readonly element = h('aside', { class: 'sidebar', id: 'filters', 'aria-label': 'Filters' });

  constructor(private readonly change: (change: (state: State) => State) => void) {}

  show(state: State, graph: Graph, visible: Visible, communities: readonly string[]) {
    const focused = this.element.contains(document.activeElement) ? document.activeElement?.getAttribute('data-key') : null;
    this.element.replaceChildren(
      ...([
        this.kinds(state, graph, visible),
        this.years(state, graph),
        this.topics(state, graph),
        this.code(state, graph),
        this.looks(state, graph, communities),
        state.hidden.length > 0 &&
          h(
            'p',
            {},
            h(
              'button',
              { type: 'button', class: 'button', 'data-key': 'hidden', onclick: () => this.change(showHidden) },
              `Show ${count(state.hidden.length)} hidden again`,
            ),
          ),
      ].filter(child => child !== false && child !== null) as Node[]),
    );
    if (focused) this.element.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  private kinds(state: State, graph: Graph, visible: Visible): HTMLElement {
    const all = new Map<string, number>();
    const shown = new Map<string, number>();
    for (const { kind } of graph.nodes.values()) all.set(kind, (all.get(kind) ?? 0) + 1);
    for (const { kind } of visible.nodes.values()) shown.set(kind, (shown.get(kind) ?? 0) + 1);
    return h(
      'fieldset',
      {},
      h('legend', {}, 'Show'),
      kindsInOrder
        .filter(kind => all.has(kind))
        .map(kind =>
          check(
            `kind-${kind}`,
            !state.off.includes(kind),
            () => this.change(now => toggleKind(now, kind)),
            [kindMark(kind), kindPlural(kind)],
            count(state.off.includes(kind) ? all.get(kind)! : (shown.get(kind) ?? 0)),
          ),
        ),
    );
  }

  private years(state: State, graph: Graph): HTMLElement | null {
    const bars = papersByYear(graph);
    if (bars.length < 2) return null;
    const [first, last] = [bars[0]!.year, bars.at(-1)!.year];
    const [from, to] = state.years ?? [first, last];
    const most = Math.max(...bars.map(({ papers }) => papers));
    const width = 100 / bars.length;
    const set = (one: number, other: number) => {
      const range: [number, number] = [Math.min(one, other), Math.max(one, other)];
      this.change(now => ({ ...now, years: range[0] <= first && range[1] >= last ? null : range }));
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
    return h(
      'fieldset',
      {},
      h('legend', {}, 'Published'),
      svg(
        'svg',
        { class: 'histogram', width: '100%', height: 48, role: 'img', 'aria-label': `Papers a year, ${first} to ${last}, ${most} at most` },
        bars.map(({ year, papers }, at) =>
          svg(
            'rect',
            {
              class: year >= from && year <= to ? 'in' : 'out',
              x: `${at * width + width * 0.08}%`,
              width: `${width * 0.84}%`,
              y: 48 - (46 * papers) / most,
              height: Math.max(papers > 0 ? 1 : 0, (46 * papers) / most),
            },
            svg('title', {}, `${year}: ${papers}`),
          ),
        ),
      ),
      h(
        'div',
        { class: 'range' },
        slider('from', 'From the year', from, value => set(value, to)),
        slider('to', 'To the year', to, value => set(from, value)),
      ),
      h('p', { class: 'detail' }, from === to ? String(from) : `${from} – ${to}`),
    );
  }

  private topics(state: State, graph: Graph): HTMLElement | null {
    const topics = topicsOf(graph);
    const shown = topics.filter(({ slug }, at) => at < maxTopics || state.topics.includes(slug));
    if (shown.length === 0) return null;
    return h(
      'fieldset',
      {},
      h('legend', {}, 'Topic'),
      shown.map(({ slug, name, papers }) =>
        check(`topic-${slug}`, state.topics.includes(slug), () => this.change(now => toggleTopic(now, slug)), name, count(papers)),
      ),
    );
  }

  private code(state: State, graph: Graph): HTMLElement {
    const withCode = [...graph.nodes.values()].filter(node => node.kind === 'PAPER' && node.hasCode).length;
    return h(
      'fieldset',
      {},
      h('legend', {}, 'Code'),
      check('code', state.onlyCode, () => this.change(now => ({ ...now, onlyCode: !now.onlyCode })), 'only with code', count(withCode)),
    );
  }

  private looks(state: State, graph: Graph, communities: readonly string[]): Child {
    const years = papersByYear(graph);
    const hasRank = [...graph.nodes.values()].some(({ rank }) => rank !== null);
    const radio = <T extends string>(name: string, value: T, chosen: T, set: (value: T) => void) =>
      h(
        'label',
        { class: 'radio' },
        h('input', { type: 'radio', name, value, checked: value === chosen, 'data-key': `${name}-${value}`, onchange: () => set(value) }),
        value,
      );
    const colour = (value: Colour) => this.change(now => ({ ...now, colour: value }));
    const size = (value: Size) => this.change(now => ({ ...now, size: value }));
    return h(
      'div',
      {},
      h(
        'fieldset',
        {},
        h('legend', {}, 'Colour'),
        h(
          'div',
          { class: 'radios' },
          radio<Colour>('colour', 'kind', state.colour, colour),
          radio<Colour>('colour', 'year', state.colour, colour),
          communities.length > 0 && radio<Colour>('colour', 'community', state.colour, colour),
        ),
        state.colour === 'year' &&
          years.length > 0 &&
          h(
            'p',
            { class: 'scale detail' },
            String(years[0]!.year),
            yearColours.map(fill =>
              svg('svg', { width: 20, height: 10, 'aria-hidden': 'true' }, svg('rect', { width: 20, height: 10, fill })),
            ),
            String(years.at(-1)!.year),
          ),
        state.colour === 'community' &&
          h(
            'ul',
            { class: 'communities' },
            communities
              .slice(0, communityColours.length)
              .map((name, at) =>
                h(
                  'li',
                  {},
                  svg(
                    'svg',
                    { width: 10, height: 10, 'aria-hidden': 'true' },
                    svg('rect', { width: 10, height: 10, rx: 2, fill: `var(${communityColours[at]})` }),
                  ),
                  h('bdi', {}, name),
                ),
              ),
          ),
      ),
      hasRank &&
        h(
          'fieldset',
          {},
          h('legend', {}, 'Size'),
          h('div', { class: 'radios' }, radio<Size>('size', 'links', state.size, size), radio<Size>('size', 'rank', state.size, size)),
        ),
    );
  }
}

function check(key: string, checked: boolean, change: () => void, label: Child, detail: string): HTMLElement {
  return h(
    'label',
    { class: 'check' },
    h('input', { type: 'checkbox', checked, 'data-key': key, onchange: change }),
    h('span', { class: 'check-name' }, label),
    h('span', { class: 'detail' }, detail),
  );
}
