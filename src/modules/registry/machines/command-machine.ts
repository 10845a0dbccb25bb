import { Injectable } from '@nestjs/common';
import {
  machineLifeCycle,
  MACHINE_COMMANDS,
  type MachineCommand,
  type MachineReason,
} from '../../../domain/registry/machine-life-cycle';
import { conflict, forbidden, notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Step } from '../../../kernel/life-cycle';
import type { MachineStatus } from '../../../domain/registry/machine';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { CodeRegistry } from '../code-registry';
import { registryEvent } from '../registry-event';
import type { MachineView } from './machine-view.dto';
import { UpkeepStore } from '../upkeep/upkeep.store';
import { MachineStore, type Machine } from './machine.store';
import { machineView, snapshotFor } from './machine.mapper';

/** One step in a machine's life: stop order, repair, loss, scrapping. */
@Injectable()
export class CommandMachine {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly machines: MachineStore,
    private readonly codes: CodeRegistry,
    private readonly upkeep: UpkeepStore,
    private readonly journal: Journal,
  ) {}

  async execute(request: Request, id: string, name: string, reason: string): Promise<Result<MachineView, Refusal>> {
    const command = MACHINE_COMMANDS.find((one) => one === name);
    if (command === undefined)
      return refused(notFound('machine.command-unknown', { extra: { commands: MACHINE_COMMANDS } }));
    return this.uow.run(request.caller.scope, async (tx) => {
      const before = await this.machines.lock(tx, id);
      if (!before) return refused(notFound('machine.not-found'));
      // who repaired it and what was done is said first
      if (command === 'return-from-repair' && (await this.upkeep.openRepair(tx, id)))
        return refused(conflict('machine-repair.say-what'));
      const moved = await this.move({ ...request, tx }, before, command, reason);
      return moved.ok ? ok(machineView(moved.value, request.caller)) : moved;
    });
  }

  /** In the caller's transaction, on a machine that is locked. */
  async move(
    { tx, caller, at }: Call,
    before: Machine,
    command: MachineCommand,
    reason: string,
  ): Promise<Result<Machine, Refusal>> {
    const snapshot = snapshotFor(before, caller);
    const step = machineLifeCycle.step(snapshot, command);
    if (step.outcome !== 'moved') return refused(refusalOf(step, machineLifeCycle.open(snapshot)));
    const after = { ...before, status: step.to, version: before.version + 1 };
    if (!(await this.machines.save(tx, after))) return refused(conflict('machine.exists'));
    await this.machines.noteService(tx, after, before.status, at);
    if (after.status === 'scrapped') await this.codes.void(tx, after.code, at);
    this.journal.record(
      tx,
      caller,
      at,
      [
        {
          action: `machine.${command}`,
          entity: 'machine',
          entityId: after.id,
          regionCode: after.regionCode,
          before: { status: before.status },
          after: { status: after.status, reason },
        },
      ],
      [registryEvent('machine', after, { status: after.status })],
    );
    return ok(after);
  }
}

type Stopped = Exclude<Step<MachineStatus, MachineReason>, { outcome: 'moved' }>;

function refusalOf(step: Stopped, commands: MachineCommand[]): Refusal {
  if (step.outcome === 'not-open') return conflict('machine.command-not-open', { extra: { commands } });
  return step.reasons.includes('machine.official-only')
    ? forbidden('machine.official-only')
    : conflict('machine.chip-still-bound', { extra: { commands } });
}
