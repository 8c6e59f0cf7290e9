import type { CameraState } from 'sigma/types';
import { explore } from '../frame/addresses.ts';
import { parse, searchOf, type State } from './state.ts';

/** Where everything is drawn, and from where it is looked at. */
export interface Sight {
  positions: [id: string, place: { x: number; y: number }][];
  camera: CameraState | null;
}

interface Entry {
  at?: number;
}

/** What the browser keeps for a tab of a page that was left. */
interface Left {
  search: string;
  at: number;
  last: number;
  sight: Sight;
}

const leftKey = 'papergraph.explore';

/**
 * The state in the address, and how many states of this page the browser keeps before and behind it. What is no choice, where all is
 * drawn, is kept beside it, so that a page that is loaded again looks as it did.
 */
export class Address {
  state: State;
  /** How the page looked when it was left; null where it was not here before. */
  readonly left: Sight | null;
  private at: number;
  private last: number;

  /**
   * @param restored is called when a person went back or forth.
   * @param sight is what is seen now.
   */
  constructor(restored: () => void, sight: () => Sight) {
    this.state = parse(location.search);
    this.at = this.entry.at ?? 0;
    const left = takeLeft();
    const isSame = left?.search === location.search && left.at === this.at;
    this.left = isSame ? left.sight : null;
    this.last = isSame ? left.last : this.at;
    addEventListener('popstate', () => {
      this.at = this.entry.at ?? 0;
      this.last = Math.max(this.last, this.at);
      this.state = parse(location.search);
      restored();
    });
    addEventListener('pagehide', () => leave({ search: location.search, at: this.at, last: this.last, sight: sight() }));
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

// A browser may refuse to keep anything; then the page is laid out anew.
function leave(left: Left) {
  try {
    sessionStorage.setItem(leftKey, JSON.stringify(left));
  } catch {}
}

function takeLeft(): Left | null {
  try {
    return JSON.parse(sessionStorage.getItem(leftKey) ?? 'null') as Left | null;
  } catch {
    return null;
  }
}
