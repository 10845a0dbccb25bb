import { Injectable } from '@nestjs/common';
import { appointmentLifeCycle, APPOINTMENT_COMMANDS } from '../../../domain/fitting/appointment';
import { conflict, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { shanghaiDate } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toPage } from '../../../platform/http/page';
import { Ids } from '../../../platform/time/ids';
import { UsersReader } from '../../identity/users.reader';
import type {
  AppointmentPage,
  AppointmentQuery,
  AppointmentView,
  PlanFittingsRequest,
  PlannedFittings,
  UnfittedPage,
  UnfittedQuery,
} from './appointment.dto';
import { AppointmentStore } from './appointment.store';
import { AppointmentViews, type ShownAppointment } from './appointments.view';

/** Which machine gets its chip on which day, and who comes. */
@Injectable()
export class PlanFittings {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly appointments: AppointmentStore,
    private readonly views: AppointmentViews,
    private readonly users: UsersReader,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  /** Machines that need none, or have one, are left out and named; the others are planned all the same. */
  plan({ caller, at }: Request, body: PlanFittingsRequest): Promise<Result<PlannedFittings, Refusal>> {
    const { machineIds, day, slot } = body;
    const technicianId = body.technicianId ?? null;
    const note = body.note?.trim() ?? null;
    return this.uow.run(caller.scope, async (tx) => {
      if (day < shanghaiDate(at)) return refused(wrongField('day', 'fitting.day-over'));
      if (technicianId !== null && !(await this.users.activeById(tx, technicianId))?.roles.includes('technician'))
        return refused(wrongField('technicianId', 'fitting.technician-unknown'));
      const wanting = await this.views.wanting(tx, machineIds);
      const leftOut: string[] = [];
      const made: { id: string; machineId: string; regionCode: string }[] = [];
      for (const machineId of machineIds) {
        const regionCode = wanting.get(machineId);
        const id = this.ids.next(at);
        const row = { id, machineId, day, slot, technicianId, note, state: 'planned' as const, madeBy: caller.userId };
        const planned =
          regionCode !== undefined && (await this.appointments.insert(tx, { ...row, regionCode, madeAt: at }));
        if (planned) made.push({ id, machineId, regionCode });
        else leftOut.push(machineId);
      }
      const entries = made.map(({ id: entityId, machineId, regionCode }) => ({
        ...{ action: 'fitting.planned', entity: 'fitting-appointment', entityId, regionCode },
        after: { machineId, day, slot, technicianId },
      }));
      this.journal.record(tx, caller, at, entries);
      return ok({ planned: made.length, leftOut });
    });
  }

  async list({ caller }: Request, query: AppointmentQuery): Promise<AppointmentPage> {
    const rows = await this.uow.run(caller.scope, (tx) => this.views.list(tx, query, caller.userId));
    const page = toPage(rows, query.limit, ({ id }) => id);
    return { ...page, items: page.items.map(toView) };
  }

  async unfitted({ caller }: Request, query: UnfittedQuery): Promise<UnfittedPage> {
    const rows = await this.uow.run(caller.scope, (tx) => this.views.unfitted(tx, query));
    return toPage(rows, query.limit, ({ id }) => id);
  }

  /** `miss` and `cancel` by hand; `fit` is said by a fitting alone. */
  command({ caller, at }: Request, id: string, name: string): Promise<Result<null, Refusal>> {
    return this.uow.run(caller.scope, async (tx) => {
      const found = await this.appointments.lock(tx, id);
      if (!found) return refused(notFound('fitting.appointment-not-found'));
      const command = BY_HAND.find((one) => one === name);
      const step = command && appointmentLifeCycle.step(found, command);
      if (step?.outcome !== 'moved') return refused(conflict('fitting.appointment-over'));
      await this.appointments.move(tx, id, step.to);
      const change = { before: { state: found.state }, after: { state: step.to } };
      const what = { action: `fitting.appointment-${step.to}`, entity: 'fitting-appointment', entityId: id };
      this.journal.record(tx, caller, at, [{ ...what, regionCode: found.regionCode, ...change }]);
      return ok(null);
    });
  }
}

const BY_HAND = APPOINTMENT_COMMANDS.filter((command) => command !== 'fit');

const toView = ({ madeBy: _, madeAt: __, ...appointment }: ShownAppointment): AppointmentView => ({
  ...appointment,
  commands: appointmentLifeCycle.open(appointment).filter((command) => command !== 'fit'),
});
