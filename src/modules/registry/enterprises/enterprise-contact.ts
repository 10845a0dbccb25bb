import { Injectable } from '@nestjs/common';
import { Sealer } from '../../../platform/database/sealer';
import type { Tx } from '../../../platform/database/unit-of-work';
import { EnterpriseRow } from '../../../schema/registry/enterprise.row';
import { ENTERPRISE_PHONE } from './enterprise.mapper';

/** Whom an enterprise named when it was registered: its principal, or who speaks for it. */
@Injectable()
export class EnterpriseContact {
  constructor(private readonly sealer: Sealer) {}

  async phoneOf(tx: Tx, enterpriseId: string): Promise<string | null> {
    const found = await tx.rows(EnterpriseRow).findOne({ where: { id: enterpriseId } });
    return found && this.sealer.open(ENTERPRISE_PHONE, found.contactPhoneSealed);
  }
}
