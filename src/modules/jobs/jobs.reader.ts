import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/time';
import { epochMs } from '../../platform/database/epoch-ms';
import type { Tx } from '../../platform/database/unit-of-work';

export interface OpenJobSummary {
  readonly id: string;
  readonly state: 'reserved' | 'running';
  readonly machineId: string;
  readonly outlet: number;
  readonly welderId: string;
  readonly permitId: string | null;
  readonly reservedAt: Instant;
  readonly workUntil: Instant;
}

const COLUMNS = `id, state, machine_id as "machineId", outlet, welder_id as "welderId", permit_id as "permitId",
  ${epochMs('reserved_at')} as "reservedAt", ${epochMs('work_until')} as "workUntil"`;

/** Questions later features ask about jobs; the caller's scope decides what they see. */
@Injectable()
export class JobsReader {
  openOnMachine(tx: Tx, machineId: string): Promise<OpenJobSummary[]> {
    return tx.named<OpenJobSummary>(
      'jobs-open-on-machine',
      `select ${COLUMNS} from jobs where machine_id = $1 and state in ('reserved', 'running') order by outlet`,
      [machineId],
    );
  }

  openOfWelder(tx: Tx, welderId: string): Promise<OpenJobSummary[]> {
    return tx.named<OpenJobSummary>(
      'jobs-open-of-welder',
      `select ${COLUMNS} from jobs where welder_id = $1 and state in ('reserved', 'running') order by id desc`,
      [welderId],
    );
  }
}
