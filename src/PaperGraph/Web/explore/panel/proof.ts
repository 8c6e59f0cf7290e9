import { h, svg, type Child } from '../../frame/html.ts';
import { untexed } from '../../frame/tex.ts';
import { named, quotes } from './quotes.ts';
import type { EdgeAnswer, Hop, Reason } from '../requests.ts';

/** The words behind a hop; of two papers the reasons besides. */
export function proof(hop: Hop, ends: EdgeAnswer['ends']): Child {
  const textOf = (id: string, field: string) => {
    const end = ends.find(other => other?.id === id);
    return field === 'TITLE' ? end?.title : field === 'ABSTRACT' ? end?.abstract : undefined;
  };
  if (hop.kind !== 'RELATED') {
    const paper = ends.find(end => end?.title !== undefined);
    return [
      h('p', { class: 'detail' }, `weight ${hop.weight.toFixed(2)}`),
      hop.evidence.length > 0
        ? h('h3', {}, 'The words')
        : h('p', { class: 'detail' }, 'No words are kept that prove it: the source states it as a fact.'),
      quotes(named(hop.evidence, hop.kind), field => (paper ? textOf(paper.id, field) : undefined)),
    ];
  }
  const strongest = Math.max(...hop.reasons.map(({ weight }) => weight), 1e-9);
  const of = (isRelated: boolean) =>
    hop.reasons.flatMap(reason =>
      reason.evidence.filter(({ inRelated }) => inRelated === isRelated).map(({ evidence }) => ({ ...evidence, kind: reason.kind })),
    );
  const wordsOf = (isRelated: boolean, id: string) => {
    const found = of(isRelated);
    const title = h('bdi', {}, untexed(textOf(id, 'TITLE') ?? ''));
    return found.length > 0 && [h('h3', {}, 'The words · ', title), quotes(found, field => textOf(id, field))];
  };
  return [
    h('p', { class: 'detail' }, `score ${hop.weight.toFixed(2)} · why:`),
    h(
      'ul',
      { class: 'reason-bars' },
      hop.reasons.map(reason =>
        h(
          'li',
          {},
          h('span', {}, reasonName(reason)),
          svg(
            'svg',
            { class: `kind-${reason.kind.toLowerCase()}`, width: '100%', height: 8, 'aria-hidden': 'true' },
            svg('rect', { width: `${((100 * reason.weight) / strongest).toFixed(1)}%`, height: 8, rx: 1, fill: 'currentColor' }),
          ),
          h('span', { class: 'number' }, reason.weight.toFixed(2)),
        ),
      ),
    ),
    wordsOf(false, hop.from),
    wordsOf(true, hop.to),
  ];
}

function reasonName({ node, words, kind }: Reason): string {
  if (node) return node.owner ? `${node.owner}/${node.name}` : (node.name ?? kind.toLowerCase());
  return `words: ${(words ?? []).join(', ')}`;
}
