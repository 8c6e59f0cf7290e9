import { h } from '../../frame/html.ts';
import { kindMark } from '../../frame/kinds.ts';
import { untexed } from '../../frame/tex.ts';
import { some } from '../../frame/words.ts';
import type { Hop, Path } from '../requests.ts';
import { edgeWords, shortName } from '../words.ts';
import type { PanelHost } from './panel.ts';
import { hopQuotes } from './quotes.ts';

/** Ways as sentences; the one that is pointed at or focused is lit up, else `usual`. */
export const pathList = (paths: readonly Path[], usual: Path | null, host: PanelHost): HTMLElement =>
  h(
    'ol',
    { class: 'paths', onpointerleave: () => host.light(usual) },
    paths.map(path =>
      h(
        'li',
        { onpointerenter: () => host.light(path), onfocusin: () => host.light(path) },
        way(path, host),
        h(
          'details',
          {},
          h('summary', {}, `${some(path.length, 'hop')}, with the words`),
          h(
            'ul',
            { class: 'hops' },
            path.hops.map(hop => h('li', {}, h('p', { class: 'detail' }, hopWords(hop, path)), hopQuotes(hop))),
          ),
        ),
      ),
    ),
  );

const way = ({ nodes, hops }: Path, host: PanelHost): HTMLElement =>
  h(
    'p',
    { class: 'way' },
    nodes.map(({ id, label, kind, node }, at) => [
      at > 0 && h('span', { class: 'arrow', title: hops[at - 1] ? edgeWords(hops[at - 1]!.kind) : null }, ' → '),
      h(
        'button',
        { type: 'button', class: 'name', title: label, onclick: () => host.choose(id) },
        kindMark(node?.conceptKind ?? kind),
        h('bdi', {}, shortName(untexed(label))),
      ),
    ]),
  );

function hopWords({ from, to, kind }: Hop, { nodes }: Path): string {
  const name = (id: string) => untexed(nodes.find(node => node.id === id)?.label ?? '');
  return `${name(from)} – ${name(to)}: ${edgeWords(kind).toLowerCase()}`;
}
