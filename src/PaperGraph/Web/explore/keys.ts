export interface KeysHost {
  pan(x: number, y: number): void;
  zoom(factor: number): void;
  fit(): void;
  toggleView(): Promise<void>;
  close(): void;
  undo(): void;
  redo(): void;
}

/** In the drawing: arrows move it, plus and minus change its size. */
export function pressInDrawing(event: KeyboardEvent, host: KeysHost) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const acts: Record<string, () => void> = {
    ArrowLeft: () => host.pan(-1, 0),
    ArrowRight: () => host.pan(1, 0),
    ArrowUp: () => host.pan(0, -1),
    ArrowDown: () => host.pan(0, 1),
    '+': () => host.zoom(1 / 1.5),
    '=': () => host.zoom(1 / 1.5),
    '-': () => host.zoom(1.5),
    0: () => host.fit(),
  };
  const act = acts[event.key];
  if (!act) return;
  act();
  event.preventDefault();
}

/** What has a use for letters of its own; a check box has none. */
const typedInto = 'input:not([type=checkbox], [type=radio], [type=range]), textarea, select';

/** Anywhere on the page, but where one types or a window is open. */
export function pressAnywhere(event: KeyboardEvent, host: KeysHost) {
  const target = event.target as HTMLElement;
  if (event.defaultPrevented || event.altKey || target.closest(`${typedInto}, dialog, [popover]`)) return;
  if (event.ctrlKey || event.metaKey) {
    if (event.key.toLowerCase() !== 'z') return;
    event.preventDefault();
    if (event.shiftKey) host.redo();
    else host.undo();
  } else if (event.key === 't') {
    void host.toggleView();
  } else if (event.key === 'Escape') {
    host.close();
  }
}
