import { Injectable, Logger } from '@nestjs/common';
import { pauseAfter } from '../../../domain/notices/back-off';
import { SECOND, type Instant } from '../../../kernel/time';
import { Config, runsTimers } from '../../../platform/config/config';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { DeliveryFault } from '../../../platform/messaging/delivery-fault';
import { WorkQueue, type Work } from '../../../platform/queue/work-queue';
import { Clock } from '../../../platform/time/clock';
import { Timed } from '../../../platform/time/timed';
import { ExchangeLineRow } from '../../../schema/exchange/exchange-line.row';
import { CheckPartner } from '../check/check-partner';
import { PartnerStore, type Partner } from '../partners/partner.store';
import { LineStore } from './line.store';
import { LookThrough } from './look-through';
import { SENDING, SendBatches } from './send-batches';

const QUEUE = 'exchange-lines';
const AT_ONCE = 10;

/** Once a second: platforms for which something waits go into the queue, and this process works on those that it gets from there. */
@Injectable()
export class RunLines extends Timed {
  private readonly logger = new Logger('exchange');

  constructor(
    private readonly uow: UnitOfWork,
    private readonly partners: PartnerStore,
    private readonly lines: LineStore,
    private readonly lookThrough: LookThrough,
    private readonly batches: SendBatches,
    private readonly check: CheckPartner,
    private readonly queue: WorkQueue,
    clock: Clock,
    config: Config,
  ) {
    super({ name: 'run-exchange-lines', everyMs: SECOND, here: runsTimers(config) }, clock);
  }

  async execute(at: Instant): Promise<void> {
    const due = await this.uow.run(SENDING, (tx) => this.lines.due(tx, at));
    if (due.length === 0) return;
    await this.queue.offer(QUEUE, due);
    const taken = await this.queue.take(QUEUE, AT_ONCE);
    await Promise.all(taken.map((work) => this.work(work, at)));
  }

  private async work(work: Work, at: Instant): Promise<void> {
    try {
      await this.run(work.key, at);
      await this.queue.done(QUEUE, work);
    } catch (fault) {
      this.logger.error({ event: 'exchange.line-failed', partner: work.key, err: fault });
      await this.queue.failed(QUEUE, work, fault);
    }
  }

  /** One process at a time speaks to a platform, so what concerns one registration stays in order. */
  private async run(partnerId: string, at: Instant): Promise<void> {
    const partner = await this.uow.run(SENDING, async (tx) =>
      (await this.lines.claim(tx, partnerId, at)) ? this.partners.find(tx, partnerId) : null,
    );
    if (partner === null || partner.stoppedAt !== null) return;
    try {
      await this.speak(partner, at);
      await this.release(partnerId, {});
    } catch (fault) {
      if (!(fault instanceof DeliveryFault)) throw fault;
      await this.uow.run(SENDING, (tx) => this.lines.pause(tx, partnerId, fault.code, at, pauseAfter));
    }
  }

  private async speak(partner: Partner, at: Instant): Promise<void> {
    while (await this.lookThrough.execute(partner, at));
    await this.batches.execute(partner, at);
    await this.check.execute(partner, at);
  }

  private release(partnerId: string, changes: Partial<ExchangeLineRow>): Promise<number> {
    return this.uow.run(SENDING, (tx) =>
      tx.rows(ExchangeLineRow).update({ partnerId }, { ...changes, claimedUntil: null }),
    );
  }
}
