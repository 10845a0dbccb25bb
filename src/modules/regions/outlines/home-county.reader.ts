import { Injectable } from '@nestjs/common';
import type { Caller } from '../../../platform/auth/caller';
import type { Tx } from '../../../platform/database/unit-of-work';

@Injectable()
export class HomeCounty {
  /** Where somebody works who serves no region: the county of their enterprise, or their own. */
  async of(tx: Tx, { enterpriseId, welderId }: Pick<Caller, 'enterpriseId' | 'welderId'>): Promise<string | null> {
    const [row] = await tx.query<{ code: string | null }>(
      `select left(coalesce((select region_code from enterprises where id = $1),
         (select region_code from welders where id = $2)), 6) as code`,
      [enterpriseId, welderId],
    );
    return row?.code ?? null;
  }
}
