import { Injectable } from '@nestjs/common';
import { SAMPLE_INTERVAL_MS } from '../domain/jobs/chip-silence';
import { SECOND, type Instant } from '../kernel/time';
import { RaiseChipSignals } from '../modules/supervision/raise-chip-signals';
import { SilentChips } from '../modules/telemetry/silent-chips';
import type { SilentChip } from '../modules/telemetry/silent-chips.view';
import { systemScope } from '../platform/database/scope';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Clock } from '../platform/time/clock';
import { Loop } from '../platform/time/loop';
import { Dispatcher } from './dispatcher';

/** Chips of running jobs that say nothing: asked first, then told of (`chip-silent`). */
@Injectable()
export class Silence {
  private readonly loop = new Loop('silence', SECOND, () => this.look(this.clock.now()));
  private readonly askedAt = new Map<string, Instant>();

  constructor(
    private readonly uow: UnitOfWork,
    private readonly silent: SilentChips,
    private readonly raise: RaiseChipSignals,
    private readonly dispatcher: Dispatcher,
    private readonly clock: Clock,
  ) {}

  start(): void {
    this.loop.start();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  async look(at: Instant): Promise<void> {
    const found = await this.uow.run(systemScope('silence'), (tx) => this.silent.find(tx, at));
    const untold = found.filter(({ told }) => !told);
    this.forgetAllBut(new Set(untold.map(({ chipNo }) => chipNo)));
    for (const { chipNo } of untold)
      if (!this.askedAt.has(chipNo)) {
        this.askedAt.set(chipNo, at);
        this.dispatcher.askIfAlive(chipNo, at);
      }
    // a chip that was asked may take one sampling interval to answer
    await this.tell(
      untold.filter(({ chipNo }) => at - this.askedAt.get(chipNo)! >= SAMPLE_INTERVAL_MS),
      at,
    );
  }

  private async tell(silent: readonly SilentChip[], at: Instant): Promise<void> {
    if (silent.length === 0) return;
    await this.uow.run(systemScope('silence'), async (tx) => {
      const marked = await this.silent.mark(
        tx,
        silent.map(({ chipNo }) => chipNo),
        at,
      );
      const faults = silent.filter(({ chipNo }) => marked.has(chipNo));
      await this.raise.execute(
        tx,
        faults.map(({ chipNo, machineId, jobId, silentMs }) => {
          const heardAt = Math.floor(at - silentMs);
          return { chipNo, machineId, jobId, reason: 'silent' as const, at, heardAt };
        }),
        at,
      );
    });
  }

  private forgetAllBut(chipNos: ReadonlySet<string>): void {
    for (const chipNo of this.askedAt.keys()) if (!chipNos.has(chipNo)) this.askedAt.delete(chipNo);
  }
}
