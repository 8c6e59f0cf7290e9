import { h, refill, type Child } from '../../frame/html.ts';
import { failedPart, skeleton } from '../../frame/states.ts';
import type { GraphNode } from '../graph.ts';
import { askWhenReady } from '../loader.ts';
import { askCommon, askPaths, filterOf, type CommonAnswer, type PathsAnswer } from '../requests.ts';
import type { State } from '../state.ts';
import type { Panel, PanelHost } from './panel.ts';
import { foot, nodeName, row } from './parts.ts';
import { pathList } from './paths.ts';

/** How two nodes are connected, and what several have in common. */
export async function showSeveral(panel: Panel, state: State, signal: AbortSignal) {
  const { graph, host } = panel;
  const ids = state.chosen;
  const section = (title: string) => {
    const element = h('section', {}, h('h3', {}, title), skeleton());
    return { element, fill: (...content: Child[]) => refill(element, h('h3', {}, title), content) };
  };
  const [paths, common] = [section('How they are connected'), section('What they have in common')];
  // An address may choose what is drawn only as the end of a way, whose name comes with the ways.
  const names = (known: ReadonlyMap<string, Pick<GraphNode, 'id' | 'label'>>) =>
    ids.map((id, at) => [at > 0 && ' · ', known.has(id) ? nodeName(host, known.get(id)!) : 'what is not drawn']);
  const heading = h('h2', { tabindex: -1 }, names(graph.nodes));
  panel.fill(
    [h('p', { class: 'what' }, `${ids.length} are chosen`), heading],
    ids.length === 2 && paths.element,
    common.element,
  );

  await Promise.all([
    ids.length === 2 && fillPaths(),
    fillCommon(),
  ]);

  async function fillPaths() {
    const request = askPaths(ids[0]!, ids[1]!, filterOf(state));
    try {
      const { paths: { paths: ways, truncated } } = await askWhenReady<PathsAnswer>(request, signal);
      if (signal.aborted) return;
      const [best = null] = ways;
      if (best) refill(heading, names(new Map([...best.nodes, ...graph.nodes.values()].map(node => [node.id, node]))));
      const none = `Nothing connects them within four steps${filterOf(state) ? ' over the papers that the filters choose' : ''}.`;
      paths.fill(
        best ? pathList(ways, best, host) : h('p', {}, none),
        truncated && h('p', { class: 'detail' }, 'There are more ways than were looked at.'),
        foot(host, 'How they are connected', request),
      );
      host.showPaths(ways);
      host.light(best);
    } catch (failure) {
      if (!signal.aborted) paths.fill(failedPart(failure, () => panel.again()));
    }
  }

  async function fillCommon() {
    const request = askCommon(ids);
    try {
      const answer = await askWhenReady<CommonAnswer>(request, signal);
      if (!signal.aborted) common.fill(commonList(answer, ids.length, host), foot(host, 'What they have in common', request));
    } catch (failure) {
      if (!signal.aborted) common.fill(failedPart(failure, () => panel.again()));
    }
  }
}

const commonList = ({ connections: { nodes, truncated } }: CommonAnswer, all: number, host: PanelHost): Child =>
  nodes.length === 0
    ? h('p', {}, 'They share nothing directly.')
    : [
        h(
          'ul',
          { class: 'rows' },
          nodes.map(
            ({ node, kind, label, sharedBy }) =>
              node && row(host, node.id, node.conceptKind ?? kind, label, all > 2 ? `${sharedBy.length} of ${all}` : undefined),
          ),
        ),
        truncated && h('p', { class: 'detail' }, 'They share more; these are the most specific.'),
      ];
