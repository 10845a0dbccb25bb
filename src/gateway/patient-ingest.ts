import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { DayPartitions, PartitionsMissing } from '../modules/telemetry/day-partitions';
import { unstorable } from './decode';
import { faultKind } from './fault-kind';
import { GatewayMetrics } from './gateway-metrics';
import { IngestBatch, type StoredBatch } from './ingest-batch';
import type { Taken } from './taken';

/** A fault of the data may have been one of the moment; it is believed the second time. */
const TRIES = 2;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;

/**
 * Stores batches come what may. Days without tables get them; a database that is away is waited for; a batch that cannot be
 * stored is halved until the message that spoils it is found, which goes into quarantine. No other is lost with it.
 */
@Injectable()
export class PatientIngest {
  private readonly logger = new Logger('ingest');
  private stopped = false;

  constructor(
    private readonly ingest: IngestBatch,
    private readonly partitions: DayPartitions,
    private readonly metrics: GatewayMetrics,
  ) {}

  /** From now on an outage is not waited out: what is not stored is not acknowledged, and chips send it again. */
  hurry(): void {
    this.stopped = true;
  }

  /** What became of the batch, in portions; nothing where it was given up. */
  async store(batch: readonly Taken[]): Promise<StoredBatch[]> {
    for (let tries = 1, pause = FIRST_PAUSE_MS; ;) {
      try {
        return [await this.ingest.execute(batch.map(({ message }) => message))];
      } catch (fault) {
        if (fault instanceof PartitionsMissing && (await this.createDays(fault))) continue;
        const kind = fault instanceof PartitionsMissing ? 'outage' : faultKind(fault);
        this.metrics.faults.inc({ kind });
        if (kind === 'poison' && tries >= TRIES) return this.isolate(batch, fault);
        if (kind === 'poison') {
          tries += 1;
          this.partitions.forget();
        } else {
          this.logger.warn({ event: 'ingest.waits', messages: batch.length, err: fault });
          if (this.stopped) return [];
          await sleep(pause);
          pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
        }
      }
    }
  }

  private async createDays({ days }: PartitionsMissing): Promise<boolean> {
    try {
      await this.partitions.create(days);
      return true;
    } catch (fault) {
      this.logger.warn({ event: 'ingest.no-partitions', days, err: fault });
      return false;
    }
  }

  /** In their order, so that a chip's messages still come one after the other. */
  private async isolate(batch: readonly Taken[], fault: unknown): Promise<StoredBatch[]> {
    const [first] = batch;
    if (batch.length > 1) {
      const half = batch.length >> 1;
      return [...(await this.store(batch.slice(0, half))), ...(await this.store(batch.slice(half)))];
    }
    if (!first || first.message.type === 'unreadable') {
      this.logger.error({ event: 'ingest.lost', chipNo: first?.raw.chipNo, err: fault });
      return [];
    }
    this.logger.error({ event: 'ingest.quarantined', chipNo: first.raw.chipNo, err: fault });
    this.metrics.unreadable.inc();
    return this.store([{ raw: first.raw, message: unstorable(first.raw) }]);
  }
}
