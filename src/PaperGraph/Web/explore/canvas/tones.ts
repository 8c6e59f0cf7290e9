import { resolveColour } from '../../frame/resolve.ts';

/** Colours of the theme of the moment, as the drawing mixes them. */
export class Tones {
  readonly text = resolveColour('--text');
  readonly ground = resolveColour('--page');
  readonly accent = resolveColour('--accent');
  readonly edge = this.faint(resolveColour('--edge'), 0.25);
  readonly faintEdge = this.faint(resolveColour('--edge'), 0.1);
  private readonly resolved = new Map<string, string>();
  private readonly mixed = new Map<string, string>();

  /** What a property of the style sheet, or any other colour, comes to. */
  resolve(colour: string): string {
    let value = this.resolved.get(colour);
    if (value === undefined) this.resolved.set(colour, (value = resolveColour(colour)));
    return value;
  }

  /** A property's colour as it is where most of the ground shines through. */
  pale(colour: string, share: number): string {
    const key = `${colour} ${share}`;
    let value = this.mixed.get(key);
    if (value === undefined) this.mixed.set(key, (value = this.faint(this.resolve(colour), share)));
    return value;
  }

  private faint(colour: string, share: number): string {
    const [one, other] = [channels(colour), channels(this.ground)];
    return `rgb(${one.map((channel, at) => Math.round(channel * share + other[at]! * (1 - share))).join(',')})`;
  }
}

const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? ['0', '0', '0']).slice(0, 3).map(Number);
