import { Failure } from '../frame/graphql.ts';
import { h } from '../frame/html.ts';
import { showQuery } from '../frame/query.ts';
import { onThemeChange } from '../frame/theme.ts';
import { watchNotice } from '../frame/watch.ts';
import { some } from '../frame/words.ts';
import { Actions } from './actions.ts';
import { Address } from './address.ts';
import type { Canvas } from './canvas/canvas.ts';
import { Foot } from './foot.ts';
import { idsOf, renamed } from './former.ts';
import { pressAnywhere, pressInDrawing } from './keys.ts';
import { Loader } from './loader.ts';
import { isNarrow } from './look.ts';
import { Messages } from './messages.ts';
import { Outline } from './outline.ts';
import { Panel } from './panel/panel.ts';
import { askPart, filterOf } from './requests.ts';
import { Scene, type Brought } from './scene.ts';
import { Sidebar } from './sidebar.ts';
import type { State } from './state.ts';
import { noticeOf, summaryOf } from './summary.ts';
import { takeAway } from './takeAway.ts';
import { Toolbar, type Taking } from './toolbar.ts';

const slowAfter = 4_000;

/** The page: its address holds what was chosen, and the drawing, the panels and the tree show it. */
export class ExplorePage {
  private readonly loader = new Loader();
  private readonly messages = new Messages();
  private readonly scene = new Scene(() => this.laidOut());
  private readonly address = new Address(
    () => void this.show(),
    () => ({ positions: [...this.scene.positions], camera: this.canvas?.camera ?? null }),
  );
  private readonly actions = new Actions(this, this.scene);
  private readonly sidebar = new Sidebar(change => void this.change(change));
  private readonly panel = new Panel(this.actions);
  private readonly outline = new Outline(this.actions);
  private readonly foot = new Foot(this.actions);
  private readonly toolbar = new Toolbar(this);
  private readonly stage = h('div', {
    class: 'stage',
    tabindex: 0,
    role: 'application',
    'aria-label': 'Drawing of the graph. Arrows move it, plus and minus change its size, t shows the same as a tree.',
    onkeydown: (event: KeyboardEvent) => pressInDrawing(event, this),
  });
  private canvas: Canvas | null = null;
  private drawing: Promise<void> = Promise.resolve();
  private canDraw = true;
  /** What the server says that it is at. */
  private going = '';
  /** What is not there of an address. */
  private lost = '';
  private readonly lookedUp = new Set<string>();
  private running = new AbortController();
  private building = new AbortController();

  constructor(private readonly main: HTMLElement) {
    const { cover, notice, said } = this.messages;
    main.append(
      h(
        'div',
        { class: 'middle' },
        this.sidebar.element,
        h('div', { class: 'view' }, this.toolbar.element, this.stage, this.outline.element, cover, notice),
        this.panel.element,
      ),
      this.foot.element,
      said,
    );
    addEventListener('keydown', event => pressAnywhere(event, this));
    watchNotice(words => this.wait(words), () => this.lookAgain());
    onThemeChange(() => {
      this.canvas?.recolour();
      this.restyle();
    });
  }

  get state(): State {
    return this.address.state;
  }

  async start() {
    if (this.address.left) this.scene.positions = new Map(this.address.left.positions);
    this.drawing = this.loadCanvas();
    await this.show();
  }

  /** Adds what was searched for. The box has done its work: keys and fingers go on in what it brought. */
  async add(id: string) {
    await this.actions.add(id);
    this.focus();
  }

  async change(change: (state: State) => State) {
    if (!this.address.go(change(this.state))) return;
    this.lost = '';
    await this.show();
  }

  /**
   * Puts the graph together, lays out what is new in it, and shows it. Of a large graph each part of that is a task of its own, between
   * which the browser draws and answers the person.
   */
  async rebuild() {
    this.building.abort();
    const { signal } = (this.building = new AbortController());
    const before = this.scene.visible.nodes.size;
    for (const _ of this.build()) if (this.scene.isLarge && (await isOvertaken(signal))) return;
    if (this.scene.visible.nodes.size !== before) this.messages.say(summaryOf(this.scene));
  }

  restyle() {
    if (this.scene.graph.nodes.size > 0) this.canvas?.restyle(this.look());
  }

  tell(words: string) {
    this.messages.tell(words);
  }

  toggleFilters() {
    this.main.classList.toggle('filters-toggled');
  }

  async toggleView() {
    await this.change(now => ({ ...now, asTable: !now.asTable }));
    this.focus();
  }

  pan(x: number, y: number) {
    this.canvas?.pan(x, y);
  }

  zoom(factor: number) {
    this.canvas?.zoom(factor);
  }

  fit() {
    this.canvas?.fit();
  }

  close() {
    this.actions.close();
  }

  undo() {
    if (this.address.canUndo) history.back();
  }

  redo() {
    if (this.address.canRedo) history.forward();
  }

  takings(): Taking[] {
    const { scene, canvas } = this;
    const step = scene.brought.steps.at(-1);
    return [
      ['Copy as a link', () => this.actions.copyLink()],
      ...(canvas && !this.state.asTable
        ? ([
            ['PNG', () => void takeAway.png(scene, canvas)],
            ['SVG', () => takeAway.svg(scene, canvas)],
          ] satisfies Taking[])
        : []),
      ['GraphML', () => takeAway.graphML(scene)],
      ['JSON', () => takeAway.json(scene)],
      ...(step ? ([['Show query', () => showQuery('the latest step', askPart(step, filterOf(this.state)))]] satisfies Taking[]) : []),
    ];
  }

  /** What draws is loaded while the server is asked what there is to draw. */
  private async loadCanvas() {
    const { canDraw, Canvas } = await import('./canvas/canvas.ts');
    this.canDraw = canDraw();
    if (!this.canDraw) return;
    this.canvas = new Canvas(this.stage, this.actions);
    if (this.address.left?.camera) this.canvas.camera = this.address.left.camera;
    // Where a node is within the drawing, and which links stand out, for whoever steers the page by a script.
    Object.assign(this.stage, { placeOf: (id: string) => this.canvas?.drawn(id), isLit: (id: string) => this.canvas?.isLit(id) });
  }

  private async show() {
    this.toolbar.show(this.address.canUndo, this.address.canRedo, this.state.asTable);
    this.running.abort();
    const { signal } = (this.running = new AbortController());
    if (this.state.chosen.length !== 2) this.scene.ways = [];
    this.main.setAttribute('aria-busy', 'true');
    const slow = setTimeout(() => this.tell('The server takes its time; this page is still waiting for it.'), slowAfter);
    if (this.scene.graph.nodes.size === 0) this.messages.wait();
    try {
      const [brought] = await Promise.all([this.bring(signal), this.drawing]);
      if (signal.aborted) return;
      if (!brought) return this.messages.empty(() => this.lookAgain());
      this.scene.brought = brought;
      this.messages.uncover();
      await this.rebuild();
    } catch (failure) {
      if (!signal.aborted) this.messages.fail(failure, () => void this.show(), this.state.steps.length > 0);
    } finally {
      clearTimeout(slow);
      if (!signal.aborted) this.main.removeAttribute('aria-busy');
    }
  }

  /** What the state's steps bring; null where there are no papers at all. */
  private async bring(signal: AbortSignal): Promise<Brought | null> {
    const where = filterOf(this.state);
    const waits = () => this.tell('The server is still building the graph from the papers. This page asks again.');
    const stepsOf = async (filter: typeof where) => {
      if (this.state.steps.length > 0) return this.state.steps;
      const first = await this.loader.firstStep(filter, signal, waits);
      return first ? [first] : [];
    };
    try {
      const unfiltered = stepsOf(null);
      const [steps, allSteps] = await Promise.all([where ? stepsOf(where) : unfiltered, unfiltered]);
      if (allSteps.length === 0) return null;
      const loading = this.loader.load(allSteps, null, signal, waits);
      const [parts, all] = await Promise.all([where ? this.loader.load(steps, where, signal, waits) : loading, loading]);
      const brought = { steps, parts, all };
      return (await this.follow(brought, signal)) ? await this.bring(signal) : brought;
    } catch (failure) {
      const isOfIds = failure instanceof Failure && failure.code === 'BAD_USER_INPUT';
      if (isOfIds && (await this.follow(null, signal))) return await this.bring(signal);
      throw failure;
    }
  }

  /** Follows ids of the address that are not in what it brought to what they lead to now; whether that changes the state. */
  private async follow(brought: Brought | null, signal: AbortSignal): Promise<boolean> {
    const parts = brought ? [...brought.parts, ...brought.all] : [];
    const known = new Set(parts.flatMap(({ nodes, missing }) => [...nodes.map(({ id }) => id), ...missing]));
    const { steps, chosen } = this.state;
    const wanted = brought ? [...steps.flatMap(({ of }) => of), ...chosen] : idsOf(this.state);
    const unknown = wanted.filter(id => !known.has(id) && !this.lookedUp.has(id)).slice(0, 100);
    if (unknown.length === 0) return false;
    for (const id of unknown) this.lookedUp.add(id);

    const present = await this.loader.present(unknown, signal);
    const gone = present.filter(id => id === null).length;
    if (unknown.every((id, at) => id === present[at])) return false;
    this.address.correct(renamed(this.state, new Map(unknown.map((id, at) => [id, present[at]!]))));
    if (gone > 0) {
      const rest = this.state.steps.length > 0 ? 'The rest is shown.' : 'These are the latest papers.';
      this.lost = `${some(gone, 'node')} of this address ${gone === 1 ? 'is' : 'are'} not in the graph any more. ${rest}`;
    }
    return true;
  }

  private focus() {
    if (this.main.classList.contains('as-table')) this.outline.focus();
    else this.stage.focus();
  }

  /** Yields wherever something else may be done first. */
  private *build(): Generator<void> {
    const { main, state, scene } = this;
    scene.build(state);
    yield;
    if (scene.place(state)) main.dataset['layout'] = 'running';
    else main.dataset['layout'] ??= 'done';
    yield;
    const isTable = state.asTable || !this.canDraw;
    main.classList.toggle('as-table', isTable);
    this.sidebar.show(state, scene);
    this.panel.show(state, scene.graph);
    this.foot.show(state, scene);
    yield;
    if (isTable) this.outline.show(scene.visible, state);
    else if (this.canvas) {
      const { positions } = scene;
      yield* this.canvas.show(scene.visible, positions, this.look());
      // All may have been laid out while it was drawn.
      if (scene.positions !== positions) this.canvas.move(scene.positions);
    }
    main.dataset['nodes'] = String(scene.visible.nodes.size);
    main.dataset['edges'] = String(scene.visible.edges.size);
    this.messages.show(this.going || this.lost || noticeOf(state, scene, this.canDraw));
    if (this.lost) this.messages.say(this.lost);
    const chosen = state.chosen.at(-1);
    if (chosen) this.canvas?.reveal(chosen);
  }

  private look() {
    return this.scene.look(this.state, this.actions.lit, isNarrow(this.stage) ? 0.7 : 1);
  }

  private laidOut() {
    this.canvas?.move(this.scene.positions);
    this.main.dataset['layout'] = 'done';
  }

  private wait(words: string) {
    this.going = words;
    this.messages.show(words);
  }

  private lookAgain() {
    this.loader.forget();
    this.lookedUp.clear();
    void this.show();
  }
}

/** Lets the browser draw and answer the person; whether what waits for that was given up meanwhile. */
const isOvertaken = (signal: AbortSignal) => new Promise<boolean>(resolve => setTimeout(() => resolve(signal.aborted)));
