import { Injectable } from '@nestjs/common';
import { ArrayContains, ArrayOverlap, IsNull } from 'typeorm';
import { LEADERS } from '../../../domain/people/roles';
import { violatedConstraint } from '../../../platform/database/unique-violation';
import type { Tx } from '../../../platform/database/unit-of-work';
import { UserRow } from '../../../schema/identity/user.row';
import type { Seat } from '../seat-holders';
import { seatColumns, toUser, type User } from '../user';

export interface LockedUser extends User {
  readonly phoneHash: string | null;
  readonly identityHash: string | null;
  readonly hasPassword: boolean;
}

/** The one of its fields that another account has already. */
export type Taken = 'phone' | 'welder';

const FOR_UPDATE = { mode: 'pessimistic_write' } as const;

@Injectable()
export class UserChangeStore {
  /** Locked until the transaction ends. */
  async lock(tx: Tx, id: string): Promise<LockedUser | null> {
    return toLocked(await tx.rows(UserRow).findOne({ where: { id }, lock: FOR_UPDATE }));
  }

  /** As `lock`, by the phone. */
  async lockByPhone(tx: Tx, phoneHash: string): Promise<LockedUser | null> {
    return toLocked(await tx.rows(UserRow).findOne({ where: { phoneHash }, lock: FOR_UPDATE }));
  }

  /** All who administer now, locked in one order: of two who shut each other out at once, the second sees the first. */
  async lockAdmins(tx: Tx): Promise<string[]> {
    const where = { roles: ArrayContains(['admin']), disabledAt: IsNull() };
    const admins = await tx.rows(UserRow).find({ where, order: { id: 'asc' }, lock: FOR_UPDATE });
    return admins.map(({ id }) => id);
  }

  /** All who lead an enterprise now, locked in one order as administrators are. */
  async lockLeaders(tx: Tx, enterpriseId: string): Promise<string[]> {
    const where = { enterpriseId, roles: ArrayOverlap(LEADERS), disabledAt: IsNull() };
    const leaders = await tx.rows(UserRow).find({ where, order: { id: 'asc' }, lock: FOR_UPDATE });
    return leaders.map(({ id }) => id);
  }

  /** Null where it was saved. */
  async save(tx: Tx, user: LockedUser): Promise<Taken | null> {
    const { id, name, phoneSealed, phoneHash, regionCode, enterpriseId, welderId, version, seat, trades } = user;
    const links = { regionCode, enterpriseId, welderId, trades: [...trades] };
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

  async seat(tx: Tx, id: string, seat: Seat): Promise<void> {
    await tx.rows(UserRow).update({ id }, seatColumns(seat));
  }

  /** What an account takes up beside what `save` writes; asked for after nobody else was found to have it. */
  async takeUp(tx: Tx, id: string, given: TakenUp): Promise<void> {
    await tx.rows(UserRow).update({ id }, given);
  }
}

/** A person who left and comes back is let in anew. */
type TakenUp = Partial<
  Pick<UserRow, 'identitySealed' | 'identityHash' | 'passwordHash' | 'passwordTemporary' | 'disabledAt' | 'leftAt'>
>;

function toLocked(row: UserRow | null): LockedUser | null {
  if (!row) return null;
  const { passwordHash, identitySealed: _, identityHash, phoneHash, ...user } = row;
  return { ...toUser(user), phoneHash, identityHash, hasPassword: passwordHash !== null };
}
