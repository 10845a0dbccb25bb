import { Injectable, Logger } from '@nestjs/common';
import { Acks } from './acks';
import { Dispatcher } from './dispatcher';
import { GatewayMetrics } from './gateway-metrics';
import { Intake } from './intake';
import { PatientIngest } from './patient-ingest';

/** Carries batches from the intake into the database, and what they came to back to the chips. One batch at a time. */
@Injectable()
export class Ingest {
  private readonly logger = new Logger('ingest');
  private work: Promise<void> = Promise.resolve();

  constructor(
    private readonly intake: Intake,
    private readonly patient: PatientIngest,
    private readonly acks: Acks,
    private readonly dispatcher: Dispatcher,
    private readonly metrics: GatewayMetrics,
  ) {}

  start(): void {
    this.work = this.run();
  }

  /** Stores what was taken in, for as long as there is time; the rest is not acknowledged and comes again. */
  async stop(withinMs: number): Promise<void> {
    this.intake.close();
    this.patient.hurry();
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([this.work, new Promise<void>((resolve) => (timer = setTimeout(resolve, withinMs)))]);
    clearTimeout(timer);
  }

  private async run(): Promise<void> {
    for (;;) {
      const batch = await this.intake.next();
      if (batch.length === 0) return;
      const took = this.metrics.batches.startTimer();
      try {
        for (const stored of await this.patient.store(batch)) {
          this.acks.send(stored.acks);
          this.dispatcher.welcome(stored.births);
          this.dispatcher.noteGaps(stored.gaps);
        }
      } catch (fault) {
        this.logger.error({ event: 'ingest.failed', messages: batch.length, err: fault });
      }
      took();
    }
  }
}
