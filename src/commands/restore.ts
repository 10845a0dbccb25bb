import { resolve } from 'node:path';
import { verifyAudit } from '../platform/audit/verify-audit';
import { archiveSecret } from '../platform/backup/archive-secret';
import { beginEpoch } from '../platform/backup/load-rows';
import { openArchive, restoreInto, withClient } from '../platform/backup/restore-backup';
import { inPlace, keepFound, restorePlace } from '../platform/backup/restore-place';
import { settleChain } from '../platform/backup/settle-chain';
import { readConfig } from '../platform/config/read-config';
import { reachDatabase } from '../platform/database/reach-database';
import { mustHoldDatabase } from './must-hold-database';
import { Options } from './options';

const USAGE = `npm run restore -- --from DIR [--key-file FILE]
npm run restore -- --begin-epoch
把备份恢复到空的数据库：未设 DATABASE_URL 时为 DATA_DIR 中新建的内置数据库。先核对全部文件，再写入。
Restores a backup into an empty database: that of DATABASE_URL, or a new embedded one in DATA_DIR. Checks every file before anything is written.
--begin-epoch: 用其他办法（pg_restore、时间点恢复）恢复数据库之后运行一次。
--begin-epoch: once after the database came back by other ways (pg_restore, point-in-time recovery).`;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const options = new Options(process.argv.slice(2), ['--from', '--key-file'], ['--begin-epoch'], USAGE);
  const from = options.value('--from');
  if ((from === null) === !options.has('--begin-epoch')) throw new Error(USAGE);
  const isIntact = from === null ? await beginAnEpoch() : await restore(resolve(from), options.value('--key-file'));
  process.exitCode = isIntact ? 0 : 1;
}

async function restore(folder: string, keyFile: string | null): Promise<boolean> {
  const archive = await openArchive(folder, archiveSecret(keyFile, process.env));
  const place = await restorePlace(archive, process.env, resolve(process.env.DATA_DIR?.trim() || '.data'));
  return inPlace(place, say, async (url) => {
    const epoch = await restoreInto(url, archive);
    await withClient(url, (client) => settleChain(client, place.config, epoch, say));
    const kept = keepFound(place);
    if (kept !== null) say(`密钥写入 ${kept} / The secrets are in ${kept}`);
    say(`已恢复 ${archive.manifest.takenAt} 的备份，第 ${epoch} 纪元`);
    say(`Restored the backup of ${archive.manifest.takenAt}; this is epoch ${epoch}.`);
    return verifyAudit(place.config, say);
  });
}

async function beginAnEpoch(): Promise<boolean> {
  mustHoldDatabase(process.env);
  const config = readConfig(process.env);
  const database = await reachDatabase(config);
  try {
    const epoch = await withClient(database.url, async (client) => {
      await client.query('begin');
      const begun = await beginEpoch(client, 'recovered', null);
      await client.query('commit');
      await settleChain(client, config, begun, say);
      return begun;
    });
    say(`第 ${epoch} 纪元开始 / Epoch ${epoch} begins.`);
    return await verifyAudit(config, say);
  } finally {
    await database.leave();
  }
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1);
});
