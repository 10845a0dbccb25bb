import { Injectable } from '@nestjs/common';
import { violatedConstraint } from '../../../platform/database/unique-violation';
import type { Tx } from '../../../platform/database/unit-of-work';
import { toUser, type User, type UserRow } from '../user.row';
import { timestamp } from '../../../platform/database/timestamp';

export interface LockedUser extends User {
  readonly phoneHash: string | null;
  readonly hasPassword: boolean;
}

/** The one of its fields that another account has already. */
export type Taken = 'phone' | 'welder';

@Injectable()
export class UserChangeStore {
  /** Locked until the transaction ends. */
  async lock(tx: Tx, id: string): Promise<LockedUser | null> {
    const [row] = await tx.query<UserRow & { phone_hash: string | null }>(
      'select * from users where id = $1 for update',
      [id],
    );
    return row ? { ...toUser(row), phoneHash: row.phone_hash, hasPassword: row.password_hash !== null } : null;
  }

  /** All who administer now, locked in one order: of two who shut each other out at once, the second sees the first. */
  async lockAdmins(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select id from users where 'admin' = any(roles) and disabled_at is null order by id for update`,
    );
    return rows.map(({ id }) => id);
  }

  /** Null where it was saved. */
  async save(tx: Tx, user: LockedUser): Promise<Taken | null> {
    try {
      await tx.query(
        `update users set name = $2, phone_sealed = $3, phone_hash = $4, roles = $5, region_code = $6, enterprise_id = $7,
           welder_id = $8, seat_waiting_since = $9, seat_confirmed_at = $10, seat_confirmed_by = $11, seat_source = $12, version = $13
         where id = $1`,
        [
          user.id,
          user.name,
          user.phoneSealed,
          user.phoneHash,
          user.roles,
          user.regionCode,
          user.enterpriseId,
          user.welderId,
          timestamp(user.seat.waitingSince),
          timestamp(user.seat.confirmedAt),
          user.seat.confirmedBy,
          user.seat.source,
          user.version,
        ],
      );
      return null;
    } catch (fault) {
      const constraint = violatedConstraint(fault);
      if (constraint === null) throw fault;
      return constraint.includes('welder') ? 'welder' : 'phone';
    }
  }
}
