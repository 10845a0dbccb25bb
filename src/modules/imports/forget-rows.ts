import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/unit-of-work';

/** Rows of lists that became a forgotten person or one of their cards: the line and its verdict stay. */
@Injectable()
export class ForgetRows {
  async erase(tx: Tx, entityIds: readonly string[], pseudonym: string): Promise<void> {
    await tx.query('update import_rows set label = $2, key = null, sealed = null where entity_id = any($1)', [
      entityIds,
      pseudonym,
    ]);
  }
}
