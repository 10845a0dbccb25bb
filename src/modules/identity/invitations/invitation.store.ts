import { Injectable } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { InvitationRow } from '../../../schema/identity/invitation.row';

export type Invitation = Readonly<InvitationRow>;

const OPEN = { usedAt: IsNull(), withdrawnAt: IsNull() };

/** Under the caller's scope what they may see; under the system's whatever a link leads to. */
@Injectable()
export class InvitationStore {
  /** False where this phone has an open invitation to the same place. */
  insert(tx: Tx, invitation: Invitation): Promise<boolean> {
    return tx.rows(InvitationRow).insertNew(invitation);
  }

  list(tx: Tx, { limit, cursor }: { limit: number; cursor?: string }): Promise<Invitation[]> {
    const where = cursor === undefined ? {} : { id: LessThan(cursor) };
    return tx.rows(InvitationRow).find({ where, order: { id: 'DESC' }, take: limit + 1 });
  }

  byToken(tx: Tx, tokenHash: string): Promise<Invitation | null> {
    return tx.rows(InvitationRow).findOne({ where: { tokenHash } });
  }

  /** Locked: of two who accept at once, the second finds it used. */
  lockByToken(tx: Tx, tokenHash: string): Promise<Invitation | null> {
    return tx.rows(InvitationRow).findOne({ where: { tokenHash }, lock: { mode: 'pessimistic_write' } });
  }

  lock(tx: Tx, id: string): Promise<Invitation | null> {
    return tx.rows(InvitationRow).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async renew(tx: Tx, id: string, tokenHash: string, expiresAt: Instant): Promise<void> {
    await tx.rows(InvitationRow).update({ id, ...OPEN }, { tokenHash, expiresAt });
  }

  async withdraw(tx: Tx, id: string, by: string, at: Instant): Promise<void> {
    await tx.rows(InvitationRow).update({ id, ...OPEN }, { withdrawnAt: at, withdrawnBy: by });
  }

  async use(tx: Tx, id: string, by: string, at: Instant): Promise<void> {
    await tx.rows(InvitationRow).update({ id, ...OPEN }, { usedAt: at, usedBy: by });
  }
}
