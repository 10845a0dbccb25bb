/**
 * `npm run test:runtimes`: shows that the platform works on each line of Node.js that it promises, and on an older PostgreSQL.
 *
 *   npm run test:runtimes                                             Node.js 20.19, 22 and 24 on the embedded PostgreSQL
 *   npm run test:runtimes -- --node 22                                one of them
 *   npm run test:runtimes -- --postgres /usr/lib/postgresql/15/bin    Node.js of this machine on a PostgreSQL of that folder
 *
 *   … --demo-only                                                     without the suites
 *
 * Each round builds, starts a demo, follows a welder to power and back, and runs the suites named below.
 */
import { Buffer } from 'node:buffer';
import { execFileSync, spawn } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { fetchNode } from './runtimes/node-binary.mjs';
import { freePort, startPostgres } from './runtimes/own-postgres.mjs';
import { smoke } from './runtimes/smoke.mjs';

const LINES = ['20.19', '22', '24'];
/** Where another Node.js would show: rules, pictures, passwords, papers, sockets, processes of our own. */
const NODE_SUITES = [
  ['domain'],
  [
    'integration',
    'database/migrations',
    'telemetry/store-messages',
    'identity/second-factor',
    'registry/labels',
    'platform/(files|unit)',
  ],
  ['e2e', 'gateway-(happy|tls)', 'main-job', 'reports'],
];
/** Where another PostgreSQL would show: migrations up and down, policies, partitions, counts, searches, queues. */
const DATABASE_SUITES = [
  [
    'integration',
    'integration/(database|telemetry|jobs|registry|inventory|dashboard|supervision|regions|reports|platform)',
  ],
  ['e2e', 'gateway-happy', 'main-job', 'notices', 'evidence'],
];
const START_PATIENCE_MS = 900_000;

const options = process.argv.slice(2);
const option = (name) => (options.includes(name) ? options[options.indexOf(name) + 1] : undefined);
const suitesOf = (suites) => (options.includes('--demo-only') ? [] : suites);
const folder = mkdtempSync(join(tmpdir(), 'hanan-runtimes-'));
chmodSync(folder, 0o711); // a database server that runs as another user enters its own folder

const failed = [];
try {
  const bin = option('--postgres');
  if (bin) await tryPostgres(bin);
  else for (const line of option('--node')?.split(',') ?? LINES) await tryNode(line);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (failed.length > 0) {
  process.stderr.write(`\nFailed: ${failed.join('; ')}\n`);
  process.exitCode = 1;
}

async function tryNode(line) {
  const bin = fetchNode(line, folder);
  const node = { program: join(bin, 'node'), env: { PATH: `${bin}${delimiter}${process.env.PATH}` } };
  const name = `Node.js ${execFileSync(node.program, ['--version'], { encoding: 'utf8' }).trim()}`;
  await step(`${name}: build, demo, sign in, scan, power`, (dataDir) => tryDemo(node, dataDir, {}));
  for (const suites of suitesOf(NODE_SUITES)) await step(`${name}: ${suites[0]}`, () => runSuites(node, suites, {}));
}

async function tryPostgres(bin) {
  const node = { program: process.execPath, env: {} };
  const server = await startPostgres(bin, folder);
  const HANAN_TEST_SERVER = server.url('postgres');
  try {
    execFileSync(join(bin, 'createdb'), ['--maintenance-db', server.url('postgres'), 'hanan_demo'], {
      stdio: 'inherit',
    });
    const env = { DATABASE_URL: server.url('hanan_demo'), ...secrets() };
    await step(`${server.version}: demo, sign in, scan, power`, (dataDir) => tryDemo(node, dataDir, env));
    for (const suites of suitesOf(DATABASE_SUITES))
      await step(`${server.version}: ${suites[0]}`, () => runSuites(node, suites, { HANAN_TEST_SERVER }));
  } finally {
    await server.stop();
  }
}

async function step(name, work) {
  const began = performance.now();
  const dataDir = mkdtempSync(join(folder, 'data-'));
  chmodSync(dataDir, 0o711);
  let outcome = 'passed';
  try {
    await work(dataDir);
  } catch (fault) {
    failed.push(name);
    outcome = `FAILED: ${fault.message}`;
  }
  process.stdout.write(`${name}: ${outcome} (${Math.round((performance.now() - began) / 1_000)} s)\n`);
}

async function tryDemo(node, dataDir, given) {
  const [port, mqttPort] = [await freePort(), await freePort()];
  const password = `Demo-${randomBytes(6).toString('hex')}`;
  const log = join(dataDir, 'demo.log');
  const demo = start(node, ['scripts/launch.mjs', 'commands/demo'], openSync(log, 'w'), {
    ...{ DATA_DIR: dataDir, PORT: String(port), MQTT_PORT: String(mqttPort), DEMO_PASSWORD: password },
    ...given,
  });
  const base = `http://127.0.0.1:${port}`;
  try {
    await untilWelcome(demo, log, base);
    await smoke(base, dataDir, password);
  } catch (fault) {
    throw new Error(`${fault.message}\n${readFileSync(log, 'utf8').slice(-2_000)}`, { cause: fault });
  } finally {
    demo.child.kill('SIGINT');
    await demo.ended;
  }
}

async function untilWelcome(demo, log, base) {
  for (const end = Date.now() + START_PATIENCE_MS; Date.now() < end; await sleep(500)) {
    if (demo.child.exitCode !== null) throw new Error('the demo ended early');
    if (readFileSync(log, 'utf8').includes(`${base}`)) return;
  }
  throw new Error(`the demo was not ready after ${START_PATIENCE_MS / 1_000} s`);
}

async function runSuites(node, [project, ...patterns], given) {
  const program = join(dirname(import.meta.dirname), 'node_modules/jest/bin/jest.js');
  const jest = start(
    node,
    [program, '--selectProjects', project, '--maxWorkers', '2', '--', ...patterns],
    'inherit',
    given,
  );
  const code = await jest.ended;
  if (code !== 0) throw new Error(`jest ended with ${code}`);
}

/** `output`: where it writes, or `inherit`. */
function start({ program, env }, args, output, given) {
  const child = spawn(program, args, {
    cwd: dirname(import.meta.dirname),
    env: { ...process.env, ...env, ...given },
    stdio: ['ignore', output, output],
  });
  return { child, ended: new Promise((done) => child.once('close', (code, signal) => done(code ?? signal))) };
}

/** As an operator would give them: a database of one's own keeps no secrets. */
function secrets() {
  const key = () => randomBytes(32).toString('base64');
  const unlockKey = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' });
  return {
    ...{ JWT_SECRET: key(), MASTER_KEY: key(), TIP_KEY: key(), SEARCH_KEY: key() },
    UNLOCK_SIGNING_KEY: Buffer.from(unlockKey).toString('base64'),
  };
}
