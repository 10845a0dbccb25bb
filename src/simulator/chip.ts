import { ulid } from 'ulid';
import { nextDueUp, step, type Input } from './chip-core';
import {
  burning,
  freshBoot,
  relayOf,
  type ChipMake,
  type ChipState,
  type Effect,
  type EventKind,
  type Relay,
} from './chip-state';
import type { FlashMemory } from './flash';
import { MqttLink } from './mqtt-link';
import { Outbox } from './outbox';
import type { Random } from './random';
import { Torches } from './torches';
import { Waiters } from './waiters';

/** Milliseconds that only go forward, whatever happens to the wall clock. */
export type Ticks = () => number;

export interface ChipOptions {
  readonly make: ChipMake;
  readonly mqttUrl: string;
  readonly process: string;
  readonly ratedCurrentA: number;
  readonly flash: FlashMemory;
  readonly random: Random;
  readonly ticks: Ticks;
  /** How long a lost connection waits for its next try; by chance where it is left out. */
  readonly reconnectMs?: number;
  /** Told when the broker turns the chip away. */
  readonly onRefused?: (chipNo: string, reason: string) => void;
}

/** Sensors are read this often while an arc burns. */
const SLICE_MS = 1_000;
/** The firmware has been up for so long when it first speaks. */
const STARTING_MS = 2_100;

/** Without connection or answer the longest sleep; timers of Node end at 2³¹ ms. */
const LONGEST_SLEEP_MS = 60_000;

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
type Happening = DistributiveOmit<Input, 'up'>;

/** A simulated chip on its machine: the pure core, real MQTT, and a torch that someone may strike. */
export class Chip {
  private state: ChipState;
  private link: MqttLink | null = null;
  private readonly outbox = new Outbox();
  private readonly torches: Torches;
  private readonly waiters = new Waiters();
  private bornAt: number;
  private timer: NodeJS.Timeout | undefined;
  private bypassed = false;
  private plugged = false;

  constructor(private readonly options: ChipOptions) {
    this.torches = new Torches(options.process, options.ratedCurrentA, options.random);
    this.bornAt = this.startingAt();
    this.state = freshBoot(options.make, options.flash.boot(options.make.chipNo));
  }

  get chipNo(): string {
    return this.options.make.chipNo;
  }

  get relay(): Relay {
    return relayOf(this.state);
  }

  get connected(): boolean {
    return this.link?.connected ?? false;
  }

  get arcing(): boolean {
    return this.state.meters.some(burning);
  }

  get unacknowledged(): number {
    return this.outbox.size;
  }

  holds = (jobId: string): boolean => this.state.jobs.some(({ id }) => id === jobId);

  /** Plugs the machine in. */
  powerOn(): void {
    this.plugged = true;
    this.happen({ kind: 'powered' });
    this.plugIn();
  }

  /** Pulls the plug: the relay falls open, what flash does not hold is lost, the broker sends the will. */
  async powerOff(): Promise<void> {
    this.plugged = false;
    clearTimeout(this.timer);
    this.torches.releaseAll();
    this.outbox.close();
    this.waiters.sendHome();
    const { link } = this;
    this.link = null;
    await link?.close(true);
  }

  async restart(): Promise<void> {
    await this.powerOff();
    this.bornAt = this.startingAt();
    const flash = this.options.flash.boot(this.chipNo);
    this.options.flash.write();
    this.state = freshBoot(this.options.make, flash);
    this.powerOn();
  }

  /** Strikes an arc; false where there is no power. Whoever wired past the relay has power always. */
  strike(outlet = 1): boolean {
    if (!this.hasPower()) return false;
    this.torches.strike(outlet);
    this.read(outlet);
    return true;
  }

  release(outlet = 1): void {
    if (this.torches.release(outlet)) this.read(outlet);
  }

  /** Someone feeds the machine past the chip's relay. */
  bypass(on: boolean): void {
    this.bypassed = on;
    if (!this.hasPower()) this.torches.burning.forEach((outlet) => this.release(outlet));
  }

  typeCode(code: string, at: number): void {
    this.happen({ kind: 'typed', code, jobId: ulid(at) });
  }

  report(kind: EventKind): void {
    this.happen({ kind: 'happened', event: { kind } });
  }

  /** Waits beside the machine; see `Waiters`. Pulling the plug ends it. */
  until = (holds: () => boolean, withinMs: number): Promise<boolean> => this.waiters.until(holds, withinMs);

  private startingAt = (): number => this.options.ticks() - STARTING_MS;
  private up = (): number => Math.round(this.options.ticks() - this.bornAt);
  private hasPower = (): boolean => this.bypassed || this.relay === 'closed';

  private plugIn(): void {
    const { mqttUrl, random, onRefused, make } = this.options;
    const link = new MqttLink(
      {
        url: mqttUrl,
        chipNo: make.chipNo,
        secrets: () => secretsOf(this.state),
        boot: this.state.boot,
        reconnectMs: this.options.reconnectMs ?? random.whole([1_000, 5_000]),
      },
      {
        connected: (secret) => this.greet(link, secret),
        disconnected: () => this.outbox.close(),
        command: (command) => this.happen({ kind: 'command', command }),
        acknowledged: (message) => this.acknowledge(message),
        refused: (reason) => onRefused?.(make.chipNo, reason),
      },
    );
    this.link = link;
  }

  /** Birth first, then everything that waits. */
  private greet(link: MqttLink, secret: Uint8Array): void {
    const rssi = this.options.random.whole([-95, -60]);
    this.outbox.close();
    const under = secret === this.state.secret ? {} : { under: 'next' as const };
    this.happen({ kind: 'connected', rssi, buffered: this.outbox.waiting(this.state.boot), ...under });
    this.outbox.open((topic, payload) => link.publish(topic, payload));
  }

  private acknowledge({ boot, seqs }: Readonly<Record<string, unknown>>): void {
    if (!Number.isSafeInteger(boot) || !Array.isArray(seqs)) return;
    const ranges = (seqs as unknown[]).filter(isRange);
    this.outbox.free(Number(boot), ranges);
    this.waiters.look();
  }

  private read(outlet: number): void {
    this.happen({ kind: 'current', outlet, ...this.torches.read(outlet, this.hasPower()) });
  }

  /** Nothing happens to a chip without power. */
  private happen(input: Happening): void {
    if (!this.plugged) return;
    const before = this.relay;
    const { state, effects } = step(this.state, { ...input, up: this.up() });
    this.state = state;
    effects.forEach((effect) => this.carryOut(effect));
    if (before !== this.relay) this.settlePower();
    this.sleep();
    this.waiters.look();
  }

  /** Where power has gone the arc dies; where it has come the sensor reads the open circuit. */
  private settlePower(): void {
    if (!this.hasPower()) this.torches.releaseAll();
    for (const { outlet } of this.state.meters) if (!this.torches.burning.includes(outlet)) this.read(outlet);
  }

  private carryOut(effect: Effect): void {
    switch (effect.kind) {
      case 'message':
        return this.outbox.add(effect);
      case 'direct':
        return void this.link?.publish(effect.topic, effect.payload).catch(() => undefined);
      case 'resend':
        return this.outbox.resend(effect.boot, effect.fromSeq, effect.toSeq);
      case 'remember':
        return this.options.flash.keep(this.chipNo, effect.flash);
    }
  }

  /** Until the next thing the chip does by itself; slice by slice while an arc burns. */
  private sleep(): void {
    clearTimeout(this.timer);
    const due = Math.max(0, nextDueUp(this.state) - this.up());
    const ms = Math.min(due, this.torches.burning.length > 0 ? SLICE_MS : LONGEST_SLEEP_MS);
    this.timer = setTimeout(() => this.wake(), ms);
  }

  private wake(): void {
    if (this.torches.burning.length === 0) return this.happen({ kind: 'tick' });
    for (const outlet of this.torches.burning) this.read(outlet);
  }
}

/** What was agreed on is shown first. */
const secretsOf = ({ secret, next }: ChipState): Uint8Array[] =>
  next ? [Buffer.from(next.secretHex, 'hex'), secret] : [secret];

const isRange = (value: unknown): value is readonly [number, number] =>
  Array.isArray(value) && value.length === 2 && value.every(Number.isSafeInteger);
