import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '../../../platform/database/unit-of-work';
import { ExchangeChipRow } from '../../../schema/exchange/exchange-chip.row';

/** Which chips a vendor's cloud may speak for. */
@Injectable()
export class VendorChipsReader {
  async of(tx: Tx, partnerId: string, chipNos: readonly string[]): Promise<ReadonlySet<string>> {
    const where = { partnerId, chipNo: In([...new Set(chipNos)]) };
    const rows = await tx.rows(ExchangeChipRow).find({ where });
    return new Set(rows.map(({ chipNo }) => chipNo));
  }
}
