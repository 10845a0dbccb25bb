import { Injectable } from '@nestjs/common';
import { HOUR, type Instant, isoTime } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { type Reach, reachValues } from '../../inventory/reach';
import { NEWS, type NewsItem } from './news.dto';

const SHOWN = 40;
const LOOKS_BACK = 24 * HOUR;
/** Only this many of the last events are looked at: a quiet town would otherwise read a week of everybody's events. */
const MOST_READ = 20_000;

type Row = Omit<NewsItem, 'at'> & { at: Instant };

/** The last events of a reach with firm and place, so that a list says something without being opened. */
@Injectable()
export class NewsView {
  async latest(tx: Tx, reach: Reach, at: Instant): Promise<NewsItem[]> {
    const rows = await tx.prepared<Row>(
      `with recent as (
         select id, type, at, entity, entity_id, region_code, data from outbox
         where id > (select max(id) from outbox) - ${MOST_READ} and at >= $4 and type = any($5) and region_code >= $1 and region_code < $2
           and ($3::text is null or $3 = any(enterprise_ids))
         order by id desc limit ${SHOWN}
       )
       select r.id::text, r.type, r.at, r.entity, r.entity_id as "entityId", v.kind as "violationKind", p.state as "permitState",
         e.name as "enterpriseName", coalesce(p.place_name, a.name, g.name) as "placeName",
         m.id as "machineId", m.model as "machineModel", p.id as "permitId"
       from recent r
         left join violations v on r.entity = 'violation' and v.id = r.entity_id
         left join jobs j on j.id = case r.entity when 'job' then r.entity_id else v.job_id end
         left join permits p on p.id = case r.entity when 'permit' then r.entity_id else coalesce(v.permit_id, j.permit_id) end
         left join designated_areas a on a.id = j.designated_area_id
         left join machines m on m.id = coalesce(v.machine_id, j.machine_id, r.data ->> 'machineId')
         left join enterprises e on e.id = coalesce(v.enterprise_id, j.enterprise_id, p.enterprise_id, m.enterprise_id)
         left join regions g on g.code = r.region_code
       order by r.id desc`,
      [...reachValues(reach), new Date(at - LOOKS_BACK), NEWS],
    );
    return rows.map((row) => ({ ...row, at: isoTime(row.at) }));
  }
}
