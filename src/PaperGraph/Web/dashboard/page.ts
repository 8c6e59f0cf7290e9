import { h } from '../frame/html.ts';
import { failedPage, noPapers } from '../frame/states.ts';
import { onThemeChange } from '../frame/theme.ts';
import { watchNotice } from '../frame/watch.ts';
import { dayName } from '../frame/words.ts';
import { Card, type CardHost } from './card.ts';
import { cards, numbers } from './cards.ts';
import { addressOf, changed, parse, type Change, type Filter } from './filter.ts';
import { Names } from './names.ts';
import type { Range } from './periods.ts';
import { Sentence } from './sentence.ts';
import { askStart } from './start.ts';
import { View, type Known } from './view.ts';

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
    watchNotice(
      words => (this.notice.textContent = words),
      () => void this.start().then(() => this.all().forEach(card => void card.reload())));
  }

  async start() {
    this.filter = parse(location.search);
    this.content.replaceChildren(this.sentence.element, this.numbers.element,
      h('div', { class: 'cards' }, this.cards.map(card => card.element)), this.foot);
    this.content.setAttribute('aria-busy', 'true');
    try {
      this.known = await askStart();
    } catch (failure) {
      return this.content.replaceChildren(failedPage(failure, () => void this.start()));
    } finally {
      this.content.removeAttribute('aria-busy');
    }
    if (!this.known) return this.content.replaceChildren(noPapers(() => void this.start()));
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
}
