import { Injectable } from '@nestjs/common';
import { DAY, shanghaiDate, shanghaiMidnight, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { effectiveStateSql, IS_OPEN } from '../../permit-views/lists/query/effective-state.sql';
import { isOpenSql } from '../../supervision/open-cases.sql';
import { HONEST_CAUSES } from './honest-causes';
import { type Reach, reachValues, within } from '../../inventory/reach';
import type {
  ChipStatistics,
  DayStatistics,
  HonestRefusals,
  Overview,
  PermitStatistics,
  RefusalCause,
  TownStatistics,
} from './statistics.dto';

type Counts = Pick<Overview, 'running' | 'jobsToday' | 'refusedToday' | 'offPlatformToday' | 'openViolations'>;

const OPEN = isOpenSql('state');
/** An attempt to work; a look ahead is none. */
const ATTEMPT = `purpose <> 'dry-run'`;
const OWN = within('region_code', 'enterprise_id');

const TREND_DAYS = 14;

/** The numbers of the overview: one statement each, each with the reach as its predicate. */
@Injectable()
export class OverviewView {
  async counts(tx: Tx, reach: Reach, at: Instant): Promise<Counts> {
    const [row] = await tx.prepared<Counts>(
      `select
         (select count(*)::int from jobs where state = 'running' and ${OWN}) as running,
         (select count(*)::int from jobs where reserved_at >= $4 and state <> 'failed' and ${OWN}) as "jobsToday",
         (select count(*)::int from decisions where at >= $4 and not allowed and ${ATTEMPT} and ${OWN}) as "refusedToday",
         (select count(*)::int from violations
           where found_at >= $4 and kind = 'off-platform' and certainty <> 'withdrawn' and ${OWN}) as "offPlatformToday",
         (select count(*)::int from violations where ${OPEN} and ${OWN}) as "openViolations"`,
      [...reachValues(reach), new Date(today(at))],
    );
    return row!;
  }

  towns(tx: Tx, reach: Reach, at: Instant): Promise<TownStatistics[]> {
    return tx.prepared<TownStatistics>(
      `with m as (
         select left(m.region_code, 9) as code, count(*)::int as machines, count(b.chip_no)::int as with_chip
         from machines m left join chip_bindings b on b.machine_id = m.id and b.unbound_at is null
         where m.status <> 'scrapped' and ${within('m.region_code', 'm.enterprise_id')} group by 1
       ), w as (
         select left(w.region_code, 9) as code, count(distinct w.id)::int as welders, count(distinct c.welder_id)::int as certified
         from welders w left join certificates c on c.welder_id = w.id and c.status = 'verified'
           and c.valid_from <= $4::date and c.valid_to >= $4::date
         where ${within('w.region_code', 'w.enterprise_id')} group by 1
       )
       select code, coalesce(r.name, code) as name, coalesce(machines, 0) as machines, coalesce(with_chip, 0) as "machinesWithChip",
         coalesce(welders, 0) as welders, coalesce(certified, 0) as "weldersCertified"
       from m full join w using (code) left join regions r using (code) order by code`,
      [...reachValues(reach), shanghaiDate(at)],
    );
  }

  trend(tx: Tx, reach: Reach, at: Instant): Promise<DayStatistics[]> {
    const perDay = (name: string, table: string, time: string, that: string): string =>
      `${name} as (select (${time} at time zone 'Asia/Shanghai')::date as day, count(*)::int as n from ${table}
         where ${time} >= $4 and ${that} and ${OWN} group by 1)`;
    return tx.prepared<DayStatistics>(
      `with ${perDay('j', 'jobs', 'reserved_at', `state <> 'failed'`)},
         ${perDay('d', 'decisions', 'at', `not allowed and ${ATTEMPT}`)},
         ${perDay('v', 'violations', 'found_at', `certainty <> 'withdrawn'`)}
       select s.day::date::text as day, coalesce(j.n, 0) as jobs, coalesce(d.n, 0) as refused, coalesce(v.n, 0) as violations
       from generate_series($5::date - ${TREND_DAYS - 1}, $5::date, interval '1 day') s(day)
         left join j on j.day = s.day left join d on d.day = s.day left join v on v.day = s.day order by s.day`,
      [...reachValues(reach), new Date(today(at) - (TREND_DAYS - 1) * DAY), shanghaiDate(at)],
    );
  }

  async chips(tx: Tx, reach: Reach, offlineMs: number, at: Instant): Promise<ChipStatistics> {
    const [row] = await tx.prepared<ChipStatistics>(
      `select count(*)::int as bound, count(*) filter (where s.last_seen_at >= $4)::int as heard,
         count(*) filter (where s.silent_since is not null)::int as silent
       from chip_bindings b join machines m on m.id = b.machine_id left join chip_states s on s.chip_no = b.chip_no
       where b.unbound_at is null and ${within('m.region_code', 'm.enterprise_id')}`,
      [...reachValues(reach), new Date(at - offlineMs)],
    );
    return row!;
  }

  async permits(tx: Tx, reach: Reach, at: Instant): Promise<PermitStatistics> {
    const rows = await tx.prepared<{ state: string; n: number }>(
      `select ${effectiveStateSql('$4')} as state, count(*)::int as n from permits p
       where ${IS_OPEN} and ${within('p.region_code', 'p.enterprise_id', 'p.contractor_id')} group by 1`,
      [...reachValues(reach), new Date(at)],
    );
    return {
      byState: Object.fromEntries(rows.filter(({ state }) => state !== 'expired').map(({ state, n }) => [state, n])),
    };
  }

  async honestRefused(tx: Tx, reach: Reach, at: Instant): Promise<HonestRefusals> {
    const [row] = await tx.prepared<{ allowed: number; refused: number; causes: RefusalCause[] }>(
      `with today as (select id, allowed, findings from decisions where at >= $4 and ${ATTEMPT} and ${OWN}),
         blocks as (select t.id, f ->> 'code' as code from today t, jsonb_array_elements(t.findings) f
           where not t.allowed and f ->> 'severity' = 'block'),
         honest as (select id from blocks group by id having bool_and(code = any($5::text[]))),
         causes as (select code, count(distinct id)::int as count from blocks where id in (select id from honest) group by 1)
       select (select count(*)::int from today where allowed) as allowed, (select count(*)::int from honest) as refused,
         (select coalesce(jsonb_agg(to_jsonb(causes) order by count desc, code), '[]') from causes) as causes`,
      [...reachValues(reach), new Date(today(at)), HONEST_CAUSES],
    );
    const { allowed, refused, causes } = row!;
    const scans = allowed + refused;
    return { scans, refused, share: scans === 0 ? 0 : refused / scans, byCause: causes };
  }
}

/** Midnight in China, with which today began. */
const today = (at: Instant): Instant => shanghaiMidnight(shanghaiDate(at));
