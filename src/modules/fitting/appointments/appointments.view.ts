import { Injectable } from '@nestjs/common';
import { subtreeRange } from '../../../kernel/region-code';
import { columnsOf } from '../../../platform/database/columns';
import type { Tx } from '../../../platform/database/unit-of-work';
import { FittingAppointmentRow } from '../../../schema/fitting/fitting-appointment.row';
import type { MachineRow } from '../../../schema/registry/machine.row';
import type { AppointmentQuery, UnfittedQuery } from './appointment.dto';
import type { Appointment } from './appointment.store';

const NAMES = ['id', 'machineId', 'regionCode', 'day', 'slot', 'technicianId', 'note', 'state', 'madeBy', 'madeAt'] as const; // prettier-ignore

export interface ShownAppointment extends Appointment {
  readonly machineName: string;
  readonly machineCode: string;
  readonly control: string;
  readonly ownerName: string | null;
  readonly technicianName: string | null;
}

export interface Unfitted extends Readonly<Pick<MachineRow, 'id' | 'code' | 'regionCode'>> {
  readonly name: string;
  readonly ownerName: string | null;
}

/** A chip is wanted where the machine is used and its control asks for one. */
const WANTS_CHIP = `m.control in ('cut', 'sense') and m.status in ('in-service', 'repair', 'suspended')
  and not exists (select 1 from chip_bindings b where b.machine_id = m.id and b.unbound_at is null)`;

/** Appointments by day, and the machines that still want one. */
@Injectable()
export class AppointmentViews {
  /** By day, then as they were made; the cursor is the last one's id. */
  list(tx: Tx, query: AppointmentQuery, userId: string): Promise<ShownAppointment[]> {
    const { from, regionCode, state, mine, limit, cursor } = query;
    const range = subtreeRange(regionCode ?? '');
    return tx.query<ShownAppointment>(
      `select ${columnsOf(FittingAppointmentRow, 'a', NAMES)}, concat_ws(' ', m.model, m.serial_number) as "machineName",
         m.code as "machineCode", m.control, coalesce(e.name, w.name) as "ownerName", u.name as "technicianName"
       from fitting_appointments a join machines m on m.id = a.machine_id
       left join enterprises e on e.id = m.enterprise_id left join welders w on w.id = m.owner_welder_id
       left join users u on u.id = a.technician_id
       where a.region_code >= $1 and a.region_code < $2 and ($3::date is null or a.day >= $3)
         and ($4::text is null or a.state = $4) and ($5::text is null or a.technician_id = $5 or a.technician_id is null)
         and ($6::text is null or (a.day, a.id) > (select c.day, c.id from fitting_appointments c where c.id = $6))
       order by a.day, a.id limit $7`,
      [
        range.from, range.to, from ?? null, state ?? null, mine === 'true' ? userId : null,
        cursor ?? null, limit + 1,
      ], // prettier-ignore
    );
  }

  /** Machines without a chip that are not planned, by region. */
  unfitted(tx: Tx, { regionCode, limit, cursor }: UnfittedQuery): Promise<Unfitted[]> {
    const range = subtreeRange(regionCode ?? '');
    return tx.query<Unfitted>(
      `select m.id, concat_ws(' ', m.model, m.serial_number) as name, m.code, m.region_code as "regionCode",
         coalesce(e.name, w.name) as "ownerName"
       from machines m left join enterprises e on e.id = m.enterprise_id left join welders w on w.id = m.owner_welder_id
       where m.region_code >= $1 and m.region_code < $2 and ($3::text is null or m.id > $3) and ${WANTS_CHIP}
         and not exists (select 1 from fitting_appointments a where a.machine_id = m.id and a.state = 'planned')
       order by m.id limit $4`,
      [range.from, range.to, cursor ?? null, limit + 1],
    );
  }

  /** Of these machines those that want a chip. */
  async wanting(tx: Tx, machineIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await tx.query<Pick<Unfitted, 'id' | 'regionCode'>>(
      `select m.id, m.region_code as "regionCode" from machines m where m.id = any($1) and ${WANTS_CHIP}`,
      [machineIds],
    );
    return new Map(rows.map(({ id, regionCode }) => [id, regionCode]));
  }
}
