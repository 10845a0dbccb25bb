import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { AuditSeal } from '../platform/audit/audit-block';
import { AuditChain } from '../platform/audit/audit-chain.store';
import { headFile, readHead } from '../platform/audit/audit-head';
import { type ChainFault, type ChainReport, verifyChain } from '../platform/audit/verify-chain';
import type { Config } from '../platform/config/config';
import { readConfig } from '../platform/config/read-config';
import { EmbeddedPostgres } from '../platform/embedded/embedded-postgres';
import { runningServerUrl } from '../platform/embedded/running-server';

type Say = (line: string) => void;

/** Recomputes the whole audit trail. Works beside a running platform and without one. True where nothing is wrong. */
export async function verifyAudit(config: Config, say: Say): Promise<boolean> {
  const head = readHead(config.dataDir); // before the database is looked at: what is sealed meanwhile is no fault
  const database = await reach(config);
  try {
    const report = await inSnapshot(database.url, (chain) => verifyChain(chain, new AuditSeal(config.searchKey), head));
    tell(report, config, say);
    return report.faults.length === 0;
  } finally {
    await database.leave();
  }
}

/** The configured database, the embedded one of a running platform, or the embedded one started for this look. */
async function reach(config: Config): Promise<{ url: string; leave: () => Promise<void> }> {
  const running = config.databaseDirectUrl ?? config.databaseUrl ?? (await runningServerUrl(config.dataDir));
  if (running !== null) return { url: running, leave: () => Promise.resolve() };
  const server = await EmbeddedPostgres.start({ dataDir: config.dataDir, settings: config.embeddedSettings });
  return { url: server.url(), leave: () => server.stop() };
}

/** One snapshot for all queries, so that a platform that goes on writing changes nothing below the verifier's hands. */
async function inSnapshot<T>(url: string, work: (chain: AuditChain) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'hanan-audit-verify' });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    return await work(
      new AuditChain(
        async <R>(sql: string, params: readonly unknown[]) => (await client.query(sql, [...params])).rows as R[],
      ),
    );
  } finally {
    await client.end();
  }
}

function tell({ blocks, entries, unsealed, faults }: ChainReport, config: Config, say: Say): void {
  for (const fault of faults) say(`✗ ${textOf(fault, config)}`);
  const waiting = unsealed === 0 ? '' : `，另有 ${unsealed} 条尚未封存 (${unsealed} not sealed yet)`;
  say(`已核对 ${blocks} 块 ${entries} 条审计记录${waiting} / checked ${entries} entries in ${blocks} blocks`);
  say(faults.length === 0 ? '审计链完整 / The audit trail is intact.' : '审计链已被破坏 / The audit trail is broken.');
}

function textOf(fault: ChainFault, { dataDir }: Config): string {
  switch (fault.kind) {
    case 'entry-changed':
      return `第 ${fault.entryId} 条记录被修改（第 ${fault.blockId} 块） / entry ${fault.entryId} was changed (block ${fault.blockId})`;
    case 'entry-removed':
      return `第 ${fault.entryId} 条记录被删除（第 ${fault.blockId} 块） / entry ${fault.entryId} was removed (block ${fault.blockId})`;
    case 'entry-added':
      return `第 ${fault.entryId} 条记录是事后加入的（第 ${fault.blockId} 块） / entry ${fault.entryId} was added afterwards (block ${fault.blockId})`;
    case 'block-changed':
      return `第 ${fault.blockId} 块被修改 / block ${fault.blockId} was changed`;
    case 'block-unsigned':
      return `第 ${fault.blockId} 块的签名不是本系统所签 / block ${fault.blockId} was not signed by this installation`;
    case 'block-unchained':
      return `第 ${fault.blockId} 块与前一块接不上 / block ${fault.blockId} does not follow from the one before it`;
    case 'blocks-removed':
      return `第 ${fault.blockId} 至 ${fault.upToBlockId} 块被删除 / blocks ${fault.blockId} to ${fault.upToBlockId} were removed`;
    case 'end-cut':
      return `末尾被截断：缺第 ${fault.blockId} 至 ${fault.upToBlockId} 块 / the end was cut off: blocks ${fault.blockId} to ${fault.upToBlockId} are gone`;
    case 'head-differs':
      return `第 ${fault.blockId} 块与库外保存的链头不符 / block ${fault.blockId} differs from the head kept outside the database`;
    case 'head-missing':
      return `缺少 ${headFile(dataDir)}，无法判断末尾是否被截断 / ${headFile(dataDir)} is missing, so a cut end would not show`;
  }
}

/** Before the configuration is read, for that would make secrets in a folder that was only mistyped. */
function mustHoldDatabase({ DATABASE_URL, DATA_DIR }: NodeJS.ProcessEnv): void {
  const dataDir = resolve(DATA_DIR?.trim() || '.data');
  if (!DATABASE_URL?.trim() && !existsSync(join(dataDir, 'postgres.password')))
    throw new Error(`${dataDir} 中没有数据库，请检查 DATA_DIR / There is no database in ${dataDir}. Check DATA_DIR.`);
}

async function main(): Promise<void> {
  mustHoldDatabase(process.env);
  const isIntact = await verifyAudit(readConfig(process.env), (line) => void process.stdout.write(`${line}\n`));
  process.exitCode = isIntact ? 0 : 1;
}

if (require.main === module)
  main().catch((fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
    process.exitCode = 1;
  });
