import type { Kind } from '../frame/kinds.ts';

export const edgeKinds = [
  'METHOD',
  'TASK',
  'DATASET',
  'MODEL',
  'METRIC',
  'OTHER',
  'TOPIC',
  'ORGANIZATION',
  'REPOSITORY',
  'AUTHOR',
  'OWNER',
  'RELATED',
  'CITATION',
] as const;

export type EdgeKind = (typeof edgeKinds)[number];

/** A node as the drawing has it. */
export interface GraphNode {
  id: string;
  kind: Kind;
  label: string;
  /** How many neighbours it has in the whole graph. */
  degree: number;
  x: number | null;
  y: number | null;
  /** 0 and more; null where it is not known. */
  rank: number | null;
  community: { id: string; name: string } | null;
  /** Of papers alone. */
  year: number | null;
  topics: { slug: string; name: string }[];
  hasCode: boolean;
}

export interface GraphEdge {
  id: string;
  from: string;
  to: string;
  kind: EdgeKind;
  weight: number;
}

/** What one question brought: a part of the graph. */
export interface Part {
  nodes: GraphNode[];
  edges: GraphEdge[];
  truncated: boolean;
  /** Ids that were asked for and came into the database after the graph was read. */
  missing: string[];
  asOf: string | null;
}

/** Parts put together; a node or an edge that several have is there once, as the first has it. */
export class Graph {
  readonly nodes = new Map<string, GraphNode>();
  readonly edges = new Map<string, GraphEdge>();
  private readonly around = new Map<string, GraphEdge[]>();

  constructor(parts: readonly { nodes: Iterable<GraphNode>; edges: Iterable<GraphEdge> }[]) {
    for (const { nodes } of parts) for (const node of nodes) if (!this.nodes.has(node.id)) this.nodes.set(node.id, node);
    for (const { edges } of parts) {
      for (const edge of edges) {
        if (this.edges.has(edge.id) || !this.nodes.has(edge.from) || !this.nodes.has(edge.to)) continue;
        this.edges.set(edge.id, edge);
        this.listed(edge.from).push(edge);
        if (edge.to !== edge.from) this.listed(edge.to).push(edge);
      }
    }
  }

  edgesOf(id: string): readonly GraphEdge[] {
    return this.around.get(id) ?? [];
  }

  /** The nodes that pass, and the edges between them. */
  where(passes: (node: GraphNode) => boolean): Graph {
    return new Graph([{ nodes: [...this.nodes.values()].filter(passes), edges: this.edges.values() }]);
  }

  /** Whether it has the same nodes and edges. */
  hasSameAs(other: Graph): boolean {
    const isSame = (one: ReadonlyMap<string, unknown>, two: ReadonlyMap<string, unknown>) =>
      one.size === two.size && [...one.keys()].every(id => two.has(id));
    return isSame(this.nodes, other.nodes) && isSame(this.edges, other.edges);
  }

  private listed(id: string): GraphEdge[] {
    let edges = this.around.get(id);
    if (!edges) this.around.set(id, (edges = []));
    return edges;
  }
}

/** The other end of an edge. */
export const otherEnd = (edge: GraphEdge, id: string) => (edge.from === id ? edge.to : edge.from);
