import './kinds.css';
import { h, svg } from './html.ts';

/** What a node is; each kind has a colour, a shape and a word wherever it is met. */
export type Kind =
  'PAPER' | 'METHOD' | 'TASK' | 'DATASET' | 'MODEL' | 'METRIC' | 'OTHER' | 'ORGANIZATION' | 'REPOSITORY' | 'TOPIC' | 'AUTHOR';

// In a square of 12 by 12.
const shapes: Record<Kind, string> = {
  PAPER: 'M6 1a5 5 0 0 1 0 10a5 5 0 0 1 0-10z',
  METHOD: 'M6 0l6 6l-6 6l-6-6z',
  TASK: 'M1 1h10v10h-10z',
  DATASET: 'M3 1h6l3 5l-3 5h-6l-3-5z',
  MODEL: 'M6 1l6 10h-12z',
  METRIC: 'M4 0h4v4h4v4h-4v4h-4v-4h-4v-4h4z',
  OTHER: 'M6 3a3 3 0 0 1 0 6a3 3 0 0 1 0-6z',
  ORGANIZATION: 'M6 0l6 5h-1v7h-10v-7h-1z',
  REPOSITORY: 'M4 0h-4v12h4v-2h-2v-8h2zM8 0h4v12h-4v-2h2v-8h-2z',
  TOPIC: 'M6 0a6 6 0 0 1 0 12a6 6 0 0 1 0-12zM6 3a3 3 0 0 0 0 6a3 3 0 0 0 0-6z',
  AUTHOR: 'M6 0a3 3 0 0 1 0 6a3 3 0 0 1 0-6zM0 12c0-7 12-7 12 0z',
};

export const kindWord = (kind: Kind) => kind.toLowerCase();

/** The shape, with the word for whoever does not see it. */
export function kindMark(kind: Kind): HTMLElement {
  return h('span', { class: `kind kind-${kindWord(kind)}`, title: kindWord(kind) },
    svg('svg', { viewBox: '0 0 12 12', width: 10, height: 10, 'aria-hidden': 'true' },
      svg('path', { d: shapes[kind], fill: 'currentColor' })),
    h('span', { class: 'hidden' }, `${kindWord(kind)} `));
}
