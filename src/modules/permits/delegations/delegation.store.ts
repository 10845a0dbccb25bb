import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';

export interface Delegation {
  readonly id: string;
  readonly fromUserId: string;
  readonly fromName: string;
  readonly toUserId: string;
  readonly toName: string;
  readonly enterpriseId: string;
  readonly regionCode: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly reason: string;
  readonly createdBy: string;
  readonly createdAt: Instant;
  readonly revokedAt: Instant | null;
}

interface Row {
  id: string;
  from_user: string;
  from_name: string;
  to_user: string;
  to_name: string;
  enterprise_id: string;
  region_code: string;
  from_at: Instant;
  to_at: Instant;
  reason: string;
  created_by: string;
  created_at: Instant;
  revoked_at: Instant | null;
}

const SELECT = `select d.*, f.name as from_name, t.name as to_name
  from approval_delegations d join users f on f.id = d.from_user join users t on t.id = d.to_user`;

@Injectable()
export class DelegationStore {
  async insert(tx: Tx, delegation: Omit<Delegation, 'fromName' | 'toName' | 'revokedAt'>): Promise<void> {
    await tx.query(
      `insert into approval_delegations (id, from_user, to_user, enterprise_id, region_code, from_at, to_at, reason, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        delegation.id,
        delegation.fromUserId,
        delegation.toUserId,
        delegation.enterpriseId,
        delegation.regionCode,
        new Date(delegation.from),
        new Date(delegation.to),
        delegation.reason,
        delegation.createdBy,
        new Date(delegation.createdAt),
      ],
    );
  }

  /** Under the caller's scope. */
  async list(tx: Tx, limit: number, cursor: string | null): Promise<Delegation[]> {
    const rows = await tx.query<Row>(`${SELECT} where d.id < coalesce($1, 'Z') order by d.id desc limit $2`, [
      cursor,
      limit,
    ]);
    return rows.map(toDelegation);
  }

  async lock(tx: Tx, id: string): Promise<Delegation | null> {
    const [row] = await tx.query<Row>(`${SELECT} where d.id = $1 for update of d`, [id]);
    return row ? toDelegation(row) : null;
  }

  async revoke(tx: Tx, id: string, at: Instant): Promise<void> {
    await tx.query('update approval_delegations set revoked_at = $2 where id = $1', [id, new Date(at)]);
  }

  /** In whose names this user may sign now. A disabled account gives nothing away; what somebody took for themselves, long ago, gives nothing. */
  async absentFor(tx: Tx, userId: string, at: Instant): Promise<string[]> {
    const rows = await tx.prepared<{ from_user: string }>(
      `select distinct d.from_user from approval_delegations d join users f on f.id = d.from_user and f.disabled_at is null
       where d.to_user = $1 and d.created_by <> d.to_user and d.from_at <= $2 and $2 < d.to_at and d.revoked_at is null`,
      [userId, new Date(at)],
    );
    return rows.map((row) => row.from_user);
  }

  /** Who signs in the names of these users now. */
  async standIns(tx: Tx, userIds: readonly string[], at: Instant): Promise<string[]> {
    const rows = await tx.prepared<{ to_user: string }>(
      `select distinct to_user from approval_delegations
       where from_user = any($1) and created_by <> to_user and from_at <= $2 and $2 < to_at and revoked_at is null`,
      [userIds, new Date(at)],
    );
    return rows.map((row) => row.to_user);
  }
}

const toDelegation = (row: Row): Delegation => ({
  id: row.id,
  fromUserId: row.from_user,
  fromName: row.from_name,
  toUserId: row.to_user,
  toName: row.to_name,
  enterpriseId: row.enterprise_id,
  regionCode: row.region_code,
  from: row.from_at,
  to: row.to_at,
  reason: row.reason,
  createdBy: row.created_by,
  createdAt: row.created_at,
  revokedAt: row.revoked_at,
});
