import { examineHouse } from '../modules/operations/doctor/examine-house';
import type { Config } from '../platform/config/config';
import { readConfig } from '../platform/config/read-config';
import { reachDatabase } from '../platform/database/reach-database';
import { withClient } from '../platform/backup/restore-backup';
import { examineDatabase } from '../platform/doctor/examine-database';
import { examineMachine } from '../platform/doctor/examine-machine';
import { fault, type Finding, type Grade } from '../platform/doctor/finding';
import { mustHoldDatabase } from './must-hold-database';
import { withUnitOfWork } from './with-unit-of-work';

const MARKS: Readonly<Record<Grade, string>> = { fine: '✓', warning: '!', fault: '✗' };

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const reasonOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

/** Tables of another version cannot be looked into: the finding on migrations says so first. */
async function examineTables(url: string, config: Config): Promise<Finding[]> {
  try {
    return await withUnitOfWork(url, config, (uow) => examineHouse(uow, Date.now()));
  } catch (thrown) {
    const why = reasonOf(thrown);
    return [fault(`无法检查队列和到期数据：${why}。请先启动平台执行迁移`, `Queues and retention cannot be looked at: ${why}. Start the platform first, which runs the migrations`)]; // prettier-ignore
  }
}

async function main(): Promise<void> {
  mustHoldDatabase(process.env);
  const config = readConfig(process.env);
  const found: Finding[] = await examineMachine(config, Date.now());
  try {
    const database = await reachDatabase(config);
    try {
      found.push(...(await withClient(database.url, (client) => examineDatabase(client, config, Date.now))));
      found.push(...(await examineTables(database.url, config)));
    } finally {
      await database.leave();
    }
  } catch (thrown) {
    const why = reasonOf(thrown);
    found.push(fault(`数据库不可用：${why}。请检查 DATABASE_URL 和数据库日志`, `The database does not answer: ${why}. Check DATABASE_URL and the log of the database`)); // prettier-ignore
  }
  for (const { grade, zh, en } of found) say(`${MARKS[grade]} ${zh} / ${en}`);
  const faults = found.filter(({ grade }) => grade === 'fault').length;
  const warnings = found.filter(({ grade }) => grade === 'warning').length;
  say(`${faults} 项错误，${warnings} 项提醒 / ${faults} faults, ${warnings} warnings`);
  process.exitCode = faults === 0 ? 0 : 1;
}

main().catch((thrown: unknown) => {
  process.stderr.write(`${reasonOf(thrown)}\n`);
  process.exit(2);
});
