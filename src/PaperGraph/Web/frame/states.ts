import { Failure } from './graphql.ts';
import { h, type Child } from './html.ts';

const importCommand = 'dotnet run --project src/PaperGraph -- import daily-papers.txt';

/** In place of what is still asked for. */
export const skeleton = () => h('div', { class: 'skeleton', 'aria-hidden': 'true' });

/** In place of all that a page shows: that there is nothing yet, and what to do. */
export const noPapers = (lookAgain: () => void): HTMLElement =>
  instead({},
    h('h2', {}, 'There are no papers yet'),
    h('p', {}, 'Import a page or a file of papers; this page shows them when it is loaded again:'),
    h('pre', { tabindex: 0, role: 'region', 'aria-label': 'Command' }, importCommand),
    button('Look again', lookAgain));

/** In place of all that a page shows: what went wrong, and what to do. */
export function failedPage(failure: unknown, tryAgain: () => void, ...others: Child[]): HTMLElement {
  const [what, advice] = wordsOf(failure);
  return instead({ role: 'alert' },
    h('h2', {}, what), h('p', {}, advice), h('div', { class: 'buttons' }, button('Try again', tryAgain), others));
}

/** The same in place of a part of it. */
export function failedPart(failure: unknown, tryAgain: () => void): HTMLElement {
  const [what, advice] = wordsOf(failure);
  return h('div', { class: 'failed-part', role: 'alert' },
    h('p', {}, h('strong', {}, what)), h('p', {}, advice), h('div', { class: 'buttons' }, button('Try again', tryAgain)));
}

const wordsOf = (failure: unknown): readonly [what: string, advice: string] => failure instanceof Failure
  ? [failure.message, failure.advice]
  : ['This page has a fault.', `Reload it; where that does not help, report this: ${String(failure)}`];

const instead = (attributes: { role?: string }, ...content: Child[]) => h('div', { class: 'page-empty', ...attributes }, content);

const button = (words: string, act: () => void) => h('button', { type: 'button', class: 'button primary', onclick: act }, words);
