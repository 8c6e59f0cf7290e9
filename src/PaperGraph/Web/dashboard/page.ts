import { ask, Failure, onNotice } from '../frame/graphql.ts';
import { h } from '../frame/html.ts';
import { onThemeChange } from '../frame/theme.ts';
import { Card, type CardHost } from './card.ts';
import { cards, numbers } from './cards.ts';
import { addressOf, changed, parse, type Change, type Filter } from './filter.ts';
import { Names } from './names.ts';
import { dayName, type Range } from './periods.ts';
import { Sentence } from './sentence.ts';
import { askStart } from './start.ts';
import { View, type Known } from './view.ts';

const askAgainAfter = 2_000;

/** The page: its address holds the filter, which the sentence, the numbers and all cards show. */
export class DashboardPage implements CardHost {
  private readonly names = new Names();
  private readonly sentence = new Sentence(this.names, change => this.change(change));
  private readonly numbers = new Card(numbers, this);
  private readonly cards = cards.map(card => new Card(card, this));
  private readonly notice = h('p', { class: 'notice', role: 'status' });
  private readonly said = h('p', { class: 'hidden', role: 'status', id: 'said' });
  private readonly content = h('div');
  private readonly foot = h('p', { class: 'foot' });
  private filter: Filter = {};
  private known: Known | null = null;

  constructor(main: HTMLElement) {
    main.append(this.notice, this.content, this.said);
    main.addEventListener('click', event => this.follow(event));
    addEventListener('popstate', () => this.show(parse(location.search)));
    onThemeChange(() => this.all().forEach(card => card.redraw()));
    onNotice(notice => this.tell(notice));
  }

  async start() {
    this.filter = parse(location.search);
    this.content.replaceChildren(this.sentence.element, this.numbers.element,
      h('div', { class: 'cards' }, this.cards.map(card => card.element)), this.foot);
    this.content.setAttribute('aria-busy', 'true');
    try {
      this.known = await askStart();
    } catch (failure) {
      return this.fail(failure);
    } finally {
      this.content.removeAttribute('aria-busy');
    }
    if (!this.known) return this.showEmpty();
    this.foot.textContent = `The latest paper is of ${dayName(this.known.extent.to)}. `
      + 'Mark a range of days in a chart, or choose a name, and all cards follow.';
    this.show(this.filter);
    if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }

  choose(range: Range) {
    this.change(range);
  }

  isTable(id: string) {
    return (this.filter.tables ?? '').split(',').includes(id);
  }

  setTable(id: string, isTable: boolean) {
    const others = (this.filter.tables ?? '').split(',').filter(other => other !== '' && other !== id);
    this.change({ tables: (isTable ? [...others, id] : others).join(',') || undefined });
  }

  private all(): Card<never>[] {
    return [this.numbers, ...this.cards] as Card<never>[];
  }

  private change(change: Change) {
    this.go(addressOf(changed(this.filter, change)));
  }

  private go(address: string) {
    history.pushState(null, '', address);
    this.show(parse(location.search));
  }

  private show(filter: Filter) {
    this.filter = filter;
    if (!this.known) return;
    const view = new View(filter, this.known);
    for (const { slug, name } of this.known.topics.all) this.names.learn('topic', slug, name);
    this.sentence.show(view);
    for (const card of this.all()) void card.show(view);
    void this.names.complete(filter).then(isNew => isNew && this.filter === filter && this.sentence.show(view), () => undefined);
  }

  /** Links that change the filter stay on the page, unless they are to be opened elsewhere. */
  private follow(event: MouseEvent) {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-choose]');
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.go(link.href);
  }

  private showEmpty() {
    const command = 'dotnet run --project src/PaperGraph -- import daily-papers.txt';
    this.content.replaceChildren(h('div', { class: 'page-empty' },
      h('h2', {}, 'There are no papers yet'),
      h('p', {}, 'Import a page or a file of papers; this page shows them when it is loaded again:'),
      h('pre', { tabindex: 0, role: 'region', 'aria-label': 'Command' }, command),
      h('button', { type: 'button', class: 'button primary', onclick: () => void this.start() }, 'Look again')));
  }

  private fail(failure: unknown) {
    const [what, advice] = failure instanceof Failure ? [failure.message, failure.advice] : [String(failure), 'Reload the page.'];
    this.content.replaceChildren(h('div', { class: 'page-empty', role: 'alert' },
      h('h2', {}, what), h('p', {}, advice),
      h('button', { type: 'button', class: 'button primary', onclick: () => void this.start() }, 'Try again')));
  }

  private timer: ReturnType<typeof setTimeout> | undefined;

  /** While the server says that something is still going on, it is asked again, and when that is over everything is shown anew. */
  private tell(notice: string | undefined) {
    if (notice) {
      this.notice.textContent = notice;
      this.timer ??= setTimeout(() => this.askWhetherOver(), askAgainAfter);
    } else if (this.notice.textContent) {
      this.notice.textContent = '';
      void this.start().then(() => this.all().forEach(card => void card.reload()));
    }
  }

  private askWhetherOver() {
    this.timer = undefined;
    void ask({ query: '{ __typename }', variables: {} }).catch(() => this.tell(this.notice.textContent ?? undefined));
  }
}
