import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/unit-of-work';

/** About a kilometre: enough to tell the town, too little to tell the person. */
const COARSE = `lat = round(lat::numeric, 2), lng = round(lng::numeric, 2), accuracy_m = greatest(accuracy_m, 1000)`;

/** Where a phone was when a job began is kept to a kilometre once nobody needs to know better. */
@Injectable()
export class ForgetJobPlaces {
  async ofJobs(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.query(`update jobs set ${COARSE} where id = any($1)`, [ids]);
  }

  async ofWelders(tx: Tx, welderIds: readonly string[]): Promise<void> {
    await tx.query(`update jobs set ${COARSE} where welder_id = any($1) and lat is not null`, [welderIds]);
  }
}
