import { writeFileSync } from 'node:fs';
import { withFeatures } from '../boot';
import { TakePack } from '../modules/evidence/pack/take-pack';
import { systemActor, type Caller } from '../platform/auth/caller';
import type { Config } from '../platform/config/config';
import { readConfig } from '../platform/config/read-config';
import { DatabaseAddress } from '../platform/database/database-address';
import { openDatabase, type OpenDatabase } from '../platform/database/open-database';
import { systemScope } from '../platform/database/scope';
import { runningServerUrl } from '../platform/embedded/running-server';
import { mustHoldDatabase } from './must-hold-database';

const USAGE = `npm run evidence:pack -- CASE_ID [FILE.zip]
出具一个案件的证据包；默认写到当前目录 evidence-CASE_ID.zip。
Writes the evidence pack of a case; by default to evidence-CASE_ID.zip in this folder.`;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Whoever may run commands on the server reads its database anyway. */
const OPERATOR: Caller = {
  userId: '',
  name: 'command-line',
  roles: ['admin'],
  scope: systemScope('evidence-pack'),
  regionCode: null,
  enterpriseId: null,
  welderId: null,
  address: null,
};

async function reach(config: Config): Promise<OpenDatabase> {
  const url = config.databaseUrl ?? (await runningServerUrl(config.dataDir));
  if (url === null) return openDatabase(config, say);
  return {
    address: new DatabaseAddress(url, config.databaseDirectUrl ?? url),
    close: () => Promise.resolve(),
  };
}

async function main(): Promise<void> {
  const [id, file = `evidence-${id}.zip`] = process.argv.slice(2);
  if (!id || id === '--help') return say(USAGE);
  mustHoldDatabase(process.env);
  const config = readConfig(process.env);
  const database = await reach(config);
  try {
    const taken = await withFeatures(config, database.address, (app) =>
      app
        .get(TakePack, { strict: false })
        .execute({ caller: OPERATOR, language: 'zh-CN', at: Date.now() }, id, systemActor('command-line')),
    );
    if (!taken.ok) throw new Error(`没有案件 ${id} / There is no case ${id}.`);
    writeFileSync(file, taken.value.archive, { mode: 0o600 });
    say(file);
  } finally {
    await database.close();
  }
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1); // what had started before the fault would keep the process alive
});
