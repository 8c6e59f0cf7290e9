import { h, svg, type Child } from '../frame/html.ts';
import { count } from '../frame/words.ts';
import { otherColour, yearColours } from './colours.ts';
import { group, type Change } from './filters.ts';
import type { Scene } from './scene.ts';
import type { Colour, Size, State } from './state.ts';

/** What colours and sizes say, and what else they could say. */
export function legend(state: State, scene: Scene, change: Change): Child {
  const { visible, facets, communities } = scene;
  const radio = <T extends string>(name: string, value: T, chosen: T, set: (value: T) => void) =>
    h(
      'label',
      { class: 'radio' },
      h('input', { type: 'radio', name, value, checked: value === chosen, 'data-key': `${name}-${value}`, onchange: () => set(value) }),
      value,
    );
  const colour = (value: Colour) => change(now => ({ ...now, colour: value }));
  const size = (value: Size) => change(now => ({ ...now, size: value }));
  const isRanked = state.size === 'rank' || [...visible.nodes.values()].some(({ rank }) => rank !== null);
  return [
    group(
      'Colour',
      h(
        'div',
        { class: 'radios' },
        radio<Colour>('colour', 'kind', state.colour, colour),
        radio<Colour>('colour', 'year', state.colour, colour),
        (communities.size > 0 || state.colour === 'community') && radio<Colour>('colour', 'community', state.colour, colour),
      ),
      state.colour === 'year' && facets.years.length > 0 && yearScale(facets.years[0]!.year, facets.years.at(-1)!.year),
      state.colour === 'community' && communityList(scene),
    ),
    isRanked &&
      group(
        'Size',
        h('div', { class: 'radios' }, radio<Size>('size', 'links', state.size, size), radio<Size>('size', 'rank', state.size, size)),
      ),
  ];
}

const yearScale = (first: number, last: number) =>
  h('p', { class: 'scale detail' }, String(first), yearColours.map(fill => swatch(20, fill)), String(last));

/** Communities that have a colour, by name; the rest in one line. */
function communityList({ visible, communities }: Scene): HTMLElement {
  if (communities.size === 0)
    return h('p', { class: 'detail' }, 'The graph has no communities yet: they are found after an import, or by “papergraph analyze”.');
  const named = [...communities.values()].filter(({ colour }) => colour !== otherColour);
  const rest = visible.nodes.size - named.reduce((sum, { nodes }) => sum + nodes, 0);
  const item = (fill: string, name: string, nodes: number) =>
    h('li', {}, swatch(10, fill), h('bdi', { class: 'check-name' }, name), h('span', { class: 'detail' }, count(nodes)));
  return h(
    'ul',
    { class: 'communities' },
    named.map(({ name, nodes, colour }) => item(`var(${colour})`, name, nodes)),
    rest > 0 && item(`var(${otherColour})`, 'others, or in none', rest),
  );
}

const swatch = (width: number, fill: string) =>
  svg('svg', { width, height: 10, 'aria-hidden': 'true' }, svg('rect', { width, height: 10, rx: 2, fill }));
