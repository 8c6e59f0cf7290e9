import { dashboard } from '../frame/addresses.ts';
import { ask, type GraphQLRequest } from '../frame/graphql.ts';
import { h, refill, svg, type Child } from '../frame/html.ts';
import { menuButton, popover } from '../frame/popover.ts';
import { copy, ideLink, showQuery } from '../frame/query.ts';
import { failedPart, skeleton } from '../frame/states.ts';
import { download } from '../frame/download.ts';
import { toCsv, type Table } from './csv.ts';
import { tableElement } from './table.ts';
import type { Range } from './periods.ts';
import type { View } from './view.ts';

/** What one card asks for, says and draws. `Data` is the answer's. */
export interface CardDefinition<Data> {
  id: string;
  /** What it is about, before the data allows a statement. */
  name: string;
  request(view: View): GraphQLRequest;
  isEmpty(data: Data): boolean;
  title(data: Data, view: View): string;
  subtitle(data: Data, view: View): string;
  draw(data: Data, view: View, choose: (range: Range) => void): Drawing;
  table(data: Data, view: View): Table;
  /** Whether what it draws is a table already. */
  isTable?: boolean;
}

export interface Drawing {
  content: Child;
  destroy?: () => void;
}

export interface CardHost {
  choose(range: Range): void;
  isTable(id: string): boolean;
  setTable(id: string, isTable: boolean): void;
}

/** A card on the page: asks when the view changes, and shows what came, what is missing, or what went wrong and what to do. */
export class Card<Data> {
  readonly element: HTMLElement;
  private readonly heading = h('h2', { tabindex: -1 });
  private readonly subtitle = h('p', { class: 'card-subtitle' });
  private readonly body = h('div', { class: 'card-body' });
  private readonly note = h('p', { class: 'card-note', role: 'status' });
  private readonly toggle = h('button', { type: 'button', class: 'card-button', onclick: () => this.switchTable() });
  private running = new AbortController();
  private asked: GraphQLRequest | null = null;
  private view: View | null = null;
  /** What came last, and what was asked for it. */
  private answered: { asked: GraphQLRequest; data: Data } | null = null;
  private drawing: Drawing | null = null;

  constructor(private readonly definition: CardDefinition<Data>, private readonly host: CardHost) {
    const { id, name } = definition;
    const more = h('button', { type: 'button', class: 'card-button', 'aria-label': `More about “${name}”`, title: 'More' }, moreIcon());
    const menu = popover(more, name, close => this.menu(close));
    this.heading.id = `${id}-title`;
    this.heading.textContent = name;
    this.element = h('section', { class: `card card-${id}`, id, 'aria-labelledby': `${id}-title` },
      h('header', { class: 'card-header' },
        h('div', { class: 'card-words' }, this.heading, this.subtitle),
        h('div', { class: 'card-buttons' }, !definition.isTable && this.toggle, more, menu)),
      this.note,
      this.body);
    this.body.append(skeleton());
  }

  /** Shows the view; asks only when that changes the question. */
  async show(view: View) {
    const request = this.definition.request(view);
    this.view = view;
    if (this.asked && JSON.stringify(request) === JSON.stringify(this.asked)) return this.draw();
    this.asked = request;
    await this.load(request);
  }

  /** Asks again, whatever is shown. */
  async reload() {
    if (this.asked) await this.load(this.asked);
  }

  /** Draws again what is there. */
  redraw() {
    this.draw();
  }

  private async load(request: GraphQLRequest) {
    this.running.abort();
    const { signal } = (this.running = new AbortController());
    this.element.setAttribute('aria-busy', 'true');
    if (!this.answered && !this.body.querySelector('.skeleton')) this.replaceBody({ content: skeleton() });
    try {
      const { data, problems } = await ask<Data>(request, signal);
      this.answered = { asked: request, data };
      this.note.textContent = problems.length > 0 ? `Not all of it is here: ${problems.join(' ')}` : '';
      this.draw();
    } catch (failure) {
      if (signal.aborted) return;
      this.answered = null;
      this.fail(failure);
    }
    this.element.removeAttribute('aria-busy');
  }

  private draw() {
    const { definition, answered, asked, view, host } = this;
    if (!view || !answered || answered.asked !== asked) return; // Else it is drawn when the answer is there.
    const { data } = answered;
    if (definition.isEmpty(data)) {
      this.words(definition.name, '');
      return this.replaceBody({ content: h('p', { class: 'card-empty' },
        'No papers here. ', h('a', { href: view.address({ from: undefined, to: undefined }), 'data-choose': true }, 'Take all days'),
        ' or ', h('a', { href: dashboard, 'data-choose': true }, 'take the whole filter back'), '.') });
    }

    const isTable = !definition.isTable && host.isTable(definition.id);
    this.toggle.replaceChildren(isTable ? chartIcon() : tableIcon());
    const words = isTable ? `Show “${definition.name}” as a chart` : `Show “${definition.name}” as a table`;
    this.toggle.setAttribute('aria-label', words);
    this.toggle.title = isTable ? 'Chart' : 'Table';
    this.words(definition.title(data, view), definition.subtitle(data, view));
    this.replaceBody(isTable
      ? { content: tableElement(definition.table(data, view), definition.name) }
      : definition.draw(data, view, range => host.choose(range)));
  }

  private words(title: string, subtitle: string) {
    this.heading.textContent = title;
    this.subtitle.textContent = subtitle;
  }

  private fail(failure: unknown) {
    this.words(this.definition.name, '');
    this.note.textContent = '';
    this.replaceBody({ content: failedPart(failure, () => void this.reload()) });
  }

  /** Whoever had the focus in the old content has it in the new one, on the same thing where that is still there. */
  private replaceBody(drawing: Drawing) {
    const focused = this.body.contains(document.activeElement) ? document.activeElement : null;
    const key = focused?.getAttribute('data-key');
    const find = (selector: string) => this.body.querySelector<HTMLElement>(selector);
    this.drawing?.destroy?.();
    this.drawing = drawing;
    refill(this.body, drawing.content);
    if (!focused) return;
    const same = key ? find(`[data-key="${CSS.escape(key)}"]`) : find('.plot');
    (same ?? this.heading).focus({ preventScroll: true });
  }

  private switchTable() {
    this.host.setTable(this.definition.id, !this.host.isTable(this.definition.id));
  }

  private menu(close: () => void): Child {
    const { definition, answered, view, asked } = this;
    return h('ul', { class: 'menu' }, [
      answered && view ? menuButton('Numbers as CSV', close, () =>
        download(`papergraph-${definition.id}.csv`, 'text/csv;charset=utf-8', toCsv(definition.table(answered.data, view)))) : null,
      asked ? menuButton('Show the query', close, () => showQuery(definition.name, asked)) : null,
      asked ? ideLink(asked, 'Open the query in the IDE', null) : null,
      menuButton('Copy a link to this', close, () => void copy(linkTo(definition.id))),
    ].filter(item => item !== null).map(item => h('li', {}, item)));
  }
}

function linkTo(id: string): string {
  const address = new URL(location.href);
  address.hash = id;
  return address.href;
}

function icon(...paths: string[]): SVGSVGElement {
  return svg('svg', { viewBox: '0 0 16 16', width: 16, height: 16, fill: 'none', stroke: 'currentColor', 'aria-hidden': 'true' },
    paths.map(d => svg('path', { d })));
}

const tableIcon = () => icon('M2.5 3.5h11v9h-11z', 'M2.5 6.5h11M2.5 9.5h11M6.5 6.5v6');
const moreIcon = () => svg('svg', { viewBox: '0 0 16 16', width: 16, height: 16, fill: 'currentColor', 'aria-hidden': 'true' },
  [3, 8, 13].map(cx => svg('circle', { cx, cy: 8, r: 1.5 })));
const chartIcon = () => icon('M2.5 13.5h11', 'M4.5 11.5v-4M8 11.5v-8M11.5 11.5v-6');
