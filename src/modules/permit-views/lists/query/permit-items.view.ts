import { Injectable } from '@nestjs/common';
import type { PermitState, Regime } from '../../../../domain/permits/permit';
import { nameShown, type NamedPerson } from '../../../../domain/permits/names-shown';
import type { Person } from '../../../../domain/permits/snapshot';
import { type Instant, isoTime, isoTimeOrNull } from '../../../../kernel/time';
import type { Call } from '../../../../platform/auth/request';
import type { Language } from '../../../../kernel/language';
import { ASKING_SIDE, namedUser } from '../../../permits/people/named-people.sql';
import { personOf } from '../../../permits/people/permit-people';
import { effectiveStateSql } from './effective-state.sql';
import { dueOf } from '../permit-due';
import type { PermitItemView } from '../permit-list.dto';
import { levelName } from '../../../../domain/permits/words';

interface ItemRow {
  id: string;
  number: string;
  regime: Regime;
  level: string;
  state_now: PermitState;
  raised_because: string[];
  urgent: boolean;
  place_name: string;
  lat: number;
  lng: number;
  radius_m: number;
  content: string;
  planned_start: Instant;
  planned_end: Instant;
  watch_until: Instant | null;
  tap_missed_at: Instant | null;
  enterprise_id: string | null;
  enterprise_name: string | null;
  fire_watch_id: string | null;
  fire_watch: NamedPerson | null;
}

const SQL = `
  select p.id, p.number, p.regime, p.level, ${effectiveStateSql('$2')} as state_now, p.raised_because, p.urgent, p.place_name, p.lat, p.lng,
    p.radius_m, p.content, p.planned_start, p.planned_end, p.watch_until, p.tap_missed_at, p.enterprise_id, e.name as enterprise_name,
    p.fire_watch_id, ${namedUser('p.fire_watch_id')} as fire_watch
  from permits p left join enterprises e on e.id = p.enterprise_id ${ASKING_SIDE}
  where p.id = any($1) order by p.id desc`;

/** Permits as lists show them. Under the system's scope: names of other parties belong to whoever sees the permit, people's to whoever may read them. */
@Injectable()
export class PermitItems {
  /** Newest first. */
  async load({ tx, caller, language, at }: Call, ids: readonly string[]): Promise<PermitItemView[]> {
    if (ids.length === 0) return [];
    const rows = await tx.prepared<ItemRow>(SQL, [ids, new Date(at)]);
    return rows.map((row) => toItem(row, personOf(caller), language, at));
  }
}

function toItem(row: ItemRow, reader: Person, language: Language, at: Instant): PermitItemView {
  const due = dueOf(
    {
      state: row.state_now,
      plannedStart: row.planned_start,
      plannedEnd: row.planned_end,
      watchUntil: row.watch_until,
    },
    at,
  );
  return {
    id: row.id,
    number: row.number,
    regime: row.regime,
    level: row.level,
    levelName: levelName(row.regime, row.level, language),
    state: row.state_now,
    raisedBecause: row.raised_because,
    urgent: row.urgent,
    place: { name: row.place_name, lat: row.lat, lng: row.lng, radiusM: row.radius_m },
    content: row.content,
    plannedStart: isoTime(row.planned_start),
    plannedEnd: isoTime(row.planned_end),
    tapMissedAt: isoTimeOrNull(row.tap_missed_at),
    enterpriseId: row.enterprise_id,
    enterpriseName: row.enterprise_name,
    fireWatch:
      row.fire_watch_id === null
        ? null
        : { id: row.fire_watch_id, name: row.fire_watch ? nameShown(row.fire_watch, reader) : row.fire_watch_id },
    due: due && { kind: due.kind, at: new Date(due.at).toISOString() },
    overdue: due?.overdue ?? false,
  };
}
