import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/unit-of-work';
import { Sealer } from '../../platform/database/sealer';
import { WELDER_ID_NUMBER } from './welders/welder.mapper';

export interface WelderIdentity {
  readonly id: string;
  readonly regionCode: string;
  readonly enterpriseId: string | null;
  /** In clear: to compare with, not to show, store or log. */
  readonly idNumber: string;
}

/** A welder's own identity number, for rules that compare a document with its holder. */
@Injectable()
export class WelderIdentityReader {
  constructor(private readonly sealer: Sealer) {}

  async find(tx: Tx, welderId: string): Promise<WelderIdentity | null> {
    const [row] = await tx.query<Omit<WelderIdentity, 'idNumber'> & { sealed: string }>(
      `select id, region_code as "regionCode", enterprise_id as "enterpriseId", id_number_sealed as sealed from welders where id = $1`,
      [welderId],
    );
    if (!row) return null;
    const { sealed, ...welder } = row;
    return { ...welder, idNumber: this.sealer.open(WELDER_ID_NUMBER, sealed) };
  }
}
