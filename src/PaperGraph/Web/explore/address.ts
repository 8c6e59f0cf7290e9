import { explore } from '../frame/addresses.ts';
import { parse, searchOf, type State } from './state.ts';

interface Entry {
  at?: number;
}

/** The state in the address, and how many states of this page the browser keeps before and behind it. */
export class Address {
  state: State;
  private at: number;
  private last: number;

  /** @param restored is called when a person went back or forth. */
  constructor(restored: () => void) {
    this.state = parse(location.search);
    this.at = this.last = this.entry.at ?? 0;
    addEventListener('popstate', () => {
      this.at = this.entry.at ?? 0;
      this.last = Math.max(this.last, this.at);
      this.state = parse(location.search);
      restored();
    });
  }

  get canUndo() {
    return this.at > 0;
  }

  get canRedo() {
    return this.at < this.last;
  }

  /** Whether that is another state than the one that is shown. */
  go(next: State): boolean {
    if (searchOf(next) === searchOf(this.state)) return false;
    this.last = ++this.at;
    history.pushState({ at: this.at } satisfies Entry, '', addressOf(next));
    this.state = next;
    return true;
  }

  /** The same choice in other words, which is nothing that one would go back from. */
  correct(state: State) {
    history.replaceState({ at: this.at } satisfies Entry, '', addressOf(state));
    this.state = state;
  }

  private get entry(): Entry {
    return (history.state as Entry | null) ?? {};
  }
}

function addressOf(state: State): string {
  const search = searchOf(state);
  return search === '' ? explore : `${explore}?${search}`;
}
