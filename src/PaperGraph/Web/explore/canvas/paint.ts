import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types';
import type { Focus, Look } from '../look.ts';
import type { EdgeAttributes, NodeAttributes } from './drawing.ts';
import { shapeOf } from './shapeProgram.ts';
import { Tones } from './tones.ts';

/** What is pointed at, with its neighbours. */
export interface Hovered extends Focus {
  id: string;
}

/** So many names at most are written around what is in focus. */
const maxNamed = 30;
const maxNamedEdges = 12;

/** How nodes and edges are drawn, by what is chosen, pointed at and in focus. */
export class Paint {
  tones = new Tones();
  look: Look | null = null;
  hovered: Hovered | null = null;
  /** Then what is pointed at has its ring and name, but nothing is drawn anew: that takes too long for a pointer. */
  isLarge = false;

  /** Whether the ring and the bold label tell that it is what a person looks at. */
  isMarked(id: string): boolean {
    return this.hovered?.id === id || (this.look?.chosen.has(id) ?? false);
  }

  /** A path is short enough for all of its names; what is around a node may not be. */
  isNamed(id: string): boolean {
    const focus = this.hovered ?? this.look?.focus ?? null;
    return this.isMarked(id) || (focus !== null && focus.nodes.size <= maxNamed && focus.nodes.has(id));
  }

  node(id: string, { x, y, label, kind }: NodeAttributes): Partial<NodeDisplayData> & { shape: number } {
    const { look, hovered, tones } = this;
    const focus = hovered ?? look?.focus ?? null;
    const isInFocus = !focus || focus.nodes.has(id);
    const isChosen = look?.chosen.has(id) ?? false;
    const isFull = isInFocus || isChosen;
    const isPale = focus !== null && (focus === hovered || focus.isLit);
    const colour = look?.colour(id) ?? '--other';
    return {
      x,
      y,
      shape: shapeOf(kind),
      label: isFull || !isPale ? label : '',
      color: isFull ? tones.resolve(colour) : tones.pale(colour, isPale ? 0.15 : 0.5),
      size: (look?.size(id) ?? 5) * (isChosen ? 1.35 : 1),
      forceLabel: this.isNamed(id),
      highlighted: isChosen,
      zIndex: isChosen ? 2 : isInFocus ? 1 : 0,
      type: 'shape',
    };
  }

  edge(id: string, { weight, kind }: EdgeAttributes): Partial<EdgeDisplayData> {
    const { hovered, tones } = this;
    const focus = hovered ?? this.look?.focus ?? null;
    const size = 0.6 + 1.6 * Math.min(1, Math.max(0, weight));
    if (focus?.edges.has(id)) {
      const isNamed = !hovered && focus.edges.size <= maxNamedEdges;
      return { size: size + 0.8, color: tones.accent, zIndex: 1, label: isNamed ? kind.toLowerCase() : null, forceLabel: true };
    }
    const hidden = this.look?.edges?.has(id) === false;
    return { size, color: focus ? tones.faintEdge : tones.edge, zIndex: 0, label: null, hidden };
  }
}
