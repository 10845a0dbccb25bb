import { withClient } from '../platform/backup/restore-backup';
import { systemActor } from '../platform/auth/caller';
import { Journal } from '../platform/audit/journal';
import { readConfig } from '../platform/config/read-config';
import { reachDatabase } from '../platform/database/reach-database';
import { systemScope } from '../platform/database/scope';
import type { UnitOfWork } from '../platform/database/unit-of-work';
import { mustHoldDatabase } from './must-hold-database';
import { withUnitOfWork } from './with-unit-of-work';
import type { Bench, Rotated } from './rotation/bench';
import { KeysPlace, OperatorsTurn } from './rotation/keys-place';
import { keyStatus } from './rotation/key-status';
import { dropOld, ROTATIONS } from './rotation/rotate-keys';

const USAGE = `npm run rotate -- status | jwt | master | tip | search | unlock | signing | all | drop-old
不停机更换密钥；status 只查看，不改动。中断后再运行一次就会接着做。旧密钥不再有数据使用后，用 drop-old 移出。
Changes keys while the platform runs; status only looks. Run it again where it was interrupted. drop-old takes versions of master and tip
away that no row needs any more.`;

const ALL = Object.keys(ROTATIONS) as Rotated[];

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const [what = '', ...more] = process.argv.slice(2);
  const isKnown = ['status', 'all', 'drop-old', ...ALL].includes(what);
  if (!isKnown || more.length > 0) throw new Error(USAGE);
  mustHoldDatabase(process.env);
  const config = readConfig(process.env);
  const database = await reachDatabase(config);
  const place = new KeysPlace(config, process.env);
  try {
    await withUnitOfWork(database.url, config, (uow) =>
      withClient(database.url, (client) =>
        rotate(what, { client, config, place, say, note: noteIn(uow), now: Date.now }),
      ),
    );
  } finally {
    await database.leave();
  }
}

/** Each step stands in the audit trail. */
const noteIn =
  (uow: UnitOfWork, journal = new Journal()): Bench['note'] =>
  (key, step, after) =>
    uow.run(systemScope('rotate-keys'), (tx) =>
      journal.record(tx, systemActor('operator'), Date.now(), [
        { action: `keys.${step}`, entity: 'key', entityId: key, after },
      ]),
    );

async function rotate(what: string, bench: Bench): Promise<void> {
  if (what === 'status') return void (await keyStatus(bench.client, bench.place.texts(), Date.now())).forEach(say);
  if (what === 'drop-old') {
    for (const kind of ['master', 'tip'] as const) await dropOld(bench, kind);
    return;
  }
  for (const key of what === 'all' ? ALL : [what as Rotated]) {
    say(`— ${key}`);
    await ROTATIONS[key](bench);
  }
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(fault instanceof OperatorsTurn ? 3 : 1);
});
