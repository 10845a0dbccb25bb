import { Injectable } from '@nestjs/common';
import { offlineAfterS } from '../../domain/jobs/chip-silence';
import { notFound, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import { SECOND, type Instant } from '../../kernel/time';
import type { Request } from '../../platform/auth/request';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { RegistryReader } from '../registry/registry.reader';
import { RulesReader } from '../rules/rules.reader';
import type { ChipStateView } from './telemetry.dto';
import { TelemetryReader, type ChipNow } from './telemetry.reader';

@Injectable()
export class FindChipState {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly registry: RegistryReader,
    private readonly telemetry: TelemetryReader,
    private readonly rules: RulesReader,
  ) {}

  /** A chip in stock, or one on a machine within the caller's scope. */
  execute({ caller, at }: Request, chipNo: string): Promise<Result<ChipStateView, Refusal>> {
    const limitMs = offlineAfterS(this.rules.book(), at) * SECOND;
    return this.uow.run(caller.scope, async (tx) => {
      const [chip] = await this.telemetry.chips(tx, [chipNo]);
      const within = chip && (chip.machineId === null || (await this.registry.machineById(tx, chip.machineId)));
      return within ? ok(toView(chip, at - limitMs)) : refused(notFound('chip.unknown'));
    });
  }
}

const iso = (at: Instant | null): string | null => (at === null ? null : new Date(at).toISOString());

const toView = (chip: ChipNow, heardSince: Instant): ChipStateView => ({
  ...chip,
  online: chip.lastSeenAt !== null && chip.lastSeenAt > heardSince,
  lastSeenAt: iso(chip.lastSeenAt),
  bornAt: iso(chip.bornAt),
  relayAt: iso(chip.relayAt),
  position: chip.position && { ...chip.position, at: new Date(chip.position.at).toISOString() },
});
