import { withFeatures } from '../boot';
import { ResetSecondFactor } from '../modules/identity/second-factor/reset-second-factor';
import { readConfig } from '../platform/config/read-config';
import { DatabaseAddress } from '../platform/database/database-address';
import { reachDatabase } from '../platform/database/reach-database';
import { mustHoldDatabase } from './must-hold-database';
import { Options } from './options';

const USAGE = `npm run second-factor:reset -- --user NAME --reason TEXT
关闭某个账号的两步验证：最后一名管理员丢了手机和备用码时，在服务器上运行。原因写入审计记录。
Takes an account's second factor away: for the last administrator who lost phone and recovery codes. The reason goes into the trail.`;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const options = new Options(process.argv.slice(2), ['--user', '--reason'], [], USAGE);
  const [user, reason] = [options.value('--user'), options.value('--reason')?.trim()];
  if (!user || !reason || reason.length < 4) throw new Error(USAGE);
  mustHoldDatabase(process.env);
  const config = readConfig(process.env);
  const database = await reachDatabase(config);
  try {
    const done = await withFeatures(config, new DatabaseAddress(database.url, database.url), (app) =>
      app.get(ResetSecondFactor, { strict: false }).byOperator(user, reason),
    );
    if (!done.ok) throw new Error(`${done.refusal.code}: ${user}`);
    say(`已关闭 ${user} 的两步验证 / The second factor of ${user} is gone.`);
  } finally {
    await database.leave();
  }
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1);
});
