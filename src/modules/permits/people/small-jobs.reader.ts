import { Injectable } from '@nestjs/common';
import type { OccupierPlaces, SmallAgain } from '../../../domain/permits/permit-rule-values';
import { distanceM, type Position } from '../../../kernel/geo';
import { DAY, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { StoredPermit } from '../permit.row';

/** More than the degrees of a metre, of longitude up to 60° north; the distance itself is judged afterwards. */
const DEGREES_A_METRE = 1 / 50_000;

/** Begun, or waiting to begin. An extension goes on with a job that is counted already. */
const NEAR = `
  select p.lat, p.lng from permits p
  where p.regime = 'small' and p.id <> $1 and p.extends_id is null and p.submitted_at > $2
    and (p.started_at is not null or (p.state in ('submitted', 'issued') and p.planned_end > $3))
    and p.lat between $4 and $5 and p.lng between $6 and $7`;

const CONFIRMED = `
  select p.lat, p.lng from permits p
  where p.occupier_phone_hash = $1 and p.id <> $2 and p.occupier_confirmed_at > $3`;

/** Small jobs of the last days, whoever declared them. Under the system's scope. */
@Injectable()
export class SmallJobsReader {
  /** How many were declared near the place of this one. */
  async countNear(tx: Tx, permit: StoredPermit, rule: SmallAgain | null, at: Instant): Promise<number> {
    if (permit.regime !== 'small' || permit.extendsId !== null || rule === null) return 0;
    const { id, lat, lng } = permit;
    const since = new Date(at - rule.days * DAY);
    const reach = rule.withinM * DEGREES_A_METRE;
    const around = [lat - reach, lat + reach, lng - reach, lng + reach];
    const rows = await tx.named<Position>('small-jobs-near', NEAR, [id, since, new Date(at), ...around]);
    return rows.filter((one) => distanceM(one, permit) <= rule.withinM).length;
  }

  /** Where the same phone confirmed as the occupier. */
  async sameOccupier(tx: Tx, permit: StoredPermit, rule: OccupierPlaces | null, at: Instant): Promise<Position[]> {
    if (permit.occupierPhoneHash === null || rule === null) return [];
    const since = new Date(at - rule.days * DAY);
    return tx.named<Position>('occupier-confirmed-at', CONFIRMED, [permit.occupierPhoneHash, permit.id, since]);
  }
}
