import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '../../../platform/database/unit-of-work';
import { ExchangeChipRow } from '../../../schema/exchange/exchange-chip.row';

/** Which chips a vendor's cloud may speak for. */
@Injectable()
export class VendorChipsReader {
  /** Those of the numbers that no chip was imported under. */
  async unknown(tx: Tx, chipNos: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ chipNo: string }>(
      `select n as "chipNo" from unnest($1::text[]) n where not exists (select 1 from chips c where c.chip_no = n)`,
      [chipNos],
    );
    return rows.map(({ chipNo }) => chipNo);
  }

  async of(tx: Tx, partnerId: string, chipNos: readonly string[]): Promise<ReadonlySet<string>> {
    const where = { partnerId, chipNo: In([...new Set(chipNos)]) };
    const rows = await tx.rows(ExchangeChipRow).find({ where });
    return new Set(rows.map(({ chipNo }) => chipNo));
  }
}
