import { Injectable } from '@nestjs/common';
import { endSilence } from '../../domain/violations/steps/new-evidence';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import { DETECTOR } from './detector-actor';
import { SaveStep } from './save-step';
import { ViolationStore } from './violation.store';

/** The alert of a silent chip goes by itself when the chip speaks again, unless it happened before or somebody has it in hand. */
@Injectable()
export class WithdrawEndedSilences {
  readonly name = 'ended-silences';

  constructor(
    private readonly store: ViolationStore,
    private readonly saveStep: SaveStep,
  ) {}

  async execute(tx: Tx, at: Instant): Promise<void> {
    const ended = await this.store.lockEndedSilences(tx);
    const taken = ended.map((violation) => ({ violation, step: endSilence(violation) }));
    await this.saveStep.saveSteps(tx, DETECTOR, at, taken);
  }
}
