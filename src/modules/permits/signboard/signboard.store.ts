import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../kernel/time';
import { epochMs } from '../../../platform/database/epoch-ms';
import type { Tx } from '../../../platform/database/unit-of-work';

/** Where permits' signboards hang. The binding is written with the step that vouches for it. */
@Injectable()
export class SignboardStore {
  /** Since when it is confirmed; null: not confirmed. */
  async boundAt(tx: Tx, permitId: string): Promise<Instant | null> {
    const [row] = await tx.prepared<{ boundAt: Instant }>(
      `select ${epochMs('bound_at')} as "boundAt" from permit_signboards where permit_id = $1`,
      [permitId],
    );
    return row?.boundAt ?? null;
  }
}
