import { h, type Child } from './html.ts';

/** A button of a menu, which closes before something is done. */
export const menuButton = (words: string, close: () => void, act: () => void) =>
  h('button', {
    type: 'button',
    onclick: () => {
      close();
      act();
    },
  }, words);

/**
 * A button and what it opens below it. The browser closes it on Escape and on a click elsewhere, and gives the focus back.
 * `fill` makes the content each time anew; `close` in it closes.
 */
export function popover(button: HTMLButtonElement, label: string, fill: (close: () => void) => Child): HTMLElement {
  const panel = h('div', { class: 'popover', popover: 'auto', role: 'dialog', 'aria-label': label });
  button.setAttribute('aria-haspopup', 'dialog');
  button.setAttribute('aria-expanded', 'false');
  button.popoverTargetElement = panel;

  panel.addEventListener('beforetoggle', event => {
    const opens = (event as ToggleEvent).newState === 'open';
    button.setAttribute('aria-expanded', String(opens));
    if (opens) panel.replaceChildren(h('div', { class: 'popover-content' }, fill(() => panel.hidePopover())));
  });
  panel.addEventListener('toggle', event => {
    if ((event as ToggleEvent).newState !== 'open') return panel.replaceChildren();
    place();
    panel.querySelector<HTMLElement>('input, a, button')?.focus();
  });
  return panel;

  function place() {
    const margin = 8;
    const at = button.getBoundingClientRect();
    const { width, height } = panel.getBoundingClientRect();
    const left = Math.max(margin, Math.min(at.left, innerWidth - width - margin));
    const below = at.bottom + 4;
    const top = below + height <= innerHeight - margin ? below : Math.max(margin, Math.min(below, innerHeight - height - margin));
    panel.style.left = `${left}px`;
    panel.style.top = `${top}px`;
  }
}
