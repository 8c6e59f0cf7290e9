import { explore } from '../frame/addresses.ts';
import { h } from '../frame/html.ts';
import { failedPage, noPapers, skeleton } from '../frame/states.ts';

/** What is said: a line over the drawing, a word for whoever does not see it, and what covers the drawing where there is none. */
export class Messages {
  readonly cover = h('div', { class: 'cover' });
  readonly notice = h('p', { class: 'notice' });
  readonly said = h('p', { class: 'hidden', role: 'status', id: 'said' });

  /** Says what has changed. */
  say(words: string) {
    this.said.textContent = words;
  }

  /** Shows it until something else is to be shown. */
  show(words: string) {
    this.notice.textContent = words;
  }

  /** Shows it, and says it. */
  tell(words: string) {
    this.say(words);
    this.show(words);
  }

  wait() {
    this.cover.replaceChildren(skeleton());
  }

  uncover() {
    this.cover.replaceChildren();
  }

  empty(lookAgain: () => void) {
    this.show('');
    this.cover.replaceChildren(noPapers(lookAgain));
  }

  fail(failure: unknown, tryAgain: () => void, canBeginAnew: boolean) {
    this.show('');
    this.cover.replaceChildren(failedPage(failure, tryAgain, canBeginAnew && h('a', { class: 'button', href: explore }, 'Begin anew')));
  }
}
