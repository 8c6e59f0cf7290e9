import type { SigmaNodeEventPayload, SigmaStageEventPayload } from 'sigma/types';
import type { Renderer } from './drawing.ts';

export interface PointingHost {
  choose(id: string, isAlso: boolean): void;
  chooseEdge(id: string): void;
  close(): void;
  expandUsual(id: string): void;
  pin(id: string, x: number, y: number): void;
}

/** A finger that rests so long on a node chooses it beside what is chosen, as Shift does with a mouse. */
const restMilliseconds = 500;
/** A pointer that has moved by fewer pixels has not moved. */
const [mouseTolerance, fingerTolerance] = [3, 10];
/** Two taps at a place within that time are one double tap; of clicks the browser says so. */
const doubleTapMilliseconds = 500;
/** Edges are thinner than pointers and fingers are. */
const [mouseReach, fingerReach] = [6, 16];

/** What is done to the drawing by mouse and touch: choosing, expanding, dragging. */
export class Pointing {
  private dragged: { id: string; x: number; y: number; hasMoved: boolean } | null = null;
  private rest: ReturnType<typeof setTimeout> | undefined;
  /** Whether a finger has rested, so that lifting it is no tap. */
  private hasRested = false;
  /** The node that was clicked last, where that was on the screen, and when. */
  private clicked: { id: string; x: number; y: number; at: number } | null = null;

  constructor(
    private readonly sigma: Renderer,
    private readonly host: PointingHost,
    private readonly hover: (id: string | null) => void,
  ) {
    sigma.on('clickNode', event => this.click(event));
    sigma.on('clickStage', event => this.clickBeside(event));
    sigma.on('doubleClickNode', event => {
      event.preventSigmaDefault();
      this.click(event);
    });
    sigma.on('doubleClickStage', ({ event, preventSigmaDefault }) => {
      if (this.isSecond(event)) preventSigmaDefault();
    });
    sigma.on('enterNode', ({ node }) => hover(node));
    sigma.on('leaveNode', () => hover(null));
    sigma.on('downNode', event => this.press(event));
    sigma.on('downStage', () => (this.hasRested = false));
    sigma.on('moveBody', ({ event }) => this.drag(event));
    sigma.on('upNode', ({ event }) => this.drop(event));
    sigma.on('upStage', ({ event }) => this.drop(event));
  }

  private click({ node, event }: SigmaNodeEventPayload) {
    const { shiftKey, ctrlKey, metaKey } = event.original;
    if (this.isLifted() || this.isSecond(event)) return;
    this.clicked = { id: node, x: event.x, y: event.y, at: event.original.timeStamp };
    this.host.choose(node, shiftKey || ctrlKey || metaKey);
  }

  private clickBeside({ event }: SigmaStageEventPayload) {
    if (this.isLifted() || this.isSecond(event)) return;
    this.clicked = null;
    const edge = this.edgeNear(event);
    if (edge) this.host.chooseEdge(edge);
    else this.host.close();
  }

  /**
   * Expands the node that was clicked a moment ago at the same place; whether there is one. The first of two clicks opens the panel, for
   * which the drawing makes room, so that the second hits something else.
   */
  private isSecond(event: SigmaStageEventPayload['event']): boolean {
    const { clicked } = this;
    if (!clicked || Math.hypot(event.x - clicked.x, event.y - clicked.y) > fingerTolerance) return false;
    const { detail, timeStamp } = event.original as UIEvent;
    if (isTouch(event) ? timeStamp - clicked.at > doubleTapMilliseconds : detail !== 2) return false;
    this.clicked = null;
    this.host.expandUsual(clicked.id);
    return true;
  }

  /** Whether a click is the lifting of a finger that has rested; the drawing may have moved away under it meanwhile. */
  private isLifted() {
    const { hasRested } = this;
    this.hasRested = false;
    return hasRested;
  }

  private press({ node, event }: SigmaNodeEventPayload) {
    this.dragged = { id: node, x: event.x, y: event.y, hasMoved: false };
    this.hasRested = false;
    if (!this.sigma.getCustomBBox()) this.sigma.setCustomBBox(this.sigma.getBBox());
    clearTimeout(this.rest);
    if (!isTouch(event)) return;
    this.rest = setTimeout(() => {
      if (!this.dragged || this.dragged.hasMoved) return;
      this.hasRested = true;
      this.host.choose(node, true);
    }, restMilliseconds);
  }

  private drag(event: SigmaStageEventPayload['event']) {
    const { dragged } = this;
    const touches = isTouch(event) ? (event.original as TouchEvent).touches.length : 0;
    if (touches > 1) return this.let();
    if (!dragged) return;
    event.preventSigmaDefault();
    event.original.preventDefault();
    const tolerance = touches > 0 ? fingerTolerance : mouseTolerance;
    dragged.hasMoved ||= Math.hypot(event.x - dragged.x, event.y - dragged.y) > tolerance;
    if (dragged.hasMoved) this.sigma.getGraph().mergeNodeAttributes(dragged.id, this.sigma.viewportToGraph(event));
  }

  private drop(event: SigmaStageEventPayload['event']) {
    const { dragged } = this;
    const graph = this.sigma.getGraph();
    if (dragged?.hasMoved && graph.hasNode(dragged.id)) {
      const { x, y } = graph.getNodeAttributes(dragged.id);
      this.host.pin(dragged.id, x, y);
    }
    this.let();
    // A finger that is lifted points at nothing.
    if (isTouch(event)) this.hover(null);
  }

  private let() {
    clearTimeout(this.rest);
    this.sigma.setCustomBBox(null);
    this.dragged = null;
  }

  /** The edge that was meant by a click. */
  private edgeNear({ x, y }: { x: number; y: number }): string | null {
    let nearest: string | null = null;
    let least = matchMedia('(pointer: coarse)').matches ? fingerReach : mouseReach;
    this.sigma.getGraph().forEachEdge((id, _, from, to, fromAttributes, toAttributes) => {
      if (from === to) return;
      const [one, other] = [this.sigma.graphToViewport(fromAttributes), this.sigma.graphToViewport(toAttributes)];
      const [width, height] = [other.x - one.x, other.y - one.y];
      const share = Math.min(1, Math.max(0, ((x - one.x) * width + (y - one.y) * height) / (width * width + height * height || 1)));
      const distance = Math.hypot(x - one.x - share * width, y - one.y - share * height);
      if (distance < least) [nearest, least] = [id, distance];
    });
    return nearest;
  }
}

const isTouch = ({ original }: { original: Event }) => 'touches' in original;
