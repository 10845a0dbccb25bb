import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/unit-of-work';
import type { EnterpriseRow } from '../../schema/registry/enterprise.row';
import type { WelderRow } from '../../schema/registry/welder.row';

/** What an account leads to in the register, which comes later in the house: only existence, home and identity are asked. */
@Injectable()
export class AccountLinks {
  /** Undefined: there is no such enterprise. */
  async homeOfEnterprise(tx: Tx, id: string): Promise<string | undefined> {
    const [row] = await tx.query<Pick<EnterpriseRow, 'regionCode'>>(
      'select region_code as "regionCode" from enterprises where id = $1',
      [id],
    );
    return row?.regionCode;
  }

  /** Undefined: there is no such welder. */
  async homeOfWelder(tx: Tx, id: string): Promise<string | undefined> {
    const [row] = await tx.query<Pick<WelderRow, 'regionCode'>>(
      'select region_code as "regionCode" from welders where id = $1',
      [id],
    );
    return row?.regionCode;
  }

  /** Somebody else's account, also a welder's, belongs to this identity. */
  async identityTaken(tx: Tx, userId: string, identityHash: string): Promise<boolean> {
    const rows = await tx.query(
      `select 1 from users u left join welders w on w.id = u.welder_id
       where u.id <> $1 and (u.identity_hash = $2 or w.id_number_hash = $2) limit 1`,
      [userId, identityHash],
    );
    return rows.length > 0;
  }
}
