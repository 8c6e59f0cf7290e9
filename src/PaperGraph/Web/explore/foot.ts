import { h } from '../frame/html.ts';
import { count } from '../frame/words.ts';
import type { Scene } from './scene.ts';
import type { State } from './state.ts';
import { summaryOf } from './summary.ts';
import { shortName } from './words.ts';

export interface FootHost {
  choose(id: string): void;
  takeBack(step: number): void;
}

/** Below: the steps that led here, each of which can be taken back, and how much is drawn. */
export class Foot {
  private readonly crumbs = h('nav', { class: 'crumbs', 'aria-label': 'Steps' });
  private readonly summary = h('p', { class: 'summary detail' });
  readonly element = h('footer', { class: 'foot' }, this.crumbs, this.summary);

  constructor(private readonly host: FootHost) {}

  show(state: State, scene: Scene) {
    this.crumbs.replaceChildren(...this.crumbsOf(state, scene));
    this.summary.textContent = summaryOf(scene);
  }

  private crumbsOf({ steps }: State, { graph }: Scene): HTMLElement[] {
    if (steps.length === 0) return [h('span', {}, 'Latest papers')];
    return steps.flatMap(({ of, via }, at) => {
      const name = of.length === 1 ? (graph.nodes.get(of[0]!)?.label ?? '…') : `${count(of.length)} latest papers`;
      const kinds = via.length > 0 && of.length === 1 && ` (${via.join(', ').toLowerCase()})`;
      const words = [at > 0 && '+ ', h('bdi', {}, shortName(name)), kinds];
      return [
        ...(at > 0 ? [h('span', { 'aria-hidden': 'true' }, '›')] : []),
        h(
          'span',
          { class: 'crumb' },
          of.length === 1
            ? h('button', { type: 'button', class: 'name', title: name, onclick: () => this.host.choose(of[0]!) }, words)
            : h('span', {}, words),
          h(
            'button',
            {
              type: 'button',
              class: 'remove',
              'aria-label': `Take ${name} back`,
              title: 'Take it back',
              onclick: () => this.host.takeBack(at),
            },
            '×',
          ),
        ),
      ];
    });
  }
}
