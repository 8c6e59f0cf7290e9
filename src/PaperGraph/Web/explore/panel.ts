import { pageOf, repositoryPage } from '../frame/addresses.ts';
import { Failure, type GraphQLRequest } from '../frame/graphql.ts';
import { h, type Child } from '../frame/html.ts';
import { kindMark, kindWord, type Kind } from '../frame/kinds.ts';
import { showQuery } from '../frame/query.ts';
import { askDetails, type Details } from './details.ts';
import { abstract, facts } from './facts.ts';
import { Graph, otherEnd, type GraphEdge, type GraphNode } from './graph.ts';
import { askWhenReady } from './loader.ts';
import { proof } from './proof.ts';
import { hopQuotes } from './quotes.ts';
import { askCommon, askEdge, askPaths, type CommonAnswer, type EdgeAnswer, type Path } from './requests.ts';
import { count, edgeWords, shortName, some, waysFrom } from './words.ts';
import { maxLimit, moreLimit, usualLimit, type State, type Step } from './state.ts';

export interface PanelHost {
  choose(id: string, isAlso?: boolean): void;
  chooseEdge(id: string): void;
  expand(step: Step): void;
  collapse(id: string): void;
  hide(id: string): void;
  togglePin(id: string): void;
  startFrom(id: string): void;
  /** What is chosen next is chosen beside what is. */
  connectNext(): void;
  close(): void;
  copyLink(): void;
  showPaths(paths: readonly Path[]): void;
  light(path: Path | null): void;
}

/** On the right: what was chosen, what is known of it, and the words that prove it. */
export class Panel {
  readonly element = h('aside', { class: 'panel', 'aria-label': 'What is chosen', hidden: true });
  private running = new AbortController();
  private shown = '';
  private state: State | null = null;
  private graph = new Graph([]);

  constructor(private readonly host: PanelHost) {}

  /** Shows what the state has chosen; asks only when that is something else than before. */
  show(state: State, graph: Graph) {
    this.state = state;
    this.graph = graph;
    const key = state.edge ?? state.chosen.join('.');
    const edge = state.edge ? graph.edges.get(state.edge) : undefined;
    this.element.hidden = key === '';
    if (key === this.shown) return this.refresh();
    if (state.edge && !edge) return; // It is shown when its part of the graph is there.
    this.shown = key;
    this.running.abort();
    const { signal } = (this.running = new AbortController());
    this.host.light(null);
    if (edge) void this.showEdge(edge, graph, signal);
    else if (state.chosen.length === 1) void this.showNode(state.chosen[0]!, signal);
    else if (state.chosen.length > 1) void this.showSeveral(state.chosen, graph, signal);
  }

  /** Buttons that follow what is expanded and pinned. */
  private refresh() {
    const place = this.element.querySelector('.node-actions');
    const node = this.graph.nodes.get(this.state?.chosen[0] ?? '');
    const focused = place?.contains(document.activeElement) ? document.activeElement?.textContent : null;
    if (!place || !node || this.state?.chosen.length !== 1) return;
    const actions = this.actions(node);
    place.replaceWith(actions);
    if (focused)
      ([...actions.querySelectorAll('button')].find(button => button.textContent === focused) ?? actions.querySelector('button'))?.focus();
  }

  private async showNode(id: string, signal: AbortSignal) {
    const request = askDetails(id);
    const node = this.graph.nodes.get(id);
    this.fill(node ? [what(node.kind), h('h2', { tabindex: -1 }, node.label), this.actions(node)] : [], h('div', { class: 'skeleton' }));
    await this.asking<{ node: Details | null }>(request, signal, ({ node: details }) => {
      const known = this.graph.nodes.get(id) ?? node;
      if (!details)
        return this.fill(
          [h('h2', { tabindex: -1 }, 'It is not there any more')],
          'The graph has no such node. It may have been merged or removed.',
        );
      const kind = known?.kind ?? kindOf(details);
      const label = details.title ?? (details.host ? `${details.owner}/${details.name}` : details.name) ?? '';
      this.fill(
        [what(kind), h('h2', { tabindex: -1 }, h('a', { href: pageFor(details) }, h('bdi', {}, label))), known && this.actions(known)],
        facts(details, this.host),
        abstract(details),
        this.lists(details),
        this.foot('This', request),
      );
    });
  }

  private actions(node: GraphNode): HTMLElement {
    const { id } = node;
    const { graph } = this;
    const state = this.state!;
    const drawn = new Set(graph.edgesOf(id).map(edge => otherEnd(edge, id))).size;
    const steps = state.steps.filter(step => step.of.length === 1 && step.of[0] === id);
    const isPinned = state.pins.some(pin => pin.id === id);
    const via = h(
      'select',
      { 'aria-label': 'Which neighbours' },
      waysFrom(node).map(([kinds, words]) => h('option', { value: kinds.join('.') }, words)),
    );
    const cap = h(
      'select',
      { 'aria-label': 'How many' },
      [moreLimit, usualLimit, maxLimit].map(limit =>
        h('option', { value: limit, selected: limit === (node.degree > usualLimit ? moreLimit : usualLimit) }, `at most ${limit}`),
      ),
    );
    const button = (words: string, act: () => void) => h('button', { type: 'button', class: 'button', onclick: act }, words);
    const rest = Math.max(0, node.degree - drawn);
    return h(
      'div',
      { class: 'node-actions' },
      h(
        'p',
        { class: 'detail' },
        rest === 0
          ? `All of its ${some(node.degree, 'neighbour')} ${node.degree === 1 ? 'is' : 'are'} drawn.`
          : `${count(drawn)} of its ${some(node.degree, 'neighbour')} ${drawn === 1 ? 'is' : 'are'} drawn; the most specific come first.`,
      ),
      h(
        'form',
        {
          class: 'expand',
          onsubmit: (event: SubmitEvent) => {
            event.preventDefault();
            this.host.expand({ of: [id], via: via.value.split('.').filter(kind => kind !== '') as never, limit: Number(cap.value) });
          },
        },
        via,
        node.degree > moreLimit && cap,
        h('button', { class: 'button primary' }, 'Expand'),
      ),
      h(
        'div',
        { class: 'buttons' },
        steps.length > 0 && button('Collapse', () => this.host.collapse(id)),
        button('Connect with …', () => this.host.connectNext()),
        button('Only this', () => this.host.startFrom(id)),
        button(isPinned ? 'Let go' : 'Pin', () => this.host.togglePin(id)),
        button('Hide', () => this.host.hide(id)),
      ),
    );
  }

  private lists(details: Details): Child {
    const { concepts, papers, paperCount } = details;
    return [
      concepts &&
        concepts.edges.length > 0 && [
          h('h3', {}, 'What it is about'),
          h(
            'ul',
            { class: 'rows' },
            concepts.edges.map(({ node }) => this.row(node.id, node.kind, node.name)),
          ),
        ],
      papers &&
        papers.nodes.length > 0 && [
          h(
            'h3',
            {},
            papers.totalCount > papers.nodes.length
              ? `The latest of its ${some(papers.totalCount, 'paper')}`
              : some(paperCount ?? papers.totalCount, 'paper'),
          ),
          h(
            'ul',
            { class: 'rows' },
            papers.nodes.map(paper => this.row(paper.id, 'PAPER', paper.title, paper.publishedOn?.slice(0, 4))),
          ),
        ],
    ];
  }

  private async showEdge(edge: GraphEdge, graph: Graph, signal: AbortSignal) {
    const [from, to] = [graph.nodes.get(edge.from)!, graph.nodes.get(edge.to)!];
    const request = askEdge(edge);
    const heading = [
      h('p', { class: 'what' }, kindMark(edge.kind === 'RELATED' ? 'PAPER' : to.kind), edgeWords(edge.kind)),
      h('h2', { tabindex: -1 }, this.link(from), ' ↔ ', this.link(to)),
    ];
    this.fill(heading, h('div', { class: 'skeleton' }));
    await this.asking<EdgeAnswer>(request, signal, ({ edge: direct, others, ends }) => {
      const hop = direct.paths[0]?.hops[0];
      const besides = others.paths.filter(path => path.length > 1);
      this.fill(
        heading,
        hop ? proof(hop, ends) : h('p', {}, 'This link is not there any more.'),
        besides.length > 0 && [h('h3', {}, 'Also connected by'), this.pathList(besides, null)],
        this.foot('This link', request),
      );
    });
  }

  private async showSeveral(ids: readonly string[], graph: Graph, signal: AbortSignal) {
    const [from, to] = [ids[0]!, ids[1]!];
    const heading = [
      h('p', { class: 'what' }, `${ids.length} are chosen`),
      h(
        'h2',
        { tabindex: -1 },
        ids.map((id, at) => [at > 0 && ' · ', graph.nodes.get(id) ? this.link(graph.nodes.get(id)!) : id]),
      ),
    ];
    const paths = h('section', {}, h('h3', {}, 'How they are connected'), h('div', { class: 'skeleton' }));
    const common = h('section', {}, h('h3', {}, 'What they have in common'), h('div', { class: 'skeleton' }));
    this.fill(heading, ids.length === 2 && paths, common);

    const asked = askPaths(from, to);
    const [found, shared] = await Promise.allSettled([
      ids.length === 2 ? askWhenReady<{ paths: { paths: Path[]; truncated: boolean } }>(asked, signal) : Promise.resolve(null),
      askWhenReady<CommonAnswer>(askCommon(ids), signal),
    ]);
    if (signal.aborted) return;
    if (found.status === 'fulfilled' && found.value) {
      const { paths: ways, truncated } = found.value.paths;
      paths.replaceChildren(
        h('h3', {}, 'How they are connected'),
        ways.length === 0 ? h('p', {}, 'Nothing connects them within four steps.') : this.pathList(ways, ways[0] ?? null),
        ...(truncated ? [h('p', { class: 'detail' }, 'There are more ways than were looked at.')] : []),
        this.foot('How they are connected', asked),
      );
      this.host.showPaths(ways);
      this.host.light(ways[0] ?? null);
    } else if (found.status === 'rejected') {
      paths.replaceChildren(h('h3', {}, 'How they are connected'), failureOf(found.reason));
    }
    common.replaceChildren(
      h('h3', {}, 'What they have in common'),
      shared.status === 'rejected' ? failureOf(shared.reason) : this.commonTable(shared.value, ids.length),
      this.foot('What they have in common', askCommon(ids)),
    );
  }

  private commonTable({ connections: { nodes, truncated } }: CommonAnswer, all: number): HTMLElement {
    if (nodes.length === 0) return h('p', {}, 'They share nothing directly.');
    return h(
      'div',
      {},
      h(
        'ul',
        { class: 'rows' },
        nodes.map(({ node, kind, label, sharedBy }) =>
          this.row(node.id, node.conceptKind ?? kind, label, all > 2 ? `${sharedBy.length} of ${all}` : undefined),
        ),
      ),
      truncated && h('p', { class: 'detail' }, 'They share more; these are the most specific.'),
    );
  }

  /** Ways as sentences; the one that is pointed at or focused is lit up. */
  private pathList(paths: readonly Path[], usual: Path | null): HTMLElement {
    return h(
      'ol',
      { class: 'paths', onpointerleave: () => this.host.light(usual) },
      paths.map(path => {
        const names = new Map(path.nodes.map(node => [node.id, node]));
        return h(
          'li',
          {
            onpointerenter: () => this.host.light(path),
            onfocusin: () => this.host.light(path),
          },
          h(
            'p',
            { class: 'way' },
            path.nodes.map((node, at) => [
              at > 0 && h('span', { class: 'arrow', title: path.hops[at - 1] ? edgeWords(path.hops[at - 1]!.kind) : null }, ' → '),
              h(
                'button',
                { type: 'button', class: 'name', title: node.label, onclick: () => this.host.choose(node.id) },
                kindMark(node.node.conceptKind ?? node.kind),
                h('bdi', {}, shortName(node.label)),
              ),
            ]),
          ),
          h(
            'details',
            {},
            h('summary', {}, `${some(path.length, 'hop')}, with the words`),
            h(
              'ul',
              { class: 'hops' },
              path.hops.map(hop =>
                h(
                  'li',
                  {},
                  h(
                    'p',
                    { class: 'detail' },
                    `${names.get(hop.from)?.label ?? ''} – ${names.get(hop.to)?.label ?? ''}: ${edgeWords(hop.kind).toLowerCase()}`,
                  ),
                  hopQuotes(hop),
                ),
              ),
            ),
          ),
        );
      }),
    );
  }

  private row(id: string, kind: Kind, label: string, detail?: string): HTMLElement {
    return h(
      'li',
      {},
      h('button', { type: 'button', class: 'name', onclick: () => this.host.choose(id) }, kindMark(kind), h('bdi', {}, label)),
      detail && h('span', { class: 'detail' }, detail),
    );
  }

  private link({ id, label }: GraphNode): HTMLElement {
    return h(
      'button',
      { type: 'button', class: 'name', title: label, onclick: () => this.host.choose(id) },
      h('bdi', {}, shortName(label)),
    );
  }

  private foot(name: string, request: GraphQLRequest): HTMLElement {
    return h(
      'div',
      { class: 'buttons' },
      h('button', { type: 'button', class: 'button', onclick: () => showQuery(name, request) }, 'Show query'),
      h('button', { type: 'button', class: 'button', onclick: () => this.host.copyLink() }, 'Copy link'),
    );
  }

  private async asking<Data>(request: GraphQLRequest, signal: AbortSignal, show: (data: Data) => void) {
    try {
      const data = await askWhenReady<Data>(request, signal);
      if (!signal.aborted) show(data);
    } catch (failure) {
      if (signal.aborted) return;
      this.shown = '';
      this.element.querySelector('.skeleton')?.replaceWith(failureOf(failure));
    }
  }

  private fill(heading: Child[], ...content: Child[]) {
    this.element.replaceChildren(
      h(
        'div',
        { class: 'panel-content' },
        h('button', { type: 'button', class: 'close', 'aria-label': 'Close', title: 'Close', onclick: () => this.host.close() }, '×'),
        heading,
        content,
      ),
    );
  }
}

const what = (kind: Kind) => h('p', { class: 'what' }, kindMark(kind), kindWord(kind));

const kindOf = ({ __typename }: Details): Kind => (__typename === 'Concept' ? 'OTHER' : (__typename.toUpperCase() as Kind));

const pageFor = ({ __typename, slug, host, owner, name }: Details) =>
  __typename === 'Repository' ? repositoryPage(host!, owner!, name!) : pageOf(__typename, slug!);

function failureOf(failure: unknown): HTMLElement {
  const [message, advice] = failure instanceof Failure ? [failure.message, failure.advice] : [String(failure), 'Reload the page.'];
  return h('div', { role: 'alert' }, h('p', {}, h('strong', {}, message)), h('p', {}, advice));
}
