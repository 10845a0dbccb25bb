import { Injectable } from '@nestjs/common';
import type { Industry } from '../../../domain/registry/industry';
import { subtreeRange } from '../../../kernel/region-code';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { DrillDutyQuery, DrillDutyView, DrillQuery, DrillView } from './drill.dto';

interface FirmWithoutDuty {
  readonly id: string;
  readonly industry: Industry;
  readonly regionCode: string;
}

const SHOWN = `
  select d.id, d.enterprise_id as "enterpriseId", e.name as "enterpriseName", coalesce(r.name, d.region_code) as "regionName", d.kind,
    d.held_on as "heldOn", d.place, d.course, d.head_count as "headCount", d.people, d.photo_ids as "photoIds", d.shortcomings, d.remedies,
    d.next_due_on as "nextDueOn", u.name as "recordedBy"
  from drills d join enterprises e on e.id = d.enterprise_id join users u on u.id = d.recorded_by left join regions r on r.code = d.region_code`;

/** Drills and what is owed of them; the transaction's scope says whose. */
@Injectable()
export class DrillViews {
  list(tx: Tx, { cursor, limit, enterpriseId }: DrillQuery): Promise<DrillView[]> {
    return tx.query<DrillView>(
      `${SHOWN} where ($1::text is null or d.id < $1) and ($2::text is null or d.enterprise_id = $2)
       order by d.id desc limit $3`,
      [cursor ?? null, enterpriseId ?? null, limit + 1],
    );
  }

  async one(tx: Tx, id: string): Promise<DrillView> {
    return (await tx.query<DrillView>(`${SHOWN} where d.id = $1`, [id]))[0]!;
  }

  /** By enterprise, each one line. */
  duties(tx: Tx, today: string, { cursor, limit, overdue, regionCode }: DrillDutyQuery): Promise<DrillDutyView[]> {
    const { from, to } = subtreeRange(regionCode ?? '');
    return tx.query<DrillDutyView>(
      `select d.enterprise_id as "enterpriseId", e.name as "enterpriseName", coalesce(r.name, d.region_code) as "regionName",
         d.last_held_on as "lastHeldOn", d.due_on as "dueOn", d.due_on < $1::date as overdue
       from drill_duties d join enterprises e on e.id = d.enterprise_id left join regions r on r.code = d.region_code
       where ($2::text is null or d.enterprise_id < $2) and (not $3 or d.due_on < $1::date)
         and d.region_code >= $4 and d.region_code < $5
       order by d.enterprise_id desc limit $6`,
      [today, cursor ?? null, overdue === 'true', from, to, limit + 1],
    );
  }

  withoutDuty(tx: Tx, most: number): Promise<FirmWithoutDuty[]> {
    return tx.query<FirmWithoutDuty>(
      `select e.id, e.industry, e.region_code as "regionCode" from enterprises e
       where e.status = 'active' and not exists (select 1 from drill_duties d where d.enterprise_id = e.id)
       order by e.id limit $1`,
      [most],
    );
  }
}
