import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { ApprovalDelegationRow } from '../../../schema/permits/approval-delegation.row';

type Own = 'id' | 'enterpriseId' | 'regionCode' | 'reason' | 'createdBy' | 'createdAt' | 'revokedAt';

/** A delegation with the names of both. */
export interface Delegation extends Readonly<Pick<ApprovalDelegationRow, Own>> {
  readonly fromUserId: string;
  readonly fromName: string;
  readonly toUserId: string;
  readonly toName: string;
  readonly from: Instant;
  readonly to: Instant;
}

@Injectable()
export class DelegationStore {
  insert(tx: Tx, { fromUserId, fromName: _f, toUserId, toName: _t, from, to, ...own }: Delegation): Promise<void> {
    const row = { ...own, fromUser: fromUserId, toUser: toUserId, fromAt: from, toAt: to };
    return tx.rows(ApprovalDelegationRow).insert(row);
  }

  async revoke(tx: Tx, id: string, at: Instant): Promise<void> {
    await tx.rows(ApprovalDelegationRow).update({ id }, { revokedAt: at });
  }

  /** Who signs in the names of these users now. */
  async standIns(tx: Tx, userIds: readonly string[], at: Instant): Promise<string[]> {
    const rows = await tx.prepared<Pick<ApprovalDelegationRow, 'toUser'>>(
      `select distinct to_user as "toUser" from approval_delegations
       where from_user = any($1) and created_by <> to_user and from_at <= $2 and $2 < to_at and revoked_at is null`,
      [userIds, new Date(at)],
    );
    return rows.map(({ toUser }) => toUser);
  }
}
