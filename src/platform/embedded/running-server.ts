import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { keptOwnerPassword, OWNER } from './database-owner';

/** Of `postmaster.pid`: process, folder, start, port (PostgreSQL, `miscadmin.h`, LOCK_FILE_LINE_PORT). */
const PORT_LINE = 3;

/** The address of the embedded server that another process of ours runs on this folder; null if none answers under our password. */
export async function runningServerUrl(dataDir: string): Promise<string | null> {
  const pidFile = join(dataDir, 'postgres', 'postmaster.pid');
  const password = keptOwnerPassword(dataDir);
  if (!existsSync(pidFile) || password === null) return null;
  const port = Number(readFileSync(pidFile, 'utf8').split('\n')[PORT_LINE]);
  const url = `postgres://${OWNER}:${password}@127.0.0.1:${port}/hanan`;
  return Number.isInteger(port) && port > 0 && (await answers(url)) ? url : null;
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  client.on('error', () => undefined); // a connection that breaks has failed its query already
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false; // a pid file that was left behind, or a server of someone else on that port
  }
}
