import { Injectable } from '@nestjs/common';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toModeView } from './planned-mode';
import type { RollOutModePage, RollOutModesQuery } from './roll-out-mode.dto';
import { RollOutModeStore } from './roll-out-mode.store';

@Injectable()
export class FindRollOutModes {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly modes: RollOutModeStore,
  ) {}

  async list({ caller, at }: Request, query: RollOutModesQuery): Promise<RollOutModePage> {
    const page = await this.uow.run(caller.scope, (tx) => this.modes.list(tx, query));
    return { items: page.items.map((mode) => toModeView(mode, at)), nextCursor: page.nextCursor };
  }
}
