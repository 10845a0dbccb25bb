import { Injectable } from '@nestjs/common';
import { Sealer } from '../../platform/database/sealer';
import type { Tx } from '../../platform/database/unit-of-work';
import { ENTERPRISE_PHONE } from './enterprises/enterprise.mapper';
import { WELDER_PHONE } from './welders/welder.mapper';

/** The phone of a welder, or of an enterprise's contact, for a message to them; never shown. */
@Injectable()
export class OwnerPhonesReader {
  constructor(private readonly sealer: Sealer) {}

  /** Under the system's scope. */
  async of(tx: Tx, owner: { readonly welderId: string | null; readonly enterpriseId: string | null }): Promise<string> {
    const { welderId, enterpriseId } = owner;
    const [row] =
      welderId === null
        ? await tx.query<{ sealed: string }>('select contact_phone_sealed as sealed from enterprises where id = $1', [
            enterpriseId,
          ])
        : await tx.query<{ sealed: string }>('select phone_sealed as sealed from welders where id = $1', [welderId]);
    if (!row) throw new Error('the owner is not registered');
    return this.sealer.open(welderId === null ? ENTERPRISE_PHONE : WELDER_PHONE, row.sealed);
  }
}
