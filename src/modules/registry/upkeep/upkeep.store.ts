import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { CheckResult } from '../../../domain/registry/machine-upkeep';
import type { Tx } from '../../../platform/database/unit-of-work';
import { MachineCheckRow } from '../../../schema/registry/machine-check.row';
import { MachineRepairRow } from '../../../schema/registry/machine-repair.row';

export interface StoredCheck extends Readonly<MachineCheckRow> {
  readonly result: CheckResult;
}

export type StoredRepair = Readonly<MachineRepairRow>;

const MOST = 100;

/** Checks and repairs of machines. */
@Injectable()
export class UpkeepStore {
  insertCheck(tx: Tx, check: StoredCheck): Promise<void> {
    return tx.rows(MachineCheckRow).insert(check);
  }

  /** The latest first, by the day of the check. */
  checksOf(tx: Tx, machineId: string): Promise<StoredCheck[]> {
    const order = { checkedOn: 'DESC', id: 'DESC' } as const;
    return tx.rows(MachineCheckRow).find({ where: { machineId }, order, take: MOST }) as Promise<StoredCheck[]>;
  }

  insertRepair(tx: Tx, repair: StoredRepair): Promise<void> {
    return tx.rows(MachineRepairRow).insert(repair);
  }

  repairsOf(tx: Tx, machineId: string): Promise<StoredRepair[]> {
    return tx.rows(MachineRepairRow).find({ where: { machineId }, order: { id: 'DESC' }, take: MOST });
  }

  /** Null: nobody repairs it now. */
  openRepair(tx: Tx, machineId: string): Promise<StoredRepair | null> {
    return tx.rows(MachineRepairRow).findOne({ where: { machineId, endedAt: IsNull() } });
  }

  async endRepair(tx: Tx, id: string, ended: Partial<StoredRepair>): Promise<void> {
    await tx.rows(MachineRepairRow).update({ id }, ended);
  }
}
