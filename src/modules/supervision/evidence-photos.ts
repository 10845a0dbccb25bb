import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller';
import type { Tx } from '../../platform/database/unit-of-work';

/** Photos as evidence: only what the caller uploaded counts, so that nobody proves anything with another's picture. */
@Injectable()
export class EvidencePhotos {
  async areOf(tx: Tx, caller: Pick<Caller, 'userId'>, photoIds: readonly string[]): Promise<boolean> {
    if (photoIds.length === 0) return true;
    const rows = await tx.query('select id from files where id = any($1) and uploaded_by = $2', [
      photoIds,
      caller.userId,
    ]);
    return rows.length === new Set(photoIds).size;
  }
}
