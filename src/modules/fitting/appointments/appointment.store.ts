import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { AppointmentState, Slot } from '../../../domain/fitting/appointment';
import type { Tx } from '../../../platform/database/unit-of-work';
import { FittingAppointmentRow } from '../../../schema/fitting/fitting-appointment.row';

export interface Appointment extends Readonly<FittingAppointmentRow> {
  readonly state: AppointmentState;
  readonly slot: Slot;
}

@Injectable()
export class AppointmentStore {
  /** False where the machine has a planned one already. */
  insert(tx: Tx, appointment: Appointment): Promise<boolean> {
    return tx.rows(FittingAppointmentRow).insertNew(appointment);
  }

  lock(tx: Tx, id: string): Promise<Appointment | null> {
    const question = { where: { id }, lock: { mode: 'pessimistic_write' as const } };
    return tx.rows(FittingAppointmentRow).findOne(question) as Promise<Appointment | null>;
  }

  async move(tx: Tx, id: string, state: AppointmentState): Promise<void> {
    await tx.rows(FittingAppointmentRow).update({ id }, { state });
  }

  /** The chip is on: what was planned, or missed before, is done. */
  async fitted(tx: Tx, machineId: string): Promise<void> {
    await tx.rows(FittingAppointmentRow).update({ machineId, state: In(['planned', 'missed']) }, { state: 'done' });
  }
}
