import Graphology from 'graphology';
import Sigma from 'sigma';
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types';
import { resolveColour } from '../frame/resolve.ts';
import type { Kind } from '../frame/kinds.ts';
import type { Drawn } from './exports.ts';
import type { Positions } from './layout.ts';
import { ShapeProgram, shapeOf } from './shapeProgram.ts';
import type { Visible } from './visible.ts';

export interface CanvasHost {
  choose(id: string, isAlso: boolean): void;
  chooseEdge(id: string): void;
  chooseNothing(): void;
  expand(id: string): void;
  pin(id: string, x: number, y: number): void;
}

export interface Look {
  colour: (id: string) => string;
  size: (id: string) => number;
  /** What is in focus; all else is drawn faintly, the more so where a way is lit up. Null where nothing is. */
  focus: { nodes: ReadonlySet<string>; edges: ReadonlySet<string>; isLit: boolean } | null;
  chosen: ReadonlySet<string>;
  pinned: ReadonlySet<string>;
}

const empty = () => new Graphology<NodeAttributes, EdgeAttributes>({ multi: true, type: 'undirected' });

interface Label {
  x: number;
  y: number;
  size: number;
  text: string;
  isMarked: boolean;
  isForced: boolean;
}
interface NodeAttributes {
  x: number;
  y: number;
  label: string;
  kind: Kind;
}
interface EdgeAttributes {
  weight: number;
  kind: string;
}
type Colours = Record<'text' | 'card' | 'faint' | 'accent' | 'edge', string>;

/** Whether this browser can draw it. */
export function canDraw(): boolean {
  const canvas = document.createElement('canvas');
  return canvas.getContext('webgl2') !== null || canvas.getContext('webgl') !== null;
}

const nothing = { nodes: new Set<string>(), edges: new Set<string>() };
const large = 1_000;
const maxLabel = 42;
const maxLabelOnPhones = 24;

/** The drawing: what is shown, where, and what is done to it by mouse and touch. */
export class Canvas {
  private graph = empty();
  private readonly sigma: Sigma<NodeAttributes, EdgeAttributes>;
  private look: Look | null = null;
  private hovered: { nodes: Set<string>; edges: Set<string>; id: string } | null = null;
  private colours: Colours = readColours();
  /** The labels of a frame, which are drawn when all are known: the important first, and none over another. */
  private labels: Label[] = [];

  constructor(
    private readonly container: HTMLElement,
    private readonly host: CanvasHost,
  ) {
    this.sigma = new Sigma(this.graph, container, {
      allowInvalidContainer: true,
      defaultNodeType: 'shape',
      nodeProgramClasses: { shape: ShapeProgram as never },
      zIndex: true,
      labelFont: getComputedStyle(document.body).fontFamily,
      labelSize: 12,
      labelDensity: 0.6,
      labelGridCellSize: 120,
      labelRenderedSizeThreshold: 5,
      edgeLabelSize: 11,
      edgeLabelFont: getComputedStyle(document.body).fontFamily,
      renderEdgeLabels: true,
      minEdgeThickness: 0.6,
      stagePadding: 48,
      minCameraRatio: 0.03,
      maxCameraRatio: 4,
      defaultDrawNodeLabel: (_, { x, y, size, label, key }) => {
        const isForced = this.isMarked(key) || this.isInSmallFocus(key);
        if (label) this.labels.push({ x, y, size, text: shortened(label), isMarked: this.isMarked(key), isForced });
      },
      defaultDrawNodeHover: (context, data) => this.drawRing(context, data),
      nodeReducer: (id, data) => this.reduceNode(id, data),
      edgeReducer: (id, data) => this.reduceEdge(id, data),
      ...(matchMedia('(prefers-reduced-motion: reduce)').matches && { inertiaDuration: 0, zoomDuration: 0, doubleClickZoomingDuration: 0 }),
    });
    this.listen();
    new ResizeObserver(() => this.sigma.resize()).observe(container);
  }

  /** Puts what is shown in place of what was. */
  show({ nodes, edges }: Visible, positions: Positions, look: Look) {
    const graph = empty();
    for (const [id, { label, kind }] of nodes) graph.addNode(id, { ...(positions.get(id) ?? { x: 0, y: 0 }), label, kind });
    for (const [id, { from, to, weight, kind }] of edges) graph.addEdgeWithKey(id, from, to, { weight, kind });
    this.graph = graph;
    this.look = look;
    this.hovered = null;
    this.sigma.setGraph(graph);
  }

  /** Moves what is shown. */
  move(positions: Positions) {
    this.graph.updateEachNodeAttributes((id, attributes) => ({ ...attributes, ...positions.get(id) }), { attributes: ['x', 'y'] });
  }

  /** Only how it is shown has changed. */
  restyle(look: Look) {
    this.look = look;
    this.sigma.refresh();
  }

  recolour() {
    this.colours = readColours();
    resolved.clear();
    this.sigma.refresh();
  }

  resize() {
    this.sigma.resize();
    this.sigma.refresh();
  }

  fit() {
    void this.sigma.getCamera().animatedReset({ duration: this.duration });
  }

  zoom(factor: number) {
    const camera = this.sigma.getCamera();
    void camera.animate({ ratio: this.sigma.getCamera().getBoundedRatio(camera.ratio * factor) }, { duration: this.duration });
  }

  pan(right: number, down: number) {
    const camera = this.sigma.getCamera();
    void camera.animate({ x: camera.x + right * camera.ratio * 0.1, y: camera.y - down * camera.ratio * 0.1 }, { duration: this.duration });
  }

  /** Brings a node into sight where it is not. */
  reveal(id: string) {
    const at = this.sigma.getNodeDisplayData(id);
    if (!at) return;
    const { x, y } = this.sigma.framedGraphToViewport(at);
    const { width, height } = this.sigma.getDimensions();
    if (x < 24 || y < 24 || x > width - 24 || y > height - 24)
      void this.sigma.getCamera().animate({ x: at.x, y: at.y }, { duration: this.duration });
  }

  /** Where a node is on the screen, as an export draws it. */
  drawn(id: string): Drawn | undefined {
    if (!this.graph.hasNode(id)) return undefined;
    const data = this.sigma.getNodeDisplayData(id);
    const { x, y } = this.sigma.graphToViewport(this.graph.getNodeAttributes(id));
    if (!data) return undefined;
    const isLabelled = this.sigma.getNodeDisplayedLabels().has(id) || data.forceLabel;
    return { x, y, size: this.sigma.scaleSize(data.size), colour: data.color, label: isLabelled ? shortened(data.label ?? '') : null };
  }

  get size() {
    return this.sigma.getDimensions();
  }

  private get duration() {
    return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200;
  }

  private listen() {
    const { sigma, host } = this;
    sigma.on('beforeRender', () => {
      this.labels = [];
    });
    sigma.on('afterRender', () => this.drawLabels());
    let dragged: string | null = null;
    let hasMoved = false;

    sigma.on('clickNode', ({ node, event }) => {
      const original = event.original as MouseEvent;
      host.choose(node, original.shiftKey || original.ctrlKey || original.metaKey);
    });
    sigma.on('clickStage', ({ event }) => {
      const edge = this.edgeNear(event);
      if (edge) host.chooseEdge(edge);
      else host.chooseNothing();
    });
    sigma.on('doubleClickNode', event => {
      event.preventSigmaDefault();
      host.expand(event.node);
    });
    sigma.on('enterNode', ({ node }) => this.hover(node));
    sigma.on('leaveNode', () => this.hover(null));
    sigma.on('downNode', ({ node }) => {
      dragged = node;
      hasMoved = false;
      if (!sigma.getCustomBBox()) sigma.setCustomBBox(sigma.getBBox());
    });
    sigma.on('moveBody', ({ event }) => {
      if (!dragged) return;
      hasMoved = true;
      const { x, y } = sigma.viewportToGraph(event);
      this.graph.mergeNodeAttributes(dragged, { x, y });
      event.preventSigmaDefault();
      event.original.preventDefault();
    });
    const drop = () => {
      if (dragged && hasMoved && this.graph.hasNode(dragged)) {
        const { x, y } = this.graph.getNodeAttributes(dragged);
        host.pin(dragged, x, y);
      }
      sigma.setCustomBBox(null);
      dragged = null;
    };
    sigma.on('upNode', drop);
    sigma.on('upStage', drop);
  }

  /** Whether the ring and the bold label tell that it is what a person looks at. */
  private isMarked(id: string) {
    return this.hovered?.id === id || (this.look?.chosen.has(id) ?? false);
  }

  /** A path is short enough for all of its names; what is around a node may not be. */
  private isInSmallFocus(id: string) {
    const focus = this.hovered ?? this.look?.focus ?? null;
    return focus !== null && focus.nodes.size <= 30 && focus.nodes.has(id);
  }

  /** The edge that was meant by a click: edges are thinner than pointers and fingers are. */
  private edgeNear({ x, y }: { x: number; y: number }): string | null {
    let nearest: string | null = null;
    let least = matchMedia('(pointer: coarse)').matches ? 16 : 6;
    this.graph.forEachEdge((id, _, from, to, fromAttributes, toAttributes) => {
      if (from === to) return;
      const [one, other] = [this.sigma.graphToViewport(fromAttributes), this.sigma.graphToViewport(toAttributes)];
      const [width, height] = [other.x - one.x, other.y - one.y];
      const share = Math.min(1, Math.max(0, ((x - one.x) * width + (y - one.y) * height) / (width * width + height * height || 1)));
      const distance = Math.hypot(x - one.x - share * width, y - one.y - share * height);
      if (distance < least) [nearest, least] = [id, distance];
    });
    return nearest;
  }

  private hover(id: string | null) {
    const before = this.hovered;
    this.container.style.cursor = id ? 'pointer' : '';
    this.hovered = id === null ? null : { id, nodes: new Set([id, ...this.graph.neighbors(id)]), edges: new Set(this.graph.edges(id)) };
    if (!this.isLarge) return void this.sigma.refresh({ skipIndexation: true });
    const [was, is] = [before ?? nothing, this.hovered ?? nothing];
    this.sigma.refresh({ partialGraph: { nodes: [...was.nodes, ...is.nodes], edges: [...was.edges, ...is.edges] }, skipIndexation: true });
  }

  /** What is pointed at then stands out, but all the rest stays as it is: to draw thousands anew takes too long for a pointer. */
  private get isLarge() {
    return this.graph.order > large;
  }

  private reduceNode(id: string, { x, y, label, kind }: NodeAttributes): Partial<NodeDisplayData> & { shape: number } {
    const { look, hovered, colours } = this;
    const focus = (this.isLarge ? null : hovered) ?? look?.focus ?? null;
    const isInFocus = !focus || focus.nodes.has(id) || (hovered?.nodes.has(id) ?? false);
    const isChosen = look?.chosen.has(id) ?? false;
    const isFull = isInFocus || isChosen;
    const isPale = focus !== null && (focus === hovered || (look?.focus?.isLit ?? false));
    const colour = resolve(look?.colour(id) ?? '--other');
    return {
      x,
      y,
      shape: shapeOf(kind),
      label: isFull || !isPale ? label : '',
      color: isFull ? colour : faint(colour, colours.card, isPale ? 0.15 : 0.5),
      size: (look?.size(id) ?? 5) * (isChosen ? 1.35 : 1),
      forceLabel: this.isMarked(id) || this.isInSmallFocus(id),
      highlighted: isChosen,
      zIndex: isChosen ? 2 : isInFocus ? 1 : 0,
      type: 'shape',
    };
  }

  private reduceEdge(id: string, { weight, kind }: EdgeAttributes): Partial<EdgeDisplayData> {
    const { look, hovered, colours } = this;
    const focus = hovered ?? look?.focus ?? null;
    const isInFocus = focus?.edges.has(id) ?? false;
    const isFaint = this.isLarge ? (look?.focus ?? null) !== null : focus !== null;
    const size = 0.6 + 1.6 * Math.min(1, Math.max(0, weight));
    if (!isInFocus && !isFaint) return { size, color: colours.edge, zIndex: 0, label: null };
    return isInFocus
      ? {
          size: size + 0.8,
          color: colours.accent,
          zIndex: 1,
          label: hovered || (focus?.edges.size ?? 0) > 12 ? null : kind.toLowerCase(),
          forceLabel: true,
        }
      : { size, color: colours.faint, zIndex: 0, label: null };
  }

  private drawRing(context: CanvasRenderingContext2D, { x, y, size }: { x: number; y: number; size: number }) {
    context.beginPath();
    context.arc(x, y, size + 4, 0, Math.PI * 2);
    context.strokeStyle = this.colours.accent;
    context.lineWidth = 2;
    context.stroke();
  }

  private drawLabels() {
    const context = this.sigma.getCanvases()['labels']!.getContext('2d')!;
    const font = this.sigma.getSetting('labelFont');
    const taken: { left: number; right: number; y: number }[] = [];
    const labels = this.labels.sort((one, other) => rankOf(other) - rankOf(one) || other.size - one.size);
    const { width: ground } = this.sigma.getDimensions();
    for (const { x, y, size, text, isMarked } of labels) {
      context.font = `${isMarked ? '600 ' : ''}12px ${font}`;
      const width = context.measureText(text).width;
      // To the right of the node, or to the left of it where the drawing ends.
      const left = x + size + 4 + width > ground - 4 && x - size - 4 - width > 0 ? x - size - 4 - width : x + size + 4;
      const right = left + width;
      const isFree = !taken.some(other => left < other.right + 4 && right + 4 > other.left && Math.abs(y - other.y) < 16);
      if (!isFree && !isMarked) continue;
      taken.push({ left, right, y });
      // A rim in the colour of the ground keeps it readable over edges.
      context.lineJoin = 'round';
      context.lineWidth = 4;
      context.strokeStyle = this.colours.card;
      context.strokeText(text, left, y + 4);
      context.fillStyle = this.colours.text;
      context.fillText(text, left, y + 4);
    }
    this.labels = [];
  }
}

/** What a person looks at comes first, then what is around it. */
const rankOf = ({ isMarked, isForced }: Label) => (isMarked ? 2 : isForced ? 1 : 0);

function shortened(label: string): string {
  const most = innerWidth < 640 ? maxLabelOnPhones : maxLabel;
  return label.length <= most ? label : `${label.slice(0, most - 1).trimEnd()}…`;
}

function readColours(): Colours {
  return {
    text: resolveColour('--text'),
    card: resolveColour('--page'),
    accent: resolveColour('--accent'),
    edge: faint(resolveColour('--edge'), resolveColour('--page'), 0.25),
    faint: faint(resolveColour('--edge'), resolveColour('--page'), 0.1),
  };
}

const resolved = new Map<string, string>();

function resolve(colour: string): string {
  let value = resolved.get(colour);
  if (value === undefined) resolved.set(colour, (value = resolveColour(colour)));
  return value;
}

const mixed = new Map<string, string>();

/** The colour as it is where most of the ground shines through. */
function faint(colour: string, ground: string, share = 0.15): string {
  const key = `${colour} ${ground} ${share}`;
  let value = mixed.get(key);
  if (value === undefined) {
    const [one, other] = [channels(colour), channels(ground)];
    value = `rgb(${one.map((channel, at) => Math.round(channel * share + other[at]! * (1 - share))).join(',')})`;
    mixed.set(key, value);
  }
  return value;
}

const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? ['0', '0', '0']).slice(0, 3).map(Number);
