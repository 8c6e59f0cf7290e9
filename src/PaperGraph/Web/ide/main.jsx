import './workers.js';
// GraphiQL loads the editor later by itself; named here, its style sheet becomes part of the page's.
import './monaco.js';
import 'graphiql/style.css';
import './style.css';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { mountFrame } from '../frame/frame.ts';
import { chosenTheme, onThemeChange } from '../frame/theme.ts';
import { examplesPlugin, readExamples } from './examples.jsx';
import { createFetcher } from './fetcher.js';
import { Notice, Notices } from './notice.jsx';

const endpoint = location.pathname;
const notices = new Notices(endpoint);
const fetcher = createFetcher(endpoint, notices.tell);
const examples = readExamples();

// A link such as /graphql?query={…}&variables={…} opens on that query, in front of the examples.
const asked = new URLSearchParams(location.search);
const initialQuery = asked.get('query') ?? undefined;
const initialVariables = asked.get('variables') ?? undefined;
const askedTabs = initialQuery ? [{ query: initialQuery, variables: initialVariables ?? null }] : [];

function Ide() {
  const theme = useSyncExternalStore(onThemeChange, chosenTheme);
  return (
    <>
      <Notice notices={notices} />
      <GraphiQL
        fetcher={fetcher}
        initialQuery={initialQuery}
        initialVariables={initialVariables}
        defaultTabs={[...askedTabs, ...examples]}
        plugins={[HISTORY_PLUGIN, examplesPlugin(examples)]}
        forcedTheme={theme}
        schemaDescription
        inputValueDeprecation
      >
        <GraphiQL.Logo>{' '}</GraphiQL.Logo>
      </GraphiQL>
    </>
  );
}

mountFrame('ide');
createRoot(document.getElementById('ide')).render(<Ide />);
