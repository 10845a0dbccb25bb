import { parseArgs } from 'node:util';
import type { Bench } from './kit/bench';
import { writeReport } from './kit/report';

/** By name, loaded when asked for: no bench pays for the others. */
const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  simops: async () => (await import('./work/simops')).simops,
  steps: async () => (await import('./work/steps')).steps,
  doors: async () => (await import('./work/doors')).doors,
  import: async () => (await import('./county/import')).importBench,
  ingest: async () => (await import('./chips/ingest')).ingest,
  unlock: async () => (await import('./chips/unlock')).unlock,
  alarm: async () => (await import('./chips/alarm')).alarm,
  scan: async () => (await import('./work/scan')).scan,
  paired: async () => (await import('./work/paired')).paired,
  permit: async () => (await import('./work/permit')).permit,
  board: async () => (await import('./county/board')).board,
  web: async () => (await import('./whole/web')).web,
  inventory: async () => (await import('./county/inventory')).inventory,
};

const MILLION = 1_000_000;

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { rows: { type: 'string' }, against: { type: 'string' } },
  });
  const [name = ''] = positionals;
  const load = BENCHES[name];
  const rows = Number(values.rows ?? MILLION);
  if (!load || !Number.isInteger(rows) || rows < 1)
    throw new Error(
      `npm run bench -- NAME [--rows N] [--against DIR], NAME is one of: ${Object.keys(BENCHES).join(', ')}`,
    );
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const report = await (await load())({ rows, against: values.against, say });
  say(`written to ${writeReport(report)}`);
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`);
  process.exitCode = 1;
});
