import type { Instant } from '../../../kernel/time';
import { columnsOf } from '../../../platform/database/columns';
import type { Tx } from '../../../platform/database/unit-of-work';
import { ApprovalDelegationRow } from '../../../schema/permits/approval-delegation.row';
import type { Delegation } from './delegation.store';

const OWN = columnsOf(ApprovalDelegationRow, 'd', [
  'id', 'enterpriseId', 'regionCode', 'reason', 'createdBy', 'createdAt', 'revokedAt',
]); // prettier-ignore

const DELEGATIONS = `
  select ${OWN}, d.from_user as "fromUserId", f.name as "fromName", d.to_user as "toUserId", t.name as "toName", d.from_at as "from", d.to_at as "to"
  from approval_delegations d join users f on f.id = d.from_user join users t on t.id = d.to_user`;

/** The newest first, under the caller's scope. */
export const delegationsBefore = (tx: Tx, cursor: string | null, limit: number): Promise<Delegation[]> =>
  tx.query<Delegation>(`${DELEGATIONS} where d.id < coalesce($1, 'Z') order by d.id desc limit $2`, [cursor, limit]);

export async function lockDelegation(tx: Tx, id: string): Promise<Delegation | null> {
  const [found] = await tx.query<Delegation>(`${DELEGATIONS} where d.id = $1 for update of d`, [id]);
  return found ?? null;
}

/** In whose names this user may sign now. A disabled account gives nothing away; what somebody took for themselves, long ago, gives nothing. */
export async function absentFor(tx: Tx, userId: string, at: Instant): Promise<string[]> {
  const rows = await tx.prepared<Pick<ApprovalDelegationRow, 'fromUser'>>(
    `select distinct d.from_user as "fromUser" from approval_delegations d join users f on f.id = d.from_user and f.disabled_at is null
     where d.to_user = $1 and d.created_by <> d.to_user and d.from_at <= $2 and $2 < d.to_at and d.revoked_at is null`,
    [userId, new Date(at)],
  );
  return rows.map(({ fromUser }) => fromUser);
}
