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

let running = new AbortController();

async function run() {
  running.abort();
  const { signal } = (running = new AbortController());
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
  const answers = [];
  for await (const text of post({ query: query.value, variables: parsed }, signal)) {
    if (signal.aborted) return;
    answers.push(text);
    took.textContent = `${Math.round(performance.now() - start)} ms`;
    answer.textContent = answers.join('\n');
  }
}

// The answer, or one after the other where there are several.
async function* post(body, signal) {
  try {
    const response = await fetch(location.pathname, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/graphql-response+json, application/json, text/event-stream',
      },
      body: JSON.stringify(body),
      signal,
    });
    if (response.headers.get('Content-Type')?.startsWith('text/event-stream')) yield* eventsOf(response.body);
    else yield formatted(await response.text()) || `${response.status} ${response.statusText}`;
  } catch (failure) {
    if (!signal.aborted) yield `The server did not answer: ${failure.message}`;
  }
}

async function* eventsOf(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const events = (text + part.value).split('\n\n');
    text = events.pop();
    for (const event of events) {
      const data = /^data: (.+)$/m.exec(event);
      if (data) yield formatted(data[1]);
    }
  }
}

function formatted(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
