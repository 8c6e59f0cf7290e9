import { svg } from '../frame/html.ts';

/** A bar as long as its share of the longest, filled as far as `filled` of it. The numbers stand beside it. */
export function bar(share: number, filled = 1): SVGSVGElement {
  const percent = (value: number) => `${(value * 100).toFixed(2)}%`;
  return svg('svg', { class: 'bar', width: '100%', height: 12, 'aria-hidden': 'true' },
    svg('rect', { class: 'bar-rest', width: percent(share), height: 12, rx: 1 }),
    svg('rect', { class: 'bar-filled', width: percent(share * filled), height: 12, rx: 1 }));
}
