import { createHash } from 'node:crypto';
import type { EventKind } from '../../../src/domain/arcs/chip-events';
import { DAY, type Instant } from '../../../src/kernel/time';
import { makeCode } from '../../../src/domain/registry/code';
import { ArcStore } from '../../../src/modules/telemetry/arc.store';
import type {
  Birth,
  ChipEvent,
  ChipMessage,
  Events,
  Sample,
  Samples,
  Unreadable,
} from '../../../src/modules/telemetry/chip-message';
import { BootStore } from '../../../src/modules/telemetry/boot.store';
import { ChipStore } from '../../../src/modules/telemetry/chip.store';
import { DayPartitions, PartitionsMissing } from '../../../src/modules/telemetry/day-partitions';
import { FoldArcs } from '../../../src/modules/telemetry/fold-arcs';
import { Quarantine } from '../../../src/modules/telemetry/quarantine';
import type { RulesReader } from '../../../src/modules/rules/rules.reader';
import { StoreMessages, type StoredMessages } from '../../../src/modules/telemetry/store-messages';
import { TelemetryStore } from '../../../src/modules/telemetry/telemetry.store';
import { systemScope } from '../../../src/platform/database/scope';
import { Ids } from '../../../src/platform/time/ids';
import { freshDatabase, type TestDatabase } from '../../support/database';
import { seededBook } from '../../domain/rules/seeded-book';
import { inventedChip } from '../../support/people';

export const T0 = Date.parse('2026-06-10T01:00:00Z');
const REGION = '411003';

/** The telemetry room on a real database: messages go in decoded, as the device edge hands them over. */
export class TelemetryWorld {
  readonly store: StoreMessages;
  readonly partitions: DayPartitions;
  private serial = 0;

  static async open(): Promise<TelemetryWorld> {
    const world = new TelemetryWorld(await freshDatabase());
    await world.sql(
      `insert into regions (code, name, parent) values ('41', '测试省', null), ('4110', '测试市', '41'), ($1, '测试区', '4110') on conflict do nothing`,
      [REGION],
    );
    return world;
  }

  private constructor(readonly db: TestDatabase) {
    this.partitions = new DayPartitions(db.dataSource);
    const arcs = new ArcStore();
    const boots = new BootStore();
    const rules = { book: () => seededBook } as RulesReader;
    this.store = new StoreMessages(
      new ChipStore(boots),
      boots,
      new TelemetryStore(),
      new Quarantine(rules),
      this.partitions,
      new FoldArcs(arcs, new Ids()),
      arcs,
      rules,
    );
  }

  close(): Promise<void> {
    return this.db.close();
  }

  sql<T = Record<string, unknown>>(text: string, params: readonly unknown[] = []): Promise<T[]> {
    return this.db.uow.run(systemScope('test'), (tx) => tx.query<T>(text, params));
  }

  /** A chip that has sat on a machine since `boundAt`. */
  async chip(boundAt: Instant = T0 - 400 * DAY): Promise<TalkingChip> {
    const { chipNo } = inventedChip((this.serial += 1));
    const machineId = `M-${chipNo}`;
    await this.sql(
      `insert into chips (chip_no, secret_sealed, model, batch, imported_at) values ($1, 'x', 'T', 't', now())`,
      [chipNo],
    );
    await this.sql(
      `insert into machines (id, code, model, process, control, outlets, region_code, created_at) values ($1, $2, 'ZX7', 'MMA', 'cut', 2, $3, now())`,
      [machineId, makeCode(Buffer.from(chipNo.slice(-12).padStart(12))), REGION],
    );
    await this.sql(`insert into chip_bindings (id, chip_no, machine_id, bound_at) values ($1, $1, $2, $3)`, [
      chipNo,
      machineId,
      new Date(boundAt),
    ]);
    return new TalkingChip(chipNo, machineId);
  }

  /** As the device edge does it: days without tables get them, and the batch is tried again. */
  async take(messages: readonly ChipMessage[], at: Instant = lastReceipt(messages)): Promise<StoredMessages> {
    for (;;) {
      try {
        return await this.db.uow.run(systemScope('test'), (tx) => this.store.execute(tx, messages, at));
      } catch (fault) {
        if (!(fault instanceof PartitionsMissing)) throw fault;
        await this.partitions.create(fault.days);
      }
    }
  }

  /** `start–end` in seconds since T0, `…` while it burns; by outlet and start. */
  async arcs({ chipNo }: TalkingChip): Promise<string[]> {
    const rows = await this.sql<{
      boot: number;
      outlet: number;
      started_at: number;
      last_seen_at: number;
      ended_at: number | null;
    }>(`select * from arcs where chip_no = $1 and merged_into is null order by boot, outlet, start_up`, [chipNo]);
    const seconds = (at: number): number => (at - T0) / 1_000;
    return rows.map(
      ({ boot, outlet, started_at, last_seen_at, ended_at }) =>
        `${boot}/${outlet} ${seconds(started_at)}–${seconds(last_seen_at)}${ended_at ? '' : '…'}`,
    );
  }

  async count(
    table: 'samples' | 'chip_events' | 'quarantine' | 'message_digests',
    { chipNo }: TalkingChip,
  ): Promise<number> {
    const [row] = await this.sql<{ n: number }>(`select count(*)::int as n from ${table} where chip_no = $1`, [chipNo]);
    return row?.n ?? 0;
  }
}

const lastReceipt = (messages: readonly ChipMessage[]): Instant =>
  Math.max(...messages.map(({ receivedAt }) => receivedAt));

interface Told {
  readonly boot?: number;
  /** Milliseconds after T0 at which the platform hears of it; the chip said it then, unless told otherwise. */
  readonly heard?: number;
}

/** Makes the messages of one chip, whose boot n began at T0 + (n − 1) days. Its clock is right. */
export class TalkingChip {
  constructor(
    readonly chipNo: string,
    readonly machineId: string,
  ) {}

  birth(up: number, change: Partial<Birth> = {}): Birth {
    const boot = change.boot ?? 1;
    return {
      ...{ type: 'birth', chipNo: this.chipNo, boot, up, t: began(boot) + up, receivedAt: began(boot) + up },
      ...{ fw: '1.0', hw: 'H', relay: 'open', tamper: false, rssi: -60, hotp: 0, input: 'keypad' },
      ...change,
    };
  }

  events(
    seq: number,
    events: readonly (Partial<ChipEvent> & { kind: EventKind; up: number })[],
    { boot = 1, heard }: Told = {},
  ): Events {
    const full = events.map((one) => ({ t: began(boot) + one.up, ...BLANK_EVENT, ...one }));
    return { type: 'events', ...this.named(boot, seq, full, heard), events: full };
  }

  samples(
    seq: number,
    samples: readonly (Partial<Sample> & { up: number })[],
    { boot = 1, heard }: Told = {},
  ): Samples {
    const full = samples.map((one) => ({ t: began(boot) + one.up, ...BLANK_SAMPLE, ...one }));
    return { type: 'samples', ...this.named(boot, seq, full, heard), samples: full, position: null };
  }

  unreadable(name: Unreadable['name'], text: string, at: Instant = T0): Unreadable {
    const head = Buffer.from(text);
    const digest = createHash('sha256').update(head).digest();
    return {
      type: 'unreadable',
      chipNo: this.chipNo,
      receivedAt: at,
      topic: 't',
      reason: 'not-json',
      digest,
      head,
      name,
    };
  }

  private named(boot: number, seq: number, content: readonly { up: number }[], heard: number | undefined) {
    const receivedAt = heard === undefined ? began(boot) + Math.max(...content.map(({ up }) => up)) : T0 + heard;
    const digest = createHash('sha256').update(JSON.stringify(content)).digest();
    return { chipNo: this.chipNo, boot, seq, digest, receivedAt };
  }
}

export const began = (boot: number): Instant => T0 + (boot - 1) * DAY;

const BLANK_EVENT = { job: null, outlet: 1, hotp: null, hours: null, code: null };
const BLANK_SAMPLE = { ms: 10_000, i: 0, iMax: 0, u: 0, arcMs: 0, relay: null, job: null, outlet: 1 };
