import { Injectable } from '@nestjs/common';
import type { Caller } from '../../../platform/auth/caller';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Clock } from '../../../platform/time/clock';
import { toModeView } from './planned-mode';
import type { RollOutModePage, RollOutModesQuery } from './roll-out-mode.dto';
import { RollOutModeStore } from './roll-out-mode.store';

@Injectable()
export class FindRollOutModes {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly modes: RollOutModeStore,
    private readonly clock: Clock,
  ) {}

  async list(caller: Caller, query: RollOutModesQuery): Promise<RollOutModePage> {
    const at = this.clock.now();
    const page = await this.uow.run(caller.scope, (tx) => this.modes.list(tx, query));
    return { items: page.items.map((mode) => toModeView(mode, at)), nextCursor: page.nextCursor };
  }
}
