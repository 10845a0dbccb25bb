import { Injectable } from '@nestjs/common';
import { machineLifeCycle } from '../../../domain/registry/machine-life-cycle';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { isoTime, type Instant } from '../../../kernel/time';
import type { Call, Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { holds } from '../../identity/permissions';
import { RulesReader } from '../../rules/rules.reader';
import { snapshotFor } from '../machines/machine.mapper';
import { MachineStore, type Machine } from '../machines/machine.store';
import type { MachineUpkeep, UpkeepStep } from './upkeep.dto';
import { recorderNames } from './upkeep.view';
import { UpkeepStore, type StoredRepair } from './upkeep.store';

/** What was checked and repaired of a machine, with the steps that are open to the caller. */
@Injectable()
export class ShowUpkeep {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly machines: MachineStore,
    private readonly upkeep: UpkeepStore,
    private readonly rules: RulesReader,
  ) {}

  execute(request: Request, machineId: string): Promise<Result<MachineUpkeep, Refusal>> {
    return this.uow.run(request.caller.scope, async (tx) => {
      const machine = await this.machines.find(tx, machineId);
      return machine ? ok(await this.of({ ...request, tx }, machine)) : refused(notFound('machine.not-found'));
    });
  }

  longestMonths({ regionCode }: Pick<Machine, 'regionCode'>, at: Instant): number {
    return this.rules.book().value<number>('inspection.longest-months', { regionCode }, at);
  }

  async of({ tx, caller, at }: Call, machine: Machine): Promise<MachineUpkeep> {
    const [checks, repairs] = await Promise.all([
      this.upkeep.checksOf(tx, machine.id),
      this.upkeep.repairsOf(tx, machine.id),
    ]);
    const names = await recorderNames(tx, [...new Set([...checks, ...repairs].map(({ recordedBy }) => recordedBy))]);
    const name = (id: string): string => names.get(id) ?? '';
    return {
      dueOn: machine.inspectionDueOn,
      longestMonths: this.longestMonths(machine, at),
      steps: holds(caller.roles, 'machine.write') ? stepsOf(machine, caller, repairs) : [],
      checks: checks.map(({ recordedBy, recordedAt, machineId: _, ...check }) => ({
        ...check,
        recordedBy: name(recordedBy),
        recordedAt: isoTime(recordedAt),
      })),
      repairs: repairs.map(({ id, repairer, fault, startedOn, endedOn, work, recordedBy }) => ({
        ...{ id, repairer, fault, startedOn, endedOn, work },
        recordedBy: name(recordedBy),
      })),
    };
  }
}

function stepsOf(machine: Machine, caller: Call['caller'], repairs: readonly StoredRepair[]): UpkeepStep[] {
  const open = repairs.some(({ endedAt }) => endedAt === null);
  const commands = machineLifeCycle.open(snapshotFor(machine, caller));
  const mayStart = !open && (machine.status === 'repair' || commands.includes('send-to-repair'));
  return [
    ...(machine.status === 'scrapped' ? [] : (['record-check'] as const)),
    ...(mayStart ? (['start-repair'] as const) : []),
    ...(open ? (['end-repair'] as const) : []),
  ];
}
