// Bundles the IDE into the folder given: everything it needs, nothing from elsewhere. Assets are kept compressed.
import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const target = process.argv[2];

// GraphiQL and monaco-graphql were written for monaco-editor 0.52. They get the current one, whose files they name by old paths,
// and the current DOMPurify in place of the copy that lies in it.
const current = {
  name: 'current',
  setup(bundle) {
    bundle.onResolve({ filter: /^monaco-graphql\/esm\/monaco-editor\.js$/ }, () => ({ path: join(here, 'monaco.js') }));
    bundle.onResolve({ filter: /^\.\/monaco-editor$/ }, () => ({ path: join(here, 'monaco.js') }));
    bundle.onResolve({ filter: /^monaco-editor\/esm\/vs\// }, ({ path, ...from }) =>
      bundle.resolve(path.replace('/esm/vs/', '/').replace(/\.js$/, ''), from));
    bundle.onResolve({ filter: /\/dompurify\.js$/ }, ({ path, ...from }) => bundle.resolve('dompurify', from));
  },
};

await build({
  plugins: [current],
  absWorkingDir: here,
  entryPoints: {
    main: 'main.jsx',
    'editor.worker': 'monaco-editor/editor/editor.worker.js',
    'json.worker': 'monaco-editor/language/json/json.worker.js',
    'graphql.worker': 'monaco-graphql/esm/graphql.worker.js',
  },
  outdir: join(target, 'assets'),
  bundle: true,
  splitting: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
  loader: { '.ttf': 'file' },
  logLevel: 'warning',
});

for (const name of await readdir(join(target, 'assets'))) {
  const file = join(target, 'assets', name);
  await writeFile(`${file}.gz`, gzipSync(await readFile(file), { level: 9 }));
  await rm(file);
}
await copyFile(join(here, 'index.html'), join(target, 'index.html'));
