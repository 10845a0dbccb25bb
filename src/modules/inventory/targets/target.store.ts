import { Injectable } from '@nestjs/common';
import type { TargetKind } from '../../../domain/inventory/target';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { TargetRow } from '../../../schema/inventory/target.row';

export interface StoredTarget extends Readonly<TargetRow> {
  readonly kind: TargetKind;
}

@Injectable()
export class TargetStore {
  /** False where such a target is open already. */
  insert(tx: Tx, target: StoredTarget): Promise<boolean> {
    return tx.rows(TargetRow).insertNew(target);
  }

  lock(tx: Tx, id: string): Promise<StoredTarget | null> {
    const lock = { mode: 'pessimistic_write' } as const;
    return tx.rows(TargetRow).findOne({ where: { id }, lock }) as Promise<StoredTarget | null>;
  }

  async end(tx: Tx, id: string, endedBy: string, endedAt: Instant): Promise<void> {
    await tx.rows(TargetRow).update({ id }, { endedBy, endedAt });
  }

  /** What a day brought, as far as it is over. */
  async keepDay(tx: Tx, targetId: string, day: string, n: number): Promise<void> {
    await tx.query(
      `insert into target_days (target_id, day, n) values ($1, $2, $3)
       on conflict (target_id, day) do update set n = excluded.n where target_days.n <> excluded.n`,
      [targetId, day, n],
    );
  }
}
