import { Injectable } from '@nestjs/common';
import { explain } from '../../domain/violations/steps/new-evidence';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import { DETECTOR } from './detector-actor';
import { SaveStep } from './save-step';
import { ViolationStore } from './violation.store';

/** A suspicion that later facts explain goes by itself, unless somebody has it in hand. */
@Injectable()
export class WithdrawExplained {
  constructor(
    private readonly store: ViolationStore,
    private readonly saveStep: SaveStep,
  ) {}

  async execute(tx: Tx, ids: readonly string[], at: Instant): Promise<void> {
    if (ids.length === 0) return;
    const suspicions = await this.store.lockSuspicions(tx, ids);
    const taken = suspicions.map((violation) => ({ violation, step: explain(violation) }));
    await this.saveStep.saveSteps(tx, DETECTOR, at, taken);
  }
}
