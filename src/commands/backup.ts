import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { archiveSecret } from '../platform/backup/archive-secret';
import { BackupError } from '../platform/backup/backup-error';
import { noteBackup } from '../platform/backup/last-backup';
import type { Manifest } from '../platform/backup/manifest';
import { openArchive } from '../platform/backup/restore-backup';
import { takeBackup } from '../platform/backup/take-backup';
import { secretTexts } from '../platform/config/kept-secrets';
import { readConfig } from '../platform/config/read-config';
import { projectRoot } from '../platform/database/project-files';
import { reachDatabase } from '../platform/database/reach-database';
import { mustHoldDatabase } from './must-hold-database';
import { Options } from './options';

const USAGE = `npm run backup -- --to DIR [--encrypt [--key-file FILE]] [--with-secrets]
把整个数据库（含照片）备份到一个空文件夹并读回核对，平台不必停。口令取自 BACKUP_PASSPHRASE 或 --key-file。
Writes the whole database, photos included, into an empty folder, beside a working platform, and reads it again. The passphrase comes from
BACKUP_PASSPHRASE or --key-file; --with-secrets keeps the secrets in the archive too, which must then be encrypted.`;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function sizeOf({ tables }: Manifest): { readonly rows: number; readonly bytes: number } {
  const sum = (of: (table: Manifest['tables'][number]) => number): number =>
    tables.reduce((all, one) => all + of(one), 0);
  return { rows: sum(({ rows }) => rows), bytes: sum(({ bytes }) => bytes) };
}

function tell(manifest: Manifest, folder: string): void {
  const { rows, bytes } = sizeOf(manifest);
  say(`已备份 ${manifest.tables.length} 张表 ${rows} 行（${bytes} 字节）到 ${folder}`);
  say('每个文件已读回核对 / Every file was read again and fits');
  say(`Saved ${rows} rows of ${manifest.tables.length} tables (${bytes} bytes) in ${folder}`);
  if (manifest.auditHead) say(`审计链头 audit head: block ${manifest.auditHead.blockId} ${manifest.auditHead.hash}`);
  if (!manifest.secrets)
    say(
      `备份不含密钥，请另行保存 / Keep the secrets elsewhere, they are not in the backup: ${manifest.secretNames.join(', ')}`,
    );
  if (manifest.leftOut.length > 0) say(`未备份的其他模式 / Schemas left out: ${manifest.leftOut.join(', ')}`);
}

async function main(): Promise<void> {
  const options = new Options(process.argv.slice(2), ['--to', '--key-file'], ['--encrypt', '--with-secrets'], USAGE);
  const to = options.value('--to');
  if (to === null) throw new Error(USAGE);
  const passphrase = options.has('--encrypt') ? archiveSecret(options.value('--key-file'), process.env) : null;
  if (options.has('--encrypt') && passphrase === null) throw new BackupError('passphrase-missing');
  mustHoldDatabase(process.env);
  const config = readConfig(process.env);
  const { version } = JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as { version: string };
  const database = await reachDatabase(config);
  try {
    const folder = resolve(to);
    const takenAt = new Date();
    const secrets = options.has('--with-secrets') ? secretTexts(config.secretsFile, process.env) : null;
    const manifest = await takeBackup(config, database.url, { folder, takenAt, version, passphrase, secrets });
    const { rows, bytes } = sizeOf(manifest);
    const noted = { takenAt: manifest.takenAt, folder, rows, bytes, encrypted: passphrase !== null };
    noteBackup(config.dataDir, noted); // it is there, whatever the look at it finds
    await openArchive(folder, passphrase);
    noteBackup(config.dataDir, { ...noted, verifiedAt: new Date().toISOString() });
    tell(manifest, folder);
  } finally {
    await database.leave();
  }
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1);
});
