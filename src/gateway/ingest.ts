import { Injectable, Logger } from '@nestjs/common';
import { SECOND } from '../kernel/time';
import { Clock } from '../platform/time/clock';
import { Acks } from './acks';
import { ChipLogin } from './chip-login';
import { Dispatcher } from './dispatcher';
import { GatewayMetrics } from './gateway-metrics';
import { Intake } from './intake';
import { PatientIngest } from './patient-ingest';
import { Sessions } from './sessions';
import type { Taken } from './taken';

/** While one waits for the database, the next is made ready. Chips of different batches never meet, so none waits for another's row. */
const LANES = 2;

/** Carries batches from the intake into the database, and what they came to back to the chips: each batch one transaction. */
@Injectable()
export class Ingest {
  private readonly logger = new Logger('ingest');
  private work: Promise<void> = Promise.resolve();

  constructor(
    private readonly intake: Intake,
    private readonly patient: PatientIngest,
    private readonly acks: Acks,
    private readonly dispatcher: Dispatcher,
    private readonly login: ChipLogin,
    private readonly sessions: Sessions,
    private readonly metrics: GatewayMetrics,
    private readonly clock: Clock,
  ) {}

  start(): void {
    // one more takes only what somebody waits for, so that it never stands behind a thousand samples
    const lanes = [this.run(true), ...Array.from({ length: LANES }, () => this.run(false))];
    this.work = Promise.all(lanes).then(() => undefined);
  }

  /** Stores what was taken in, for as long as there is time; the rest is not acknowledged and comes again. */
  async stop(withinMs: number): Promise<void> {
    this.intake.close();
    this.patient.hurry();
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([this.work, new Promise<void>((resolve) => (timer = setTimeout(resolve, withinMs)))]);
    clearTimeout(timer);
  }

  private async run(urgentOnly: boolean): Promise<void> {
    for (;;) {
      const batch = await this.intake.next(urgentOnly);
      if (batch.length === 0) return;
      const took = this.metrics.batches.startTimer();
      try {
        for (const stored of await this.patient.store(batch)) {
          this.acks.send(stored.acks);
          this.dispatcher.welcome(stored.births);
          this.dispatcher.noteGaps(stored.gaps);
          stored.agreed.forEach((chipNo) => this.comeAnew(chipNo));
        }
        this.metrics.lag.observe((this.clock.now() - arrivalOf(batch)) / SECOND);
      } catch (fault) {
        this.logger.error({ event: 'ingest.failed', messages: batch.length, err: fault });
      } finally {
        this.intake.done(batch);
      }
      took();
    }
  }

  /** A chip uses its new secret when it connects: so it has to. */
  private comeAnew(chipNo: string): void {
    this.login.forget(chipNo);
    this.sessions.drop(chipNo);
  }
}

/** Of its oldest message. */
const arrivalOf = (batch: readonly Taken[]): number => Math.min(...batch.map(({ raw }) => raw.receivedAt));
