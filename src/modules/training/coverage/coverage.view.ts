import { Injectable } from '@nestjs/common';
import { subtreeRange } from '../../../kernel/region-code';
import { shanghaiDate, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { targetsOf } from '../targets.view';
import type { CoverageLine, CoverageState, CoveredPerson } from './coverage.dto';

export interface CoverageQuestion {
  readonly regionCode: string;
  readonly enterpriseId: string | null;
  readonly welderId: string | null;
  readonly campaignId: string | null;
  readonly at: Instant;
}

/** One row a welder: `$1`–`$2` region, `$3` enterprise, `$4` welder, `$5` campaign, `$6` today. Attendances and passes are read once, not once a welder. */
const PERSONS = `
  attended as materialized (
    select distinct s.campaign_id, a.welder_id from training_attendances a join training_sessions s on s.id = a.session_id
    where a.counts and ($5::text is null or s.campaign_id = $5)),
  persons as materialized (
    select t.welder_id, t.region_code, t.enterprise_id, bool_and(a.welder_id is not null) as attended,
      bool_and(p.id is not null) as passed, bool_or(p.id is null and c.due_on < $6::date) as overdue
    from training_campaigns c cross join lateral ${targetsOf('c', 'w.region_code >= $1 and w.region_code < $2')} t
      left join training_passes p on p.campaign_id = c.id and p.welder_id = t.welder_id
      left join attended a on a.campaign_id = c.id and a.welder_id = t.welder_id
    where (c.id = $5 or ($5::text is null and c.closed_at is null))
      and ($3::text is null or t.enterprise_id = $3) and ($4::text is null or t.welder_id = $4)
    group by 1, 2, 3)`;

const COUNTS = `count(*)::int as targeted, count(*) filter (where attended)::int as attended,
  count(*) filter (where passed)::int as passed, count(*) filter (where overdue)::int as overdue`;

const STATE: Readonly<Record<CoverageState, string>> = {
  passed: 'passed',
  attended: 'attended',
  missing: 'not passed',
  overdue: 'overdue',
};

/** Below a country come provinces, then prefectures, counties, towns, villages. */
const DEEPER: Readonly<Record<number, number>> = { 0: 2, 2: 4, 4: 6, 6: 9, 9: 12, 12: 12 };

const given = ({ regionCode, enterpriseId, welderId, campaignId, at }: CoverageQuestion): unknown[] => {
  const { from, to } = subtreeRange(regionCode);
  return [from, to, enterpriseId, welderId, campaignId, shanghaiDate(at)];
};

/** Who is meant, who came, who passed. Counted, never estimated. */
@Injectable()
export class CoverageOfTraining {
  lines(tx: Tx, question: CoverageQuestion): Promise<CoverageLine[]> {
    const depth = DEEPER[question.regionCode.length] ?? 12;
    return tx.query<CoverageLine>(
      `with ${PERSONS}, counted as (select left(region_code, $7) as code, ${COUNTS} from persons group by 1)
       select k.code as "regionCode", coalesce(r.name, k.code) as name, k.targeted, k.attended, k.passed, k.overdue
       from counted k left join regions r on r.code = k.code order by k.code`,
      [...given(question), depth],
    );
  }

  people(
    tx: Tx,
    question: CoverageQuestion & { state: CoverageState | null; cursor: string | null; limit: number },
  ): Promise<CoveredPerson[]> {
    // prettier-ignore
    const state = question.state === null ? 'true' : STATE[question.state];
    return tx.query<CoveredPerson>(
      `with ${PERSONS}
       select p.welder_id as "welderId", w.name, p.region_code as "regionCode", r.name as "regionName", e.name as "enterpriseName",
         p.attended, p.passed, p.overdue
       from persons p join welders w on w.id = p.welder_id left join regions r on r.code = p.region_code
         left join enterprises e on e.id = p.enterprise_id
       where ${state} and ($7::text is null or p.welder_id < $7) order by p.welder_id desc limit $8`,
      [...given(question), question.cursor, question.limit],
    );
  }
}
