import './combobox.css';
import { Failure } from './graphql.ts';
import { h, type Child } from './html.ts';

export interface Choice {
  /** What the box holds when it is chosen. */
  text: string;
  /** What the list shows. */
  content: Child;
  choose: () => void;
}

export interface ComboboxOptions {
  label: string;
  placeholder: string;
  /** Called as the person types; a call that is overtaken is aborted. */
  find: (text: string, signal: AbortSignal) => Promise<Choice[]>;
  /** Whether something is listed before anything is typed. */
  opensEmpty: boolean;
}

/** After how many milliseconds what had no answer is asked again. */
const retryAfter = 2000;

let made = 0;

/** A box that one types into and a list of what may be meant: arrows and Enter choose, Escape closes. */
export function combobox({ label, placeholder, find, opensEmpty }: ComboboxOptions) {
  const id = `choices-${++made}`;
  const input = h('input', {
    type: 'search', role: 'combobox', placeholder, 'aria-label': label, 'aria-expanded': 'false', 'aria-controls': id,
    'aria-autocomplete': 'list', autocomplete: 'off', spellcheck: 'false',
    oninput: () => void search(), onkeydown: press, onfocus: () => void (opensEmpty && search()), onblur: leave,
  });
  const list = h('ul', { class: 'choices', id, role: 'listbox', 'aria-label': label, hidden: true });
  const status = h('p', { class: 'choices-status', 'aria-live': 'polite' });
  let choices: Choice[] = [];
  let active = -1;
  let running = new AbortController();

  return { element: h('div', { class: 'combobox' }, input, list, status), input };

  async function search() {
    running.abort();
    const { signal } = (running = new AbortController());
    const text = input.value.trim();
    if (text === '' && !opensEmpty) return close();
    try {
      choices = await find(text, signal);
      say(choices.length === 0 ? `Nothing is called “${text}”.` : '');
    } catch (failure) {
      if (signal.aborted) return;
      choices = [];
      say(failure instanceof Error ? failure.message : String(failure));
      const isOfText = failure instanceof Failure && failure.code === 'BAD_USER_INPUT';
      if (!isOfText) setTimeout(() => void (!signal.aborted && search()), retryAfter);
    }
    if (!signal.aborted) show();
  }

  /** What is said already is not said aloud again. */
  function say(words: string) {
    if (status.textContent !== words) status.textContent = words;
  }

  /** Where the window is left, the box keeps the focus, and what it was asked. */
  function leave() {
    if (document.activeElement !== input) close();
  }

  function show() {
    active = choices.length > 0 && input.value.trim() !== '' ? 0 : -1;
    list.replaceChildren(...choices.map((choice, index) => h('li', {
      role: 'option', id: `${id}-${index}`,
      onmousedown: (event: Event) => event.preventDefault(), // The box keeps the focus.
      onclick: () => choose(index),
    }, choice.content)));
    list.hidden = choices.length === 0;
    input.setAttribute('aria-expanded', String(choices.length > 0));
    mark();
  }

  function mark() {
    [...list.children].forEach((item, index) => item.setAttribute('aria-selected', String(index === active)));
    if (active < 0) return input.removeAttribute('aria-activedescendant');
    input.setAttribute('aria-activedescendant', `${id}-${active}`);
    list.children[active]?.scrollIntoView({ block: 'nearest' });
  }

  function press(event: KeyboardEvent) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) return void search();
      active = (active + (event.key === 'ArrowDown' ? 1 : -1) + choices.length) % choices.length;
      mark();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(active);
    } else if (event.key === 'Escape' && !list.hidden && !opensEmpty) {
      event.stopPropagation();
      close();
    }
  }

  function choose(index: number) {
    const choice = choices[index];
    if (!choice) return;
    input.value = choice.text;
    close();
    choice.choose();
  }

  function close() {
    running.abort();
    if (opensEmpty) return;
    list.hidden = true;
    say('');
    input.setAttribute('aria-expanded', 'false');
  }
}
