import { Injectable } from '@nestjs/common';
import { predecessor, stageOf } from '../../../domain/rules/succession';
import { conflict, notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { outsideRegion, reaches } from '../reach';
import { modeAudit, modeChanged, toModeView } from './planned-mode';
import type { RollOutModeView } from './roll-out-mode.dto';
import { RollOutModeStore } from './roll-out-mode.store';

/** Takes back a mode that has not begun; the one before it goes on. */
@Injectable()
export class WithdrawRollOutMode {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly modes: RollOutModeStore,
    private readonly journal: Journal,
  ) {}

  async execute({ caller, at }: Request, id: string): Promise<Result<RollOutModeView, Refusal>> {
    return this.uow.run(caller.scope, async (tx): Promise<Result<RollOutModeView, Refusal>> => {
      const named = await this.modes.find(tx, id);
      if (!named) return refused(notFound('mode.not-found'));
      if (!reaches(caller, named.regionCode)) return refused(outsideRegion());
      const versions = await this.modes.lockVersions(tx, named.regionCode, named.topic);
      const planned = versions.find((version) => version.id === id);
      if (!planned) return refused(notFound('mode.not-found'));
      if (stageOf(planned, at) !== 'planned') return refused(conflict('mode.already-begun'));
      const before = predecessor(versions, planned);
      await this.modes.remove(tx, id);
      if (before) await this.modes.endAt(tx, before.id, planned.validTo);
      this.journal.record(
        tx,
        caller,
        at,
        [modeAudit('mode.withdrawn', planned, { before: planned })],
        [modeChanged(planned)],
      );
      return ok(toModeView(planned, at));
    });
  }
}
