import { Injectable } from '@nestjs/common';
import { latestBelievable } from '../../domain/arcs/boot-number';
import { conflict, notFound, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import { Journal } from '../../platform/audit/journal';
import type { Request } from '../../platform/auth/request';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { Ids } from '../../platform/time/ids';
import { ChipsAtWork } from '../registry/chips/chips-at-work.port';
import { RegistryReader } from '../registry/registry.reader';
import { BootResetStore, type BootReset } from './boot-reset.store';
import type { BootResetView } from './telemetry.dto';
import { TelemetryReader } from './telemetry.reader';

/** A technician at the chip says that its counter is right and the platform's memory of it is not. */
@Injectable()
export class ResetBoot {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly registry: RegistryReader,
    private readonly telemetry: TelemetryReader,
    private readonly resets: BootResetStore,
    private readonly atWork: ChipsAtWork,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  /** A chip in stock, or one on a machine within the caller's scope; not while it works. */
  execute({ caller, at }: Request, chipNo: string, reason: string): Promise<Result<BootResetView, Refusal>> {
    return this.uow.run(caller.scope, async (tx) => {
      const regionCode = await this.regionOf(tx, chipNo);
      if (regionCode === null) return refused(notFound('chip.unknown'));
      if (await this.atWork.hasOpenJob(chipNo)) return refused(conflict('chip.at-work'));
      const known = await this.resets.lock(tx, chipNo);
      if (known === null) return refused(conflict('chip.never-heard'));
      const reset: BootReset = {
        id: this.ids.next(at),
        chipNo,
        at,
        byUser: caller.userId,
        reason: reason.trim(),
        bootBefore: known.boot,
        bootAfter: latestBelievable(known.boots),
      };
      await this.resets.reset(tx, reset);
      const { id: _, chipNo: entityId, ...after } = reset;
      this.journal.record(tx, caller, at, [{ action: 'chip.boot-reset', entity: 'chip', entityId, regionCode, after }]);
      return ok(bootResetView(reset));
    });
  }

  /** Empty for a chip in stock; null for one that the caller does not see. */
  private async regionOf(tx: Tx, chipNo: string): Promise<string | null> {
    const [chip] = await this.telemetry.chips(tx, [chipNo]);
    if (!chip) return null;
    if (chip.machineId === null) return '';
    return (await this.registry.machineById(tx, chip.machineId))?.regionCode ?? null;
  }
}

export const bootResetView = ({ at, reason, bootBefore, bootAfter, byUser }: BootReset): BootResetView => ({
  at: new Date(at).toISOString(),
  byUserId: byUser,
  reason,
  bootBefore,
  bootAfter,
});
