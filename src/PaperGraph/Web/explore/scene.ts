import { communitiesOf, type Community } from './colours.ts';
import { facetsOf, type Facets } from './facets.ts';
import { Graph, type GraphEdge, type Part } from './graph.ts';
import { firstPositions, Layout, type Positions } from './layout.ts';
import { lookOf, manyNodes, type Look } from './look.ts';
import { partOfPaths, type Path } from './requests.ts';
import type { State, Step } from './state.ts';
import { visibleOf } from './visible.ts';

/** What steps brought: with the filters, and without what these choose among. */
export interface Brought {
  steps: readonly Step[];
  parts: readonly Part[];
  all: readonly Part[];
}

const nothing: Brought = { steps: [], parts: [], all: [] };
const [firstRounds, laterRounds, maxWork] = [250, 120, 400_000];

/** What is drawn: the parts of the graph put together, what of them is shown, and where. */
export class Scene {
  brought = nothing;
  graph = new Graph([]);
  visible = new Graph([]);
  facets: Facets = facetsOf(this.graph);
  communities: ReadonlyMap<string, Community> = new Map();
  positions: Positions = new Map();
  /** Ways between two chosen nodes, which are drawn with the rest. */
  ways: readonly Path[] = [];
  private readonly layout = new Layout(new URL('layout.worker.js', import.meta.url));

  /** @param laidOut is called when all that is new has its place. */
  constructor(private readonly laidOut: () => void) {}

  /** Whether to put it together takes longer than a person should wait for an answer. */
  get isLarge(): boolean {
    return this.brought.all.reduce((sum, { nodes }) => sum + nodes.length, 0) > manyNodes;
  }

  /** Puts together what is there for a state. */
  build(state: State) {
    const { parts, all } = this.brought;
    const unfiltered = new Graph(all);
    // What a person looks at stays, whatever the filters say.
    const chosen = state.chosen.flatMap(id => unfiltered.nodes.get(id) ?? []);
    this.graph = parts === all && this.ways.length === 0
      ? unfiltered
      : new Graph([...parts, { nodes: chosen, edges: unfiltered.edges.values() }, partOfPaths(this.ways)]);
    this.visible = visibleOf(this.graph, state);
    this.facets = facetsOf(unfiltered);
    this.communities = communitiesOf(this.visible.nodes.values());
  }

  /** Gives all of it a place; whether what is new in it is being laid out. */
  place(state: State): boolean {
    const known = this.positions;
    this.positions = firstPositions(this.graph, known, state.pins);
    if ([...this.graph.nodes.keys()].every(id => known.has(id))) return false;
    this.layOut(state, known.size === 0 ? firstRounds : laterRounds);
    return true;
  }

  /** Whether a node is there by a step, and not by a way or a choice alone. */
  isBrought(id: string): boolean {
    return this.brought.parts.some(({ nodes }) => nodes.some(node => node.id === id));
  }

  /** Whether an edge is there by steps, and not by a way or a choice alone. */
  isEdgeBrought({ id, from, to }: GraphEdge): boolean {
    return this.isBrought(from) && this.isBrought(to) && this.brought.parts.some(({ edges }) => edges.some(edge => edge.id === id));
  }

  look(state: State, lit: Path | null, scale: number): Look {
    return lookOf(state, { graph: this.visible, years: this.facets.years, communities: this.communities }, lit, scale);
  }

  private layOut(state: State, rounds: number) {
    const pinned = new Set(state.pins.map(({ id }) => id));
    this.layout.run(
      {
        nodes: [...this.positions].map(([id, { x, y }]) => ({ id, x, y, size: 4, isFixed: pinned.has(id) })),
        edges: [...this.graph.edges.values()].map(({ from, to, weight }) => ({ from, to, weight: 0.3 + weight })),
        rounds: Math.round(Math.min(rounds, maxWork / this.positions.size)),
      },
      positions => {
        this.positions = new Map([...this.positions].map(([id, old]) => [id, positions.get(id) ?? old]));
        this.laidOut();
      },
    );
  }
}
