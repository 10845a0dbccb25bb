import { Injectable } from '@nestjs/common';
import { offlineAfterS } from '../../domain/jobs/chip-silence';
import { notFound, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import { DAY, SECOND, type Instant, isoTimeOrNull } from '../../kernel/time';
import type { Request } from '../../platform/auth/request';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { RegistryReader } from '../registry/registry.reader';
import { RulesReader } from '../rules/rules.reader';
import { BootResetStore, type BootReset } from './boot-reset.store';
import { bootResetView } from './reset-boot';
import type { ChipStateView } from './telemetry.dto';
import { TelemetryReader, type ChipNow, type Unreadable } from './telemetry.reader';

@Injectable()
export class FindChipState {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly registry: RegistryReader,
    private readonly telemetry: TelemetryReader,
    private readonly rules: RulesReader,
    private readonly resets: BootResetStore,
  ) {}

  /** A chip in stock, or one on a machine within the caller's scope. */
  execute({ caller, at }: Request, chipNo: string): Promise<Result<ChipStateView, Refusal>> {
    const limitMs = offlineAfterS(this.rules.book(), at) * SECOND;
    return this.uow.run(caller.scope, async (tx) => {
      const [chip] = await this.telemetry.chips(tx, [chipNo]);
      const within = chip && (chip.machineId === null || (await this.registry.machineById(tx, chip.machineId)));
      if (!within) return refused(notFound('chip.unknown'));
      const unreadable = await this.telemetry.unreadable(tx, chipNo, at - DAY);
      const resets = await this.resets.ofChip(tx, chipNo);
      return ok(toView(chip, { unreadable, resets }, at - limitMs));
    });
  }
}

const toView = (
  chip: ChipNow,
  { unreadable, resets }: { unreadable: Unreadable | null; resets: readonly BootReset[] },
  heardSince: Instant,
): ChipStateView => ({
  ...chip,
  unreadable: unreadable && { ...unreadable, lastAt: new Date(unreadable.lastAt).toISOString() },
  online: chip.lastSeenAt !== null && chip.lastSeenAt > heardSince,
  lastSeenAt: isoTimeOrNull(chip.lastSeenAt),
  bornAt: isoTimeOrNull(chip.bornAt),
  relayAt: isoTimeOrNull(chip.relayAt),
  resets: resets.map(bootResetView),
  position: chip.position && { ...chip.position, at: new Date(chip.position.at).toISOString() },
});
