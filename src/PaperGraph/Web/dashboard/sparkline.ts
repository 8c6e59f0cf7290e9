import { svg } from '../frame/html.ts';

const width = 72;
const height = 20;

/** How a count went, from zero on; the last value is marked. The numbers stand beside it. */
export function sparkline(values: number[]): SVGSVGElement {
  const top = Math.max(1, ...values);
  const points = values.map((value, index) => ({
    x: 2 + index / Math.max(1, values.length - 1) * (width - 6),
    y: height - 3 - value / top * (height - 6),
  }));
  const last = points.at(-1);
  return svg('svg', { class: 'sparkline', viewBox: `0 0 ${width} ${height}`, width, height, 'aria-hidden': 'true' },
    svg('polyline', { points: points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ') }),
    last && svg('circle', { cx: last.x.toFixed(1), cy: last.y.toFixed(1), r: 2 }));
}
