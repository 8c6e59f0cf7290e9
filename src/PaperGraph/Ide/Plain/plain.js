// A page to run queries on that needs nothing but the browser; it stands in where GraphiQL was not built.
const [request, query, variables, answer, took, example, about] =
  ['request', 'query', 'variables', 'answer', 'took', 'example', 'about'].map(id => document.getElementById(id));
const examples = JSON.parse(document.getElementById('examples').textContent);

for (const { name } of examples) example.add(new Option(name));
example.addEventListener('change', () => show(examples[example.selectedIndex]));

const asked = new URLSearchParams(location.search);
if (asked.has('query')) show({ query: asked.get('query'), variables: asked.get('variables') ?? '', about: '' });
else if (examples.length > 0) show(examples[0]);

request.addEventListener('submit', event => {
  event.preventDefault();
  run();
});

document.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  run();
});

function show(chosen) {
  query.value = chosen.query;
  variables.value = chosen.variables ?? '';
  about.textContent = chosen.about;
}

let latest = 0;

async function run() {
  const number = ++latest;
  const values = variables.value.trim();
  let parsed;
  try {
    parsed = values ? JSON.parse(values) : undefined;
  } catch (failure) {
    answer.textContent = `The variables are not JSON: ${failure.message}`;
    return;
  }

  took.textContent = '…';
  const start = performance.now();
  const text = await post({ query: query.value, variables: parsed });
  if (number !== latest) return;
  took.textContent = `${Math.round(performance.now() - start)} ms`;
  answer.textContent = text;
}

async function post(body) {
  try {
    const response = await fetch(location.pathname, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json, application/json' },
      body: JSON.stringify(body),
    });
    return formatted(await response.text()) || `${response.status} ${response.statusText}`;
  } catch (failure) {
    return `The server did not answer: ${failure.message}`;
  }
}

function formatted(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
