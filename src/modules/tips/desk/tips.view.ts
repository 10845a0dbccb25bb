import { Injectable } from '@nestjs/common';
import type { PlacedTip } from '../../../domain/tips/duplicates';
import type { TipKind, TipOutcome } from '../../../domain/tips/tip-kinds';
import type { TipCommand, TipState } from '../../../domain/tips/tip-life-cycle';
import { HOUR, type Instant, isoTime, isoTimeOrNull } from '../../../kernel/time';
import { columnsOf } from '../../../platform/database/columns';
import type { Tx } from '../../../platform/database/unit-of-work';
import { TipRow } from '../../../schema/tips/tip.row';
import type { Tip } from '../tip.store';
import type { TipQuery, TipStepView, TipView } from './tip-desk.dto';

const NAMES = [
  'id', 'kind', 'state', 'text', 'regionCode', 'lat', 'lng', 'machineId', 'codeText', 'receivedAt', 'dueAt', 'outcome', 'violationId',
] as const; // prettier-ignore

interface Row extends Readonly<Pick<TipRow, (typeof NAMES)[number]>> {
  readonly kind: TipKind;
  readonly state: TipState;
  readonly outcome: TipOutcome | null;
  readonly regionName: string | null;
  readonly machineName: string | null;
  readonly handlerName: string | null;
  readonly photos: number;
}

const SHOWN = `select ${columnsOf(TipRow, 't', NAMES)}, r.name as "regionName", u.name as "handlerName",
    nullif(concat_ws(' ', m.model, m.serial_number), '') as "machineName",
    (select count(*)::int from tip_photos p where p.tip_id = t.id) as photos
  from tips t left join regions r on r.code = t.region_code left join users u on u.id = t.assigned_to
    left join machines m on m.id = t.machine_id`;

/** A tip near another in time, as it is compared and shown. */
export interface NearTip extends PlacedTip {
  readonly kind: TipKind;
  readonly state: TipState;
  readonly text: string;
}

/** Tips as the desk sees them; the transaction's scope says which. */
@Injectable()
export class TipViews {
  async list(tx: Tx, { state, cursor, limit }: TipQuery): Promise<TipView[]> {
    const rows = await tx.query<Row>(
      `${SHOWN} where ($1::text is null or t.id < $1) and ($2::text is null or t.state = $2) order by t.id desc limit $3`,
      [cursor ?? null, state ?? null, limit + 1],
    );
    return rows.map(toView);
  }

  async one(tx: Tx, id: string): Promise<TipView | null> {
    const [row] = await tx.query<Row>(`${SHOWN} where t.id = $1`, [id]);
    return row ? toView(row) : null;
  }

  async near(tx: Tx, { receivedAt }: Tip, hours: number): Promise<NearTip[]> {
    const rows = await tx.query<Omit<NearTip, 'position'> & { lat: number | null; lng: number | null }>(
      `select id, kind, state, text, lat, lng, machine_id as "machineId", received_at as "receivedAt" from tips
       where received_at >= $1 and received_at <= $2 and state not in ('declined', 'merged') order by id desc limit 500`,
      [new Date(receivedAt - hours * HOUR), new Date(receivedAt + hours * HOUR)],
    );
    return rows.map(({ lat, lng, ...tip }) => ({
      ...tip,
      position: lat === null || lng === null ? null : { lat, lng },
    }));
  }

  async steps(tx: Tx, tipId: string): Promise<TipStepView[]> {
    const rows = await tx.query<Omit<TipStepView, 'at'> & { command: TipCommand; at: Instant }>(
      `select s.command, u.name as by, s.taken_at as at, s.note, s.for_reporter as "forReporter"
       from tip_steps s join users u on u.id = s.taken_by where s.tip_id = $1 order by s.id`,
      [tipId],
    );
    return rows.map((row) => ({ ...row, at: isoTime(row.at) }));
  }
}

const toView = ({ receivedAt, dueAt, regionName, ...row }: Row): TipView => ({
  ...row,
  regionName: regionName ?? row.regionCode,
  receivedAt: isoTime(receivedAt),
  dueAt: isoTimeOrNull(dueAt),
});
