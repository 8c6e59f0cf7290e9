import { h, svg } from '../frame/html.ts';
import { menuButton, popover } from '../frame/popover.ts';

export type Taking = readonly [words: string, act: () => void];

export interface ToolbarHost {
  toggleFilters(): void;
  toggleView(): Promise<void>;
  undo(): void;
  redo(): void;
  zoom(factor: number): void;
  fit(): void;
  /** What can be taken along as things are. */
  takings(): readonly Taking[];
}

/** The buttons over the drawing. */
export class Toolbar {
  readonly element: HTMLElement;
  private readonly undo: HTMLButtonElement;
  private readonly redo: HTMLButtonElement;
  private readonly view: HTMLButtonElement;

  constructor(host: ToolbarHost) {
    this.undo = tool('Undo', 'M6 3L2.5 6.5L6 10M2.5 6.5h7a4 4 0 0 1 0 8h-3', () => host.undo());
    this.redo = tool('Redo', 'M10 3l3.5 3.5L10 10M13.5 6.5h-7a4 4 0 0 0 0 8h3', () => host.redo());
    this.view = tool('Show as tree and table', 'M2.5 3.5h11M5.5 8h8M5.5 12.5h8M2.5 8h0M2.5 12.5h0', () => void host.toggleView());
    const more = tool('Take it with you', 'M8 2v8M4.5 6.5L8 10l3.5-3.5M2.5 13.5h11', () => undefined);
    this.element = h(
      'div',
      { class: 'toolbar', role: 'toolbar', 'aria-label': 'Drawing' },
      tool('Filters', 'M2 4h12M4.5 8h7M7 12h2', () => host.toggleFilters()),
      this.undo,
      this.redo,
      h(
        'span',
        { class: 'zoom' },
        tool('Larger', 'M8 3v10M3 8h10', () => host.zoom(1 / 1.5)),
        tool('Smaller', 'M3 8h10', () => host.zoom(1.5)),
      ),
      tool('All of it', 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10', () => host.fit()),
      this.view,
      more,
      popover(more, 'Take it with you', close =>
        h('ul', { class: 'menu' }, host.takings().map(([words, act]) => h('li', {}, menuButton(words, close, act)))),
      ),
    );
    this.show(false, false, false);
  }

  show(canUndo: boolean, canRedo: boolean, isTable: boolean) {
    this.undo.disabled = !canUndo;
    this.redo.disabled = !canRedo;
    this.view.setAttribute('aria-pressed', String(isTable));
  }
}

function tool(label: string, path: string, act: () => void): HTMLButtonElement {
  return h(
    'button',
    { type: 'button', class: 'tool', 'aria-label': label, title: label, onclick: act },
    svg(
      'svg',
      { viewBox: '0 0 16 16', fill: 'none', stroke: 'currentColor', 'stroke-width': 1.5, 'stroke-linecap': 'round', 'aria-hidden': 'true' },
      svg('path', { d: path }),
    ),
  );
}
