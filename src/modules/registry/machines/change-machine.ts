import { Injectable } from '@nestjs/common';
import { readSerialNumber } from '../../../domain/registry/numbers/serial-number';
import { changedFacts, factsFault, type FactField } from '../../../domain/registry/machine-facts';
import { controlFor, takesChip } from '../../../domain/registry/machine-rules';
import { conflict, forbidden, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { readTyped } from '../../../kernel/typed-text';
import { Journal } from '../../../platform/audit/journal';
import type { Caller } from '../../../platform/auth/caller';
import type { Call, Request } from '../../../platform/auth/request';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { OwnPhotos } from '../../../platform/files/own-photos';
import { givenFields } from '../../../platform/http/given-fields';
import { versionStale } from '../../../platform/http/version';
import { registryEvent } from '../registry-event';
import type { ChangeMachineRequest } from './machine.dto';
import type { MachineView } from './machine-view.dto';
import { MachineParties } from './machine-parties';
import { MachineStore, type Machine } from './machine.store';
import { auditedMachine, confirmedBy, machineView } from './machine.mapper';

type Evidence = Pick<ChangeMachineRequest, 'photoId' | 'reason'>;

/** A form that somebody filled in; `version` is the one they read, null where they said none. */
@Injectable()
export class ChangeMachine {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly machines: MachineStore,
    private readonly parties: MachineParties,
    private readonly photos: OwnPhotos,
    private readonly journal: Journal,
  ) {}

  async execute(
    request: Request,
    id: string,
    version: number | null,
    { photoId, reason, ...fields }: ChangeMachineRequest,
  ): Promise<Result<MachineView, Refusal>> {
    const { caller, at } = request;
    return this.uow.attempt(caller.scope, async (tx) => {
      const before = await this.machines.lock(tx, id);
      if (!before) return refused(notFound('machine.not-found'));
      if (version !== null && version !== before.version) return refused(versionStale(before.version));
      const asked = askedFor(before, fields);
      const regionCode = await this.parties.regionAfter(tx, caller.scope, before, asked);
      const seen = photoId !== undefined;
      const after = { ...asked, regionCode, factsClaimedAt: seen ? null : before.factsClaimedAt };
      const objection =
        controlObjection(before, after) ??
        (await this.parties.check(tx, caller.scope, after)) ??
        (await this.factsObjection(tx, caller, before, after, { photoId, reason }));
      if (objection) return refused(objection);
      if (!(await this.machines.save(tx, after))) return refused(conflict('machine.exists'));
      if (seen) await this.machines.confirmFacts(tx, id, { by: caller.userId, photoId, at });
      this.record({ ...request, tx }, before, after, { photoId, reason });
      return ok(machineView((await this.machines.find(tx, id)) ?? after, caller));
    });
  }

  /** Judged against the owner of before and of after: a machine is not passed on to be vouched for. */
  private async factsObjection(
    tx: Tx,
    caller: Caller,
    before: Machine,
    after: Machine,
    { photoId, reason }: Evidence,
  ): Promise<Refusal | null> {
    const changed = changedFacts(before, after);
    const confirms = confirmedBy(caller, before) && confirmedBy(caller, after);
    const given = { photoGiven: photoId !== undefined, reasonGiven: reason !== undefined };
    const fault = factsFault(changed, { confirms, ...given });
    if (fault !== null) return refusalOf(fault, changed);
    return photoId === undefined || (await this.photos.areOf(tx, caller, [photoId]))
      ? null
      : wrongField('photoId', 'machine.photo-unknown');
  }

  private record({ tx, caller, at }: Call, before: Machine, after: Machine, evidence: Evidence): void {
    this.journal.record(
      tx,
      caller,
      at,
      [
        {
          action: 'machine.changed',
          entity: 'machine',
          entityId: after.id,
          regionCode: after.regionCode,
          before: auditedMachine(before),
          after: { ...auditedMachine(after), ...evidence },
        },
      ],
      [registryEvent('machine', after, { status: after.status })],
    );
  }
}

/** Another process brings its own control, unless the request names one. */
function askedFor(before: Machine, fields: Omit<ChangeMachineRequest, 'photoId' | 'reason'>): Machine {
  const given = asTyped(givenFields(fields));
  const process = given.process ?? before.process;
  const usual = controlFor(process, undefined);
  const control = given.control ?? (process === before.process || !usual.ok ? before.control : usual.value);
  return { ...before, ...given, control, version: before.version + 1 };
}

const asTyped = <T extends { serialNumber?: string | null; placeName?: string | null }>(given: T): T => ({
  ...given,
  ...(given.serialNumber != null && { serialNumber: readSerialNumber(given.serialNumber) }),
  ...(given.placeName != null && { placeName: readTyped(given.placeName) }),
});

function controlObjection(before: Machine, after: Machine): Refusal | null {
  const control = controlFor(after.process, after.control);
  if (!control.ok) return wrongField('control', control.refusal);
  return before.chipNo !== null && !takesChip(after.control) ? conflict('machine.chip-still-bound') : null;
}

function refusalOf(fault: NonNullable<ReturnType<typeof factsFault>>, changed: readonly FactField[]): Refusal {
  if (fault === 'machine.facts-not-yours')
    return forbidden(fault, { errors: changed.map((path) => ({ path, code: fault })) });
  return wrongField(fault === 'machine.facts-photo-missing' ? 'photoId' : 'reason', fault);
}
