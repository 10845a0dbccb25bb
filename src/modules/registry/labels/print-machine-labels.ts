import { Injectable } from '@nestjs/common';
import { notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Caller } from '../../../platform/auth/caller';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { MachineStore, type Machine } from '../machines/machine.store';
import type { Label } from './label';
import { Labels } from './labels';

@Injectable()
export class PrintMachineLabels {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly machines: MachineStore,
    private readonly labels: Labels,
  ) {}

  async svg({ caller }: Request, id: string): Promise<Result<string, Refusal>> {
    const label = await this.labelOf(caller, id);
    return label.ok ? ok(this.labels.svg(label.value)) : label;
  }

  async png({ caller }: Request, id: string): Promise<Result<Buffer, Refusal>> {
    const label = await this.labelOf(caller, id);
    return label.ok ? ok(await this.labels.png(label.value)) : label;
  }

  /** A sheet with one sticker too few would not be noticed, so a machine out of sight refuses the whole. */
  async sheet({ caller }: Request, ids: readonly string[]): Promise<Result<Buffer, Refusal>> {
    const machines = await this.uow.run(caller.scope, (tx) => this.machines.findMany(tx, ids));
    if (machines.length < ids.length) return refused(wrongField('ids', 'machine.unknown'));
    return ok(await this.labels.sheet(machines.map(toLabel)));
  }

  private async labelOf(caller: Caller, id: string): Promise<Result<Label, Refusal>> {
    const machine = await this.uow.run(caller.scope, (tx) => this.machines.find(tx, id));
    return machine ? ok(toLabel(machine)) : refused(notFound('machine.not-found'));
  }
}

const toLabel = ({ code, model, serialNumber }: Machine): Label => ({
  code,
  caption: serialNumber === null ? model : `${model}  ${serialNumber}`,
});
