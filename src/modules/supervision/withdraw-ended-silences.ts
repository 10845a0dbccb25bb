import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import { DETECTOR } from './detector-actor';
import { ViolationJournal } from './violation-journal';
import { ViolationStore } from './violation.store';

/**
 * A chip that speaks again was out of reach, not out of order: its buffer tells what happened meanwhile. The alert goes by
 * itself, unless it happened before or somebody has it in hand.
 */
@Injectable()
export class WithdrawEndedSilences {
  constructor(
    private readonly store: ViolationStore,
    private readonly journal: ViolationJournal,
  ) {}

  async execute(tx: Tx, at: Instant): Promise<void> {
    const ended = await this.store.lockEndedSilences(tx);
    for (const { id } of ended) await this.store.change(tx, id, { state: 'withdrawn', certainty: 'withdrawn' });
    this.journal.record(
      tx,
      DETECTOR,
      at,
      ended.map((one) => ({
        command: 'withdraw',
        after: { ...one, state: 'withdrawn' as const, certainty: 'withdrawn' as const },
        from: one.state,
        detail: { reason: 'heard-again' },
        audited: { reason: 'heard-again' },
        news: 'violation.changed' as const,
      })),
    );
  }
}
