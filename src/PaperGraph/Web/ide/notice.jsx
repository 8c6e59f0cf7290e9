import { useSyncExternalStore } from 'react';

const askAgainAfter = 2_000;
const showEndFor = 10_000;

/** What the server lets know of its state. While it says something it is asked again, so that the end of it is seen. */
export class Notices {
  #text = null;
  #timer = null;
  #listeners = new Set();

  constructor(url) {
    this.url = url;
  }

  tell = notice => {
    if (notice) {
      this.#show(notice);
      this.#timer ??= setTimeout(this.#askAgain, askAgainAfter);
    } else if (this.#timer) {
      clearTimeout(this.#timer);
      this.#timer = null;
      this.#show('All of it is in now: run a query again to see it.');
      setTimeout(() => this.#show(null), showEndFor);
    }
  };

  subscribe = listener => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  text = () => this.#text;

  #askAgain = async () => {
    const response = await fetch(this.url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: '{"query":"{ __typename }"}',
    }).catch(() => null);
    const answer = await response?.json().catch(() => null);
    if (answer?.data) this.tell(answer.extensions?.notice);
    if (this.#timer) this.#timer = setTimeout(this.#askAgain, askAgainAfter);
  };

  #show(text) {
    this.#text = text;
    for (const listener of this.#listeners) listener();
  }
}

/** One line above the editors. */
export function Notice({ notices }) {
  const text = useSyncExternalStore(notices.subscribe, notices.text);
  return <p className="graphiql-container notice" role="status">{text}</p>;
}
