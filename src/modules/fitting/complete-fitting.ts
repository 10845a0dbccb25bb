import { Injectable } from '@nestjs/common';
import { lacking } from '../../domain/fitting/fitting';
import { conflict, invalid, notFound, wrongField, type Refusal } from '../../kernel/refusal';
import type { Position } from '../../kernel/geo';
import { ok, refused, type Result } from '../../kernel/result';
import { Journal } from '../../platform/audit/journal';
import type { Call, Request } from '../../platform/auth/request';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { OwnPhotos } from '../../platform/files/own-photos';
import { PowerTests } from '../jobs/chip-power/power-tests';
import { PlaceMachine } from '../registry/machines/place-machine';
import { RegistryReader } from '../registry/registry.reader';
import { AppointmentStore } from './appointments/appointment.store';
import type { CompleteFittingRequest, OpenFittingView } from './fitting.dto';
import { FittingStore, type Fitting } from './fitting.store';
import { ShowFitting } from './show-fitting';

/** The end of a fitting: done with its photo and tests, or left for another day. */
@Injectable()
export class CompleteFitting {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly registry: RegistryReader,
    private readonly places: PlaceMachine,
    private readonly fittings: FittingStore,
    private readonly appointments: AppointmentStore,
    private readonly tests: PowerTests,
    private readonly photos: OwnPhotos,
    private readonly show: ShowFitting,
    private readonly journal: Journal,
  ) {}

  done(request: Request, id: string, body: CompleteFittingRequest): Promise<Result<OpenFittingView, Refusal>> {
    return this.end(request, id, async (call, fitting) => {
      const { tx, caller, at } = call;
      const photoId = body.photoId ?? null;
      if (photoId !== null && !(await this.photos.areOf(tx, caller, [photoId])))
        return refused(wrongField('photoId', 'fitting.photo-unknown'));
      const machine = await this.registry.machineById(tx, fitting.machineId);
      if (!machine) return refused(notFound('machine.not-found'));
      if (machine.chipNo !== fitting.chipNo) return refused(conflict('fitting.chip-gone'));
      const { tests } = await this.show.shown(tx, fitting, at);
      const withoutTest = body.withoutTest?.trim() ?? null;
      const missing = lacking(machine.control, tests, { photo: photoId !== null, withoutTest });
      if (missing.length > 0) return refused(invalid('fitting.incomplete', { extra: { lacking: missing } }));
      const place = placeOf(body);
      await this.appointments.fitted(tx, fitting.machineId);
      await this.places.put(call, machine.id, { pin: place });
      const shown = { relayOk: tests.relay, arcOk: tests.arc, withoutTest };
      return ok({ state: 'done' as const, ...shown, photoId, note: body.note?.trim() ?? null, ...(place ?? NOWHERE) });
    });
  }

  /** The chip stays where it is; the machine is planned anew. */
  abandon(request: Request, id: string, note: string): Promise<Result<OpenFittingView, Refusal>> {
    return this.end(request, id, async ({ tx, at }, fitting) => {
      const { tests } = await this.show.shown(tx, fitting, at);
      const shown = { relayOk: tests.relay, arcOk: tests.arc };
      return ok({
        state: 'abandoned' as const,
        ...shown,
        withoutTest: null,
        photoId: null,
        note,
        lat: null,
        lng: null,
      });
    });
  }

  private end(
    request: Request,
    id: string,
    outcomeOf: (
      call: Call,
      fitting: Fitting,
    ) => Promise<Result<Omit<Parameters<FittingStore['end']>[2], 'endedAt'>, Refusal>>,
  ): Promise<Result<OpenFittingView, Refusal>> {
    const { caller, at } = request;
    return this.uow.attempt(caller.scope, async (tx) => {
      const fitting = await this.fittings.lock(tx, id);
      if (!fitting) return refused(notFound('fitting.not-found'));
      if (fitting.state !== 'open') return refused(conflict('fitting.over'));
      const test = await this.tests.latest(tx, fitting, fitting.startedAt);
      const outcome = await outcomeOf({ ...request, tx }, fitting);
      if (!outcome.ok) return outcome;
      if (test && test.endedAt === null) await this.tests.end(tx, test, at);
      await this.fittings.end(tx, id, { ...outcome.value, endedAt: at });
      const { lat: _, lng: __, ...after } = outcome.value;
      const { regionCode } = fitting;
      this.journal.record(tx, caller, at, [
        { action: `fitting.${outcome.value.state}`, entity: 'fitting', entityId: id, regionCode, after },
      ]);
      return ok(await this.show.within(tx, id, at));
    });
  }
}

const NOWHERE = { lat: null, lng: null } as const;
const placeOf = ({ lat, lng }: CompleteFittingRequest): Position | null =>
  lat === undefined || lng === undefined ? null : { lat, lng };
