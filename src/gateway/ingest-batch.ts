import { Injectable } from '@nestjs/common';
import { ObserveChips } from '../modules/jobs/observe-chips';
import { SettleReply } from '../modules/jobs/settle-reply';
import { JudgeArcs } from '../modules/supervision/judge-arcs';
import { RaiseChipSignals } from '../modules/supervision/raise-chip-signals';
import type { ChipMessage } from '../modules/telemetry/chip-message';
import { latestOf, StoreMessages, type StoredMessages } from '../modules/telemetry/store-messages';
import { ChipHoldings } from '../modules/wire/chip-holdings';
import { WireReplies } from '../modules/wire/wire-replies';
import { systemScope } from '../platform/database/scope';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Clock } from '../platform/time/clock';

/** With the chips that have agreed on a new secret: they connect anew. */
export interface StoredBatch extends StoredMessages {
  readonly agreed: readonly string[];
}

/** Everything a batch of messages means, in one transaction: stored, acted on, judged. */
@Injectable()
export class IngestBatch {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: StoreMessages,
    private readonly settleReply: SettleReply,
    private readonly observe: ObserveChips,
    private readonly judge: JudgeArcs,
    private readonly raise: RaiseChipSignals,
    private readonly holdings: ChipHoldings,
    private readonly wireReplies: WireReplies,
    private readonly clock: Clock,
  ) {}

  /** Jobs come before verdicts: an arc may burn under a job that this very batch tells of. */
  execute(messages: readonly ChipMessage[]): Promise<StoredBatch> {
    const at = this.clock.now();
    return this.uow.run(systemScope('ingest'), async (tx) => {
      const stored = await this.store.execute(tx, messages, at);
      const agreed: string[] = [];
      for (const reply of stored.replies) {
        const kind = await this.settleReply.execute(tx, reply, at);
        if (await this.wireReplies.take(tx, kind, reply, at)) agreed.push(reply.chipNo);
      }
      await this.holdings.hear(tx, messages, at);
      const dated = await this.observe.execute(tx, stored.observations, at);
      const moved = await this.store.narrow(tx, dated, at);
      await this.judge.execute(tx, latestOf(stored.arcs, moved), at);
      await this.raise.execute(tx, stored.signals, at);
      return { ...stored, agreed };
    });
  }
}
