import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work';
import { ChipRow } from '../../../schema/registry/chip.row';

/** A chip's secret gives way to the one it agreed on. A trigger refuses any other. */
@Injectable()
export class ReplaceSecret {
  async execute(tx: Tx, chipNo: string, agreed: { readonly no: number; readonly secretSealed: string }): Promise<void> {
    await tx.rows(ChipRow).update({ chipNo }, { secretNo: agreed.no, secretSealed: agreed.secretSealed });
  }
}
