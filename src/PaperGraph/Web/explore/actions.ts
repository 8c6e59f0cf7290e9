import { copy } from '../frame/query.ts';
import type { PanelHost } from './panel/panel.ts';
import type { Path } from './requests.ts';
import type { Scene } from './scene.ts';
import * as states from './state.ts';
import type { State, Step } from './state.ts';

export interface ActionsHost {
  readonly state: State;
  change(change: (state: State) => State): Promise<void>;
  /** What is drawn has changed without a choice. */
  rebuild(): Promise<void>;
  restyle(): void;
  tell(words: string): void;
}

/** What a person can do to the graph, wherever on the page. */
export class Actions implements PanelHost {
  /** The way that is lit up. */
  lit: Path | null = null;
  private addsNext = false;

  constructor(
    private readonly host: ActionsHost,
    private readonly scene: Scene,
  ) {}

  /** What was found in the search box comes into the drawing, beside what is there by choice. */
  add(id: string): Promise<void> {
    if (this.addsNext) return this.choose(id);
    return this.host.change(now => (now.steps.length === 0 ? states.startFrom(now, id) : states.addSeed(now, id)));
  }

  choose(id: string, isAlso = false): Promise<void> {
    const adds = isAlso || this.addsNext;
    this.addsNext = false;
    return this.host.change(now => {
      // What is named in a panel may not be drawn, or only as long as a way is shown.
      const state = this.scene.isBrought(id) || (adds && this.scene.graph.nodes.has(id)) ? now : states.addSeed(this.withFirst(now), id);
      return adds ? states.chooseAlso({ ...state, chosen: now.chosen }, id) : states.choose(state, id);
    });
  }

  connectNext() {
    this.addsNext = true;
    this.host.tell('Choose the other one, in the drawing, the tree or the search box.');
  }

  chooseEdge(id: string) {
    const edge = this.scene.graph.edges.get(id);
    void this.host.change(now => {
      // A link that only a way brought would go with the way, so that it becomes a step of its own.
      const isGoing = edge && !this.scene.isEdgeBrought(edge);
      const state = isGoing ? states.expand(this.withFirst(now), { of: [edge.from, edge.to], via: [], limit: 2 }) : now;
      return states.chooseEdge(state, id);
    });
  }

  close() {
    const { chosen, edge } = this.host.state;
    if (chosen.length > 0 || edge) void this.host.change(now => states.choose(now, null));
  }

  expand(step: Step) {
    if (this.host.state.steps.length >= states.maxSteps)
      return this.host.tell('An address holds no more steps than these. Take one back first, in the line below.');
    void this.host.change(now => states.expand(this.withFirst(now), step));
  }

  expandUsual(id: string) {
    const degree = this.scene.graph.nodes.get(id)?.degree ?? 0;
    this.expand({ of: [id], via: [], limit: states.limitFor(degree) });
  }

  collapse(id: string) {
    void this.host.change(now => states.collapse(now, id));
  }

  takeBack(step: number) {
    void this.host.change(now => states.removeStep(now, step));
  }

  hide(id: string) {
    void this.host.change(now => states.hide(this.withFirst(now), id));
  }

  pin(id: string, x: number, y: number) {
    void this.host.change(now => states.pin(now, { id, x, y }));
  }

  togglePin(id: string) {
    const at = this.scene.positions.get(id);
    void this.host.change(now => (now.pins.some(pin => pin.id === id) || !at ? states.unpin(now, id) : states.pin(now, { id, ...at })));
  }

  startFrom(id: string) {
    void this.host.change(now => states.startFrom(now, id));
  }

  copyLink() {
    void copy(location.href);
  }

  /** Ways between two nodes are drawn with the rest. */
  showPaths(paths: readonly Path[]) {
    this.scene.ways = paths;
    void this.host.rebuild();
  }

  light(path: Path | null) {
    if (path === this.lit) return;
    this.lit = path;
    this.host.restyle();
  }

  /** The drawing that a page without an address begins with is a step like any other once something is added to it. */
  private withFirst(state: State): State {
    const { steps } = this.scene.brought;
    return state.steps.length > 0 || steps.length === 0 ? state : { ...state, steps };
  }
}
