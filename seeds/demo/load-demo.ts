import type { Tx } from '../../src/platform/database/unit-of-work';
import type { DemoContext, DemoCounty } from './demo-context';
import { insertDemoPhoto } from './coming-in/demo-photo';
import { insertComingIn } from './coming-in/insert-coming-in';
import { insertFieldWork } from './field-work/insert-field-work';
import { insertEnterprises } from './enterprises';
import { insertHelp } from './help';
import { insertHistory } from './history';
import { insertMachines } from './machines';
import type { Law } from './permit-rows';
import { insertOwnWork } from './own-work/insert-own-work';
import { insertPermits } from './permits';
import { insertUsers } from './staff';
import { insertDesignatedAreas, insertRollOut, insertSites, insertSpecialPeriod } from './surroundings';
import { insertTraining } from './training';
import { insertViolations } from './violations';
import { insertWatcherCertificates } from './watcher-certificates';
import { insertWelders } from './welders';

/** Fills an empty database with the demo county, in the caller's transaction. */
export async function loadDemo(tx: Tx, context: DemoContext, law: Law): Promise<DemoCounty> {
  const enterpriseIds = await insertEnterprises(tx, context);
  const welderIds = await insertWelders(tx, context, enterpriseIds);
  const { machineIds, machines } = await insertMachines(tx, context, enterpriseIds);
  const userIds = await insertUsers(tx, context, enterpriseIds, welderIds);
  await insertWatcherCertificates(tx, context, enterpriseIds, userIds);
  const made: DemoCounty = { enterpriseIds, welderIds, machineIds, machines, userIds };
  const areaIds = await insertDesignatedAreas(tx, context, enterpriseIds);
  await insertSites(tx, context, made);
  await insertTraining(tx, context, made);
  await insertRollOut(tx, context);
  await insertSpecialPeriod(tx, context, userIds['regulator'] ?? '');
  const permits = await insertPermits(tx, context, made, law);
  await insertHistory(tx, context, made, { permits, areaIds, book: law.book });
  const violationIds = await insertViolations(tx, context, made);
  const photoId = await insertDemoPhoto(tx, context, made);
  const villages = await insertFieldWork(tx, context, made, { violationIds, book: law.book });
  await insertComingIn(tx, context, made, { photoId, villages });
  await insertOwnWork(tx, context, made, { photoId, book: law.book });
  await insertHelp(tx, context, made, law.book);
  return made;
}
