import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/time';
import { epochMs } from '../../platform/database/epoch-ms';
import type { Tx } from '../../platform/database/unit-of-work';
import { timestamp } from '../../platform/database/timestamp';
import type { ChipStateRow } from '../../schema/telemetry/chip-state.row';
import type { ArcVerdictRow } from '../../schema/supervision/arc-verdict.row';
import type { ArcRow } from '../../schema/telemetry/arc.row';

/** What is known of a chip now. */
export interface ChipNow extends Pick<
  ChipStateRow,
  | 'chipNo'
  | 'boot'
  | 'lastSeenAt'
  | 'bornAt'
  | 'fw'
  | 'hw'
  | 'input'
  | 'rssi'
  | 'relayAt'
  | 'tamper'
  | 'arcOn'
  | 'currentA'
> {
  /** The machine it sits on, null in stock. */
  readonly machineId: string | null;
  readonly relay: 'open' | 'closed' | null;
  readonly position: {
    readonly lat: number;
    readonly lng: number;
    readonly accuracyM: number | null;
    readonly at: Instant;
  } | null;
}

export interface ArcQuery {
  readonly machineId: string;
  /** Only arcs that burned under this job, by their verdict or by the chip's own word. */
  readonly jobId?: string | null;
  /** By their beginning, half open. */
  readonly from?: Instant | null;
  readonly to?: Instant | null;
  /** The last arc of the page before. */
  readonly after?: { readonly startedAt: Instant; readonly id: string } | null;
  readonly limit: number;
}

/** How an arc was judged last on one question. */
type ArcJudgement = Readonly<Pick<ArcVerdictRow, 'rule' | 'verdict' | 'jobId'>>;

export interface ListedArc extends Pick<
  ArcRow,
  'id' | 'chipNo' | 'outlet' | 'startedAt' | 'earliestAt' | 'endedAt' | 'lastSeenAt' | 'lost' | 'peakA' | 'claimedJobId'
> {
  readonly machineId: string;
  readonly arcMs: number;
  readonly verdicts: readonly ArcJudgement[];
}

/** Messages and parts of messages that could not be read. */
export interface Unreadable {
  readonly count: number;
  readonly lastAt: Instant;
  readonly lastReason: string;
}

/** Questions others ask about chips and arcs. These rows carry no scope of their own: ask only about machines the caller may see. */
@Injectable()
export class TelemetryReader {
  chips(tx: Tx, chipNos: readonly string[]): Promise<ChipNow[]> {
    return tx.prepared<ChipNow>(
      `select c.chip_no as "chipNo", b.machine_id as "machineId", coalesce(s.boot, 0) as boot, ${epochMs('s.last_seen_at')} as "lastSeenAt",
         ${epochMs('s.born_at')} as "bornAt", s.fw, s.hw, s.input, s.rssi, s.relay, ${epochMs('s.relay_at')} as "relayAt",
         coalesce(s.tamper, false) as tamper, coalesce(s.arc_on, false) as "arcOn", s.current_a as "currentA",
         case when s.lat is not null then json_build_object('lat', s.lat, 'lng', s.lng, 'accuracyM', s.accuracy_m,
           'at', ${epochMs('s.position_at')}) end as position
       from chips c left join chip_states s on s.chip_no = c.chip_no
       left join chip_bindings b on b.chip_no = c.chip_no and b.unbound_at is null
       where c.chip_no = any($1)`,
      [chipNos],
    );
  }

  /** What could not be read of a chip since a moment; null: nothing. */
  async unreadable(tx: Tx, chipNo: string, since: Instant): Promise<Unreadable | null> {
    const [row] = await tx.query<{ count: number | null; lastAt: Instant; lastReason: string }>(
      `select sum(received)::int as count, ${epochMs('max(last_at)')} as "lastAt",
         (array_agg(last_reason order by last_at desc))[1] as "lastReason"
       from quarantine_hours where chip_no = $1 and last_at >= $2`,
      [chipNo, new Date(since)],
    );
    return row?.count ? { ...row, count: row.count } : null;
  }

  /** The latest first; one more than the limit where there is a next page. */
  arcs(tx: Tx, query: ArcQuery): Promise<ListedArc[]> {
    const { machineId, jobId, from, to, after, limit } = query;
    return tx.query<ListedArc>(
      `select a.id, a.machine_id as "machineId", a.chip_no as "chipNo", a.outlet, ${epochMs('a.started_at')} as "startedAt",
         ${epochMs('a.earliest_at')} as "earliestAt", ${epochMs('a.ended_at')} as "endedAt", ${epochMs('a.last_seen_at')} as "lastSeenAt", a.lost, a.arc_ms::float8 as "arcMs",
         a.peak_a as "peakA", a.claimed_job_id as "claimedJobId", coalesce(v.verdicts, '[]') as verdicts
       from arcs a left join lateral (
         select json_agg(json_build_object('rule', l.rule, 'verdict', l.verdict, 'jobId', l.job_id)) as verdicts
         from (select distinct on (rule) * from arc_verdicts where arc_id = a.id order by rule, version desc) l) v on true
       where a.machine_id = $1 and a.merged_into is null
         and ($2::text is null or a.claimed_job_id = $2 or v.verdicts::jsonb @> jsonb_build_array(jsonb_build_object('jobId', $2::text)))
         and ($3::timestamptz is null or a.started_at >= $3) and ($4::timestamptz is null or a.started_at < $4)
         and ($5::timestamptz is null or (a.started_at, a.id) < ($5, $6))
       order by a.started_at desc, a.id desc limit $7`,
      [
        machineId,
        jobId ?? null,
        timestamp(from),
        timestamp(to),
        timestamp(after?.startedAt),
        after?.id ?? '',
        limit + 1,
      ],
    );
  }
}
