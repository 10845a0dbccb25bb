import { readConfig } from '../platform/config/read-config';
import { reachDatabase } from '../platform/database/reach-database';
import { withClient } from '../platform/backup/restore-backup';
import { examineDatabase } from '../platform/doctor/examine-database';
import { examineMachine } from '../platform/doctor/examine-machine';
import { fault, type Finding, type Grade } from '../platform/doctor/finding';
import { mustHoldDatabase } from './must-hold-database';

const MARKS: Readonly<Record<Grade, string>> = { fine: '✓', warning: '!', fault: '✗' };

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  mustHoldDatabase(process.env);
  const config = readConfig(process.env);
  const found: Finding[] = await examineMachine(config, Date.now());
  try {
    const database = await reachDatabase(config);
    try {
      found.push(...(await withClient(database.url, (client) => examineDatabase(client, config, Date.now))));
    } finally {
      await database.leave();
    }
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    found.push(fault(`数据库不可用：${why}。请检查 DATABASE_URL 和数据库日志`, `The database does not answer: ${why}. Check DATABASE_URL and the log of the database`)); // prettier-ignore
  }
  for (const { grade, zh, en } of found) say(`${MARKS[grade]} ${zh} / ${en}`);
  const faults = found.filter(({ grade }) => grade === 'fault').length;
  const warnings = found.filter(({ grade }) => grade === 'warning').length;
  say(`${faults} 项错误，${warnings} 项提醒 / ${faults} faults, ${warnings} warnings`);
  process.exitCode = faults === 0 ? 0 : 1;
}

main().catch((thrown: unknown) => {
  process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
  process.exit(2);
});
