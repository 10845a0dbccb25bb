import { Injectable } from '@nestjs/common';
import { readSerialNumber } from '../../../domain/registry/serial-number';
import { controlFor, takesChip } from '../../../domain/registry/machine-rules';
import { conflict, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { givenFields } from '../../../platform/http/given-fields';
import { versionStale } from '../../../platform/http/version';
import { registryEvent } from '../registry-event';
import type { ChangeMachineRequest, MachineView } from './machine.dto';
import { MachineParties } from './machine-parties';
import { MachineStore, type Machine } from './machine.store';
import { auditedMachine, machineView } from './machine.mapper';

/** A form that somebody filled in; `version` is the one they read, null where they said none. */
@Injectable()
export class ChangeMachine {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly machines: MachineStore,
    private readonly parties: MachineParties,
    private readonly journal: Journal,
  ) {}

  async execute(
    { caller, at }: Request,
    id: string,
    version: number | null,
    body: ChangeMachineRequest,
  ): Promise<Result<MachineView, Refusal>> {
    return this.uow.attempt(caller.scope, async (tx) => {
      const before = await this.machines.lock(tx, id);
      if (!before) return refused(notFound('machine.not-found'));
      if (version !== null && version !== before.version) return refused(versionStale(before.version));
      const asked: Machine = { ...before, ...withSerial(givenFields(body)), version: before.version + 1 };
      const after = { ...asked, regionCode: await this.parties.regionAfter(tx, caller.scope, before, asked) };
      const objection = controlObjection(before, after) ?? (await this.parties.check(tx, caller.scope, after));
      if (objection) return refused(objection);
      if (!(await this.machines.save(tx, after))) return refused(conflict('machine.exists'));
      this.journal.record(
        tx,
        caller,
        at,
        [
          {
            action: 'machine.changed',
            entity: 'machine',
            entityId: id,
            regionCode: after.regionCode,
            before: auditedMachine(before),
            after: auditedMachine(after),
          },
        ],
        [registryEvent('machine', after, { status: after.status })],
      );
      return ok(machineView((await this.machines.find(tx, id)) ?? after, caller));
    });
  }
}

const withSerial = <T extends { serialNumber?: string | null }>(given: T): T =>
  given.serialNumber == null ? given : { ...given, serialNumber: readSerialNumber(given.serialNumber) };

function controlObjection(before: Machine, after: Machine): Refusal | null {
  const control = controlFor(after.process, after.control);
  if (!control.ok) return wrongField('control', control.refusal);
  return before.chipNo !== null && !takesChip(after.control) ? conflict('machine.chip-still-bound') : null;
}
