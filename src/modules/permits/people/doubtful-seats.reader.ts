import { Injectable } from '@nestjs/common';
import { SEAT_COMMANDS, type SeatTaken } from '../../../domain/permits/one-device';
import type { Instant } from '../../../kernel/time';
import { epochMs } from '../../../platform/database/epoch-ms';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { PermitRow } from '../../../schema/permits/permit.row';

/** A permit with the seats that were taken from devices known by their cookie. */
export interface SeatsOfPermit extends Pick<PermitRow, 'regime' | 'level' | 'regionCode'> {
  readonly permitId: string;
  readonly seats: readonly SeatTaken[];
}

/** An occupier's phone that has confirmed at too many places by then. */
export interface OccupierOften {
  readonly permitId: string;
  readonly places: number;
  readonly at: Instant;
}

const SEATS = `
  select p.id as "permitId", p.regime, p.level, p.region_code as "regionCode", jsonb_agg(jsonb_build_object(
    'userId', h.by_user, 'name', h.by_name, 'device', h.device_hash, 'at', ${epochMs('h.at')}) order by h.id) as seats
  from permit_history h join permits p on p.id = h.permit_id
  where h.device_hash is not null and h.by_user is not null and h.command = any($2) and h.permit_id in (
    select n.permit_id from permit_history n where n.at >= $1 and n.device_hash is not null and n.command = any($2))
  group by p.id having count(distinct h.device_hash) < count(distinct h.by_user)`;

/** Who took the seats of permits, as far as it may be one person in several roles. */
@Injectable()
export class DoubtfulSeats {
  /** Of permits on which a seat was taken since a moment; only those with more people than devices. */
  sharedSince(tx: Tx, since: Instant): Promise<SeatsOfPermit[]> {
    return tx.prepared<SeatsOfPermit>(SEATS, [new Date(since), SEAT_COMMANDS]);
  }

  occupiersSince(tx: Tx, since: Instant): Promise<OccupierOften[]> {
    return tx.prepared<OccupierOften>(
      `select permit_id as "permitId", (detail->>'places')::int as places, ${epochMs('at')} as at from permit_history
       where command = 'occupier-confirmation' and detail ? 'places' and at >= $1`,
      [new Date(since)],
    );
  }
}
