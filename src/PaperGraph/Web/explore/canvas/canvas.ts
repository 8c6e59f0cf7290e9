import Sigma from 'sigma';
import type { CameraState } from 'sigma/types';
import type { Drawn } from '../exports.ts';
import type { Graph } from '../graph.ts';
import type { Positions } from '../layout.ts';
import { isNarrow, manyNodes, type Look } from '../look.ts';
import { shortName } from '../words.ts';
import { draw, emptyDrawing, extentOf, placeOf, type Renderer } from './drawing.ts';
import { Labels, shortened } from './labels.ts';
import { Paint } from './paint.ts';
import { Pointing, type PointingHost } from './pointing.ts';
import { ShapeProgram } from './shapeProgram.ts';
import { Tones } from './tones.ts';

/** Whether this browser can draw it. */
export function canDraw(): boolean {
  const canvas = document.createElement('canvas');
  return canvas.getContext('webgl2') !== null || canvas.getContext('webgl') !== null;
}

/** The drawing: what is shown, where, and from where it is looked at. */
export class Canvas {
  private readonly sigma: Renderer;
  private readonly paint = new Paint();
  private readonly labels = new Labels();
  private shown: Graph | null = null;
  /** Whether all will be drawn anew in the next frame: until then nothing has its place among what is drawn. */
  private isStale = false;

  constructor(container: HTMLElement, host: PointingHost) {
    const font = getComputedStyle(document.body).fontFamily;
    const { paint, labels } = this;
    const sigma: Renderer = (this.sigma = new Sigma(emptyDrawing(), container, {
      allowInvalidContainer: true,
      defaultNodeType: 'shape',
      nodeProgramClasses: { shape: ShapeProgram as never },
      zIndex: true,
      labelFont: font,
      labelSize: 12,
      labelDensity: 0.6,
      labelGridCellSize: 120,
      labelRenderedSizeThreshold: 5,
      renderEdgeLabels: true,
      minEdgeThickness: 0.6,
      stagePadding: paddingOf(container),
      minCameraRatio: 0.03,
      maxCameraRatio: 4,
      enableCameraRotation: false,
      defaultDrawNodeLabel: (_, { x, y, size, label, key }) => {
        if (label) labels.add({ x, y, size, text: shortened(label), isMarked: paint.isMarked(key), isForced: paint.isNamed(key) });
      },
      defaultDrawEdgeLabel: (_, { label: text }, from, to) => {
        if (text) labels.addOnEdge({ text, from, to });
      },
      defaultDrawNodeHover: (context, node) => {
        drawRing(context, node, paint.tones.accent);
        if (paint.isLarge) labels.drawOne(context, font, node, paint);
      },
      nodeReducer: (id, node) => paint.node(id, node),
      edgeReducer: (id, edge) => paint.edge(id, edge),
      // A movement of no time at all would have no way from its beginning to its end.
      ...(isStill() && { inertiaDuration: 1, zoomDuration: 1, doubleClickZoomingDuration: 1 }),
    }));
    sigma.on('beforeRender', () => labels.clear());
    sigma.on('afterRender', () => {
      this.isStale = false;
      labels.draw(sigma.getCanvases()['labels']!.getContext('2d')!, font, sigma.getDimensions().width, paint);
    });
    new Pointing(sigma, host, id => {
      container.style.cursor = id ? 'pointer' : '';
      this.hover(id);
    });
    // A change of size empties the drawing, so that it is drawn anew in the same frame.
    new ResizeObserver(() => this.resize(container)).observe(container);
  }

  /** Puts what is shown in place of what was. A large graph is drawn in portions, behind each of which the page may do something else. */
  *show(shown: Graph, positions: Positions, look: Look): Generator<void> {
    const { paint, sigma } = this;
    paint.look = look;
    paint.hovered = null;
    if (this.shown?.hasSameAs(shown)) {
      this.shown = shown;
      this.move(positions);
      return this.repaint();
    }
    this.shown = null;
    const isLarge = shown.nodes.size > manyNodes;
    if (isLarge !== paint.isLarge) {
      paint.isLarge = isLarge;
      sigma.setSettings({ hideEdgesOnMove: isLarge, renderEdgeLabels: !isLarge });
    }
    const drawing = emptyDrawing();
    const portions = draw(drawing, shown, positions, shortName);
    if (isLarge) {
      // What is drawn first lies where it will lie among the rest.
      sigma.setCustomBBox(extentOf(shown, positions)).setGraph(drawing);
      try {
        yield* portions;
      } finally {
        sigma.setCustomBBox(null);
      }
    } else {
      for (const _ of portions);
      sigma.setGraph(drawing);
    }
    this.shown = shown;
  }

  /** Moves what is shown. */
  move(positions: Positions) {
    this.sigma.getGraph().updateEachNodeAttributes((id, node) => Object.assign(node, placeOf(positions, id)), { attributes: ['x', 'y'] });
  }

  /** Only how it is shown has changed. */
  restyle(look: Look) {
    this.paint.look = look;
    this.redraw();
  }

  recolour() {
    this.paint.tones = new Tones();
    this.redraw();
  }

  get camera(): CameraState {
    return this.sigma.getCamera().getState();
  }

  set camera(state: CameraState) {
    this.sigma.getCamera().setState(state);
  }

  fit() {
    this.go({ x: 0.5, y: 0.5, ratio: 1 });
  }

  zoom(factor: number) {
    const camera = this.sigma.getCamera();
    this.go({ ratio: camera.getBoundedRatio(camera.ratio * factor) });
  }

  pan(right: number, down: number) {
    const camera = this.sigma.getCamera();
    this.go({ x: camera.x + right * camera.ratio * 0.1, y: camera.y - down * camera.ratio * 0.1 });
  }

  /** Brings a node into sight where it is not. */
  reveal(id: string) {
    const at = this.sigma.getNodeDisplayData(id);
    if (!at) return;
    const { x, y } = this.sigma.framedGraphToViewport(at);
    const { width, height } = this.sigma.getDimensions();
    if (x < 24 || y < 24 || x > width - 24 || y > height - 24) this.go({ x: at.x, y: at.y });
  }

  /** Where a node is on the screen, as an export draws it. */
  drawn(id: string): Drawn | undefined {
    const graph = this.sigma.getGraph();
    const node = graph.hasNode(id) ? this.sigma.getNodeDisplayData(id) : undefined;
    if (!node) return undefined;
    const isLabelled = this.sigma.getNodeDisplayedLabels().has(id) || node.forceLabel;
    return {
      ...this.sigma.graphToViewport(graph.getNodeAttributes(id)),
      size: this.sigma.scaleSize(node.size),
      colour: node.color,
      label: isLabelled ? shortened(node.label ?? '') : null,
    };
  }

  /** Whether an edge is drawn as one in focus. */
  isLit(id: string): boolean {
    return this.sigma.getGraph().hasEdge(id) && this.sigma.getEdgeDisplayData(id)?.color === this.paint.tones.accent;
  }

  get size() {
    return this.sigma.getDimensions();
  }

  private go(state: Partial<CameraState>) {
    const camera = this.sigma.getCamera();
    if (isStill()) camera.setState(state);
    else void camera.animate(state, { duration: 200 });
  }

  private hover(id: string | null) {
    const { paint, sigma } = this;
    const graph = sigma.getGraph();
    if (paint.isLarge) return;
    paint.hovered =
      id === null ? null : { id, nodes: new Set([id, ...graph.neighbors(id)]), edges: new Set(graph.edges(id)), isLit: false };
    this.repaint();
  }

  private redraw() {
    this.isStale = true;
    this.sigma.scheduleRefresh();
  }

  /** What is drawn stays, in other colours and sizes, so that no index is made anew. */
  private repaint() {
    if (this.isStale) return this.redraw();
    const graph = this.sigma.getGraph();
    this.sigma.refresh({ partialGraph: { nodes: graph.nodes(), edges: graph.edges() }, skipIndexation: true, schedule: true });
  }

  private resize(container: HTMLElement) {
    const { width, height } = this.sigma.getDimensions();
    if (this.sigma.getSetting('stagePadding') !== paddingOf(container)) {
      this.isStale = true;
      this.sigma.setSetting('stagePadding', paddingOf(container));
    }
    this.sigma.resize();
    const size = this.sigma.getDimensions();
    if (size.width !== width || size.height !== height) this.sigma.refresh({ partialGraph: {} });
  }
}

/** Between the drawing and the edges of its box, in pixels. */
const paddingOf = (container: HTMLElement) => (isNarrow(container) ? 24 : 56);

function drawRing(context: CanvasRenderingContext2D, { x, y, size }: { x: number; y: number; size: number }, colour: string) {
  context.beginPath();
  context.arc(x, y, size + 4, 0, Math.PI * 2);
  context.strokeStyle = colour;
  context.lineWidth = 2;
  context.stroke();
}

const isStill = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
