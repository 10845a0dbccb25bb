/**
 * `npm run check`: what needs no database side by side, since each of these keeps one core busy; then the tests, which keep
 * all cores busy by themselves. What a step says comes in one piece when it ends, so that a failure can be read.
 */
import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';

/** Scripts of package.json. Within a row one after the other: `check:generated` writes what those beside it read. */
const SIDE_BY_SIDE = [['lint'], ['types', 'check:generated', 'doors', 'unused'], ['format']];
const LAST = 'test';

const failed = [];
await Promise.all(SIDE_BY_SIDE.map(takeInTurn));
if (failed.length === 0 && !(await run(LAST, 'inherit')).ok) failed.push(LAST);
if (failed.length > 0) {
  console.error(`\nFailed: ${failed.join(', ')}`);
  process.exitCode = 1;
}

async function takeInTurn(scripts) {
  for (const script of scripts) {
    const { ok, said, seconds } = await run(script, 'pipe');
    process.stdout.write(`\n=== ${script}: ${ok ? 'passed' : 'FAILED'} (${seconds} s)\n${said}`);
    if (!ok) failed.push(script);
  }
}

async function run(script, output) {
  const began = performance.now();
  const child = spawn('npm', ['run', '--silent', script], {
    stdio: ['ignore', output, output],
    shell: process.platform === 'win32',
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => (said += part));
  const code = await new Promise((ended) => child.once('close', ended).once('error', ended));
  return { ok: code === 0, said, seconds: Math.round((performance.now() - began) / 1_000) };
}
