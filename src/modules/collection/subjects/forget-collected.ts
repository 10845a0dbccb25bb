import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work';

/** What was collected of a forgotten person on the spot: that it was, where and by whom stays. */
@Injectable()
export class ForgetCollected {
  async erase(tx: Tx, welderIds: readonly string[]): Promise<void> {
    await tx.query(
      `delete from held_welders where collection_id in (select id from collections where kind = 'welder' and entity_id = any($1))`,
      [welderIds],
    );
    await tx.query(
      `update collections set phone_hash = null, lat = null, lng = null, accuracy_m = null, geo_cell = null
       where kind = 'welder' and entity_id = any($1)`,
      [welderIds],
    );
  }
}
