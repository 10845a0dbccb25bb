import type { Sighting } from '../../../../domain/violations/suspicions/two-places';
import type { Instant } from '../../../../kernel/time';
import type { Tx } from '../../../../platform/database/unit-of-work';

export interface SeenWelder {
  readonly welderId: string;
  readonly sightings: readonly Sighting[];
}

interface Row extends Sighting {
  readonly welderId: string;
}

/** About a kilometre: who stayed within is looked at no further. */
const FAR_DEGREES = 0.01;

/** A scan that was refused stands for nothing but that somebody showed this card there. */
const SCANS = `
  select j.welder_id, j.id as job_id, j.machine_id, j.reserved_at as at,
    coalesce(j.lat, p.lat) as lat, coalesce(j.lng, p.lng) as lng, coalesce(j.accuracy_m, p.radius_m, 0) as accuracy_m
  from jobs j left join permits p on p.id = j.permit_id
  where j.welder_id = any(array(select welder_id from seen)) and j.reserved_at >= $1 and j.reserved_at <= $3 and j.state <> 'failed'
  union all
  select d.welder_id, null, d.machine_id, d.at, (d.facts #>> '{position,lat}')::float8, (d.facts #>> '{position,lng}')::float8,
    coalesce((d.facts #>> '{position,accuracyM}')::float8, 0)
  from decisions d
  where d.welder_id = any(array(select welder_id from seen)) and d.at >= $1 and d.at <= $3 and not d.allowed and d.purpose <> 'dry-run'`;

/** Welders whose card was shown lately, at places that lie apart; with every scan and every arc of their jobs since. */
export async function seenApart(tx: Tx, since: Instant, lately: Instant, at: Instant): Promise<SeenWelder[]> {
  const rows = await tx.prepared<Row>(
    `with seen as materialized (
       select welder_id from jobs where reserved_at > $2 and reserved_at <= $3
       union select welder_id from decisions where at > $2 and at <= $3 and not allowed and purpose <> 'dry-run' and welder_id is not null),
     scans as materialized (select * from (${SCANS}) s where lat is not null),
     apart as (select welder_id from scans group by welder_id
       having max(lat) - min(lat) > ${FAR_DEGREES} or max(lng) - min(lng) > ${FAR_DEGREES})
     select s.welder_id as "welderId", s.at as "from", s.at as "to", s.lat, s.lng, s.accuracy_m as "accuracyM",
       s.machine_id as "machineId", m.code as "machineCode", s.job_id as "jobId"
     from scans s join apart using (welder_id) left join machines m on m.id = s.machine_id
     union all
     select s.welder_id, a.started_at, coalesce(a.ended_at, a.last_seen_at), s.lat, s.lng, s.accuracy_m, s.machine_id, m.code, s.job_id
     from scans s join apart using (welder_id) join machines m on m.id = s.machine_id
       join arcs a on a.machine_id = s.machine_id and a.claimed_job_id = s.job_id and a.started_at >= s.at and a.earliest_at is null
         and a.merged_into is null`,
    [new Date(since), new Date(lately), new Date(at)],
  );
  const welders = new Set(rows.map(({ welderId }) => welderId));
  return [...welders].map((welderId) => ({ welderId, sightings: rows.filter((row) => row.welderId === welderId) }));
}

export interface SharedCard {
  readonly welderId: string;
  readonly people: number;
  readonly names: readonly string[];
  readonly lastAt: Instant;
}

/** Cards that at least so many people other than their holder used to ask for power since a moment. */
export const cardsUsedByMany = (tx: Tx, since: Instant, lately: Instant, least: number): Promise<SharedCard[]> =>
  tx.prepared<SharedCard>(
    `with seen as materialized (select distinct welder_id from jobs where reserved_at > $2),
     uses as (select j.welder_id, j.started_by, max(j.reserved_at) as at from jobs j
       where j.welder_id in (select welder_id from seen) and j.reserved_at >= $1 and j.started_by is not null group by 1, 2)
     select u.welder_id as "welderId", count(*)::int as people, array_agg(o.name order by o.name) as names, max(u.at) as "lastAt"
     from uses u join users o on o.id = u.started_by and o.welder_id is distinct from u.welder_id
     group by u.welder_id having count(*) >= $3`,
    [new Date(since), new Date(lately), least],
  );
