import { h, type Child } from '../../frame/html.ts';
import { untexMarked } from '../../frame/tex.ts';
import { sentences, type Mark, type TextPart } from './excerpt.ts';
import type { Evidence, Hop } from '../requests.ts';

/** Words, and the kind of what they name. */
export type Named = Evidence & { kind: string };

export const named = (evidence: readonly Evidence[], kind: string): Named[] => evidence.map(words => ({ ...words, kind }));

export const marksOf = (evidence: readonly Named[], field: string): Mark[] =>
  evidence.flatMap(({ field: of, start, length, kind }) =>
    of === field && start !== null && length !== null ? [{ start, length, kind }] : [],
  );

export const marked = (parts: readonly TextPart[]): Child => parts.map(({ text, kind }) => (kind === null ? text : mark(text, kind)));

const mark = (text: string, kind: string) => h('mark', { class: `kind-${kind.toLowerCase()}` }, h('span', {}, text));

const listed = (evidence: readonly Named[]): Child => {
  const words = [...new Map(evidence.map(found => [found.quote, found])).values()].slice(0, 5);
  return h(
    'blockquote',
    { dir: 'auto' },
    words.map(({ quote, kind }, at) => [at > 0 && ' · ', mark(quote, kind)]),
  );
};

/** Sentences with the words marked; where the text is not there, the words. */
export function quotes(evidence: readonly Named[], textOf: (field: string) => string | null | undefined): Child {
  const shown: Child[] = [];
  for (const field of ['ABSTRACT', 'TITLE']) {
    const { text, marks } = untexMarked(textOf(field) ?? '', marksOf(evidence, field));
    for (const sentence of sentences(text, marks))
      shown.push(h('blockquote', { dir: 'auto' }, marked(sentence)));
  }
  const stated = shown.length === 0 ? evidence : evidence.filter(({ start }) => start === null);
  return [shown, stated.length > 0 && listed(stated)];
}

/** The words behind a hop of a way. */
export function hopQuotes(hop: Hop): Child {
  const evidence = [
    ...named(hop.evidence, hop.kind),
    ...hop.reasons.flatMap(({ kind, evidence: found }) =>
      named(
        found.map(item => item.evidence),
        kind,
      ),
    ),
  ];
  return evidence.length === 0 ? h('p', { class: 'detail' }, 'stated by the source') : listed(evidence);
}
