import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import type { Tx } from '../../../platform/database/unit-of-work';
import { ErasureRow } from '../../../schema/privacy/erasure.row';

@Injectable()
export class ErasureStore {
  async insert(tx: Tx, row: ErasureRow): Promise<void> {
    await tx.rows(ErasureRow).insert(row);
  }

  list(tx: Tx, { limit, cursor }: { limit: number; cursor?: string }): Promise<ErasureRow[]> {
    const where = cursor === undefined ? {} : { id: LessThan(cursor) };
    return tx.rows(ErasureRow).find({ where, order: { id: 'DESC' }, take: limit + 1 });
  }
}
