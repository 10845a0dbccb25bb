import { withFeatures } from '../boot';
import { isDate } from '../kernel/rfc3339';
import { DAY, shanghaiDate, shanghaiMidnight, type Instant } from '../kernel/time';
import { RecomputeVerdicts, type Recomputation } from '../modules/supervision/recompute-verdicts';
import type { Config } from '../platform/config/config';
import { readConfig } from '../platform/config/read-config';
import { DatabaseAddress } from '../platform/database/database-address';
import { openDatabase, type OpenDatabase } from '../platform/database/open-database';
import { runningServerUrl } from '../platform/embedded/running-server';
import { mustHoldDatabase } from './must-hold-database';

const USAGE = `npm run recompute -- [--from YYYY-MM-DD] [--to YYYY-MM-DD]
重新判定一段时间内的全部燃弧段并与已有结论比较，应当没有差别；默认最近 7 天，两端的日期都包含在内。
Judges all arcs of a period again and compares with the verdicts in force; there must be no difference. Default: the last 7 days, both dates included.`;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Half open, from midnight to midnight in China. */
function periodOf(args: readonly string[], now: Instant): { from: Instant; to: Instant } {
  const given = (name: string): string | null => {
    const at = args.indexOf(name);
    return at < 0 ? null : (args[at + 1] ?? '');
  };
  const day = (name: string, otherwise: Instant): Instant => {
    const date = given(name);
    if (date === null) return shanghaiMidnight(shanghaiDate(otherwise));
    if (!isDate(date)) throw new Error(USAGE);
    return shanghaiMidnight(date);
  };
  const to = day('--to', now) + DAY;
  const from = day('--from', now - 6 * DAY);
  if (from >= to) throw new Error(USAGE);
  return { from, to };
}

/** The configured database, the embedded one of a running platform, or the embedded one started for this look. */
async function reach(config: Config): Promise<OpenDatabase> {
  const url = config.databaseUrl ?? (await runningServerUrl(config.dataDir));
  if (url === null) return openDatabase(config, say);
  const address = new DatabaseAddress(url, config.databaseDirectUrl ?? url);
  return { address, close: () => Promise.resolve() };
}

function tell({ arcs, differences }: Recomputation): void {
  for (const { arcId, rule, was, is } of differences) say(`${arcId} ${rule}: ${was ?? '—'} → ${is}`);
  say(`燃弧段 ${arcs}，差别 ${differences.length} / ${arcs} arcs, ${differences.length} differences`);
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  if (args.includes('--help')) return say(USAGE);
  const { from, to } = periodOf(args, Date.now());
  mustHoldDatabase(process.env);
  const config = readConfig(process.env);
  const database = await reach(config);
  try {
    const result = await withFeatures(config, database.address, (app) =>
      app.get(RecomputeVerdicts, { strict: false }).execute(from, to),
    );
    tell(result);
    process.exitCode = result.differences.length === 0 ? 0 : 1;
  } finally {
    await database.close();
  }
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1); // what had started before the fault would keep the process alive
});
