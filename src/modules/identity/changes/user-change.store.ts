import { Injectable } from '@nestjs/common';
import { ArrayContains, IsNull } from 'typeorm';
import { violatedConstraint } from '../../../platform/database/unique-violation';
import type { Tx } from '../../../platform/database/unit-of-work';
import { UserRow } from '../../../schema/identity/user.row';
import { seatColumns, toUser, type User } from '../user';

export interface LockedUser extends User {
  readonly phoneHash: string | null;
  readonly hasPassword: boolean;
}

/** The one of its fields that another account has already. */
export type Taken = 'phone' | 'welder';

const FOR_UPDATE = { mode: 'pessimistic_write' } as const;

@Injectable()
export class UserChangeStore {
  /** Locked until the transaction ends. */
  async lock(tx: Tx, id: string): Promise<LockedUser | null> {
    const row = await tx.rows(UserRow).findOne({ where: { id }, lock: FOR_UPDATE });
    if (!row) return null;
    const { passwordHash, identityHash: _, phoneHash, ...user } = row;
    return { ...toUser(user), phoneHash, hasPassword: passwordHash !== null };
  }

  /** All who administer now, locked in one order: of two who shut each other out at once, the second sees the first. */
  async lockAdmins(tx: Tx): Promise<string[]> {
    const where = { roles: ArrayContains(['admin']), disabledAt: IsNull() };
    const admins = await tx.rows(UserRow).find({ where, order: { id: 'asc' }, lock: FOR_UPDATE });
    return admins.map(({ id }) => id);
  }

  /** Null where it was saved. */
  async save(tx: Tx, user: LockedUser): Promise<Taken | null> {
    const { id, name, phoneSealed, phoneHash, regionCode, enterpriseId, welderId, version, seat } = user;
    const links = { regionCode, enterpriseId, welderId };
    const changes = { name, phoneSealed, phoneHash, roles: [...user.roles], ...links, ...seatColumns(seat), version };
    try {
      await tx.rows(UserRow).update({ id }, changes);
      return null;
    } catch (fault) {
      const constraint = violatedConstraint(fault);
      if (constraint === null) throw fault;
      return constraint.includes('welder') ? 'welder' : 'phone';
    }
  }
}
