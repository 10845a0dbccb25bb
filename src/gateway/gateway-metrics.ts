import { Injectable } from '@nestjs/common';
import { Metrics } from '../platform/observability/metrics';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5] as const;
const LAG_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60] as const;

/** What the device edge counts. */
@Injectable()
export class GatewayMetrics {
  readonly messages;
  readonly unreadable;
  readonly batches;
  readonly lag;
  readonly faults;
  readonly refusedLogins;
  readonly foreignTopics;
  readonly tooLong;
  readonly sent;

  constructor(private readonly metrics: Metrics) {
    this.messages = metrics.counter({
      name: 'hanan_mqtt_messages_total',
      help: 'Messages that chips have sent',
      labelNames: ['kind'],
    });
    this.unreadable = metrics.counter({ name: 'hanan_mqtt_unreadable_total', help: 'Messages kept in quarantine' });
    this.batches = metrics.histogram(
      { name: 'hanan_ingest_batch_seconds', help: 'Batches stored and acknowledged' },
      SECONDS,
    );
    this.lag = metrics.histogram(
      {
        name: 'hanan_ingest_lag_seconds',
        help: 'From the arrival of the oldest message of a batch to its acknowledgement',
      },
      LAG_SECONDS,
    );
    this.faults = metrics.counter({
      name: 'hanan_ingest_faults_total',
      help: 'Batches that had to be tried again',
      labelNames: ['kind'],
    });
    this.refusedLogins = metrics.counter({
      name: 'hanan_mqtt_refused_logins_total',
      help: 'Connections refused: number or password',
    });
    this.foreignTopics = metrics.counter({
      name: 'hanan_mqtt_foreign_topics_total',
      help: 'Topics that were not the chip’s own',
    });
    this.tooLong = metrics.counter({
      name: 'hanan_mqtt_too_long_total',
      help: 'Connections ended by a packet that was too long',
    });
    this.sent = metrics.counter({
      name: 'hanan_mqtt_sent_total',
      help: 'Messages sent to chips',
      labelNames: ['topic'],
    });
  }

  watch(name: string, help: string, read: () => number): void {
    this.metrics.gauge(name, help, read);
  }
}
