import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work';
import { Sealer } from '../../platform/database/sealer';
import { WelderRow } from '../../schema/registry/welder.row';
import { WELDER_ID_NUMBER } from './welders/welder.mapper';

export interface WelderIdentity extends Readonly<Pick<WelderRow, 'id' | 'regionCode' | 'enterpriseId'>> {
  /** In clear: to compare with, not to show, store or log. */
  readonly idNumber: string;
}

/** A welder's own identity number, for rules that compare a document with its holder. */
@Injectable()
export class WelderIdentityReader {
  constructor(private readonly sealer: Sealer) {}

  async find(tx: Tx, welderId: string): Promise<WelderIdentity | null> {
    const welder = await tx.rows(WelderRow).findOne({ where: { id: welderId } });
    if (!welder) return null;
    const { id, regionCode, enterpriseId, idNumberSealed } = welder;
    return { id, regionCode, enterpriseId, idNumber: this.sealer.open(WELDER_ID_NUMBER, idNumberSealed) };
  }

  /** The person of this number as the register knows them first, wherever they are; who may be told is the caller's to ask. */
  async ofNumber(tx: Tx, idNumberHash: string): Promise<Pick<WelderRow, 'id' | 'regionCode' | 'enterpriseId'> | null> {
    return tx.rows(WelderRow).findOne({ where: { idNumberHash, samePersonAs: IsNull() } });
  }
}
