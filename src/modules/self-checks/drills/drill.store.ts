import { Injectable } from '@nestjs/common';
import type { DrillKind } from '../../../domain/self-checks/drill';
import type { Tx } from '../../../platform/database/unit-of-work';
import { DrillDutyRow } from '../../../schema/self-checks/drill-duty.row';
import { DrillRow } from '../../../schema/self-checks/drill.row';

export interface Drill extends Readonly<DrillRow> {
  readonly kind: DrillKind;
}
export type DrillDuty = Readonly<DrillDutyRow>;

@Injectable()
export class DrillStore {
  insert(tx: Tx, drill: Drill): Promise<void> {
    return tx.rows(DrillRow).insert(drill);
  }

  /** False where the enterprise has its duty already. */
  openDuty(tx: Tx, duty: DrillDuty): Promise<boolean> {
    return tx.rows(DrillDutyRow).insertNew(duty);
  }

  lockDuty(tx: Tx, enterpriseId: string): Promise<DrillDuty | null> {
    return tx.rows(DrillDutyRow).findOne({ where: { enterpriseId }, lock: { mode: 'pessimistic_write' } });
  }

  async changeDuty(tx: Tx, enterpriseId: string, changes: Pick<DrillDuty, 'lastHeldOn' | 'dueOn'>): Promise<void> {
    await tx.rows(DrillDutyRow).update({ enterpriseId }, changes);
  }
}
