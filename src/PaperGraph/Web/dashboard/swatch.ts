import { h } from '../frame/html.ts';

/** The colour of a series beside its name. */
export function swatch(colour: string): HTMLElement {
  const element = h('span', { class: 'swatch' });
  element.style.background = `var(${colour})`;
  return element;
}
