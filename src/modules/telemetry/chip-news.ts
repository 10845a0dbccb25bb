import { meaningOfEvent } from '../../domain/arcs/chip-events';
import type { OfflineUnlock } from '../../domain/arcs/arc';
import type { ChipFault } from '../../domain/violations/chip-faults';
import type { Instant } from '../../kernel/time';
import type { Birth, ChipEvent, ChipMessage, Relay, Reply, Sample, Samples } from './chip-message';
import { boundAt, type ChipState, type KnownBoot, type KnownChip } from './known-chip';
import type { PlacedEvent, PlacedSample } from './place-messages';
import { cameFromTwo, corrected, type ChipSignal, type Fresh } from './take-in';

/** A one-time code as the chip told of it. */
export type TypedCode = Pick<OfflineUnlock, 'jobId' | 'up' | 'counter' | 'hours'>;

/** What a batch told about one chip beside its arcs. */
export class ChipNews {
  readonly signals: ChipSignal[] = [];
  readonly offlineUnlocks: OfflineUnlock[] = [];
  readonly arcMsByJob = new Map<string, number>();
  readonly restarted: boolean;
  born = false;
  tamperOpened = false;
  /** The latest report of the relay in this batch, and when it was so. */
  relay: { readonly is: Relay; readonly at: Instant; readonly code: string | null } | null = null;
  startedAnewAt: Instant | null = null;
  /** The latest moment of the current boot that anything was said of. */
  latestAt: Instant | null = null;

  constructor(
    readonly chip: KnownChip,
    newBoot: number | null,
    private readonly ratingFactor: number,
  ) {
    this.restarted = newBoot !== null;
    if (newBoot !== null) begin(chip.state, newBoot);
    chip.state.bootEpoch = chip.boots.get(chip.state.boot)?.clock?.epoch ?? chip.state.bootEpoch;
  }

  heard({ receivedAt }: ChipMessage): void {
    this.chip.state.lastSeenAt = Math.max(this.chip.state.lastSeenAt ?? 0, receivedAt);
  }

  /** Started again under the number it had: since then nothing is known of what it told before. */
  startedAnew({ boot, clock, offset }: KnownBoot): void {
    if (boot !== this.chip.state.boot || !clock) return;
    this.startedAnewAt = clock.epoch + offset;
    Object.assign(this.chip.state, { relay: null, arcOn: false, openFromUp: offset });
  }

  /** An answer comes at once, so it tells of the relay as it is now. */
  reply({ relay, boot, receivedAt }: Reply): void {
    const { state, boots } = this.chip;
    const epoch = boots.get(boot)?.clock?.epoch ?? (boot === state.boot ? state.bootEpoch : null);
    if (!relay || boot !== state.boot || epoch === null) return;
    const up = receivedAt - epoch;
    if (up >= state.relayUp) setRelay(state, relay, up, receivedAt);
  }

  /** A birth is sent as it happens, so one of an earlier boot comes from another chip. */
  birth(birth: Birth): void {
    const { state } = this.chip;
    state.hotp = Math.max(state.hotp, birth.hotp);
    if (birth.boot < state.boot) return this.signal('lower-boot', birth.receivedAt, birth.boot, 0);
    this.born = true;
    const { fw, hw, input, rssi, receivedAt, up } = birth;
    Object.assign(state, { fw, hw, input, rssi, bornAt: receivedAt });
    if (birth.relay) this.tellRelay(birth.relay, up ?? state.relayUp, receivedAt);
    if (birth.tamper && !state.tamper) this.opened(receivedAt, birth.boot);
    if (birth.tamper !== null) this.tellTamper(birth.tamper, up ?? state.tamperUp);
    this.latestAt = Math.max(this.latestAt ?? 0, receivedAt);
  }

  /** Tells of faults that show in a message as a whole. */
  message({ message, chip, boot, disputed }: Fresh): void {
    const { boot: bootNo, seq, receivedAt } = message;
    if (disputed) return this.signal('digest-conflict', receivedAt, bootNo, seq);
    if (bootNo === chip.state.boot) chip.state.seq = Math.max(chip.state.seq, seq);
    const stamps = message.type === 'samples' ? message.samples : message.type === 'events' ? message.events : [];
    const two = stamps.some((stamp) => cameFromTwo(chip, boot, stamp, receivedAt));
    if (two) this.signal('lower-boot', receivedAt, bootNo, seq);
    if (message.type === 'samples') this.position(message);
  }

  sample({ boot, seq, at, machineId, sample }: PlacedSample): void {
    const { job, arcMs, relay, i, up } = sample;
    const rated = this.chip.bindings.find((one) => one.machineId === machineId)?.ratedCurrentA ?? null;
    if (rated !== null && i > rated * this.ratingFactor) this.measured('over-rating', at, boot, seq, i);
    if (this.burnsWithoutPower(boot, sample)) this.measured('current-without-relay', at, boot, seq, i);
    if (job !== null && arcMs > 0) this.arcMsByJob.set(job, (this.arcMsByJob.get(job) ?? 0) + arcMs);
    const { state } = this.chip;
    if (boot !== state.boot) return;
    this.latestAt = Math.max(this.latestAt ?? 0, at);
    if (relay) this.tellRelay(relay, up, at);
    if (up < state.currentUp) return;
    state.currentA = i;
    state.currentUp = up;
  }

  event({ boot, seq, at, event }: PlacedEvent): void {
    const { fault, unlocked, relay, tamper } = meaningOfEvent(event.kind);
    if (fault) this.signal(fault, at, boot, seq);
    if (unlocked === 'offline') this.unlockedOffline(event, boot, at);
    // an earlier boot changes nothing that holds now: power was off since
    if (boot !== this.chip.state.boot) return;
    this.latestAt = Math.max(this.latestAt ?? 0, at);
    if (unlocked) this.chip.state.openFromUp = null;
    if (relay) this.tellRelay(relay, event.up, at, relay === 'open' ? event.code : null);
    if (tamper) this.tamperOpened = true;
    if (tamper !== undefined) this.tellTamper(tamper, event.up);
  }

  /** The event carries the next counter, so the code that was typed bore the one before. */
  private unlockedOffline({ job, up, hotp, hours }: ChipEvent, boot: number, at: Instant): void {
    const { state } = this.chip;
    state.hotp = Math.max(state.hotp, hotp ?? 0);
    if (job && hotp && hours) this.typed({ jobId: job, boot, up, counter: hotp - 1, hours }, at);
  }

  /** A code that was told of before it was known when its boot was: it may have been typed in time after all. */
  typedBefore({ boot, bounds, clock }: KnownBoot, code: TypedCode): void {
    const began = bounds?.latest ?? clock?.epoch;
    if (began !== undefined) this.typed({ ...code, boot }, began + code.up);
  }

  private typed(code: TypedCode & { readonly boot: number }, at: Instant): void {
    const { possible = null, bounds = null } = this.chip.boots.get(code.boot) ?? {};
    const { up } = code;
    this.offlineUnlocks.push({
      ...{ ...code, at, clocked: bounds === null },
      possible: possible && { earliest: possible.earliest + up, latest: possible.latest + up },
    });
  }

  /** The relay was open before the interval and is so at its end: what burned in between had no power from it. */
  private burnsWithoutPower(boot: number, { arcMs, relay, up, ms }: Sample): boolean {
    const { state } = this.chip;
    const { openFromUp } = state;
    return boot === state.boot && arcMs > 0 && relay === 'open' && openFromUp !== null && openFromUp <= up - ms;
  }

  /** Told once a batch: it shows in every sample. */
  private measured(reason: ChipFault, at: Instant, boot: number, seq: number, currentA: number): void {
    if (!this.signals.some((one) => one.reason === reason)) this.signal(reason, at, boot, seq, currentA);
  }

  private opened(at: Instant, boot: number): void {
    this.signal('tamper-open', at, boot, 0);
    this.tamperOpened ||= boot === this.chip.state.boot;
  }

  private tellRelay(is: Relay, up: number, at: Instant, code: string | null = null): void {
    const { state } = this.chip;
    if (up < state.relayUp) return;
    setRelay(state, is, up, at);
    this.relay = { is, at, code };
  }

  private tellTamper(tamper: boolean, up: number): void {
    const { state } = this.chip;
    if (up < state.tamperUp) return;
    state.tamper = tamper;
    state.tamperUp = up;
  }

  private position({ boot, samples, position, receivedAt }: Samples): void {
    const { state, boots } = this.chip;
    const last = samples.at(-1);
    if (!position || !last || boot !== state.boot || last.up < state.positionUp) return;
    const at = corrected(boots.get(boot)!, last, receivedAt).at;
    Object.assign(state, { ...position, positionAt: at, positionUp: last.up });
  }

  private signal(reason: ChipFault, at: Instant, boot: number, seq: number, currentA?: number): void {
    const machineId = boundAt(this.chip.bindings, at)?.machineId ?? null;
    this.signals.push({ chipNo: this.chip.state.chipNo, machineId, reason, at, boot, seq, currentA });
  }
}

function setRelay(state: ChipState, relay: Relay, relayUp: number, relayAt: Instant): void {
  const openFromUp = relay === 'closed' ? null : state.relay === 'closed' ? relayUp : state.openFromUp;
  Object.assign(state, { relay, relayUp, relayAt, openFromUp });
}

/** With a new boot nothing of the last one holds: the relay fell open with the power. */
const begin = (state: ChipState, boot: number): void =>
  void Object.assign(state, {
    ...{ boot, seq: 0, bornAt: null, bootEpoch: null },
    ...{ relay: null, relayAt: null, relayUp: -1, openFromUp: 0, tamperUp: -1, positionUp: -1 },
    anyBoot: false,
    ...{ arcOn: false, currentA: null, currentUp: -1 },
  });
