import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work';

/** A chip's secret gives way to the one it agreed on. A trigger refuses any other. */
@Injectable()
export class ReplaceSecret {
  async execute(tx: Tx, chipNo: string, agreed: { readonly no: number; readonly secretSealed: string }): Promise<void> {
    const secret = [chipNo, agreed.no, agreed.secretSealed];
    await tx.query('update chips set secret_no = $2, secret_sealed = $3 where chip_no = $1', secret);
  }
}
