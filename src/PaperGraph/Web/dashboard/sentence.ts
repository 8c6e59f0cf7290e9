import { h, type Child } from '../frame/html.ts';
import { combobox, type Choice } from '../frame/combobox.ts';
import { popover } from '../frame/popover.ts';
import type { Change } from './filter.ts';
import type { Names } from './names.ts';
import { findConcepts, findOrganizations, findTopics, type Finder } from './find.ts';
import { dayName } from '../frame/words.ts';
import { addDays, addMonths, rangeName, startOf, type Range } from './periods.ts';
import { papers } from './words.ts';
import type { View } from './view.ts';

type Named = 'topic' | 'organization' | 'concept';

const finderOf = (kind: Named, { known: { topics } }: View): Finder =>
  kind === 'topic' ? findTopics(topics) : kind === 'organization' ? findOrganizations : findConcepts;

/** The filter as a sentence; what is underlined in it can be chosen otherwise. */
export class Sentence {
  readonly element = h('div', { class: 'sentence', role: 'group', 'aria-label': 'Filter' });

  constructor(private readonly names: Names, private readonly choose: (change: Change) => void) {}

  show(view: View) {
    const { filter } = view;
    const focused = this.element.contains(document.activeElement) ? document.activeElement?.getAttribute('data-key') : null;
    const isFiltered = Object.keys(filter).some(name => name !== 'tables');
    this.element.replaceChildren(h('p', {},
      'Papers published ', this.days(view),
      ' about ', this.named(view, 'topic', 'any topic'),
      ' and ', this.named(view, 'concept', 'any concept'),
      ', from ', this.named(view, 'organization', 'anyone'),
      ', ', this.code(view),
      isFiltered && [' ', h('a', { class: 'clear', href: view.address({
        from: undefined, to: undefined, topic: undefined, organization: undefined, concept: undefined, code: undefined,
      }), 'data-choose': true }, 'Clear')]));
    if (focused) this.element.querySelector<HTMLElement>(`[data-key="${focused}"]`)?.focus();
  }

  private days(view: View): Child {
    const name = view.isOpen ? `at any time (${rangeName(view.range)})` : rangeName(view.range);
    const preposition = name.includes(' – ') || view.isOpen ? '' : view.range.from === view.range.to ? 'on ' : 'in ';
    return [preposition, this.part('days', name, !view.isOpen, 'When they were published', close => [
      h('ul', { class: 'menu' }, presets(view).map(({ name, range }) =>
        h('li', {}, h('a', { href: view.address({ from: range?.from, to: range?.to }), 'data-choose': true, onclick: close }, name)))),
      daysForm(view, range => { close(); this.choose(range); }),
    ])];
  }

  private named(view: View, kind: Named, any: string): Child {
    const slug = view.filter[kind];
    const name = slug ? this.names.nameOf(kind, slug) : any;
    return this.part(kind, name, slug !== undefined, `Which ${kind}`, close => {
      const find = async (text: string, signal: AbortSignal): Promise<Choice[]> => {
        const found = (await finderOf(kind, view)(text, signal)).map(({ slug, name, paperCount }) => ({
          text: name,
          content: [h('span', {}, name), h('span', { class: 'detail' }, papers(paperCount))],
          choose: () => {
            this.names.learn(kind, slug, name);
            close();
            this.choose({ [kind]: slug });
          },
        }));
        const none: Choice = { text: any, content: any, choose: () => { close(); this.choose({ [kind]: undefined }); } };
        return slug && text === '' ? [none, ...found] : found;
      };
      const label = `Find ${kind === 'organization' ? 'an' : 'a'} ${kind}`;
      return combobox({ label, placeholder: `${label} …`, find, opensEmpty: true }).element;
    });
  }

  private code(view: View): Child {
    const options = [
      { value: undefined, name: 'with or without code' },
      { value: 'with', name: 'with code' },
      { value: 'without', name: 'without code' },
    ] as const;
    const chosen = options.find(({ value }) => value === view.filter.code) ?? options[0];
    return this.part('code', chosen.name, chosen.value !== undefined, 'With code or without', close =>
      h('ul', { class: 'menu' }, options.map(({ value, name }) =>
        h('li', {}, h('a', { href: view.address({ code: value }), 'data-choose': true, onclick: close,
          'aria-current': value === view.filter.code ? 'true' : null }, name)))));
  }

  private part(key: string, name: string, isChosen: boolean, label: string, fill: (close: () => void) => Child): Child {
    const button = h('button', { type: 'button', class: isChosen ? 'part chosen' : 'part', 'data-key': key }, name);
    return [button, popover(button, label, fill)];
  }
}

/** Days that are often wanted, reckoned from the latest paper back. */
function presets({ known: { extent } }: View): { name: string; range: Range | null }[] {
  const to = extent.to;
  const year = Number(to.slice(0, 4));
  const first = Number(extent.from.slice(0, 4));
  const years = Array.from({ length: Math.min(4, year - first + 1) }, (_, back) => String(year - back));
  return [
    { name: 'At any time', range: null },
    { name: 'The last 30 days', range: { from: addDays(to, -29), to } },
    { name: 'The last 90 days', range: { from: addDays(to, -89), to } },
    { name: 'The last 12 months', range: { from: addMonths(startOf(to, 'MONTH'), -11), to } },
    ...years.map(name => ({ name, range: { from: `${name}-01-01`, to: `${name}-12-31` } })),
  ];
}

function daysForm(view: View, choose: (range: Range) => void): HTMLFormElement {
  const box = (name: string, label: string, value: string) =>
    h('label', {}, label, h('input', { type: 'date', name, value, required: true }));
  return h('form', {
    class: 'days',
    onsubmit: (event: SubmitEvent) => {
      event.preventDefault();
      const days = new FormData(event.currentTarget as HTMLFormElement);
      const [from, to] = [String(days.get('from')), String(days.get('to'))].sort();
      choose({ from: from!, to: to! });
    },
  },
  box('from', 'From', view.range.from), box('to', 'to', view.range.to),
  h('button', { class: 'button primary' }, 'Show'),
  h('p', { class: 'detail' }, `The latest paper is of ${dayName(view.known.extent.to)}.`));
}
