import { Injectable } from '@nestjs/common';
import { SECOND, type Instant } from '../../../kernel/time';
import { Config, runsTimers } from '../../../platform/config/config';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { WorkQueue, type Work } from '../../../platform/queue/work-queue';
import { Clock } from '../../../platform/time/clock';
import { Timed } from '../../../platform/time/timed';
import { DeliverLane } from './deliver-lane';
import { MessageStore } from './message.store';

const QUEUE = 'message-lanes';
const AT_ONCE = 20;

/** Once a second: lanes with something due go into the queue, and this process works on those that it gets from there. */
@Injectable()
export class DeliverMessages extends Timed {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly messages: MessageStore,
    private readonly queue: WorkQueue,
    private readonly lane: DeliverLane,
    clock: Clock,
    config: Config,
  ) {
    super({ name: 'deliver-messages', everyMs: SECOND, here: runsTimers(config) }, clock);
  }

  async execute(at: Instant): Promise<void> {
    const due = await this.uow.run(systemScope('due-messages'), (tx) => this.messages.dueLanes(tx, at));
    await this.queue.offer(QUEUE, due);
    for (;;) {
      const taken = await this.queue.take(QUEUE, AT_ONCE);
      if (taken.length === 0) return;
      await Promise.all(taken.map((work) => this.deliver(work, at)));
    }
  }

  private async deliver(work: Work, at: Instant): Promise<void> {
    try {
      await this.lane.deliver(work.key, at);
      await this.queue.done(QUEUE, work);
    } catch (fault) {
      await this.queue.failed(QUEUE, work, fault);
    }
  }
}
