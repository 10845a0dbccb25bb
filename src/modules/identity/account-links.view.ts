import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/unit-of-work';
import type { EnterpriseRow } from '../../schema/registry/enterprise.row';
import type { WelderRow } from '../../schema/registry/welder.row';

export type LinkedWelder = Pick<WelderRow, 'regionCode' | 'enterpriseId' | 'phoneHash' | 'idNumberHash'>;

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

  /** What people are told of an enterprise that invites them. */
  async nameOfEnterprise(tx: Tx, id: string): Promise<string | null> {
    const [row] = await tx.query<Pick<EnterpriseRow, 'name'>>('select name from enterprises where id = $1', [id]);
    return row?.name ?? null;
  }

  /** A welder of the register as far as an account is made for one. */
  async welder(tx: Tx, id: string): Promise<LinkedWelder | null> {
    const [row] = await tx.query<LinkedWelder>(
      `select w.region_code as "regionCode", w.enterprise_id as "enterpriseId", w.phone_hash as "phoneHash", w.id_number_hash as "idNumberHash"
       from welders w where w.id = $1`,
      [id],
    );
    return row ?? null;
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
