import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/unit-of-work';

/** Cards of a forgotten person: kind, days and state stay for the jobs done under them, the numbers go. */
@Injectable()
export class ForgetCards {
  /** The ids of the cards. */
  async erase(tx: Tx, welderIds: readonly string[]): Promise<string[]> {
    const cards = await tx.query<{ id: string }>(
      `update certificates set number_sealed = '', number_hash = 'erased:' || id, number_masked = '', verification_note = null
       where welder_id = any($1) returning id`,
      [welderIds],
    );
    await tx.query('delete from certificate_operations where certificate_id = any($1)', [cards.map(({ id }) => id)]);
    await tx.query('update certificate_checks set note = null, scan_sealed = null where welder_id = any($1)', [
      welderIds,
    ]);
    return cards.map(({ id }) => id);
  }
}
