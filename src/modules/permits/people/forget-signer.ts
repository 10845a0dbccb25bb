import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work';

/** Names that stand in the history of permits, and numbers of watchers' training certificates, of a forgotten person. */
@Injectable()
export class ForgetSigner {
  async erase(tx: Tx, userIds: readonly string[], phoneHashes: readonly string[], pseudonym: string): Promise<void> {
    await tx.query('update permit_history set by_name = $2 where by_user = any($1)', [userIds, pseudonym]);
    await tx.query(`update watcher_certificates set number = '' where user_id = any($1)`, [userIds]);
    await tx.query('delete from text_stops where phone_hash = any($1)', [phoneHashes]);
    await tx.query(
      `update permits set occupier_phone_sealed = null, occupier_phone_masked = null, occupier_phone_hash = null
       where occupier_phone_hash = any($1)`,
      [phoneHashes],
    );
  }
}
