import type { OfflineUnlock } from '../../domain/arcs/arc';
import type { ChipFault } from '../../domain/violations/chip-faults';
import type { Instant } from '../../kernel/time';
import type { Birth, ChipEvent, ChipMessage, Samples } from './chip-message';
import { boundAt, type ChipState, type KnownChip } from './known-chip';
import type { PlacedEvent, PlacedSample } from './place-messages';
import { cameFromTwo, corrected, type ChipSignal, type Fresh } from './take-in';

/** What a batch told about one chip beside its arcs. */
export class ChipNews {
  readonly signals: ChipSignal[] = [];
  readonly offlineUnlocks: OfflineUnlock[] = [];
  readonly arcMsByJob = new Map<string, number>();
  readonly restarted: boolean;
  born = false;
  tamperOpened = false;
  /** The latest report of the relay in this batch, and when it was so. */
  relay: { readonly is: 'open' | 'closed'; readonly at: Instant } | null = null;
  /** The latest moment of the current boot that anything was said of. */
  latestAt: Instant | null = null;

  constructor(
    readonly chip: KnownChip,
    latestBoot: number,
  ) {
    this.restarted = latestBoot > chip.state.boot;
    if (this.restarted) begin(chip.state, latestBoot);
    chip.state.bootEpoch = chip.boots.get(chip.state.boot)?.clock?.epoch ?? chip.state.bootEpoch;
  }

  heard({ receivedAt }: ChipMessage): void {
    this.chip.state.lastSeenAt = Math.max(this.chip.state.lastSeenAt ?? 0, receivedAt);
  }

  /** A birth is sent as it happens, so one of an earlier boot comes from another chip. */
  birth(birth: Birth): void {
    const { state } = this.chip;
    state.hotp = Math.max(state.hotp, birth.hotp);
    if (birth.boot < state.boot) return this.signal('lower-boot', birth.receivedAt, birth.boot, 0);
    this.born = true;
    const { fw, hw, input, rssi, receivedAt, up } = birth;
    Object.assign(state, { fw, hw, input, rssi, bornAt: receivedAt });
    if (birth.relay) this.tellRelay(birth.relay, up, receivedAt);
    if (birth.tamper && !state.tamper) this.opened('tamper-open', receivedAt, birth.boot, 0);
    this.tellTamper(birth.tamper, up);
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

  sample({ boot, at, sample }: PlacedSample): void {
    const { job, arcMs, relay, i, up } = sample;
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
    const { kind, up } = event;
    if (kind === 'mains-without-relay' || kind === 'moved') this.signal(kind, at, boot, seq);
    if (kind === 'tamper-open') this.opened(kind, at, boot, seq);
    if (kind === 'offline-unlock') this.unlockedOffline(event, boot, at);
    if (boot !== this.chip.state.boot) return;
    this.latestAt = Math.max(this.latestAt ?? 0, at);
    if (kind === 'relay-closed') this.tellRelay('closed', up, at);
    if (kind === 'relay-opened' || kind === 'power-off') this.tellRelay('open', up, at);
    if (kind === 'tamper-open' || kind === 'tamper-closed') this.tellTamper(kind === 'tamper-open', up);
  }

  /** The event carries the next counter, so the code that was typed bore the one before. */
  private unlockedOffline({ job, up, hotp, hours }: ChipEvent, boot: number, at: Instant): void {
    const { state } = this.chip;
    state.hotp = Math.max(state.hotp, hotp ?? 0);
    if (!job || !hotp || !hours) return;
    const { possible = null, bounds = null } = this.chip.boots.get(boot) ?? {};
    this.offlineUnlocks.push({
      ...{ jobId: job, boot, up, at, counter: hotp - 1, hours, clocked: bounds === null },
      possible: possible && { earliest: possible.earliest + up, latest: possible.latest + up },
    });
  }

  /** An opening in an earlier boot is told of, but ended whatever ran then: power was off since. */
  private opened(kind: 'tamper-open', at: Instant, boot: number, seq: number): void {
    this.signal(kind, at, boot, seq);
    this.tamperOpened ||= boot === this.chip.state.boot;
  }

  private tellRelay(is: 'open' | 'closed', up: number, at: Instant): void {
    const { state } = this.chip;
    if (up < state.relayUp) return;
    Object.assign(state, { relay: is, relayUp: up, relayAt: at });
    this.relay = { is, at };
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

  private signal(reason: ChipFault, at: Instant, boot: number, seq: number): void {
    const machineId = boundAt(this.chip.bindings, at)?.machineId ?? null;
    this.signals.push({ chipNo: this.chip.state.chipNo, machineId, reason, at, boot, seq });
  }
}

/** With a new boot nothing of the last one holds: the relay fell open with the power. */
const begin = (state: ChipState, boot: number): void =>
  void Object.assign(state, {
    ...{ boot, seq: 0, bornAt: null, bootEpoch: null },
    ...{ relay: null, relayAt: null, relayUp: -1, tamperUp: -1, positionUp: -1 },
    ...{ arcOn: false, currentA: null, currentUp: -1 },
  });
