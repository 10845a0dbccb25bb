import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Config, talksWithChips } from '../platform/config/config';
import { HealthChecks } from '../platform/http/health-checks';
import { Broker } from './broker';
import { Dispatcher } from './dispatcher';
import { Ingest } from './ingest';
import { LostArcsWatch } from './lost-arcs-watch';
import { Silence } from './silence';

const TIME_TO_FINISH_MS = 2_000;

/** For the last acknowledgements to leave. */
const TIME_TO_LEAVE_MS = 30;

/** Opens and closes the device edge, in the order that loses nothing. Does nothing in a process that talks with no chips. */
@Injectable()
export class Gateway implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly config: Config,
    private readonly broker: Broker,
    private readonly ingest: Ingest,
    private readonly dispatcher: Dispatcher,
    private readonly silence: Silence,
    private readonly lostArcs: LostArcsWatch,
    private readonly checks: HealthChecks,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!talksWithChips(this.config)) return;
    this.checks.add('broker', () => {
      if (!this.broker.listening) throw new Error('the broker does not listen');
    });
    this.ingest.start();
    this.dispatcher.start();
    this.silence.start();
    this.lostArcs.start();
    await this.broker.listen();
  }

  /** What was taken in is stored and acknowledged before the connections end. */
  async beforeApplicationShutdown(): Promise<void> {
    if (!talksWithChips(this.config)) return;
    this.broker.stopListening();
    await this.ingest.stop(TIME_TO_FINISH_MS);
    await Promise.all([this.dispatcher.stop(), this.silence.stop(), this.lostArcs.stop()]);
    await sleep(TIME_TO_LEAVE_MS);
    await this.broker.close();
  }
}
