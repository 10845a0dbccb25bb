import { Injectable } from '@nestjs/common';
import { ARC_EVENTS } from '../../domain/arcs/chip-events';
import { LONGEST_SAMPLE_MS } from '../../domain/arcs/arc-window';
import type { Instant } from '../../kernel/time';
import { columnsOf } from '../../platform/database/columns';
import type { Tx } from '../../platform/database/unit-of-work';
import { ArcRow } from '../../schema/telemetry/arc.row';
import { ARC_COLUMNS, toEvidence, toStored, type EvidenceRow, type StoredArc, type StoredArcRow } from './stored-arc';
import type { OutletEvidence } from './outlet-evidence';
import { instant, type BootKey } from './boot.store';
import type { KnownBoot } from './known-chip';

const ARC = columnsOf(ArcRow, 'a', ARC_COLUMNS);

/** A point in a boot, in milliseconds since it began. */
export type PointOfBoot = BootKey & { readonly up: number };

const points = (of: readonly PointOfBoot[]): unknown[] => [
  of.map((p) => p.chipNo),
  of.map((p) => p.boot),
  of.map((p) => p.up),
];

const TELL_OF_ARCS = ARC_EVENTS.map((kind) => `'${kind}'`).join(', ');

@Injectable()
export class ArcStore {
  /** Arcs that were still seen at the point or later, and every arc of these boots that still burns. */
  async since(tx: Tx, of: readonly PointOfBoot[]): Promise<StoredArc[]> {
    if (of.length === 0) return [];
    const rows = await tx.prepared<StoredArcRow>(
      `select ${ARC} from unnest($1::text[], $2::int[], $3::bigint[]) p(chip_no, boot, up)
       join arcs a using (chip_no, boot)
       where a.merged_into is null and (a.last_up >= p.up or a.ended_at is null)
       order by a.chip_no, a.boot, a.outlet, a.start_up`,
      points(of),
    );
    return rows.map(toStored);
  }

  /** Of each outlet the last arc that began before the point, all later ones, and those that a long interval may still touch. */
  async around(tx: Tx, of: readonly PointOfBoot[]): Promise<StoredArc[]> {
    if (of.length === 0) return [];
    const rows = await tx.prepared<StoredArcRow>(
      `select ${ARC} from unnest($1::text[], $2::int[], $3::bigint[]) p(chip_no, boot, up)
       join arcs a using (chip_no, boot)
       where a.merged_into is null and a.last_up >= $4 * -1 + coalesce((select max(f.start_up) from arcs f
         where f.chip_no = a.chip_no and f.boot = a.boot and f.outlet = a.outlet and f.merged_into is null and f.start_up < p.up), p.up)
       order by a.chip_no, a.boot, a.outlet, a.start_up`,
      [...points(of), LONGEST_SAMPLE_MS],
    );
    return rows.map(toStored);
  }

  /** Arcs of chips that were still seen after a moment. */
  async afterMoments(
    tx: Tx,
    moments: readonly { readonly chipNo: string; readonly at: Instant }[],
  ): Promise<StoredArc[]> {
    if (moments.length === 0) return [];
    const rows = await tx.prepared<StoredArcRow>(
      `select ${ARC} from (select m.chip_no, min(m.at) as at from unnest($1::text[], $2::timestamptz[]) m(chip_no, at) group by 1) m
       join arcs a using (chip_no) where a.merged_into is null and a.last_seen_at >= m.at`,
      [moments.map(({ chipNo }) => chipNo), moments.map(({ at }) => new Date(at))],
    );
    return rows.map(toStored);
  }

  /**
   * Everything stored from the point on that speaks of arcs; disputed messages are no evidence. Not narrowed by time: a
   * clock that was corrected meanwhile may have put neighbours into distant days.
   */
  async evidence(tx: Tx, from: readonly PointOfBoot[]): Promise<OutletEvidence[]> {
    if (from.length === 0) return [];
    const rows = await tx.prepared<EvidenceRow>(
      `with p as (select * from unnest($1::text[], $2::int[], $3::bigint[]) p(chip_no, boot, up))
       select s.chip_no as "chipNo", s.boot, s.outlet, 'sample' as kind, s.up, s.at, s.ms, s.arc_ms as "arcMs", s.i_max as "iMax", s.job_id as "jobId"
       from p join samples s on s.chip_no = p.chip_no and s.boot = p.boot and s.up >= p.up where not s.disputed
       union all
       select e.chip_no, e.boot, e.outlet, e.kind, e.up, e.at, 0, 0, 0, e.job_id
       from p join chip_events e on e.chip_no = p.chip_no and e.boot = p.boot and e.up >= p.up
       where e.kind in (${TELL_OF_ARCS}) and not e.disputed`,
      points(from),
    );
    return rows.flatMap(toEvidence);
  }

  save(tx: Tx, arcs: readonly StoredArc[]): void {
    if (arcs.length === 0) return;
    tx.send(
      `insert into arcs (id, chip_no, machine_id, boot, outlet, start_up, last_up, from_events, started_at, ended_at, last_seen_at,
         arc_ms, peak_a, claimed_job_id, sample_ms, region_code, enterprise_id, earliest_at)
       select id, "chipNo", "machineId", boot, outlet, "startUp", "lastUp", "fromEvents", ${instant('"startedAt"')},
         case when ended then ${instant('"lastSeenAt"')} end, ${instant('"lastSeenAt"')}, "arcMs", "peakA", "jobId", "sampleMs",
         "regionCode", "enterpriseId", ${instant('"earliestAt"')}
       from json_to_recordset($1::json) as n(id text, "chipNo" text, "machineId" text, boot int, outlet smallint, "startUp" bigint,
         "lastUp" bigint, "fromEvents" boolean, "startedAt" float8, ended boolean, "lastSeenAt" float8, "arcMs" bigint, "peakA" real,
         "jobId" text, "sampleMs" int, "regionCode" text, "enterpriseId" text, "earliestAt" float8)
       on conflict (id) do update set machine_id = excluded.machine_id, start_up = excluded.start_up, last_up = excluded.last_up,
         from_events = excluded.from_events, started_at = excluded.started_at, ended_at = excluded.ended_at,
         last_seen_at = excluded.last_seen_at, arc_ms = excluded.arc_ms, peak_a = excluded.peak_a,
         claimed_job_id = excluded.claimed_job_id, sample_ms = excluded.sample_ms, region_code = excluded.region_code,
         enterprise_id = excluded.enterprise_id, earliest_at = excluded.earliest_at, lost = false`,
      [JSON.stringify(arcs)],
    );
  }

  /** Lays the arcs of boots anew, after what is known now of when the boots began. */
  async moveIntoBounds(tx: Tx, boots: readonly KnownBoot[]): Promise<StoredArc[]> {
    const rows = boots.flatMap(({ chipNo, boot, bounds, clock }) =>
      clock ? [{ chipNo, boot, began: bounds?.latest ?? clock.epoch, earliest: bounds?.earliest ?? null }] : [],
    );
    if (rows.length === 0) return [];
    const at = (up: string): string => `${instant('k.began')} + ${up} * interval '1 millisecond'`;
    const moved = await tx.prepared<StoredArcRow>(
      `update arcs a set started_at = ${at('a.start_up')}, last_seen_at = ${at('a.last_up')},
         ended_at = case when a.ended_at is not null then ${at('a.last_up')} end,
         earliest_at = ${instant('k.earliest')} + a.start_up * interval '1 millisecond'
       from json_to_recordset($1::json) as k("chipNo" text, boot int, began float8, earliest float8)
       where a.chip_no = k."chipNo" and a.boot = k.boot and a.merged_into is null returning ${ARC}`,
      [JSON.stringify(rows)],
    );
    return moved.map(toStored);
  }

  merge(tx: Tx, merged: readonly { readonly id: string; readonly into: string }[]): void {
    if (merged.length === 0) return;
    tx.send(
      `update arcs a set merged_into = m.into_id, ended_at = coalesce(a.ended_at, a.last_seen_at)
       from unnest($1::text[], $2::text[]) m(id, into_id) where a.id = m.id`,
      [merged.map(({ id }) => id), merged.map(({ into }) => into)],
    );
  }

  /** Open arcs of chips that were not heard of since a moment end at their last sight; arcs that go on open again. */
  async endLost(tx: Tx, heardSince: Instant): Promise<StoredArc[]> {
    const rows = await tx.prepared<StoredArcRow>(
      `with quiet as (
         select s.chip_no from chip_states s
         where s.last_seen_at < $1 and exists (select 1 from arcs a where a.chip_no = s.chip_no and a.ended_at is null and a.merged_into is null)
         order by s.chip_no for update skip locked
       ), calmed as (
         update chip_states s set arc_on = false from quiet q where s.chip_no = q.chip_no
       )
       update arcs a set ended_at = a.last_seen_at, lost = true from quiet q
       where a.chip_no = q.chip_no and a.ended_at is null and a.merged_into is null returning ${ARC}`,
      [new Date(heardSince)],
    );
    return rows.map(toStored);
  }

  /** A new boot proves that whatever burned in an earlier one went out with its power. */
  async endEarlierBoots(tx: Tx, boots: readonly BootKey[]): Promise<StoredArc[]> {
    if (boots.length === 0) return [];
    const rows = await tx.prepared<StoredArcRow>(
      `update arcs a set ended_at = a.last_seen_at from unnest($1::text[], $2::int[]) k(chip_no, boot)
       where a.chip_no = k.chip_no and a.boot < k.boot and a.ended_at is null and a.merged_into is null returning ${ARC}`,
      [boots.map(({ chipNo }) => chipNo), boots.map(({ boot }) => boot)],
    );
    return rows.map(toStored);
  }
}
