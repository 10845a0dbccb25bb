import { Injectable } from '@nestjs/common';
import type { TipKind, TipOutcome } from '../../../domain/tips/tip-kinds';
import type { TipState } from '../../../domain/tips/tip-life-cycle';
import { isoTimeOrNull, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { TipTaskView } from './tip-task.dto';

interface Row extends Omit<TipTaskView, 'dueAt'> {
  readonly kind: TipKind;
  readonly state: TipState;
  readonly outcome: TipOutcome | null;
  readonly dueAt: Instant | null;
}

/** Neither what the reporter wrote nor who it was is among these columns. */
const SHOWN = `
  select t.id, t.kind, t.state, t.task, coalesce(r.name, t.region_code) as "regionName", t.lat, t.lng, m.code as "machineCode",
    nullif(concat_ws(' ', m.model, m.serial_number), '') as "machineName", t.code_text as "codeText", t.due_at as "dueAt",
    t.outcome, t.violation_id as "violationId",
    array(select p.file_id from tip_photos p where p.tip_id = t.id and (p.shown_to_handler or p.taken_by = 'handler') order by 1) as "photoIds"
  from tips t left join regions r on r.code = t.region_code left join machines m on m.id = t.machine_id
  where t.assigned_to = $1 and t.state in ('dispatched', 'checked', 'closed')`;

@Injectable()
export class TipTasks {
  async of(tx: Tx, userId: string): Promise<TipTaskView[]> {
    return (await tx.query<Row>(`${SHOWN} order by t.state <> 'dispatched', t.due_at, t.id limit 100`, [userId])).map(
      toView,
    );
  }

  async one(tx: Tx, userId: string, id: string): Promise<TipTaskView | null> {
    const [row] = await tx.query<Row>(`${SHOWN} and t.id = $2`, [userId, id]);
    return row ? toView(row) : null;
  }
}

const toView = ({ dueAt, ...row }: Row): TipTaskView => ({ ...row, dueAt: isoTimeOrNull(dueAt) });
