import { Injectable } from '@nestjs/common';
import { SECOND } from '../../../kernel/time';
import { epochMs } from '../../../platform/database/epoch-ms';
import type { Tx } from '../../../platform/database/unit-of-work';
import { columnsOf } from '../../../platform/database/columns';
import { ArcVerdictRow } from '../../../schema/supervision/arc-verdict.row';
import type { CurvePoint } from './pack-content';

/** What burned before and after is shown, too, so that beginning and end of the arc can be seen. */
const MARGIN_MS = 5 * SECOND;
/** Five hours at one a second; a longer arc is cut, and its file says so. */
export const MOST_POINTS = 18_000;

/** By the chip's own count of time, which no clock disturbs; the day narrows it to its partitions. */
const CURVE = `
  select ${epochMs('s.at')} as at, s.boot, s.seq, s.idx, s.ms, s.i, s.i_max as "iMax", s.u, s.arc_ms as "arcMs", s.relay, s.clock, s.disputed
  from arcs a join samples s on s.chip_no = a.chip_no and s.boot = a.boot and s.outlet = a.outlet
    and s.up between a.start_up - $2 and a.last_up + $2
    and s.at between coalesce(a.earliest_at, a.started_at) - interval '1 hour' and coalesce(a.ended_at, a.last_seen_at) + interval '1 hour'
  where a.id = $1 order by s.up, s.seq, s.idx limit ${MOST_POINTS}`;

const VERDICTS = `select ${columnsOf(ArcVerdictRow, 'v', ['arcId', 'rule', 'version', 'verdict', 'jobId', 'judgedAt', 'detail'])}
  from arc_verdicts v where v.arc_id = any($1) order by v.arc_id, v.rule, v.version`;

/** Curves and verdicts of arcs whose case the caller sees: these rows carry no scope of their own. */
@Injectable()
export class Curves {
  of(tx: Tx, arcId: string): Promise<CurvePoint[]> {
    return tx.query<CurvePoint>(CURVE, [arcId, MARGIN_MS]);
  }

  verdictsOf(tx: Tx, arcIds: readonly string[]): Promise<ArcVerdictRow[]> {
    return tx.query<ArcVerdictRow>(VERDICTS, [arcIds]);
  }
}
