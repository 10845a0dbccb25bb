import { Injectable } from '@nestjs/common';
import { Sealer } from '../../../platform/database/sealer';
import type { Tx } from '../../../platform/database/unit-of-work';
import { ENTERPRISE_PHONE } from './enterprise.mapper';

/** Whom an enterprise named when it was registered: its principal, or who speaks for it. */
@Injectable()
export class EnterpriseContact {
  constructor(private readonly sealer: Sealer) {}

  async phoneOf(tx: Tx, enterpriseId: string): Promise<string | null> {
    const [row] = await tx.query<{ sealed: string }>(
      'select contact_phone_sealed as sealed from enterprises where id = $1',
      [enterpriseId],
    );
    return row ? this.sealer.open(ENTERPRISE_PHONE, row.sealed) : null;
  }
}
