import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work';

/** About a kilometre: enough to tell the town, too little to tell the person. */
const DECIMALS = 2;
const COARSE = `lat = round(lat::numeric, ${DECIMALS}), lng = round(lng::numeric, ${DECIMALS})`;

/** Where watchers and visitors stood is kept to a kilometre once nobody needs to know better. */
@Injectable()
export class CoarsenPositions {
  async execute(tx: Tx, watchRecordIds: readonly string[], siteVisitIds: readonly string[]): Promise<void> {
    await tx.query(`update permit_watch_records set ${COARSE} where id = any($1)`, [watchRecordIds]);
    await tx.query(`update permit_site_visits set ${COARSE} where id = any($1)`, [siteVisitIds]);
  }
}
