import { explore } from '../frame/addresses.ts';
import { download } from '../frame/download.ts';
import { ask, Failure, onNotice } from '../frame/graphql.ts';
import { h, svg, type Child } from '../frame/html.ts';
import { popover } from '../frame/popover.ts';
import { copy, showQuery } from '../frame/query.ts';
import { resolveColour } from '../frame/resolve.ts';
import shapes from '../frame/shapes.json';
import { onThemeChange } from '../frame/theme.ts';
import type { Canvas, Look } from './canvas.ts';
import { colourOf, communitiesOf } from './colours.ts';
import { toGraphML, toJson, toSvg } from './exports.ts';
import { Graph, otherEnd, type Part } from './graph.ts';
import { firstPositions, Layout, type Positions } from './layout.ts';
import { Loader } from './loader.ts';
import { Outline } from './outline.ts';
import { Panel, type PanelHost } from './panel.ts';
import { askPart, partOfPaths, type Path } from './requests.ts';
import { Sidebar } from './sidebar.ts';
import * as states from './state.ts';
import { moreLimit, parse, searchOf, usualLimit, type State, type Step } from './state.ts';
import { papersByYear, visibleOf, type Visible } from './visible.ts';
import { count, momentName, some } from './words.ts';

const slowAfter = 4_000;
const askAgainAfter = 2_000;

/** The page: its address holds what was chosen, and the drawing, the panels and the tree show it. */
export class ExplorePage implements PanelHost {
  private readonly loader = new Loader();
  private readonly sidebar = new Sidebar(change => void this.change(change));
  private readonly panel = new Panel(this);
  private readonly outline = new Outline({
    choose: (id, isAlso) => this.choose(id, isAlso),
    chooseEdge: id => this.chooseEdge(id),
    expandUsual: id => this.expandUsual(id),
  });
  private readonly layout = new Layout(new URL('layout.worker.js', import.meta.url));
  private readonly stage = h('div', {
    class: 'stage',
    tabindex: 0,
    role: 'application',
    'aria-label': 'Drawing of the graph. Arrows move it, plus and minus change its size, t shows the same as a tree.',
    onkeydown: (event: KeyboardEvent) => this.press(event),
  });
  private readonly cover = h('div', { class: 'cover' });
  private readonly said = h('p', { class: 'hidden', role: 'status', id: 'said' });
  private readonly crumbs = h('nav', { class: 'crumbs', 'aria-label': 'Steps' });
  private readonly summary = h('p', { class: 'summary detail' });
  private readonly undoButton = tool('Undo', 'M6 3L2.5 6.5L6 10M2.5 6.5h7a4 4 0 0 1 0 8h-3', () => history.back());
  private readonly redoButton = tool('Redo', 'M10 3l3.5 3.5L10 10M13.5 6.5h-7a4 4 0 0 0 0 8h3', () => history.forward());
  private readonly viewButton = tool('Show as tree and table', 'M2.5 3.5h11M5.5 8h8M5.5 12.5h8M2.5 8h0M2.5 12.5h0', () =>
    this.toggleView(),
  );
  private readonly filterButton = tool('Filters', 'M2 4h12M4.5 8h7M7 12h2', () => this.toggleFilters());
  private readonly main: HTMLElement;
  private canvas: Canvas | null = null;
  private canDraw = true;
  private state: State = states.start;
  private steps: readonly Step[] = [];
  private parts: readonly Part[] = [];
  private graph = new Graph([]);
  private visible: Visible = { nodes: new Map(), edges: new Map() };
  private communities: string[] = [];
  private positions: Positions = new Map();
  private ways: readonly Path[] = [];
  private lit: Path | null = null;
  private addsNext = false;
  /** What the server says that it is at. */
  private going: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running = new AbortController();
  /** How many states of this page lie before and behind this one. */
  private place = { at: 0, last: 0 };

  constructor(main: HTMLElement) {
    this.main = main;
    this.undoButton.disabled = this.redoButton.disabled = true;
    main.append(
      h(
        'div',
        { class: 'middle' },
        this.sidebar.element,
        h('div', { class: 'view' }, this.toolbar(), this.stage, this.outline.element, this.cover),
        this.panel.element,
      ),
      h('footer', { class: 'foot' }, this.crumbs, this.summary),
      this.said,
    );
    addEventListener('popstate', event => this.restore(event.state as { at?: number } | null));
    addEventListener('keydown', event => this.pressAnywhere(event));
    onNotice(notice => this.tell(notice));
    onThemeChange(() => {
      this.canvas?.recolour();
      this.restyle();
    });
  }

  async start() {
    this.place.at = this.place.last = (history.state as { at?: number } | null)?.at ?? 0;
    this.state = parse(location.search);
    const canvas = await import('./canvas.ts');
    this.canDraw = canvas.canDraw();
    if (this.canDraw) {
      this.canvas = new canvas.Canvas(this.stage, {
        choose: (id, isAlso) => this.choose(id, isAlso),
        chooseEdge: id => this.chooseEdge(id),
        chooseNothing: () => this.close(),
        expand: id => this.expandUsual(id),
        pin: (id, x, y) => void this.change(now => states.pin(now, { id, x, y })),
      });
      // Where a node is within the drawing, for whoever steers the page by a script.
      Object.assign(this.stage, { placeOf: (id: string) => this.canvas?.drawn(id) });
    }
    await this.show();
  }

  // What a person does.

  /** What was found in the search box comes into the drawing, beside what is there by choice. */
  add(id: string) {
    if (this.addsNext) return this.choose(id);
    void this.change(now => (now.steps.length === 0 ? states.startFrom(now, id) : states.addSeed(now, id)));
  }

  choose(id: string, isAlso = false) {
    const adds = isAlso || this.addsNext;
    this.addsNext = false;
    void this.change(now => {
      // What is named in a panel may not be drawn yet.
      const state = this.graph.nodes.has(id) ? now : states.addSeed(this.withFirst(now), id);
      return adds ? states.chooseAlso({ ...state, chosen: now.chosen }, id) : states.choose(state, id);
    });
  }

  connectNext() {
    this.addsNext = true;
    this.say('Choose the other one, in the drawing, the tree or the search box.', true);
  }

  chooseEdge(id: string) {
    void this.change(now => states.chooseEdge(now, id));
  }

  close() {
    if (this.state.chosen.length > 0 || this.state.edge) void this.change(now => states.choose(now, null));
  }

  expand(step: Step) {
    void this.change(now => states.expand(this.withFirst(now), step));
  }

  expandUsual(id: string) {
    const degree = this.graph.nodes.get(id)?.degree ?? 0;
    this.expand({ of: [id], via: [], limit: degree > usualLimit ? moreLimit : usualLimit });
  }

  collapse(id: string) {
    void this.change(now => states.collapse(now, id));
  }

  hide(id: string) {
    void this.change(now => states.hide(now, id));
  }

  togglePin(id: string) {
    const at = this.positions.get(id);
    void this.change(now => (now.pins.some(pin => pin.id === id) || !at ? states.unpin(now, id) : states.pin(now, { id, ...at })));
  }

  startFrom(id: string) {
    void this.change(now => states.startFrom(now, id));
  }

  copyLink() {
    void copy(location.href);
  }

  /** Ways between two nodes are drawn with the rest. */
  showPaths(paths: readonly Path[]) {
    this.ways = paths;
    this.rebuild();
  }

  light(path: Path | null) {
    if (path === this.lit) return;
    this.lit = path;
    this.restyle();
  }

  /** The drawing that a page without an address begins with is a step like any other once something is added to it. */
  private withFirst(state: State): State {
    return state.steps.length > 0 || this.steps.length === 0 ? state : { ...state, steps: this.steps };
  }

  private async change(change: (state: State) => State) {
    const next = change(this.state);
    const search = searchOf(next);
    if (search === searchOf(this.state)) return;
    this.place = { at: this.place.at + 1, last: this.place.at + 1 };
    history.pushState({ at: this.place.at }, '', search === '' ? explore : `${explore}?${search}`);
    this.state = next;
    await this.show();
  }

  private restore(entry: { at?: number } | null) {
    this.place.at = entry?.at ?? 0;
    this.place.last = Math.max(this.place.last, this.place.at);
    this.state = parse(location.search);
    void this.show();
  }

  // What is shown.

  private async show() {
    this.undoButton.disabled = this.place.at === 0;
    this.redoButton.disabled = this.place.at >= this.place.last;
    this.running.abort();
    const { signal } = (this.running = new AbortController());
    if (this.state.chosen.length !== 2) this.ways = [];
    this.main.setAttribute('aria-busy', 'true');
    const slow = setTimeout(() => this.say('The server takes its time; this page is still waiting for it.', true), slowAfter);
    if (this.graph.nodes.size === 0) this.cover.replaceChildren(h('div', { class: 'skeleton' }));
    try {
      const steps = this.state.steps.length > 0 ? this.state.steps : await this.firstSteps(signal);
      if (!steps) return this.showEmpty();
      const parts = await this.loader.load(steps, signal, () =>
        this.say('The server is still building the graph from the papers. This page asks again.', true),
      );
      if (signal.aborted) return;
      this.steps = steps;
      this.parts = parts;
      this.cover.replaceChildren();
      this.rebuild();
      this.main.removeAttribute('aria-busy');
    } catch (failure) {
      if (signal.aborted) return;
      this.fail(failure);
      this.main.removeAttribute('aria-busy');
    } finally {
      clearTimeout(slow);
    }
  }

  private async firstSteps(signal: AbortSignal): Promise<readonly Step[] | null> {
    const step = await this.loader.firstStep(signal, () =>
      this.say('The server is still building the graph from the papers. This page asks again.', true),
    );
    return step && [step];
  }

  /** Puts the graph together, lays out what is new in it, and shows it. */
  private rebuild() {
    const before = this.visible.nodes.size;
    this.graph = new Graph([...this.parts, partOfPaths(this.ways)]);
    this.communities = communitiesOf(this.graph.nodes.values());
    this.visible = visibleOf(this.graph, this.state);
    const isNew = [...this.graph.nodes.keys()].some(id => !this.positions.has(id));
    const known = this.positions;
    this.positions = firstPositions(this.graph, known, this.state.pins);
    if (isNew) this.layOut(known.size === 0);
    this.draw();
    if (this.visible.nodes.size !== before) this.say(this.summaryText());
  }

  private layOut(isFirst: boolean) {
    const pinned = new Set(this.state.pins.map(({ id }) => id));
    this.layout.run(
      {
        nodes: [...this.positions].map(([id, { x, y }]) => ({ id, x, y, size: 4, isFixed: pinned.has(id) })),
        edges: [...this.graph.edges.values()].map(({ from, to, weight }) => ({ from, to, weight: 0.3 + weight })),
        rounds: Math.round(Math.min(isFirst ? 250 : 120, 400_000 / this.positions.size)),
      },
      positions => {
        this.positions = new Map([...this.positions].map(([id, old]) => [id, positions.get(id) ?? old]));
        this.canvas?.move(this.positions);
        this.main.dataset['layout'] = 'done';
      },
    );
    this.main.dataset['layout'] = 'running';
  }

  private draw() {
    const { state, graph, visible } = this;
    this.main.classList.toggle('as-table', state.asTable || !this.canDraw);
    this.main.dataset['nodes'] = String(visible.nodes.size);
    this.main.dataset['edges'] = String(visible.edges.size);
    this.sidebar.show(state, graph, visible, this.communities);
    if (state.asTable || !this.canDraw) this.outline.show(visible, state);
    else this.canvas?.show(visible, this.positions, this.look());
    this.panel.show(state, graph);
    this.crumbs.replaceChildren(...this.crumbList());
    this.summary.textContent = this.summaryText();
    this.viewButton.setAttribute('aria-pressed', String(state.asTable));
    if (this.going) this.notice(this.going);
    else if (!this.canDraw)
      this.notice('This browser cannot draw the graph, because WebGL is missing or turned off. The same is here as a tree and a table.');
    else if (visible.nodes.size === 0)
      this.notice('Nothing of the drawing is left by the filters. Choose more kinds, years or topics on the left.');
    else if (state.steps.length === 0 && state.chosen.length === 0 && !state.edge)
      this.notice('The latest papers and what they share. Search above, or choose a node; a double click brings its neighbours.');
    else this.notice('');
    const chosen = state.chosen.at(-1);
    if (chosen) this.canvas?.reveal(chosen);
  }

  private restyle() {
    if (this.canvas && this.graph.nodes.size > 0) this.canvas.restyle(this.look());
  }

  private look(): Look {
    const { state, graph, visible, communities } = this;
    const years = papersByYear(graph);
    const range: [number, number] | null = years.length > 0 ? [years[0]!.year, years.at(-1)!.year] : null;
    const links = new Map<string, number>();
    for (const { from, to } of visible.edges.values()) for (const end of [from, to]) links.set(end, (links.get(end) ?? 0) + 1);
    const most = Math.max(1, ...links.values());
    const highest = Math.max(1e-12, ...[...visible.nodes.values()].map(({ rank }) => rank ?? 0));
    const shareOf = (id: string) => (state.size === 'rank' ? (graph.nodes.get(id)?.rank ?? 0) / highest : (links.get(id) ?? 0) / most);
    return {
      colour: id => colourOf(visible.nodes.get(id)!, state.colour, range, communities),
      size: id => (3.5 + 10 * Math.sqrt(shareOf(id))) * (this.stage.clientWidth < 500 ? 0.7 : 1),
      focus: this.focus(),
      chosen: new Set(state.chosen),
      pinned: new Set(state.pins.map(({ id }) => id)),
    };
  }

  /** What a way, a link or a node leads through. */
  private focus(): Look['focus'] {
    const { lit, state, graph } = this;
    if (lit) return { nodes: new Set(lit.nodes.map(({ id }) => id)), edges: new Set(lit.hops.map(({ id }) => id)), isLit: true };
    const edge = state.edge ? graph.edges.get(state.edge) : undefined;
    if (edge) return { nodes: new Set([edge.from, edge.to]), edges: new Set([edge.id]), isLit: false };
    const [chosen] = state.chosen;
    if (!chosen || state.chosen.length > 1 || !graph.nodes.has(chosen)) return null;
    const around = graph.edgesOf(chosen);
    const nodes = new Set([chosen, ...around.map(other => otherEnd(other, chosen))]);
    return { nodes, edges: new Set(around.map(({ id }) => id)), isLit: false };
  }

  private crumbList(): HTMLElement[] {
    const { state, graph } = this;
    if (state.steps.length === 0) return [h('span', {}, 'Latest papers')];
    return state.steps.flatMap(({ of, via }, at) => {
      const name = of.length === 1 ? (graph.nodes.get(of[0]!)?.label ?? '…') : `${count(of.length)} latest papers`;
      const words = [at > 0 && '+ ', h('bdi', {}, name), via.length > 0 && ` (${via.join(', ').toLowerCase()})`];
      return [
        ...(at > 0 ? [h('span', { 'aria-hidden': 'true' }, '›')] : []),
        h(
          'span',
          { class: 'crumb' },
          of.length === 1
            ? h('button', { type: 'button', class: 'name', onclick: () => this.choose(of[0]!) }, words)
            : h('span', {}, words),
          h(
            'button',
            {
              type: 'button',
              class: 'remove',
              'aria-label': `Take ${name} back`,
              title: 'Take it back',
              onclick: () => void this.change(now => states.removeStep(now, at)),
            },
            '×',
          ),
        ),
      ];
    });
  }

  private summaryText(): string {
    const { visible, parts } = this;
    const asOf = parts.find(part => part.asOf)?.asOf;
    return [
      some(visible.nodes.size, 'node'),
      some(visible.edges.size, 'link'),
      parts.some(({ truncated }) => truncated) && 'there is more than is drawn',
      asOf && `as of ${momentName(asOf)}`,
    ]
      .filter(Boolean)
      .join(' · ');
  }

  // Around the drawing.

  private toolbar(): HTMLElement {
    const more = tool('Take it with you', 'M8 2v8M4.5 6.5L8 10l3.5-3.5M2.5 13.5h11', () => undefined);
    const menu = popover(more, 'Take it with you', close => {
      const item = (words: string, act: () => void) =>
        h(
          'li',
          {},
          h(
            'button',
            {
              type: 'button',
              onclick: () => {
                close();
                act();
              },
            },
            words,
          ),
        );
      return h(
        'ul',
        { class: 'menu' },
        item('Copy as a link', () => this.copyLink()),
        this.canvas &&
          !this.state.asTable && [
            item('PNG', () => void this.savePng()),
            item('SVG', () => this.save('svg', 'image/svg+xml', this.picture())),
          ],
        item('GraphML', () =>
          this.save(
            'graphml',
            'application/xml',
            toGraphML(this.visible, id => this.positions.get(id)),
          ),
        ),
        item('JSON', () => this.save('json', 'application/json', toJson(this.visible))),
        this.steps.length > 0 && item('Show query', () => showQuery('the latest step', askPart(this.steps.at(-1)!))),
      );
    });
    return h(
      'div',
      { class: 'toolbar', role: 'toolbar', 'aria-label': 'Drawing' },
      this.filterButton,
      this.undoButton,
      this.redoButton,
      h(
        'span',
        { class: 'zoom' },
        tool('Larger', 'M8 3v10M3 8h10', () => this.canvas?.zoom(1 / 1.5)),
        tool('Smaller', 'M3 8h10', () => this.canvas?.zoom(1.5)),
      ),
      tool('All of it', 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10', () => this.canvas?.fit()),
      this.viewButton,
      more,
      menu,
    );
  }

  private picture(): string {
    const { width, height } = this.canvas!.size;
    return toSvg(this.visible, id => this.canvas!.drawn(id), shapes, {
      width,
      height,
      background: resolveColour('--page'),
      text: resolveColour('--text'),
      line: resolveColour('--bar-rest'),
      font: 'sans-serif',
    });
  }

  private async savePng() {
    const { width, height } = this.canvas!.size;
    const image = new Image(width, height);
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(this.picture())}`;
    await image.decode();
    const canvas = h('canvas', { width: 2 * width, height: 2 * height });
    canvas.getContext('2d')!.drawImage(image, 0, 0, 2 * width, 2 * height);
    canvas.toBlob(blob => {
      if (blob) this.save('png', 'image/png', blob);
    });
  }

  private save(ending: string, type: string, content: BlobPart) {
    download(`papergraph.${ending}`, type, content);
  }

  private async toggleView() {
    await this.change(now => ({ ...now, asTable: !now.asTable }));
    if (this.state.asTable) this.outline.element.querySelector<HTMLElement>('[role=treeitem]')?.focus();
    else this.stage.focus();
  }

  private toggleFilters() {
    this.main.classList.toggle('filters-toggled');
    this.canvas?.resize();
  }

  private press(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    switch (event.key) {
      case 'ArrowLeft':
        this.canvas?.pan(-1, 0);
        break;
      case 'ArrowRight':
        this.canvas?.pan(1, 0);
        break;
      case 'ArrowUp':
        this.canvas?.pan(0, -1);
        break;
      case 'ArrowDown':
        this.canvas?.pan(0, 1);
        break;
      case '+':
      case '=':
        this.canvas?.zoom(1 / 1.5);
        break;
      case '-':
        this.canvas?.zoom(1.5);
        break;
      case '0':
        this.canvas?.fit();
        break;
      default:
        return;
    }
    event.preventDefault();
  }

  private pressAnywhere(event: KeyboardEvent) {
    const target = event.target as HTMLElement;
    if (event.defaultPrevented || event.altKey || target.closest('input, textarea, select, dialog, [popover]')) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
      event.preventDefault();
      const button = event.shiftKey ? this.redoButton : this.undoButton;
      if (!button.disabled) button.click();
    } else if (event.ctrlKey || event.metaKey) {
      return;
    } else if (event.key === 't') {
      void this.toggleView();
    } else if (event.key === 'Escape') {
      this.close();
    }
  }

  // What is said.

  /** While the server says that something is going on, it is asked again, and when that is over everything is shown anew. */
  private tell(going: string | undefined) {
    const wasGoing = this.going;
    this.going = going;
    if (going) {
      this.notice(going);
      this.timer ??= setTimeout(() => {
        this.timer = undefined;
        void ask({ query: '{ __typename }', variables: {} }).catch(() => this.tell(going));
      }, askAgainAfter);
    } else if (wasGoing) {
      this.loader.forget();
      void this.show();
    }
  }

  private say(words: string, isShown = false) {
    this.said.textContent = words;
    if (isShown) this.notice(words);
  }

  private notice(words: string) {
    let notice = this.main.querySelector<HTMLElement>('.notice');
    if (!notice) this.main.querySelector('.view')!.append((notice = h('p', { class: 'notice' })));
    notice.textContent = words;
  }

  private showEmpty() {
    const command = 'dotnet run --project src/PaperGraph -- import daily-papers.txt';
    this.main.removeAttribute('aria-busy');
    this.coverWith(
      h('h2', {}, 'There are no papers yet'),
      h('p', {}, 'Import a page or a file of papers; this page shows them when it is loaded again:'),
      h('pre', { tabindex: 0, role: 'region', 'aria-label': 'Command' }, command),
      h('button', { type: 'button', class: 'button primary', onclick: () => void this.show() }, 'Look again'),
    );
  }

  private fail(failure: unknown) {
    const [what, advice] =
      failure instanceof Failure
        ? [failure.message, failure.advice]
        : ['This page has a fault.', `Reload it; where that does not help, report this: ${String(failure)}`];
    this.coverWith(
      h('h2', {}, what),
      h('p', {}, advice),
      h(
        'div',
        { class: 'buttons' },
        h('button', { type: 'button', class: 'button primary', onclick: () => void this.show() }, 'Try again'),
        this.state.steps.length > 0 && h('a', { class: 'button', href: explore }, 'Begin anew'),
      ),
    );
    this.cover.firstElementChild?.setAttribute('role', 'alert');
  }

  private coverWith(...content: Child[]) {
    this.notice('');
    this.cover.replaceChildren(h('div', { class: 'page-empty' }, ...content));
  }
}

function tool(label: string, path: string, act: () => void): HTMLButtonElement {
  return h(
    'button',
    { type: 'button', class: 'tool', 'aria-label': label, title: label, onclick: act },
    svg(
      'svg',
      { viewBox: '0 0 16 16', fill: 'none', stroke: 'currentColor', 'stroke-width': 1.5, 'stroke-linecap': 'round', 'aria-hidden': 'true' },
      svg('path', { d: path }),
    ),
  );
}
