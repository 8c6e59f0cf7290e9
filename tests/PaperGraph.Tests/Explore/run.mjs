// Bundles the tests of /explore's logic, which is TypeScript, and runs them with Node's own runner.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const tests = fileURLToPath(new URL('logic', import.meta.url));
// What of a browser the modules look at when they are loaded.
const banner = { js: 'globalThis.document ??= { documentElement: { dataset: {} } };' };
const folder = mkdtempSync(join(tmpdir(), 'papergraph-explore-'));
try {
  const entryPoints = readdirSync(tests).map(name => join(tests, name));
  await build({ entryPoints, outdir: folder, bundle: true, platform: 'node', format: 'esm', outExtension: { '.js': '.mjs' }, logLevel: 'warning', banner });
  const files = readdirSync(folder).map(name => join(folder, name));
  process.exitCode = spawnSync(process.execPath, ['--test', ...files], { stdio: 'inherit' }).status ?? 1;
} finally {
  rmSync(folder, { recursive: true });
}
