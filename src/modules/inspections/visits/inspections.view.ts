import { Injectable } from '@nestjs/common';
import type { InspectionStep } from '../../../domain/inspections/inspection-life-cycle';
import { subtreeRange } from '../../../kernel/region-code';
import { isoTime, type Instant } from '../../../kernel/time';
import { columnsOf } from '../../../platform/database/columns';
import type { Tx } from '../../../platform/database/unit-of-work';
import { InspectionRow } from '../../../schema/inspections/inspection.row';
import type { PublishedResult, ResultsQuery } from './inspection-results.dto';
import type { InspectionFindingView, InspectionQuery, InspectionView, InspectionStepView } from './inspection.dto';

const NAMES = ['id', 'source', 'kind', 'state', 'regionCode', 'drawId', 'enterpriseId', 'place', 'dueOn'] as const;

const SHOWN = `select ${columnsOf(InspectionRow, 'i', NAMES)}, coalesce(r.name, i.region_code) as "regionName",
    e.name as "enterpriseName", nullif(concat_ws(' ', m.model, m.serial_number), '') as "machineName", m.code as "machineCode",
    array(select u.name from users u where u.id = any(i.officer_ids) order by u.id) as "officerNames",
    (select count(*)::int from inspection_findings f where f.inspection_id = i.id) as findings,
    (select count(*)::int from inspection_findings f join violations v on v.id = f.violation_id
     where f.inspection_id = i.id and v.state not in ('closed', 'withdrawn')) as "openCases"
  from inspections i left join regions r on r.code = i.region_code left join enterprises e on e.id = i.enterprise_id
    left join machines m on m.id = i.machine_id`;

/** Inspections as people see them; the transaction's scope says which. */
@Injectable()
export class InspectionViews {
  list(tx: Tx, userId: string, { cursor, limit, mine, state, drawId }: InspectionQuery): Promise<InspectionView[]> {
    return tx.query<InspectionView>(
      `${SHOWN} where ($1::text is null or i.id < $1) and ($2::text is null or i.state = $2)
         and ($3::text is null or i.draw_id = $3)
         and (not $4 or (i.officer_ids @> array[$5] and i.state not in ('accepted', 'published')))
       order by i.id desc limit $6`,
      [cursor ?? null, state ?? null, drawId ?? null, mine === 'true', userId, limit + 1],
    );
  }

  async one(tx: Tx, id: string): Promise<InspectionView | null> {
    const [row] = await tx.query<InspectionView>(`${SHOWN} where i.id = $1`, [id]);
    return row ?? null;
  }

  async steps(tx: Tx, id: string): Promise<InspectionStepView[]> {
    const rows = await tx.query<Omit<InspectionStepView, 'givenAt'> & { step: InspectionStep; givenAt: Instant }>(
      `select s.step, u.name as by, s.given_at as "givenAt", s.note, s.photo_id as "photoId"
       from inspection_steps s join users u on u.id = s.taken_by where s.inspection_id = $1 order by s.taken_at, s.given_at`,
      [id],
    );
    return rows.map((row) => ({ ...row, givenAt: isoTime(row.givenAt) }));
  }

  findings(tx: Tx, id: string): Promise<InspectionFindingView[]> {
    return tx.query<InspectionFindingView>(
      `select v.id as "violationId", v.kind, v.state, v.description from inspection_findings f
         join violations v on v.id = f.violation_id where f.inspection_id = $1 order by v.id`,
      [id],
    );
  }

  /** 一公开: what anybody reads. Without officers, without who signed. */
  async results(tx: Tx, { regionCode, cursor, limit }: ResultsQuery): Promise<PublishedResult[]> {
    const { from, to } = subtreeRange(regionCode);
    const rows = await tx.query<Omit<PublishedResult, 'publishedAt'> & { publishedAt: Instant }>(
      `select i.id, i.kind, e.name as "enterpriseName", coalesce(r.name, i.region_code) as "regionName", i.result,
         i.published_at as "publishedAt", (select count(*)::int from inspection_findings f where f.inspection_id = i.id) as findings
       from inspections i left join enterprises e on e.id = i.enterprise_id left join regions r on r.code = i.region_code
       where i.state = 'published' and i.region_code >= $1 and i.region_code < $2 and ($3::text is null or i.id < $3)
       order by i.id desc limit $4`,
      [from, to, cursor ?? null, limit + 1],
    );
    return rows.map((row) => ({ ...row, publishedAt: isoTime(row.publishedAt) }));
  }
}
