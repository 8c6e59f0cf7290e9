import './workers.js';
// GraphiQL loads the editor later by itself; named here, its style sheet becomes part of the page's.
import './monaco.js';
import 'graphiql/style.css';
import './style.css';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { examplesPlugin, readExamples } from './examples.jsx';
import { createFetcher } from './fetcher.js';
import { Notice, Notices } from './notice.jsx';

const endpoint = location.pathname;
const notices = new Notices(endpoint);
const examples = readExamples();

// A link such as /graphql?query={…}&variables={…} opens on that query, in front of the examples.
const asked = new URLSearchParams(location.search);
const initialQuery = asked.get('query') ?? undefined;
const initialVariables = asked.get('variables') ?? undefined;
const askedTabs = initialQuery ? [{ query: initialQuery, variables: initialVariables ?? null }] : [];

createRoot(document.getElementById('ide')).render(
  <>
    <Notice notices={notices} />
    <GraphiQL
      fetcher={createFetcher(endpoint, notices.tell)}
      initialQuery={initialQuery}
      initialVariables={initialVariables}
      defaultTabs={[...askedTabs, ...examples]}
      plugins={[HISTORY_PLUGIN, examplesPlugin(examples)]}
      schemaDescription
      inputValueDeprecation
    >
      <GraphiQL.Logo>PaperGraph</GraphiQL.Logo>
    </GraphiQL>
  </>,
);
