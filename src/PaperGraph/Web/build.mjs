// Builds the web pages below the folder given: `node build.mjs FOLDER` leaves a bundle of each in FOLDER/dist and their sources' hash
// in FOLDER/built. Builds that run side by side take turns, and those that find the work done leave it at that.
// Ends with 1 where the packages cannot be had, and with 2 where the sources are wrong.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync, cpSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const sources = fileURLToPath(new URL('.', import.meta.url));
const sourceNames = readdirSync(sources, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(entry => relative(sources, join(entry.parentPath ?? entry.path, entry.name)))
  .filter(name => !/^(node_modules|dist)[\\/]/.test(name))
  .sort();
const folder = resolve(process.argv[2]);
const workplace = join(folder, 'sources');
const lock = join(folder, 'lock');
const built = join(folder, 'built');
const installed = join(folder, 'installed');

// Without a network the build should go on soon.
const giveUpSoon = ['--fetch-retries=1', '--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=5000'];

mkdirSync(folder, { recursive: true });
await takeTurn();
try {
  if (!isBuilt()) buildAll();
  writeFileSync(built, hashOf(sourceNames));
} catch (failure) {
  rmSync(join(folder, 'dist'), { recursive: true, force: true });
  console.error(failure.message);
  process.exitCode = existsSync(installed) ? 2 : 1;
} finally {
  rmSync(lock, { force: true });
}

function isBuilt() {
  return existsSync(join(folder, 'dist')) && contentOf(built) === hashOf(sourceNames);
}

function buildAll() {
  removeOldSources();
  for (const name of sourceNames) {
    mkdirSync(dirname(join(workplace, name)), { recursive: true });
    cpSync(join(sources, name), join(workplace, name));
  }

  const packages = hashOf(['package-lock.json']);
  if (contentOf(installed) !== packages) {
    rmSync(installed, { force: true });
    run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...giveUpSoon]);
    writeFileSync(installed, packages);
  }

  const fresh = join(folder, 'dist.new');
  rmSync(fresh, { recursive: true, force: true });
  run(process.execPath, ['bundle.mjs', fresh]);
  rmSync(join(folder, 'dist'), { recursive: true, force: true });
  renameSync(fresh, join(folder, 'dist'));
}

function removeOldSources() {
  if (!existsSync(workplace)) return;
  for (const name of readdirSync(workplace))
    if (name !== 'node_modules') rmSync(join(workplace, name), { recursive: true });
}

function run(command, args) {
  // npm is a script on Windows, which only a shell can start; its arguments above hold nothing that a shell would read.
  const shell = process.platform === 'win32' && command === 'npm';
  const { error, status } = spawnSync(command, args, { cwd: workplace, stdio: 'inherit', shell });
  if (error) throw new Error(`${command} could not be started: ${error.message}`);
  if (status !== 0) throw new Error(`${command} ${args[0]} ended with ${status}`);
}

async function takeTurn() {
  while (true) {
    try {
      const file = openSync(lock, 'wx');
      writeFileSync(file, String(process.pid));
      closeSync(file);
      return;
    } catch (failure) {
      if (failure.code !== 'EEXIST') throw failure;
    }
    if (holderIsGone()) rmSync(lock, { force: true });
    else await setTimeout(200);
  }
}

function holderIsGone() {
  try {
    const holder = Number(readFileSync(lock, 'utf8'));
    if (!holder) return Date.now() - statSync(lock).mtimeMs > 10_000; // taken, and never signed
    process.kill(holder, 0);
    return false;
  } catch (failure) {
    return failure.code === 'ESRCH';
  }
}

function hashOf(names) {
  const hash = createHash('sha256');
  for (const name of names) hash.update(`${name}\0`).update(readFileSync(join(sources, name)));
  return hash.digest('hex');
}

function contentOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
