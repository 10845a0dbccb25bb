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
}
