import { Injectable } from '@nestjs/common';
import type { SchoolPlace } from '../../../domain/training/practice-place';
import type { Instant } from '../../../kernel/time';
import { epochMs } from '../../../platform/database/epoch-ms';
import { timestamp } from '../../../platform/database/timestamp';
import type { Tx } from '../../../platform/database/unit-of-work';

const PLACES = `select a.lat, a.lng, a.radius_m as "radiusM", a.signboard_code as code, ${epochMs('a.signboard_bound_at')} as "boundAt"
  from designated_areas a
  where a.enterprise_id = $1 and a.closing_since is null and a.valid_from <= $2 and (a.valid_to is null or a.valid_to > $2)
  union all
  select p.lat, p.lng, p.radius_m, p.code, ${epochMs('s.bound_at')}
  from permits p left join permit_signboards s on s.permit_id = p.id
  where p.enterprise_id = $1 and p.state in ('issued', 'active')`;

/** Where pupils of a school may weld: its fixed points, and the places of its own permits in force. */
@Injectable()
export class SchoolPlacesView {
  at(tx: Tx, enterpriseId: string, at: Instant): Promise<SchoolPlace[]> {
    return tx.query<SchoolPlace>(PLACES, [enterpriseId, timestamp(at)]);
  }
}
