import { Injectable } from '@nestjs/common';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toPage } from '../../../platform/http/page';
import type { MachineQuery } from './machine.dto';
import type { MachinePage, MachineView } from './machine-view.dto';
import { MachineStore } from './machine.store';
import { machineView } from './machine.mapper';

@Injectable()
export class FindMachines {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly machines: MachineStore,
  ) {}

  async one({ caller }: Request, id: string): Promise<Result<MachineView, Refusal>> {
    const machine = await this.uow.run(caller.scope, (tx) => this.machines.find(tx, id));
    return machine ? ok(machineView(machine, caller)) : refused(notFound('machine.not-found'));
  }

  async list({ caller }: Request, query: MachineQuery): Promise<MachinePage> {
    const rows = await this.uow.run(caller.scope, (tx) => this.machines.list(tx, query));
    const page = toPage(rows, query.limit, ({ id }) => id);
    return { ...page, items: page.items.map((one) => machineView(one, caller)) };
  }
}
