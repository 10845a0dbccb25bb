/**
 * Starts a part of the platform from its build: `node scripts/launch.mjs main [arguments]`; `build` only builds. Builds first
 * what has changed since the last build, with progress, so that two commands (`npm ci && npm run demo`) lead from a clone to a
 * running platform.
 * The program then runs in this very process: signals and exit codes are its own. Only Node's own modules here, and nothing
 * heavy is loaded when the build is up to date.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const DIST = join(ROOT, 'dist');
const OLDEST_NODE = [20, 19];
const COMPILED = /(\.js|\.js\.map|\.d\.ts)$/;
const BUILD_ONLY = 'build';
const NEEDS_WEB = ['main', 'commands/demo', BUILD_ONLY];
/** Lines about a build that takes long; where a person looks at a terminal one line is kept up to date instead. */
const STILL_EVERY_S = process.stdout.isTTY ? 1 : 10;

/** What is compiled, from which files, how, and how to see that the result is there. */
const PARTS = {
  server: {
    label: '服务端 server',
    sources: [
      'src',
      'migrations',
      'seeds',
      'tsconfig.json',
      'tsconfig.build.json',
      'nest-cli.json',
      'package-lock.json',
    ],
    tool: ['node_modules/@nestjs/cli/bin/nest.js', 'build'],
    before: sweepServerBuild,
    complete: () => missingOutputs().length === 0,
  },
  web: {
    label: '网页 web app',
    sources: [
      'web/src',
      'web/public',
      'web/index.html',
      'web/vite.config.mts',
      'web/tsconfig.json',
      'package-lock.json',
    ],
    tool: ['node_modules/vite/bin/vite.js', 'build', '--config', 'web/vite.config.mts'],
    before: () => undefined,
    complete: () => existsSync(join(ROOT, 'web/dist/index.html')),
  },
};

/** Compilers at work: when one fails the other is not left behind. */
const compilers = new Set();

const [entry, ...rest] = process.argv.slice(2);
if (!entry) fail('用法 usage: node scripts/launch.mjs <build | main | commands/… | simulator/main> [arguments]');
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]))
  fail(
    `需要 Node.js ${OLDEST_NODE.join('.')} 或更高，现在是 ${process.versions.node}。Node.js ≥ ${OLDEST_NODE.join('.')} is needed.`,
  );

await buildWhatChanged(NEEDS_WEB.includes(entry) ? ['server', 'web'] : ['server']);
if (entry === BUILD_ONLY) process.exit(0);
const program = join(DIST, 'src', `${entry}.js`);
if (!existsSync(program)) fail(`没有这个程序 there is no such program: ${entry}`);
process.argv = [process.argv[0], program, ...rest];
await import(pathToFileURL(program).href);

async function buildWhatChanged(names) {
  const due = names
    .map((name) => ({
      ...PARTS[name],
      stamp: join(DIST, `.${name}.stamp`),
      fingerprint: fingerprintOf(PARTS[name].sources),
    }))
    .filter(
      ({ stamp, fingerprint, complete }) =>
        !complete() || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== fingerprint,
    );
  if (due.length === 0) return;
  const missing = due.find(({ tool }) => !existsSync(join(ROOT, tool[0])));
  if (missing) fail(`请先运行 npm ci：缺少 ${missing.tool[0]}。Run npm ci first: ${missing.tool[0]} is missing.`);
  say(`焊安 Hanan：源文件有变化，正在编译（第一次约一分钟）… compiling, the first time takes about a minute`);
  mkdirSync(DIST, { recursive: true });
  const progress = showProgress(due.map(({ label }) => label));
  try {
    await Promise.all(due.map((part) => build(part, progress)));
  } catch (fault) {
    for (const child of compilers) child.kill();
    fail(fault.message);
  } finally {
    progress.end();
  }
}

/** Runs one compiler. The stamp is written only when it succeeded, with what the sources were before it began. */
async function build({ label, tool, before, stamp, fingerprint }, progress) {
  rmSync(stamp, { force: true });
  before();
  const child = spawn(process.execPath, tool, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  compilers.add(child);
  const pass = (signal) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, pass);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const code = await new Promise((done) =>
    child.once('close', (status, signal) => done(signal ?? status)).once('error', done),
  );
  for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, pass);
  compilers.delete(child);
  if (code === 'SIGINT' || code === 'SIGTERM' || code === 130) process.exit(130);
  if (code !== 0) throw new Error(`${output.trim()}\n\n编译失败 build failed: ${label}`);
  writeFileSync(stamp, fingerprint);
  progress.done(label);
}

/** One line that is kept up to date on a terminal; plain lines elsewhere. */
function showProgress(labels) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const waiting = new Set(labels);
  const still = () => {
    const line = `  正在编译 compiling ${[...waiting].join(' + ')} … ${seconds()} s`;
    if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${line}`);
    else say(line);
  };
  const timer = setInterval(still, STILL_EVERY_S * 1000);
  still();
  return {
    done(label) {
      waiting.delete(label);
      say(`${process.stdout.isTTY ? '\r\x1b[K' : ''}  ✓ ${label}（${seconds()} s）`);
    },
    end: () => clearInterval(timer),
  };
}

/** Content, not times: a checkout or a copy changes times and nothing else. */
function fingerprintOf(sources) {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
  for (const file of sources.flatMap((source) => filesBelow(join(ROOT, source))))
    hash.update(`\0${relative(ROOT, file)}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((found) => found.isFile())
    .map((found) => join(found.parentPath, found.name))
    .sort();
}

function sourcesOfServer() {
  const files = ['src', 'migrations', 'seeds'].flatMap((folder) => filesBelow(join(ROOT, folder)));
  return files.filter((file) => /(?<!\.d)\.ts$/.test(file));
}

function outputOf(source) {
  return join(DIST, relative(ROOT, source).replace(/\.ts$/, '.js'));
}

function missingOutputs() {
  return sourcesOfServer().filter((source) => !existsSync(outputOf(source)));
}

/**
 * What was compiled from a file that is gone must go too: migrations and seeds are found by looking into their folder. And the
 * compiler's own memory must not make it skip files that somebody deleted.
 */
function sweepServerBuild() {
  const wanted = new Set(sourcesOfServer().map(outputOf));
  for (const file of ['src', 'migrations', 'seeds'].flatMap((folder) => filesBelow(join(DIST, folder))))
    if (COMPILED.test(file) && !wanted.has(file.replace(COMPILED, '.js'))) rmSync(file);
  if (missingOutputs().length > 0)
    for (const file of readdirSync(DIST)) if (file.endsWith('.tsbuildinfo')) rmSync(join(DIST, file));
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

function fail(message) {
  process.stderr.write(`\n${message}\n`);
  process.exit(1);
}
