import { Injectable } from '@nestjs/common';
import { shanghaiDate, shanghaiMidnight, type Instant } from '../../../../kernel/time';
import type { Tx } from '../../../../platform/database/unit-of-work';
import { effectiveStateSql, IS_OPEN } from '../../../permit-views/lists/query/effective-state.sql';
import { isOpenSql } from '../../../supervision/open-cases.sql';
import { ATTEMPT } from './attempt.sql';
import { HONEST_CAUSES } from '../honest-causes';
import { type Reach, reachValues, within } from '../../../inventory/reach';
import type { HonestRefusals, Overview, PermitStatistics, RefusalCause } from '../statistics.dto';

type Counts = Pick<Overview, 'running' | 'openViolations'>;

const OPEN = isOpenSql('state');
const OWN = within('region_code', 'enterprise_id');

/** The numbers of the overview: one statement each, each with the reach as its predicate. */
@Injectable()
export class OverviewView {
  async counts(tx: Tx, reach: Reach): Promise<Counts> {
    const [row] = await tx.prepared<Counts>(
      `select
         (select count(*)::int from jobs where state = 'running' and ${OWN}) as running,
         (select count(*)::int from violations where ${OPEN} and ${OWN}) as "openViolations"`,
      [...reachValues(reach)],
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

  async honestRefused(tx: Tx, reach: Reach, allowed: number, at: Instant): Promise<HonestRefusals> {
    const [row] = await tx.prepared<{ refused: number; causes: RefusalCause[] }>(
      `with refused as (select id, findings from decisions where at >= $4 and not allowed and ${ATTEMPT} and ${OWN}),
         blocks as (select r.id, f ->> 'code' as code from refused r, jsonb_array_elements(r.findings) f
           where f ->> 'severity' = 'block'),
         honest as (select id from blocks group by id having bool_and(code = any($5::text[]))),
         causes as (select code, count(distinct id)::int as count from blocks where id in (select id from honest) group by 1)
       select (select count(*)::int from honest) as refused,
         (select coalesce(jsonb_agg(to_jsonb(causes) order by count desc, code), '[]') from causes) as causes`,
      [...reachValues(reach), new Date(today(at)), HONEST_CAUSES],
    );
    const { refused, causes } = row!;
    const scans = allowed + refused;
    return { scans, refused, share: scans === 0 ? 0 : refused / scans, byCause: causes };
  }
}

/** Midnight in China, with which today began. */
const today = (at: Instant): Instant => shanghaiMidnight(shanghaiDate(at));
