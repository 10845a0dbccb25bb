import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller';
import type { Tx } from '../database/unit-of-work';

/** Photos as evidence: only what the caller uploaded counts, so that nobody proves anything with another's picture. */
@Injectable()
export class OwnPhotos {
  async areOf(tx: Tx, { userId }: Pick<Caller, 'userId'>, photoIds: readonly string[]): Promise<boolean> {
    if (photoIds.length === 0) return true;
    const rows = await tx.query('select id from files where id = any($1) and uploaded_by = $2', [photoIds, userId]);
    return rows.length === new Set(photoIds).size;
  }
}
