import { Injectable } from '@nestjs/common';
import { In, LessThanOrEqual } from 'typeorm';
import type { SuspensionState } from '../../../domain/registry/suspension';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { WelderSuspensionRow } from '../../../schema/registry/welder-suspension.row';

export interface Suspension extends Readonly<WelderSuspensionRow> {
  readonly state: SuspensionState;
}

const OPEN = In(['running', 'appealed']);
/** A turn takes so many. */
const MOST = 200;

/** A person's own record, and those that others made of them: no power under any. Settled claims and erased people stay as they are. */
const FAMILY = `(id = $1 or same_person_as = $1) and claim_settled_at is null and erased_at is null`;

@Injectable()
export class SuspensionStore {
  /** False where the welder is suspended already. */
  insert(tx: Tx, suspension: Suspension): Promise<boolean> {
    return tx.rows(WelderSuspensionRow).insertNew(suspension);
  }

  lock(tx: Tx, id: string): Promise<Suspension | null> {
    const lock = { mode: 'pessimistic_write' } as const;
    return tx.rows(WelderSuspensionRow).findOne({ where: { id }, lock }) as Promise<Suspension | null>;
  }

  async change(tx: Tx, id: string, change: Partial<Suspension>): Promise<void> {
    await tx.rows(WelderSuspensionRow).update({ id }, change);
  }

  async over(tx: Tx, at: Instant): Promise<Suspension[]> {
    const where = { state: OPEN, untilAt: LessThanOrEqual(at) };
    const lock = { mode: 'pessimistic_write' } as const;
    return (await tx
      .rows(WelderSuspensionRow)
      .find({ where, order: { untilAt: 'ASC' }, take: MOST, lock })) as Suspension[];
  }

  /** Jobs that run end by themselves within a second. */
  async take(tx: Tx, welderId: string): Promise<void> {
    await tx.query(`update welders set status = 'suspended', version = version + 1 where ${FAMILY}`, [welderId]);
  }

  async giveBack(tx: Tx, welderId: string): Promise<void> {
    await tx.query(`update welders set status = 'active', version = version + 1 where ${FAMILY}`, [welderId]);
  }
}
