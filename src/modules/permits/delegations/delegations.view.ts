import { SEATS } from '../../../domain/people/roles';
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

/** Locked until the transaction ends; null if there is none in the caller's scope. */
export async function lockDelegation(tx: Tx, id: string): Promise<Delegation | null> {
  const [found] = await tx.query<Delegation>(`${DELEGATIONS} where d.id = $1 for update of d`, [id]);
  return found ?? null;
}

/**
 * Whether a delegation `d` counts at the moment that `at` is the placeholder of. A delegation is of one enterprise, and counts
 * while both belong there and the deputy holds a seat: whoever leaves neither signs nor reads for the other. A disabled account
 * gives nothing away. What somebody took for themselves, long ago, gives nothing.
 */
export const inForce = (at: string): string => `
  d.created_by <> d.to_user and d.from_at <= ${at} and ${at} < d.to_at and d.revoked_at is null and exists (
    select 1 from users f join users t on t.enterprise_id = f.enterprise_id
    where f.id = d.from_user and t.id = d.to_user and f.enterprise_id = d.enterprise_id and f.disabled_at is null
      and t.roles && array['${SEATS.join("', '")}'])`;

/** In whose names this user may sign now. */
export async function absentFor(tx: Tx, userId: string, at: Instant): Promise<string[]> {
  const rows = await tx.prepared<Pick<ApprovalDelegationRow, 'fromUser'>>(
    `select distinct d.from_user as "fromUser" from approval_delegations d where d.to_user = $1 and ${inForce('$2')}`,
    [userId, new Date(at)],
  );
  return rows.map(({ fromUser }) => fromUser);
}

/** Who signs in the names of these users now. */
export async function standInsOf(tx: Tx, userIds: readonly string[], at: Instant): Promise<string[]> {
  const rows = await tx.prepared<Pick<ApprovalDelegationRow, 'toUser'>>(
    `select distinct d.to_user as "toUser" from approval_delegations d where d.from_user = any($1) and ${inForce('$2')}`,
    [userIds, new Date(at)],
  );
  return rows.map(({ toUser }) => toUser);
}
