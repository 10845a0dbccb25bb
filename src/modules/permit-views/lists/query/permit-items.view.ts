import { Injectable } from '@nestjs/common';
import type { PermitState, Regime } from '../../../../domain/permits/permit';
import { nameShown, type NamedPerson } from '../../../../domain/permits/names-shown';
import type { Person } from '../../../../domain/permits/snapshot';
import { type Instant, isoTime, isoTimeOrNull } from '../../../../kernel/time';
import type { Call } from '../../../../platform/auth/request';
import { columnsOf } from '../../../../platform/database/columns';
import type { Language } from '../../../../kernel/language';
import { PermitRow } from '../../../../schema/permits/permit.row';
import { ASKING_SIDE, namedUser } from '../../../permits/people/named-people.view';
import { personOf } from '../../../permits/people/permit-people';
import { effectiveStateSql } from './effective-state.sql';
import { dueOf } from '../permit-due';
import type { PermitItemView } from '../permit-list.dto';
import { levelName } from '../../../../domain/permits/words';

const OWN = [
  'id', 'number', 'level', 'raisedBecause', 'urgent', 'placeName', 'lat', 'lng', 'radiusM', 'content', 'plannedStart', 'plannedEnd', 'watchUntil',
  'tapMissedAt', 'enterpriseId', 'fireWatchId',
] as const satisfies readonly (keyof PermitRow)[]; // prettier-ignore

interface ItemRow extends Readonly<Pick<PermitRow, (typeof OWN)[number]>> {
  readonly regime: Regime;
  readonly state: PermitState;
  readonly enterpriseName: string | null;
  readonly fireWatch: NamedPerson | null;
}

const SQL = `
  select ${columnsOf(PermitRow, 'p', [...OWN, 'regime'])}, ${effectiveStateSql('$2')} as state, e.name as "enterpriseName",
    ${namedUser('p.fire_watch_id')} as "fireWatch"
  from permits p left join enterprises e on e.id = p.enterprise_id ${ASKING_SIDE}
  where p.id = any($1) order by p.id desc`;

/** Permits as lists show them. Under the system's scope: everybody who sees the permit sees its parties' names; people's names only those who may read them. */
@Injectable()
export class PermitItems {
  /** Newest first. */
  async load({ tx, caller, language, at }: Call, ids: readonly string[]): Promise<PermitItemView[]> {
    if (ids.length === 0) return [];
    const rows = await tx.prepared<ItemRow>(SQL, [ids, new Date(at)]);
    return rows.map((row) => toItem(row, personOf(caller), language, at));
  }
}

/** Field by field: to spread a row costs four times as much, at fifty rows a list. */
function toItem(row: ItemRow, reader: Person, language: Language, at: Instant): PermitItemView {
  const { fireWatchId, fireWatch } = row;
  const due = dueOf(row, at);
  return {
    id: row.id,
    number: row.number,
    regime: row.regime,
    level: row.level,
    levelName: levelName(row.regime, row.level, language),
    state: row.state,
    raisedBecause: row.raisedBecause,
    urgent: row.urgent,
    place: { name: row.placeName, lat: row.lat, lng: row.lng, radiusM: row.radiusM },
    content: row.content,
    plannedStart: isoTime(row.plannedStart),
    plannedEnd: isoTime(row.plannedEnd),
    tapMissedAt: isoTimeOrNull(row.tapMissedAt),
    enterpriseId: row.enterpriseId,
    enterpriseName: row.enterpriseName,
    fireWatch:
      fireWatchId === null ? null : { id: fireWatchId, name: fireWatch ? nameShown(fireWatch, reader) : fireWatchId },
    due: due && { kind: due.kind, at: isoTime(due.at) },
    overdue: due?.overdue ?? false,
  };
}
