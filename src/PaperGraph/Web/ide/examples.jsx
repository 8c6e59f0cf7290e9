import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';

/** What the server wrote into the page: [{ name, about, query }], the one to open on first. */
export function readExamples() {
  return JSON.parse(document.getElementById('examples').textContent);
}

/** A side panel that lists the examples; a click opens one in a tab of its own. */
export function examplesPlugin(examples) {
  return { title: 'Examples', icon: ExamplesIcon, content: () => <Examples examples={examples} /> };
}

function Examples({ examples }) {
  const editor = useGraphiQL(state => state.queryEditor);
  const { addTab } = useGraphiQLActions();

  const open = query => {
    addTab();
    editor.setValue(query);
    editor.focus();
  };

  return (
    <section aria-label="Examples">
      <h2 className="examples-title">Examples</h2>
      <ul className="examples">
        {examples.map(({ name, about, query }) => (
          <li key={name}>
            <button type="button" onClick={() => open(query)}>{name}</button>
            <p>{about}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ExamplesIcon() {
  return (
    <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <circle cx="5" cy="5" r="2.5" />
      <circle cx="15" cy="8" r="2.5" />
      <circle cx="7" cy="15.5" r="2.5" />
      <path d="M7.4 5.7 12.6 7.3M5.4 7.5l1.2 5.5M8.9 13.9l4.3-4.2" />
    </svg>
  );
}
