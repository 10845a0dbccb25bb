import { Injectable, Logger } from '@nestjs/common';
import { RaiseChipSignals } from '../modules/supervision/raise-chip-signals';
import { systemScope } from '../platform/database/scope';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Clock } from '../platform/time/clock';
import { Takeovers } from './takeovers';

/** Tells supervision of two devices that fight over one chip number. */
@Injectable()
export class TakeoverAlarm {
  private readonly logger = new Logger('broker');
  private readonly takeovers = new Takeovers();

  constructor(
    private readonly uow: UnitOfWork,
    private readonly raise: RaiseChipSignals,
    private readonly clock: Clock,
  ) {}

  displaced(chipNo: string, by: string, of: string): void {
    const at = this.clock.now();
    if (!this.takeovers.displaced(chipNo, by, of, at)) return;
    this.logger.warn({ event: 'broker.takeover', chipNo });
    this.uow
      .run(systemScope('takeover'), (tx) =>
        this.raise.execute(tx, [{ chipNo, machineId: null, reason: 'takeover', at }], at),
      )
      .catch((fault: unknown) => this.logger.error({ event: 'broker.takeover-not-told', chipNo, err: fault }));
  }
}
