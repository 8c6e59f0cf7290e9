import { ask, onNotice } from './graphql.ts';

const askAgainAfter = 2_000;

/**
 * Shows what the server says that it is at, such as the import of its sample. It is asked again while that goes on, and `over` is called
 * once it is done.
 */
export function watchNotice(show: (words: string) => void, over: () => void) {
  let going = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  onNotice(hear);

  function hear(words = '') {
    const before = going;
    going = words;
    if (words) timer ??= setTimeout(askAgain, askAgainAfter);
    if (words || before) show(words);
    if (!words && before) over();
  }

  function askAgain() {
    timer = undefined;
    void ask({ query: '{ __typename }', variables: {} }).catch(() => hear(going));
  }
}
