import { Injectable } from '@nestjs/common';
import type { ErasureState } from '../../../domain/privacy/erasure';
import type { Tx } from '../../../platform/database/unit-of-work';
import { ErasureRequestRow } from '../../../schema/privacy/erasure-request.row';

export interface ErasureRequest extends Readonly<ErasureRequestRow> {
  readonly state: ErasureState;
}

type Decision = Pick<ErasureRequest, 'state'> &
  Partial<Pick<ErasureRequest, 'decidedBy' | 'decidedAt' | 'note' | 'notBefore' | 'doneAt'>>;

@Injectable()
export class ErasureRequestStore {
  /** False where the person has asked already, and it is not settled. */
  insert(tx: Tx, request: ErasureRequest): Promise<boolean> {
    return tx.rows(ErasureRequestRow).insertNew(request);
  }

  lock(tx: Tx, id: string): Promise<ErasureRequest | null> {
    const lock = { mode: 'pessimistic_write' } as const;
    return tx.rows(ErasureRequestRow).findOne({ where: { id }, lock }) as Promise<ErasureRequest | null>;
  }

  find(tx: Tx, id: string): Promise<ErasureRequest | null> {
    return tx.rows(ErasureRequestRow).findOne({ where: { id } }) as Promise<ErasureRequest | null>;
  }

  async change(tx: Tx, id: string, decision: Decision): Promise<void> {
    await tx.rows(ErasureRequestRow).update({ id }, decision);
  }

  async approved(tx: Tx): Promise<string[]> {
    const rows = await tx
      .rows(ErasureRequestRow)
      .find({ where: { state: 'approved' }, order: { id: 'ASC' }, take: 200 });
    return rows.map(({ id }) => id);
  }
}
