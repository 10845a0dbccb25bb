import type { Tx } from '../../../platform/database/unit-of-work';
import type { Suspension } from './suspension.store';

export interface ListedSuspension extends Suspension {
  readonly suspendedByName: string;
  readonly answeredByName: string | null;
  /** Null also where it was over by its day. */
  readonly closedByName: string | null;
}

const LISTED = `select s.id, s.welder_id as "welderId", s.region_code as "regionCode", s.state, s.reason, s.violation_id as "violationId",
    s.suspended_by as "suspendedBy", s.suspended_at as "suspendedAt", s.until_at as "untilAt", s.appeal, s.appealed_at as "appealedAt",
    s.answer_due_at as "answerDueAt", s.answer, s.answered_by as "answeredBy", s.answered_at as "answeredAt", s.closed_by as "closedBy",
    s.closed_at as "closedAt", s.close_reason as "closeReason", u.name as "suspendedByName", a.name as "answeredByName", c.name as "closedByName"
  from welder_suspensions s join users u on u.id = s.suspended_by left join users a on a.id = s.answered_by left join users c on c.id = s.closed_by`;

/** The newest hundred of a welder. In the caller's scope. */
export const suspensionsOf = (tx: Tx, welderId: string): Promise<ListedSuspension[]> =>
  tx.query<ListedSuspension>(`${LISTED} where s.welder_id = $1 order by s.id desc limit 100`, [welderId]);

export async function suspensionOne(tx: Tx, id: string): Promise<ListedSuspension | null> {
  return (await tx.query<ListedSuspension>(`${LISTED} where s.id = $1`, [id]))[0] ?? null;
}

/** Whose suspension counts for a record: the person that it claims to be. */
export async function personBehind(tx: Tx, welderId: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    'select coalesce(same_person_as, id) as id from welders where id = $1 and erased_at is null',
    [welderId],
  );
  return row?.id ?? null;
}

/** With which the welder signs in. */
export async function accountsOf(tx: Tx, welderId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>('select id from users where welder_id = $1 and disabled_at is null', [
    welderId,
  ]);
  return rows.map(({ id }) => id);
}
