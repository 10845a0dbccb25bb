import type { ErasureFacts } from '../../../domain/privacy/erasure';
import { OF_A_REGION, SEATS } from '../../../domain/people/roles';
import { epochMs } from '../../../platform/database/epoch-ms';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { ErasureRequestRow } from '../../../schema/privacy/erasure-request.row';
import type { ErasureRequest } from './erasure-request.store';

/** A person as an account, as a welder, or as both. */
export interface Person extends Readonly<Pick<ErasureRequestRow, 'userId' | 'welderId' | 'regionCode'>> {
  readonly name: string;
}

const PERSON = `select u.id as "userId", w.id as "welderId", coalesce(w.name, u.name) as name,
    coalesce(w.region_code, e.region_code, u.region_code, '') as "regionCode"`;

export async function personOfUser(tx: Tx, userId: string): Promise<Person | null> {
  const [row] = await tx.query<Person>(
    `${PERSON} from users u left join welders w on w.id = u.welder_id left join enterprises e on e.id = u.enterprise_id where u.id = $1`,
    [userId],
  );
  return row ?? null;
}

/** Null also where the person was erased. A record that claims to be somebody stands for that person. */
export async function personOfWelder(tx: Tx, welderId: string): Promise<Person | null> {
  const [row] = await tx.query<Person>(
    `${PERSON} from welders c join welders w on w.id = coalesce(c.same_person_as, c.id) left join users u on u.welder_id = w.id
       left join enterprises e on e.id = u.enterprise_id
     where c.id = $1 and w.erased_at is null`,
    [welderId],
  );
  return row ?? null;
}

/** What the person is called in the register and as an account. As the system. */
export async function namesOf(tx: Tx, { userId, welderId }: Pick<Person, 'userId' | 'welderId'>): Promise<string[]> {
  const rows = await tx.query<{ name: string }>(
    'select name from users where id = $1 union select name from welders where id = $2 or same_person_as = $2',
    [userId, welderId],
  );
  return rows.map(({ name }) => name);
}

/** Permits in whose history the person stands. As the system. */
export async function permitsActedOn(tx: Tx, userIds: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    'select distinct permit_id as id from permit_history where by_user = any($1)',
    [userIds],
  );
  return rows.map(({ id }) => id);
}

/** Where the person worked, now or before. As the system. */
export async function enterprisesOf(
  tx: Tx,
  { userIds, welderIds }: { readonly userIds: readonly string[]; readonly welderIds: readonly string[] },
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select enterprise_id as id from users where id = any($1) and enterprise_id is not null
     union select enterprise_id from employments where welder_id = any($2)`,
    [userIds, welderIds],
  );
  return rows.map(({ id }) => id);
}

const OPEN_PERMIT = `p.state in ('submitted', 'approved', 'issued', 'active', 'suspended', 'fire_watch')`;
const NAMED = `(p.applicant_id = $1 or p.fire_watch_id = $1 or p.watcher_id = $1
  or exists (select 1 from permit_welders n where n.permit_id = p.id and n.welder_id = any(array(select id from mine)))
  or exists (select 1 from permit_signatures s where s.permit_id = p.id and s.user_id = $1))`;

/** What stands against forgetting somebody. As the system. */
export async function erasureFacts(
  tx: Tx,
  { userId, welderId }: Pick<Person, 'userId' | 'welderId'>,
): Promise<ErasureFacts> {
  const [row] = await tx.query<ErasureFacts>(
    `with mine as materialized (select id from welders where id = $2 or same_person_as = $2)
     select
       (select count(*)::int from violations v where v.state not in ('closed', 'withdrawn')
         and (v.welder_id in (select id from mine) or v.assigned_to = $1)) as "open-case",
       (select count(*)::int from jobs j where j.state in ('reserved', 'running') and j.welder_id in (select id from mine)) as "open-job",
       (select count(*)::int from permits p where ${OPEN_PERMIT} and ${NAMED}) as "open-permit",
       (select count(*)::int from welder_suspensions s where s.state in ('running', 'appealed') and s.welder_id in (select id from mine)) as suspended,
       (select count(*)::int from machines m where m.status <> 'scrapped'
         and (m.owner_welder_id in (select id from mine) or m.user_welder_id in (select id from mine))) as "owns-machine",
       (select count(*)::int from users u where u.id = $1 and u.disabled_at is null and u.roles && $3::text[]) as "holds-seat",
       (select count(*)::int from users u where u.id = $1 and u.roles && $4::text[]) as "is-official",
       ${epochMs(`greatest(
         (select max(coalesce(j.ended_at, j.reserved_at)) from jobs j where j.welder_id in (select id from mine)),
         (select max(coalesce(p.closed_at, p.planned_end)) from permits p where p.state <> 'draft' and ${NAMED}))`)} as "lastWorkAt"`,
    [userId, welderId, SEATS, ['admin', ...OF_A_REGION]],
  );
  return row!;
}

export interface ListedErasure extends ErasureRequest {
  readonly name: string;
  readonly askedByName: string;
  readonly decidedByName: string | null;
}

const LISTED = `select r.id, r.state, r.user_id as "userId", r.welder_id as "welderId", r.region_code as "regionCode", r.reason, r.asked_by as "askedBy",
    r.asked_at as "askedAt", r.decided_by as "decidedBy", r.decided_at as "decidedAt", r.note, r.not_before as "notBefore", r.done_at as "doneAt",
    coalesce(w.name, u.name) as name, a.name as "askedByName", d.name as "decidedByName"
  from erasure_requests r left join users u on u.id = r.user_id left join welders w on w.id = r.welder_id
    join users a on a.id = r.asked_by left join users d on d.id = r.decided_by`;

/** In the caller's scope; the newest first. */
export const erasureList = (
  tx: Tx,
  { state, cursor, limit }: { state?: string; cursor?: string; limit: number },
): Promise<ListedErasure[]> =>
  tx.query<ListedErasure>(
    `${LISTED} where ($1::text is null or r.state = $1) and ($2::text is null or r.id < $2) order by r.id desc limit $3`,
    [state ?? null, cursor ?? null, limit + 1],
  );

export async function erasureOne(tx: Tx, id: string): Promise<ListedErasure | null> {
  return (await tx.query<ListedErasure>(`${LISTED} where r.id = $1`, [id]))[0] ?? null;
}

/** The last request of a person, whatever became of it. */
export async function lastErasureOf(tx: Tx, userId: string): Promise<ListedErasure | null> {
  return (
    (await tx.query<ListedErasure>(`${LISTED} where r.user_id = $1 order by r.id desc limit 1`, [userId]))[0] ?? null
  );
}
