import 'uplot/dist/uPlot.min.css';
import './plot.css';
import uPlot from 'uplot';
import { h } from '../frame/html.ts';
import { resolveColour } from '../frame/resolve.ts';
import { endOf, periodName, tickName, type Interval, type Range } from './periods.ts';
import { swatch } from './swatch.ts';

export interface Series {
  name: string;
  colour: string;
  /** One value a period; null where there is nothing to tell. */
  values: (number | null)[];
}

export interface PlotOptions {
  /** What it shows, for those who do not see it. */
  label: string;
  /** The first day of each period. */
  starts: string[];
  interval: Interval;
  /** Columns stand on each other, the first at the bottom; lines do not. */
  kind: 'columns' | 'lines';
  series: Series[];
  format: (value: number) => string;
  /** The end of the axis; as high as the values where it is not given. */
  max?: number;
  height: number;
  /** Called with the days that were marked or clicked. */
  choose: (range: Range) => void;
}

/** Series over periods. One marks a range with the pointer, or with Shift and the arrows; a click or Enter takes one period. */
export function plot(options: PlotOptions): { element: HTMLElement; destroy: () => void } {
  const { starts, interval, kind, series, format, height, choose, label } = options;
  const last = starts.length - 1;
  const isSparse = series.every(({ values }) => values.filter(value => value !== null).length < 40);
  const tip = h('div', { class: 'plot-tip', hidden: true });
  const element = h('div', {
    class: 'plot', tabindex: 0, role: 'slider', 'aria-label': `${label}. Arrows move, with Shift they mark a range, Enter filters by it.`,
    'aria-valuemin': 0, 'aria-valuemax': last, 'aria-valuenow': last,
    'aria-valuetext': describe(last), onkeydown: press, onblur: leave,
  });
  element.style.height = `${height}px`;

  let chart: uPlot | null = null;
  let at = last;
  let anchor: number | null = null;
  let wasMarked = false; // The pointer's way up from a mark is a click too.
  const resize = new ResizeObserver(() => {
    const width = element.clientWidth;
    if (width === 0) return;
    if (chart) chart.setSize({ width, height });
    else element.replaceChildren((chart = draw(width)).root, tip);
  });
  resize.observe(element);
  return { element, destroy: () => { resize.disconnect(); chart?.destroy(); } };

  function draw(width: number): uPlot {
    const quiet = resolveColour('--quiet');
    const font = `12px ${getComputedStyle(document.body).fontFamily}`;
    const drawn = kind === 'columns' ? stacked(series) : series;
    const card = resolveColour('--card');
    return new uPlot({
      width,
      height,
      padding: [8, 8, 0, 0],
      legend: { show: false },
      scales: {
        x: { time: false, range: () => [-0.5, last + 0.5] },
        y: { range: (_, __, top) => [0, options.max ?? Math.max(top * 1.05, 1)] },
      },
      axes: [
        {
          stroke: quiet, font, size: 28, gap: 6, grid: { show: false }, ticks: { show: false },
          splits: () => ticks(width), values: (_, splits) => splits.map(index => tickName(starts[index] ?? '', interval)),
        },
        {
          stroke: quiet, font, size: 44, gap: 6, ticks: { show: false },
          grid: { stroke: resolveColour('--line'), width: 1 }, space: 56,
          values: (_, splits) => splits.map(value => Number.isInteger(value) || options.max ? format(value) : ''),
        },
      ],
      series: [{}, ...drawn.map(({ colour, values: _, name }) => kind === 'columns'
        ? {
            label: name, fill: resolveColour(colour), stroke: card, width: last > 80 ? 0 : 1, points: { show: false },
            paths: uPlot.paths.bars!({ size: [0.92, 72] }),
          }
        : { label: name, stroke: resolveColour(colour), width: 2, points: { show: isSparse, size: 6, fill: card } })],
      cursor: {
        y: false, points: { show: kind === 'lines' }, drag: { x: true, y: false, setScale: false, dist: 6 },
      },
      hooks: {
        setCursor: [({ cursor }) => showTip(cursor.idx ?? null)],
        setSelect: [({ select }) => marked(select.left, select.width)],
        ready: [created => {
          created.over.addEventListener('pointerdown', () => { wasMarked = false; });
          created.over.addEventListener('click', () => clicked(created));
          markByTouch(created);
        }],
      },
    }, [starts.map((_, index) => index), ...drawn.map(({ values }) => values)] as uPlot.AlignedData);
  }

  function ticks(width: number): number[] {
    const step = Math.max(1, Math.ceil(starts.length / Math.max(2, Math.floor(width / 88))));
    const nice = interval === 'MONTH' ? [1, 2, 3, 6, 12, 24].find(months => months >= step) ?? step : step;
    return starts.map((_, index) => index).filter(index => index % nice === 0);
  }

  function marked(left: number, width: number) {
    if (!chart || width < 6) return;
    wasMarked = true;
    const [from, to] = [left, left + width].map(x => clamp(Math.round(chart!.posToVal(x, 'x'))));
    chooseBetween(from!, to!);
  }

  /** A finger or a pen that moves sideways marks as the mouse does, which alone uPlot follows; up and down scrolls the page. */
  function markByTouch(created: uPlot) {
    const { over } = created;
    let begin: number | null = null;
    const placeOf = (event: PointerEvent) => {
      const { left, width } = over.getBoundingClientRect();
      return Math.max(0, Math.min(width, event.clientX - left));
    };
    const mark = (from: number, to: number) => {
      const select = { left: Math.min(from, to), width: Math.abs(to - from) };
      created.setSelect({ ...select, top: 0, height: over.clientHeight }, false);
      return select;
    };
    over.addEventListener('pointerdown', event => { begin = event.pointerType === 'mouse' ? null : placeOf(event); });
    over.addEventListener('pointermove', event => {
      if (begin === null) return;
      mark(begin, placeOf(event));
      created.setCursor({ left: placeOf(event), top: 0 });
    });
    over.addEventListener('pointerup', event => {
      if (begin === null) return;
      const { left, width } = mark(begin, placeOf(event));
      begin = null;
      mark(0, 0);
      marked(left, width);
    });
    over.addEventListener('pointercancel', () => {
      begin = null;
      mark(0, 0);
    });
  }

  function clicked({ cursor }: uPlot) {
    if (wasMarked) wasMarked = false;
    else if (typeof cursor.idx === 'number') chooseBetween(cursor.idx, cursor.idx);
  }

  function chooseBetween(from: number, to: number) {
    const [first, end] = from <= to ? [from, to] : [to, from];
    choose({ from: starts[first]!, to: endOf(starts[end]!, interval) });
  }

  function press(event: KeyboardEvent) {
    const moves: Record<string, number> = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last };
    const to = moves[event.key];
    if (to !== undefined) {
      anchor = event.shiftKey ? anchor ?? at : null;
      at = clamp(to);
      point();
    } else if (event.key === 'Enter') {
      chooseBetween(anchor ?? at, at);
    } else if (event.key === 'Escape') {
      anchor = null;
      point();
    } else {
      return;
    }
    event.preventDefault();
  }

  function point() {
    element.setAttribute('aria-valuenow', String(at));
    element.setAttribute('aria-valuetext', anchor === null ? describe(at) : `${describe(at)}, marked from ${nameOf(anchor)}`);
    if (!chart) return;
    chart.setCursor({ left: chart.valToPos(at, 'x'), top: 0 });
    const [from, to] = [Math.min(anchor ?? at, at), Math.max(anchor ?? at, at)];
    const left = chart.valToPos(from - 0.5, 'x');
    const width = anchor === null ? 0 : chart.valToPos(to + 0.5, 'x') - left;
    chart.setSelect({ left, width, top: 0, height: chart.over.clientHeight }, false);
  }

  function leave() {
    anchor = null;
    chart?.setCursor({ left: -10, top: -10 });
    chart?.setSelect({ left: 0, width: 0, top: 0, height: 0 }, false);
  }

  function showTip(index: number | null) {
    tip.hidden = index === null || !chart;
    if (index === null || !chart) return;
    const shown = [...series].reverse().filter(({ values }) => values[index]);
    tip.replaceChildren(
      h('strong', {}, nameOf(index)),
      h('dl', {}, shown.map(({ name, colour, values }) =>
        [h('dt', {}, series.length > 1 && swatch(colour), name), h('dd', {}, format(values[index]!))])),
      shown.length === 0 ? 'no papers' : '');
    const x = chart.valToPos(index, 'x') + chart.over.offsetLeft;
    const right = x > element.clientWidth / 2;
    tip.style.left = right ? '' : `${x + 16}px`;
    tip.style.right = right ? `${element.clientWidth - x + 16}px` : '';
  }

  function nameOf(index: number) {
    return periodName(starts[index] ?? '', interval);
  }

  function describe(index: number) {
    const values = series.filter(one => one.values[index]).map(one => `${one.name} ${format(one.values[index]!)}`);
    return `${nameOf(index)}: ${values.join(', ') || 'no papers'}`;
  }

  function clamp(index: number) {
    return Math.max(0, Math.min(last, index));
  }
}

/** Heights of columns that stand on each other, the highest first, over which the lower ones are painted. */
function stacked(series: Series[]): Series[] {
  const heights: Series[] = [];
  let below: number[] = [];
  for (const one of series) {
    below = one.values.map((value, index) => (below[index] ?? 0) + (value ?? 0));
    // What has no height is not drawn, not even its edge.
    heights.unshift({ ...one, values: below.map((height, index) => one.values[index] ? height : null) });
  }
  return heights;
}
