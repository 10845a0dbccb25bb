import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

interface Named<L extends string> {
  readonly name: string;
  readonly help: string;
  readonly labelNames?: readonly L[];
}

/** The numbers of this process for Prometheus. Labels are few and bounded: never an id, never a person. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  counter<L extends string>({ name, help, labelNames = [] }: Named<L>): Counter<L> {
    return new Counter({ name, help, labelNames: [...labelNames], registers: [this.registry] });
  }

  histogram<L extends string>({ name, help, labelNames = [] }: Named<L>, buckets: readonly number[]): Histogram<L> {
    return new Histogram({
      name,
      help,
      labelNames: [...labelNames],
      buckets: [...buckets],
      registers: [this.registry],
    });
  }

  /** `read` is asked at each scrape; where it knows nothing, nothing is told. */
  gauge(name: string, help: string, read: () => number | null): Gauge {
    return new Gauge({
      name,
      help,
      registers: [this.registry],
      collect() {
        const value = read();
        if (value === null) this.remove();
        else this.set(value);
      },
    });
  }

  /** One that is told its values. Before, nothing is told: a zero would be believed. */
  table<L extends string>({ name, help, labelNames = [] }: Named<L>): Gauge<L> {
    const table = new Gauge({ name, help, labelNames: [...labelNames], registers: [this.registry] });
    if (labelNames.length === 0) table.remove();
    return table;
  }
}
