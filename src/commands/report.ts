import { writeFile } from 'node:fs/promises';
import { withFeatures } from '../boot';
import { REPORT_KINDS } from '../domain/reports/report-period';
import { REGION_CODE } from '../kernel/region-code';
import { REPORT_FORMATS, reportFile, reportFileName } from '../modules/reports/documents/report-file';
import { ReadReport } from '../modules/reports/read-report';
import type { Caller } from '../platform/auth/caller';
import { readConfig } from '../platform/config/read-config';
import { DatabaseAddress } from '../platform/database/database-address';
import { reachDatabase } from '../platform/database/reach-database';
import { mustHoldDatabase } from './must-hold-database';
import { Options } from './options';

const USAGE = `npm run report -- --region CODE [--kind weekly|monthly] [--week 2026-W47 | --month 2026-11] [--format pdf|xlsx|docx|png] [--to FILE] [--en]
出具一个区域的周调度或月总结；默认是最近已结束的一期、PDF，写到当前目录。已定稿的按定稿的数字。png 是发工作群的长图。
Writes a region's weekly or monthly report; by default the newest period that is over, as PDF, into this folder. One that was
handed in keeps its numbers. png is the long picture for a work group.`;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

interface Asked {
  readonly kind: (typeof REPORT_KINDS)[number];
  readonly period: string | undefined;
  readonly regionCode: string;
  readonly format: (typeof REPORT_FORMATS)[number];
  readonly file: string | null;
  readonly language: 'zh-CN' | 'en';
}

function askedBy(args: readonly string[]): Asked {
  const options = new Options(args, ['--region', '--kind', '--week', '--month', '--format', '--to'], ['--en'], USAGE);
  const regionCode = options.value('--region') ?? '';
  const [week, month] = [options.value('--week'), options.value('--month')];
  const named = options.value('--kind') ?? (month === null ? 'weekly' : 'monthly');
  const kind = REPORT_KINDS.find((one) => one === named);
  const format = REPORT_FORMATS.find((one) => one === (options.value('--format') ?? 'pdf'));
  const isOther = (kind === 'weekly' ? month : week) !== null;
  if (!REGION_CODE.test(regionCode) || !kind || !format || isOther) throw new Error(USAGE);
  const language = options.has('--en') ? 'en' : 'zh-CN';
  return { kind, period: week ?? month ?? undefined, regionCode, format, file: options.value('--to'), language };
}

/** Whoever may run commands on the server reads its database anyway. */
const operatorOf = (regionCode: string): Caller => ({
  userId: '',
  name: 'command-line',
  roles: ['admin'],
  scope: { kind: 'region', regionCode, userId: '' },
  regionCode,
  enterpriseId: null,
  welderId: null,
  address: null,
});

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  if (args.length === 0 || args.includes('--help')) return say(USAGE);
  const asked = askedBy(args);
  const { language, regionCode, format } = asked;
  mustHoldDatabase(process.env);
  const config = readConfig(process.env);
  const database = await reachDatabase(config);
  try {
    const address = new DatabaseAddress(config.databaseUrl ?? database.url, database.url);
    const request = { caller: operatorOf(regionCode), language, at: Date.now() };
    const read = await withFeatures(config, address, (app) =>
      app.get(ReadReport, { strict: false }).execute(request, asked),
    );
    if (!read.ok) throw new Error(`没有这一期：${asked.period} / There is no such period: ${asked.period}.`);
    if (read.value.regionName === '') throw new Error(`没有区域 ${regionCode} / There is no region ${regionCode}.`);
    const file = asked.file ?? reportFileName(read.value, format);
    await writeFile(file, await reportFile(read.value, format, language), { mode: 0o600 });
    say(file);
  } finally {
    await database.leave();
  }
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1); // what had started before the fault would keep the process alive
});
