import { Injectable } from '@nestjs/common';
import type { DeclaredMode } from '../../../domain/authorization/roll-out-modes';
import type { Control, MachineStatus, Process } from '../../../domain/registry/machine';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { declaredModes } from '../../rules/declared-modes';
import type { MachineRow } from '../../../schema/registry/machine.row';

export interface MachineOnPage extends Pick<
  MachineRow,
  'id' | 'code' | 'serialNumber' | 'model' | 'outlets' | 'regionCode'
> {
  readonly process: Process;
  readonly control: Control;
  readonly factsConfirmed: boolean;
  readonly status: MachineStatus;
  readonly enterpriseName: string | null;
  /** `YYYY-MM-DD`, the last good day. */
  readonly inspectionDueOn: MachineRow['inspectionDueOn'];
  readonly chipNo: string | null;
  readonly blocked: boolean | null;
  readonly tamper: boolean;
  readonly lastSeenAt: Instant | null;
  readonly modes: readonly DeclaredMode[];
  readonly jobs: readonly {
    readonly id: string;
    readonly state: string;
    readonly welderName: string;
    readonly since: string;
  }[];
}

/** A machine with its chip, the jobs on it and the modes of its region: one statement a scan. */
@Injectable()
export class MachinePageView {
  async find(tx: Tx, id: string, at: Instant): Promise<MachineOnPage | null> {
    const [row] = await tx.prepared<MachineOnPage>(
      `select m.id, m.code, m.serial_number as "serialNumber", m.model, m.process, m.control, m.outlets, m.facts_claimed_at is null as "factsConfirmed", m.status,
         m.region_code as "regionCode", e.name as "enterpriseName", m.inspection_due_on::text as "inspectionDueOn",
         b.chip_no as "chipNo", c.blocked, coalesce(s.tamper, false) as tamper, s.last_seen_at as "lastSeenAt",
         ${declaredModes('m.region_code', '$2')} as modes,
         (select coalesce(jsonb_agg(jsonb_build_object('id', j.id, 'state', j.state, 'welderName', w.name,
             'since', coalesce(j.running_at, j.reserved_at)) order by j.outlet), '[]')
           from jobs j join welders w on w.id = j.welder_id
           where j.machine_id = m.id and j.state in ('reserved', 'running')) as jobs
       from machines m left join enterprises e on e.id = m.enterprise_id
         left join chip_bindings b on b.machine_id = m.id and b.unbound_at is null
         left join chips c on c.chip_no = b.chip_no left join chip_states s on s.chip_no = b.chip_no
       where m.id = $1`,
      [id, new Date(at)],
    );
    return row ?? null;
  }
}
