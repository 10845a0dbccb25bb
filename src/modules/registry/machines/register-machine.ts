import { Injectable } from '@nestjs/common';
import { readSerialNumber } from '../../../domain/registry/numbers/serial-number';
import { controlFor } from '../../../domain/registry/machine-rules';
import { conflict, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Instant } from '../../../kernel/time';
import { readTyped } from '../../../kernel/typed-text';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import { CodeRegistry } from '../code-registry';
import { registryEvent } from '../registry-event';
import type { RegisterMachineRequest } from './machine.dto';
import type { MachineView } from './machine-view.dto';
import { MachineParties } from './machine-parties';
import { MachineStore, type Machine } from './machine.store';
import { auditedMachine, confirmedBy, machineView } from './machine.mapper';

@Injectable()
export class RegisterMachine {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly machines: MachineStore,
    private readonly parties: MachineParties,
    private readonly codes: CodeRegistry,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  async execute(request: Request, body: RegisterMachineRequest): Promise<Result<MachineView, Refusal>> {
    const named = { model: body.model, serialNumber: readSerialNumber(body.serialNumber) };
    const alike = await this.uow.run(systemScope('same-serial'), (tx) => this.machines.bySerial(tx, named));
    return this.uow.attempt(request.caller.scope, (tx) => this.registerIn({ ...request, tx }, body, alike));
  }

  /** As part of a larger undertaking, which takes everything back where this is refused. `alike`: whose machines of this number there are. */
  async registerIn(
    call: Call,
    body: RegisterMachineRequest,
    alike: readonly { readonly owner: string | null }[],
  ): Promise<Result<MachineView, Refusal>> {
    const { tx, caller, at } = call;
    const draft = draftOf(body, this.ids.next(at), at);
    if (!draft.ok) return draft;
    const asked = draft.value;
    const regionCode = await this.parties.regionFor(tx, caller.scope, asked.regionCode, asked);
    const owned = {
      ...asked,
      regionCode,
      factsClaimedAt: confirmedBy(caller, asked) ? null : at,
      warnings: alike.some(ofAnother(asked)) ? ['machine.serial-elsewhere'] : [],
    };
    const objection = (await this.parties.check(tx, caller.scope, owned)) ?? (await this.twin(tx, owned));
    if (objection) return refused(objection);
    const code = await this.codeFor(tx, owned, body.blankCode, at);
    if (!code.ok) return code;
    const machine = { ...owned, code: code.value };
    if (!(await this.machines.insert(tx, machine))) return refused(conflict('machine.exists')); // two at once: all of it goes back
    this.record(call, machine);
    return ok(machineView((await this.machines.find(tx, machine.id)) ?? machine, caller));
  }

  private async twin(tx: Tx, machine: Machine): Promise<Refusal | null> {
    const own = (await this.machines.bySerial(tx, machine)).find((one) => !ofAnother(machine)(one));
    return own === undefined ? null : conflict('machine.exists', { extra: { id: own.id } });
  }

  private async codeFor(
    tx: Tx,
    machine: Machine,
    blank: string | undefined,
    at: Instant,
  ): Promise<Result<string, Refusal>> {
    const { id: entityId, regionCode } = machine;
    if (blank === undefined) return ok(await this.codes.issue(tx, 'machine', entityId, at));
    return this.codes.bindBlank(tx, blank, { kind: 'machine', entityId, regionCode });
  }

  private record({ tx, caller, at }: Call, machine: Machine): void {
    this.journal.record(
      tx,
      caller,
      at,
      [
        {
          action: 'machine.registered',
          entity: 'machine',
          entityId: machine.id,
          regionCode: machine.regionCode,
          after: auditedMachine(machine),
        },
      ],
      [registryEvent('machine', machine, { status: machine.status })],
    );
  }
}

function draftOf(request: RegisterMachineRequest, id: string, at: Instant): Result<Machine, Refusal> {
  const control = controlFor(request.process, request.control);
  if (!control.ok) return refused(wrongField('control', control.refusal));
  return ok({
    id,
    code: '',
    serialNumber: readSerialNumber(request.serialNumber),
    model: request.model.trim(),
    process: request.process,
    control: control.value,
    automatic: request.automatic ?? false,
    outlets: request.outlets ?? 1,
    ratedCurrentA: request.ratedCurrentA ?? null,
    enterpriseId: request.enterpriseId ?? null,
    enterpriseName: null,
    ownerWelderId: request.ownerWelderId ?? null,
    regionCode: request.regionCode,
    ...{ lat: null, lng: null, placeName: request.placeName === undefined ? null : readTyped(request.placeName) },
    inspectionDueOn: request.inspectionDueOn ?? null,
    status: 'in-service',
    chipNo: null,
    warnings: [],
    factsClaimedAt: at,
    version: 1,
    createdAt: at,
  });
}

/** Makers number anew for each model and year: the same number at another owner is likely another machine. */
const ofAnother =
  ({ enterpriseId, ownerWelderId }: Pick<Machine, 'enterpriseId' | 'ownerWelderId'>) =>
  ({ owner }: { readonly owner: string | null }): boolean =>
    owner !== (enterpriseId ?? ownerWelderId);
