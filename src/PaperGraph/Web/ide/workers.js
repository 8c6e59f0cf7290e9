// The editors do their work in workers, which the bundle holds beside the page's own script.
const workers = {
  graphql: 'graphql.worker.js',
  json: 'json.worker.js',
};

globalThis.MonacoEnvironment = {
  getWorker(_id, label) {
    return new Worker(new URL(workers[label] ?? 'editor.worker.js', import.meta.url), { type: 'module' });
  },
};
