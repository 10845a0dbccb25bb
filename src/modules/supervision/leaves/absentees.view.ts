import { Injectable } from '@nestjs/common';
import type { GoneBecause } from '../../../domain/violations/steps/pass-on';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { columnsOf } from '../../../platform/database/columns';
import { LeaveRow } from '../../../schema/supervision/leave.row';

/** Somebody who has cases in hand and cannot see to them. */
export interface Absentee {
  readonly userId: string;
  readonly deputyId: string | null;
  readonly because: GoneBecause;
}

/** A case and whom it was taken from by their leave. */
export interface PassedOn {
  readonly violationId: string;
  readonly userId: string;
  readonly inHandsOf: string | null;
}

export interface ListedLeave extends Readonly<
  Pick<LeaveRow, 'id' | 'userId' | 'deputyId' | 'fromAt' | 'untilAt' | 'reason' | 'endedAt'>
> {
  readonly userName: string;
  readonly deputyName: string | null;
}

/** An official's leave, or a person of an enterprise who lets somebody else sign meanwhile. */
const AWAY = `
  select l.user_id, l.deputy_id from leaves l where l.from_at <= $1 and l.until_at > $1 and l.ended_at is null
  union all
  select d.from_user, d.to_user from approval_delegations d where d.from_at <= $1 and d.to_at > $1 and d.revoked_at is null`;

const IN_HAND = `select distinct v.assigned_to as id from violations v
  where v.assigned_to is not null and v.state in ('assigned', 'rectifying')`;

/** A step after which a case is no longer only passed on: the platform's own steps leave it where it was. */
const BY_A_PERSON = `x.command in ('assign', 'reassign', 'rectify', 'review', 'close', 'reopen', 'withdraw')
  and coalesce(x.detail ->> 'reason', '') not in ('assignee-on-leave', 'assignee-back', 'assignee-left')`;
const AT_ONCE = 500;

@Injectable()
export class Absentees {
  /** Of those who have cases in hand. */
  withCases(tx: Tx, at: Instant): Promise<Absentee[]> {
    return tx.query<Absentee>(
      `with hands as (${IN_HAND}), away as (${AWAY})
       select distinct on (h.id) h.id as "userId", a.deputy_id as "deputyId",
         case when u.disabled_at is not null then 'assignee-left' else 'assignee-on-leave' end as because
       from hands h join users u on u.id = h.id left join away a on a.user_id = h.id
       where u.disabled_at is not null or a.user_id is not null
       order by h.id, a.deputy_id nulls last`,
      [new Date(at)],
    );
  }

  /** Of these people who is away now. */
  async away(tx: Tx, userIds: readonly string[], at: Instant): Promise<Set<string>> {
    const rows = await tx.query<{ id: string }>(
      `select a.user_id as id from (${AWAY}) a where a.user_id = any($2)
       union select u.id from users u where u.id = any($2) and u.disabled_at is not null`,
      [new Date(at), userIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /**
   * Cases that a leave took from somebody who is there again, as long as no person has touched them since. Where several
   * leaves followed each other the case belongs to whom the first one took it from.
   */
  passedOn(tx: Tx, at: Instant): Promise<PassedOn[]> {
    return tx.query<PassedOn>(
      `with first as (
         select distinct on (h.violation_id) h.violation_id as "violationId", h.detail ->> 'takenFrom' as "userId"
         from violation_history h join violations v on v.id = h.violation_id and v.state in ('open', 'assigned')
         where h.command = 'reassign' and h.detail ->> 'reason' = 'assignee-on-leave' and not exists (
           select 1 from violation_history x where x.violation_id = h.violation_id and x.id > h.id and ${BY_A_PERSON})
         order by h.violation_id, h.id)
       select f."violationId", f."userId", v.assigned_to as "inHandsOf" from first f join violations v on v.id = f."violationId"
         join users u on u.id = f."userId" and u.disabled_at is null
       where v.assigned_to is distinct from f."userId" and not exists (select 1 from (${AWAY}) a where a.user_id = f."userId")
       order by f."violationId" limit ${AT_ONCE}`,
      [new Date(at)],
    );
  }

  /** Newest first, one more than the page holds. */
  list(tx: Tx, limit: number, cursor: string | undefined): Promise<ListedLeave[]> {
    return tx.query<ListedLeave>(
      `select ${columnsOf(LeaveRow, 'l', ['id', 'userId', 'deputyId', 'fromAt', 'untilAt', 'reason', 'endedAt'])},
         u.name as "userName", d.name as "deputyName"
       from leaves l join users u on u.id = l.user_id left join users d on d.id = l.deputy_id
       where ($1::text is null or l.id < $1) order by l.id desc limit $2`,
      [cursor ?? null, limit + 1],
    );
  }
}
