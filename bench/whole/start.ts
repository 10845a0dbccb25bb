import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench } from '../kit/bench';
import { summary } from '../kit/measure';
import { median } from '../kit/rounds';

const ROUNDS = 7;
const LOOK_EVERY_MS = 20;
const PATIENCE_MS = 240_000;
const ROOT = join(__dirname, '../..');
const READY = /ready: (http:\/\/\S+)/;

/** `npm start` on a database that is up to date, until the platform says that it is ready. */
export const start: Bench = async ({ rows, say }) => {
  const rounds = Math.min(rows, ROUNDS);
  const dataDir = mkdtempSync(join(tmpdir(), 'hanan-start-'));
  chmodSync(dataDir, 0o711); // the account of the database goes through it
  try {
    say('building what has changed');
    execFileSync(process.execPath, ['scripts/launch.mjs', 'build'], { cwd: ROOT, stdio: 'inherit' });
    say('the first start makes the database');
    const first = await startOnce(dataDir);
    const took: number[] = [];
    while (took.length < rounds) {
      const ms = await startOnce(dataDir);
      took.push(ms);
      say(`${(ms / 1_000).toFixed(2)} s`);
    }
    const seconds = median(took) / 1_000;
    return {
      name: 'start',
      work: `${rounds} starts of \`npm start\`, one after the other, each with the embedded database that the one before left: from the start of the process until \`/health/ready\` answers 200. The files are in the memory of the machine.`,
      aim: 'ready ≤ 5 s.',
      figures: [
        {
          name: 'cold start with a migrated database until ready',
          aim: '≤ 5 s',
          measured: `${seconds.toFixed(1)} s`,
          met: seconds <= 5,
        },
      ],
      measured: [summary('start until ready', took, took.reduce((sum, ms) => sum + ms, 0) / 1_000)],
      notes: [`The first start, with all migrations and the reference data: ${(first / 1_000).toFixed(1)} s.`],
    };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
};

async function startOnce(dataDir: string): Promise<number> {
  const begun = performance.now();
  const child = spawn(process.execPath, ['scripts/launch.mjs', 'main'], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', MQTT_PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const url = await addressOf(child);
    while (!(await isReady(url))) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    return performance.now() - begun;
  } finally {
    await stop(child);
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`not ready in time: ${said}`)), PATIENCE_MS);
    child.once('exit', (code) => reject(new Error(`it ended with ${code}: ${said}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const url = READY.exec(said)?.[1];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve(url);
    });
  });
}

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/health/ready`).then(
    ({ status }) => status === 200,
    () => false,
  );

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}
