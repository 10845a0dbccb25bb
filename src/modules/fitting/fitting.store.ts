import { Injectable } from '@nestjs/common';
import type { FittingState } from '../../domain/fitting/fitting';
import type { Tx } from '../../platform/database/unit-of-work';
import { FittingRow } from '../../schema/fitting/fitting.row';

export interface Fitting extends Readonly<FittingRow> {
  readonly state: FittingState;
}

type Outcome = Pick<
  Fitting,
  'state' | 'endedAt' | 'relayOk' | 'arcOk' | 'withoutTest' | 'photoId' | 'note' | 'lat' | 'lng'
>;

@Injectable()
export class FittingStore {
  /** False where the machine or the chip is being fitted already. */
  insert(tx: Tx, fitting: Fitting): Promise<boolean> {
    return tx.rows(FittingRow).insertNew(fitting);
  }

  find(tx: Tx, id: string): Promise<Fitting | null> {
    return tx.rows(FittingRow).findOne({ where: { id } }) as Promise<Fitting | null>;
  }

  lock(tx: Tx, id: string): Promise<Fitting | null> {
    const question = { where: { id }, lock: { mode: 'pessimistic_write' as const } };
    return tx.rows(FittingRow).findOne(question) as Promise<Fitting | null>;
  }

  openOf(tx: Tx, machineId: string): Promise<Fitting | null> {
    return tx.rows(FittingRow).findOne({ where: { machineId, state: 'open' } }) as Promise<Fitting | null>;
  }

  async end(tx: Tx, id: string, outcome: Outcome): Promise<void> {
    await tx.rows(FittingRow).update({ id }, outcome);
  }
}
