import { h, refill, type Child } from '../frame/html.ts';
import { count } from '../frame/words.ts';
import { codeFilter, kindsFilter, topicsFilter, yearsFilter, type Change } from './filters.ts';
import { legend } from './legend.ts';
import { filterOf } from './requests.ts';
import type { Scene } from './scene.ts';
import { showHidden, withoutFilters, type State } from './state.ts';

/** On the left: what is shown of the graph, with how much there is of it, and what its colours and sizes say. */
export class Sidebar {
  readonly element = h('aside', { class: 'sidebar', id: 'filters', 'aria-label': 'Filters' });

  constructor(private readonly change: Change) {}

  show(state: State, scene: Scene) {
    const focused = this.element.contains(document.activeElement) ? document.activeElement?.getAttribute('data-key') : null;
    const { change } = this;
    refill(
      this.element,
      kindsFilter(state, scene, change),
      legend(state, scene, change),
      yearsFilter(state, scene.facets, change),
      topicsFilter(state, scene.facets, change),
      codeFilter(state, scene.facets, change),
      filterOf(state) && this.button('filters', 'Take these filters back', withoutFilters),
      state.hidden.length > 0 && this.button('hidden', `Show ${count(state.hidden.length)} hidden again`, showHidden),
    );
    if (focused) this.element.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  private button(key: string, words: string, change: (state: State) => State): Child {
    const act = () => this.change(change);
    return h('p', { class: 'take-back' }, h('button', { type: 'button', class: 'button', 'data-key': key, onclick: act }, words));
  }
}
