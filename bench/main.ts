import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { BENCHES, TOOLS } from './benches';
import { writePerformance } from './kit/performance-page';
import { writeReport } from './kit/report';
import { MILLION } from './kit/rounds';

const LONGEST_MS = 15 * 60_000;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { rows: { type: 'string' }, against: { type: 'string' } },
  });
  const [name = ''] = positionals;
  if (name === 'all') return runAll(process.argv.slice(3));
  if (name === 'page') return say(`written to ${writePerformance()}`);
  const load = BENCHES[name] ?? TOOLS[name];
  const rows = Number(values.rows ?? MILLION);
  if (!load || !Number.isInteger(rows) || rows < 1)
    throw new Error(
      `npm run bench -- NAME [--rows N] [--against DIR], NAME is one of: ${[...Object.keys(BENCHES), ...Object.keys(TOOLS)].join(', ')}, all, page`,
    );
  const report = await (await load())({ rows, against: values.against, say });
  say(`written to ${writeReport(report)}`);
  writePerformance();
}

/** One after the other, each in a process of its own; one that fails does not keep the others from running. */
function runAll(options: readonly string[]): void {
  const done = Object.keys(BENCHES).map((name) => {
    say(`\n${name}`);
    const begun = performance.now();
    const args = [...process.execArgv, process.argv[1] ?? '', name, ...options];
    const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', timeout: LONGEST_MS });
    return { name, failed: status !== 0, seconds: (performance.now() - begun) / 1_000 };
  });
  say('');
  for (const { name, failed, seconds } of done) say(`${failed ? 'FAILED' : 'done'} ${name} (${seconds.toFixed(0)} s)`);
  if (done.some(({ failed }) => failed)) process.exitCode = 1;
}

main().catch((fault: unknown) => {
  say(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault));
  process.exitCode = 1;
});
