import { Injectable } from '@nestjs/common';
import { takesChip } from '../../../domain/registry/machine-rules';
import { conflict, invalid, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import type { MachineView } from '../machines/machine-view.dto';
import { MachineStore, type Machine } from '../machines/machine.store';
import { confirmedBy, machineView } from '../machines/machine.mapper';
import { registryEvent } from '../registry-event';
import { ChipsAtWork } from './chips-at-work.port';
import { ChipStore } from './chip.store';

/** One chip for one machine (一芯一码): fitted, and taken off again. */
@Injectable()
export class BindChip {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly chips: ChipStore,
    private readonly machines: MachineStore,
    private readonly atWork: ChipsAtWork,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  async bind(request: Request, machineId: string, chipNo: string): Promise<Result<MachineView, Refusal>> {
    return this.uow.run(request.caller.scope, async (tx) => {
      const bound = await this.fit({ ...request, tx }, machineId, chipNo);
      return bound.ok ? ok(machineView(bound.value, request.caller)) : bound;
    });
  }

  async unbind(request: Request, machineId: string): Promise<Result<MachineView, Refusal>> {
    return this.uow.run(request.caller.scope, async (tx) => {
      const loose = await this.takeOff({ ...request, tx }, machineId);
      return loose.ok ? ok(machineView(loose.value.machine, request.caller)) : loose;
    });
  }

  /** Inside the caller's transaction. */
  async fit(call: Call, machineId: string, chipNo: string): Promise<Result<Machine, Refusal>> {
    const { tx, caller, at } = call;
    const machine = await this.machines.lock(tx, machineId);
    if (!machine) return refused(notFound('machine.not-found'));
    const objection = unfit(machine) ?? (await this.unusable(tx, chipNo));
    if (objection) return refused(objection);
    if (!(await this.chips.bind(tx, this.ids.next(at), { chipNo, machineId }, at)))
      return refused(await this.taken(tx, chipNo));
    const seen = confirmedBy(caller, machine);
    if (seen) await this.machines.confirmFacts(tx, machineId, { by: caller.userId, photoId: null, at });
    const after = { ...machine, chipNo, factsClaimedAt: seen ? null : machine.factsClaimedAt };
    this.record(call, 'chip.bound', after, chipNo);
    return ok(after);
  }

  /** Inside the caller's transaction: the machine without its chip, and which one it was. */
  async takeOff(call: Call, machineId: string): Promise<Result<{ machine: Machine; chipNo: string }, Refusal>> {
    const { tx, at } = call;
    const machine = await this.machines.lock(tx, machineId);
    if (!machine) return refused(notFound('machine.not-found'));
    if (machine.chipNo !== null && (await this.atWork.hasOpenJob(machine.chipNo)))
      return refused(conflict('chip.at-work'));
    const chipNo = await this.chips.unbind(tx, machineId, at);
    if (chipNo === null) return refused(conflict('machine.has-no-chip'));
    const loose = { ...machine, chipNo: null };
    this.record(call, 'chip.unbound', loose, chipNo);
    return ok({ machine: loose, chipNo });
  }

  private async unusable(tx: Tx, chipNo: string): Promise<Refusal | null> {
    const chip = await this.chips.find(tx, chipNo);
    if (!chip) return wrongField('chipNo', 'chip.unknown');
    return chip.blocked ? conflict('chip.blocked') : null;
  }

  /** The machine had none when it was locked, so it is the chip that somebody else was quicker to fit. */
  private async taken(tx: Tx, chipNo: string): Promise<Refusal> {
    return conflict((await this.chips.isBound(tx, chipNo)) ? 'chip.already-bound' : 'machine.already-has-chip');
  }

  private record({ tx, caller, at }: Call, action: string, machine: Machine, chipNo: string): void {
    this.journal.record(
      tx,
      caller,
      at,
      [{ action, entity: 'machine', entityId: machine.id, regionCode: machine.regionCode, after: { chipNo } }],
      [registryEvent('machine', machine, { status: machine.status, chipNo: machine.chipNo })],
    );
  }
}

function unfit({ control, status, chipNo }: Machine): Refusal | null {
  if (!takesChip(control)) return invalid('machine.takes-no-chip');
  if (status === 'scrapped' || status === 'lost') return conflict('machine.not-in-use');
  return chipNo === null ? null : conflict('machine.already-has-chip');
}
