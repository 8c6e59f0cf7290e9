// Bundles every page into a folder of its own below the one given: all it needs, nothing from elsewhere. Assets are kept compressed.
import { spawnSync } from 'node:child_process';
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
    bundle.onResolve({ filter: /^monaco-graphql\/esm\/monaco-editor\.js$/ }, () => ({ path: join(here, 'ide', 'monaco.js') }));
    bundle.onResolve({ filter: /^\.\/monaco-editor$/ }, () => ({ path: join(here, 'ide', 'monaco.js') }));
    bundle.onResolve({ filter: /^monaco-editor\/esm\/vs\// }, ({ path, ...from }) =>
      bundle.resolve(path.replace('/esm/vs/', '/').replace(/\.js$/, ''), from));
    bundle.onResolve({ filter: /\/dompurify\.js$/ }, ({ path, ...from }) => bundle.resolve('dompurify', from));
  },
};

// Of sigma only what is used: making a program for the graphics card has no effect besides, edges are lines, and colours have no names.
const used = {
  name: 'used',
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]sigma[\\/].*\.esm\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8'))
        .replaceAll(' = createEdge', ' = /* @__PURE__ */ createEdge')
        .replace(/ {2}arrow: \w+,\n/, '')
        .replace(/HTML_COLORS = \{[^}]*\}/, 'HTML_COLORS = {}'),
    }));
  },
};

const pages = {
  ide: {
    plugins: [current],
    entryPoints: {
      main: 'ide/main.jsx',
      'editor.worker': 'monaco-editor/editor/editor.worker.js',
      'json.worker': 'monaco-editor/language/json/json.worker.js',
      'graphql.worker': 'monaco-graphql/esm/graphql.worker.js',
    },
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.ttf': 'file' },
  },
  dashboard: {
    entryPoints: { main: 'dashboard/main.ts' },
  },
  explore: {
    plugins: [used],
    entryPoints: { main: 'explore/main.ts', 'layout.worker': 'explore/layout.worker.ts' },
    alias: { events: 'eventemitter3' }, // What sigma and graphology need of Node's events, in a third of the size.
  },
  // Pages of nodes are made by the server, with the styles as they are; this completes the bar on top.
  node: {
    entryPoints: { main: 'node/main.ts' },
    loader: { '.css': 'empty' },
  },
};

// TypeScript is checked as a whole; bundling only takes the types away.
const { status } = spawnSync(process.execPath, [join(here, 'node_modules', 'typescript', 'bin', 'tsc')], { cwd: here, stdio: 'inherit' });
if (status !== 0) process.exit(1);

await Promise.all(Object.entries(pages).map(async ([name, options]) => {
  const assets = join(target, name, 'assets');
  const common = {
    absWorkingDir: here, outdir: assets, bundle: true, minify: true, charset: 'utf8', target: 'es2022', logLevel: 'warning',
  };
  await build({ ...common, format: 'esm', splitting: true, ...options });
  await build({ ...common, format: 'iife', entryPoints: { early: 'frame/early.ts' } }); // A page waits for it, so it is no module.
  await compress(assets);
  if (name !== 'node') await copyFile(join(here, name, 'index.html'), join(target, name, 'index.html'));
}));

// Programs of the graphics card are texts, which minifying leaves as they are. Their directives need lines of their own.
function smallShader(text) {
  return text
    .replace(/\/\/[^\n]*|\/\*[^]*?\*\//g, '')
    .replace(/[ \t]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .replace(/(?<!#.*) ?([=+\-*/,;(){}<>?:]) ?/g, '$1');
}

async function compress(folder) {
  for (const name of await readdir(folder)) {
    const file = join(folder, name);
    const content = await readFile(file);
    const small = name.endsWith('.js') ? content.toString().replace(/`[^`]*\bgl_(?:Position|FragColor)[^`]*`/g, smallShader) : content;
    await writeFile(`${file}.gz`, gzipSync(small, { level: 9 }));
    await rm(file);
  }
}
