import { Injectable, Logger } from '@nestjs/common';
import { nextTry, type Outcome } from '../../../domain/notices/back-off';
import type { Instant } from '../../../kernel/time';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { DeliveryFault } from '../../../platform/messaging/delivery-fault';
import { MessageStore, type Message } from './message.store';
import { ReceiverStore } from './receiver.store';
import { SendMessage } from './send-message';

const SYSTEM = systemScope('deliver-messages');
/** So that one lane does not hold a process for ever; the rest comes a second later. */
const MOST = 200;

/** Sends what is due in one lane, one after the other, until something is not taken. No transaction is open meanwhile. */
@Injectable()
export class DeliverLane {
  private readonly logger = new Logger('notices');

  constructor(
    private readonly uow: UnitOfWork,
    private readonly messages: MessageStore,
    private readonly receivers: ReceiverStore,
    private readonly sender: SendMessage,
  ) {}

  async deliver(lane: string, at: Instant): Promise<void> {
    for (let sent = 0; sent < MOST; sent += 1) {
      const taken = await this.uow.run(SYSTEM, (tx) => this.messages.claim(tx, lane, at));
      if (taken.length === 0) return;
      const outcome = await this.send(taken, at);
      await this.keep(taken, outcome, at);
      if (outcome.kind === 'receiver' || outcome.kind === 'message') return;
    }
  }

  private async send(taken: readonly Message[], at: Instant): Promise<Outcome> {
    try {
      await this.sender.send(taken, at);
      return { kind: 'sent' };
    } catch (fault) {
      if (fault instanceof DeliveryFault) return { kind: fault.kind, fault: fault.code };
      this.logger.error({ event: 'message.not-sent', channel: taken[0]?.channel, err: fault });
      return { kind: 'message', fault: 'unexpected' };
    }
  }

  /** Without an open transaction between: the process may die before, and then the message is sent a second time, under its own id. */
  private async keep(taken: readonly Message[], outcome: Outcome, at: Instant): Promise<void> {
    const [head] = taken;
    if (!head) return;
    const ids = taken.map(({ id }) => id);
    const receiver = head.webhookId ?? head.channel;
    await this.uow.run(SYSTEM, async (tx) => {
      if (outcome.kind === 'receiver') await this.receivers.pause(tx, receiver, outcome.fault, at);
      else await this.receivers.answers(tx, receiver);
      const again = nextTry(head, outcome, at);
      if (outcome.kind === 'sent') await this.messages.settle(tx, ids, 'sent', null, at);
      else if (again === null) await this.messages.settle(tx, ids, 'dead', outcome.fault, at);
      else await this.messages.putOff(tx, ids, outcome.fault, again);
    });
  }
}
