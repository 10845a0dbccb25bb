import { Injectable } from '@nestjs/common';
import { checkFault, goodUntil, repairFault } from '../../../domain/registry/machine-upkeep';
import { conflict, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { readTyped } from '../../../kernel/typed-text';
import { shanghaiDate } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { OwnPhotos } from '../../../platform/files/own-photos';
import { Ids } from '../../../platform/time/ids';
import { CommandMachine } from '../machines/command-machine';
import { MachineStore, type Machine } from '../machines/machine.store';
import { registryEvent } from '../registry-event';
import { ShowUpkeep } from './show-upkeep';
import type { EndRepairRequest, MachineUpkeep, RecordCheckRequest, StartRepairRequest } from './upkeep.dto';
import { UpkeepStore } from './upkeep.store';

type Answer = Promise<Result<MachineUpkeep, Refusal>>;
/** Null: it was done. */
type Done = Promise<Refusal | null>;

/** Checks with their papers, and repairs: a machine under repair is out of service, and comes back with the end of it. */
@Injectable()
export class KeepUpkeep {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly machines: MachineStore,
    private readonly upkeep: UpkeepStore,
    private readonly show: ShowUpkeep,
    private readonly commands: CommandMachine,
    private readonly photos: OwnPhotos,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  recordCheck(request: Request, machineId: string, body: RecordCheckRequest): Answer {
    return this.attempt(request, machineId, async (call, machine) => {
      const { tx, caller, at } = call;
      if (machine.status === 'scrapped') return conflict('machine-check.scrapped');
      const months = this.show.longestMonths(machine, at);
      const check = { checkedOn: body.checkedOn, result: body.result, nextDueOn: body.nextDueOn ?? null };
      const fault = checkFault(check, shanghaiDate(at), months);
      if (fault) return wrongField(fault.includes('.next-') ? 'nextDueOn' : 'checkedOn', fault, { months });
      if (!(await this.photos.areOf(tx, caller, [body.photoId])))
        return wrongField('photoId', 'machine-check.photo-unknown');
      const id = this.ids.next(at);
      const written = { checker: readTyped(body.checker), note: body.note ? readTyped(body.note) : null };
      const by = { recordedBy: caller.userId, recordedAt: at };
      await this.upkeep.insertCheck(tx, { id, machineId, ...check, ...written, photoId: body.photoId, ...by });
      // the latest by its day says until when the machine is good; an older paper handed in late changes nothing
      const [latest] = await this.upkeep.checksOf(tx, machineId);
      const inspectionDueOn = goodUntil(latest!);
      const changed = { ...machine, inspectionDueOn, version: machine.version + 1 };
      if (inspectionDueOn !== machine.inspectionDueOn) await this.machines.save(tx, changed);
      this.note(call, machine, 'machine.checked', { check: id, ...check, inspectionDueOn });
      return null;
    });
  }

  startRepair(request: Request, machineId: string, body: StartRepairRequest): Answer {
    return this.attempt(request, machineId, async (call, machine) => {
      const { tx, caller, at } = call;
      const fault = repairFault({ startedOn: body.startedOn, endedOn: null }, shanghaiDate(at));
      if (fault) return wrongField('startedOn', fault);
      if (await this.upkeep.openRepair(tx, machineId)) return conflict('machine-repair.open-already');
      const [id, repairer, broken] = [this.ids.next(at), readTyped(body.repairer), readTyped(body.fault)];
      if (machine.status !== 'repair') {
        const moved = await this.commands.move(call, machine, 'send-to-repair', broken);
        if (!moved.ok) return moved.refusal;
      }
      const open = { endedOn: null, work: null, endedBy: null, endedAt: null };
      const by = { recordedBy: caller.userId, recordedAt: at };
      await this.upkeep.insertRepair(tx, { id, machineId, repairer, fault: broken, startedOn: body.startedOn, ...by, ...open }); // prettier-ignore
      this.note(call, machine, 'machine.repair-began', { repair: id, startedOn: body.startedOn });
      return null;
    });
  }

  endRepair(request: Request, machineId: string, body: EndRepairRequest): Answer {
    return this.attempt(request, machineId, async (call, machine) => {
      const { tx, caller, at } = call;
      const repair = await this.upkeep.openRepair(tx, machineId);
      if (!repair) return conflict('machine-repair.none');
      const fault = repairFault({ startedOn: repair.startedOn, endedOn: body.endedOn }, shanghaiDate(at));
      if (fault) return wrongField('endedOn', fault);
      const work = readTyped(body.work);
      await this.upkeep.endRepair(tx, repair.id, { endedOn: body.endedOn, work, endedBy: caller.userId, endedAt: at });
      // lost, stopped or scrapped meanwhile: the repair ends, and the machine stays out of service
      if (machine.status === 'repair') {
        const moved = await this.commands.move(call, machine, 'return-from-repair', work);
        if (!moved.ok) return moved.refusal;
      }
      this.note(call, machine, 'machine.repair-ended', { repair: repair.id, endedOn: body.endedOn });
      return null;
    });
  }

  private attempt(
    request: Request,
    machineId: string,
    work: (call: Call, machine: Machine) => Done,
  ): Promise<Result<MachineUpkeep, Refusal>> {
    return this.uow.attempt(request.caller.scope, async (tx): Answer => {
      const call = { ...request, tx };
      const machine = await this.machines.lock(tx, machineId);
      if (!machine) return refused(notFound('machine.not-found'));
      const refusal = await work(call, machine);
      return refusal ? refused(refusal) : ok(await this.show.of(call, (await this.machines.find(tx, machineId))!));
    });
  }

  private note({ tx, caller, at }: Call, machine: Machine, action: string, after: object): void {
    const { id: entityId, regionCode } = machine;
    this.journal.record(
      tx,
      caller,
      at,
      [{ action, entity: 'machine', entityId, regionCode, after }],
      [registryEvent('machine', machine)],
    );
  }
}
