import { Injectable } from '@nestjs/common';
import { isoTime, isoTimeOrNull } from '../../kernel/time';
import type { Request } from '../../platform/auth/request';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { OutboxConsumers } from '../../platform/outbox/outbox-consumers';
import { queueStates } from '../../platform/queue/queue-states.view';
import { pausedReceivers } from '../notices/send/paused-receivers.view';
import { ChainState } from './chain-state';
import type { OperationsView } from './operations.dto';
import { chipCounts, messageCounts, partitions } from './operations.view';

/** How the platform itself is: what waits, what does not answer, what lies dead. */
@Injectable()
export class ReadOperations {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly consumers: OutboxConsumers,
    private readonly chain: ChainState,
  ) {}

  execute({ at }: Request): Promise<OperationsView> {
    return this.uow.run(systemScope('operations'), async (tx) => {
      const [lags, queues, counts, paused] = await Promise.all([
        this.consumers.lags(tx),
        queueStates(tx),
        messageCounts(tx, at),
        pausedReceivers(tx),
      ]);
      return {
        at: isoTime(at),
        chain: await this.chain.read(tx),
        consumers: lags.map((one) => ({
          ...one,
          oldestAt: isoTimeOrNull(one.oldestAt),
          movedAt: isoTime(one.movedAt),
        })),
        queues,
        messages: { ...counts, oldestDueAt: isoTimeOrNull(counts.oldestDueAt) },
        receivers: paused.map(({ pausedUntil, ...one }) => ({ ...one, pausedUntil: isoTime(pausedUntil) })),
        partitions: await partitions(tx),
        chips: await chipCounts(tx, at),
      };
    });
  }
}
