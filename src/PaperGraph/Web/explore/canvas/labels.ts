import { beginning } from '../words.ts';
import type { Paint } from './paint.ts';
import type { Tones } from './tones.ts';

export interface Label {
  x: number;
  y: number;
  /** The radius of the node. */
  size: number;
  text: string;
  isMarked: boolean;
  isForced: boolean;
}

/** A word on an edge, whose ends are the places and radii of its nodes. */
export interface EdgeLabel {
  from: Circle;
  to: Circle;
  text: string;
}

interface Circle {
  x: number;
  y: number;
  size: number;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const [height, gap] = [16, 4];
const [maxLength, maxLengthOnPhones] = [42, 24];
/** How far along an edge its word may stand. */
const placesOnEdge = [0.5, 0.4, 0.6, 0.3, 0.7];

/** Whether a place is free; what is asked for is looked up by the cells of a grid that it lies in. */
class Ground {
  private readonly cells = new Map<string, Box[]>();

  take(box: Box) {
    for (const cell of cellsOf(box)) {
      const boxes = this.cells.get(cell);
      if (boxes) boxes.push(box);
      else this.cells.set(cell, [box]);
    }
  }

  isFree(box: Box): boolean {
    return cellsOf(box).every(cell => !this.cells.get(cell)?.some(other => overlap(box, other)));
  }
}

/**
 * The labels of a frame, which are drawn when all are known: the important first, and none over another or over a node that stands out.
 * Words on edges come last, where names and nodes leave room for them.
 */
export class Labels {
  private labels: Label[] = [];
  private edgeLabels: EdgeLabel[] = [];

  clear() {
    this.labels = [];
    this.edgeLabels = [];
  }

  add(label: Label) {
    this.labels.push(label);
  }

  addOnEdge(label: EdgeLabel) {
    this.edgeLabels.push(label);
  }

  draw(context: CanvasRenderingContext2D, font: string, width: number, { tones }: Paint) {
    const [nodes, names] = [new Ground(), new Ground()];
    const labels = this.labels.sort((one, other) => rankOf(other) - rankOf(one) || other.size - one.size);
    for (const { x, y, size } of labels) nodes.take({ left: x - size, right: x + size, top: y - size, bottom: y + size });
    prepare(context, tones);
    for (const label of labels) {
      context.font = fontOf(font, label.isMarked);
      const boxes = placesOf(label, context.measureText(label.text).width, width);
      const isWithin = ({ left, right }: Box) => left > 0 && right < width;
      const free = boxes.filter(place => isWithin(place) && names.isFree(place));
      // What is in focus has its name also where that lies over a node.
      const fallback = label.isMarked ? (free[0] ?? boxes[0]) : label.isForced ? free[0] : undefined;
      const box = free.find(place => nodes.isFree(place)) ?? fallback;
      if (!box) continue;
      names.take(box);
      write(context, label.text, box.left, label.y);
    }
    context.font = edgeFontOf(font);
    for (const label of this.edgeLabels) {
      const places = placesOnEdgeOf(label, context.measureText(label.text).width);
      const place = places.find(({ boxes }) => boxes.every(box => names.isFree(box) && nodes.isFree(box)));
      if (!place) continue;
      place.boxes.forEach(box => names.take(box));
      writeAlong(context, label.text, place);
    }
    this.clear();
  }

  /** One by itself, over all others. */
  drawOne(
    context: CanvasRenderingContext2D,
    font: string,
    { x, y, size, label }: { x: number; y: number; size: number; label: string | null },
    { tones }: Paint,
  ) {
    prepare(context, tones);
    context.font = fontOf(font, true);
    write(context, shortened(label ?? ''), x + size + gap, y);
  }
}

const fontOf = (family: string, isMarked: boolean) => `${isMarked ? '600 ' : ''}12px ${family}`;
const edgeFontOf = (family: string) => `11px ${family}`;

/** A rim in the colour of the ground keeps names readable over edges. */
function prepare(context: CanvasRenderingContext2D, { ground, text }: Tones) {
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = ground;
  context.fillStyle = text;
}

function write(context: CanvasRenderingContext2D, text: string, left: number, y: number) {
  context.strokeText(text, left, y + 4);
  context.fillText(text, left, y + 4);
}

function writeAlong(context: CanvasRenderingContext2D, text: string, { x, y, angle }: PlaceOnEdge) {
  context.save();
  context.translate(x, y);
  context.rotate(angle);
  context.textAlign = 'center';
  write(context, text, 0, 0);
  context.restore();
}

/** To the right of the node, or to the left of it; the other way round where the drawing ends. */
function placesOf({ x, y, size }: Label, length: number, width: number): Box[] {
  const box = (left: number) => ({ left, right: left + length, top: y - height / 2, bottom: y + height / 2 });
  const [right, left] = [box(x + size + gap), box(x - size - gap - length)];
  return right.right > width - gap && left.left > 0 ? [left, right] : [right, left];
}

/** The middle of a word on an edge, its direction (never upside down), and what it covers. */
interface PlaceOnEdge {
  x: number;
  y: number;
  angle: number;
  boxes: Box[];
}

/** None where the edge is shorter than the word. */
function placesOnEdgeOf({ from, to }: EdgeLabel, length: number): PlaceOnEdge[] {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const distance = Math.hypot(dx, dy);
  const [first, last] = [from.size + gap + length / 2, distance - to.size - gap - length / 2];
  const angle = dx < 0 ? Math.atan2(-dy, -dx) : Math.atan2(dy, dx);
  const half = height / 2;
  const pointAt = (along: number) => ({ x: from.x + (dx / distance) * along, y: from.y + (dy / distance) * along });
  return placesOnEdge
    .map(share => share * distance)
    .filter(along => first <= along && along <= last)
    .map(along => {
      const boxes: Box[] = [];
      for (let at = along - length / 2; at <= along + length / 2; at += half) {
        const { x, y } = pointAt(at);
        boxes.push({ left: x - half, right: x + half, top: y - half, bottom: y + half });
      }
      return { ...pointAt(along), angle, boxes };
    });
}

/** What a person looks at comes first, then what is around it. */
const rankOf = ({ isMarked, isForced }: Label) => (isMarked ? 2 : isForced ? 1 : 0);

const overlap = (one: Box, other: Box) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

function cellsOf({ left, right, top, bottom }: Box): string[] {
  const cells: string[] = [];
  for (let x = Math.floor(left / 128); x <= Math.floor(right / 128); x++)
    for (let y = Math.floor(top / 32); y <= Math.floor(bottom / 32); y++) cells.push(`${x} ${y}`);
  return cells;
}

export const shortened = (label: string) => beginning(label, innerWidth < 640 ? maxLengthOnPhones : maxLength);
