import './kinds.css';
import { h, svg } from './html.ts';
import shapes from './shapes.json'; // Paths in a square of 12 by 12.

/** What a node is; each kind has a colour, a shape and a word wherever it is met. */
export type Kind =
  'PAPER' | 'METHOD' | 'TASK' | 'DATASET' | 'MODEL' | 'METRIC' | 'OTHER' | 'ORGANIZATION' | 'REPOSITORY' | 'TOPIC' | 'AUTHOR';

export const kindWord = (kind: Kind) => kind.toLowerCase();

/** The shape, with the word for whoever does not see it. */
export function kindMark(kind: Kind): HTMLElement {
  return h('span', { class: `kind kind-${kindWord(kind)}`, title: kindWord(kind) },
    svg('svg', { viewBox: '0 0 12 12', width: 10, height: 10, 'aria-hidden': 'true' },
      svg('path', { d: shapes[kind], fill: 'currentColor' })),
    h('span', { class: 'hidden' }, `${kindWord(kind)} `));
}
