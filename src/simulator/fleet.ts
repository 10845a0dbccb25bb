import { Chip, type Ticks } from './chip';
import type { Diary } from './diary';
import type { FlashMemory } from './flash';
import { Random } from './random';
import type { HeldKey } from './token-check';
import { wait } from './wait';
import type { WorldChip } from './world';

export interface FleetOptions {
  readonly chips: readonly WorldChip[];
  readonly mqttUrl: string;
  /** Key A, as the factory loads it. */
  readonly keys: readonly HeldKey[];
  readonly flash: FlashMemory;
  readonly seed: number;
  readonly ticks: Ticks;
  readonly diary: Diary;
}

/** Positions of the machines are known to their chips as well as a GPS knows them. */
const FIX_M = 12;
/** All chips of a county do not come on in one instant. */
const BETWEEN_STARTS_MS = 25;
const FAREWELL_MS = 1_500;

/** All simulated chips of one run. */
export class Fleet {
  readonly chips: ReadonlyMap<string, Chip>;

  constructor(options: FleetOptions) {
    this.chips = new Map(options.chips.map((chip) => [chip.chipNo, makeChip(chip, options)]));
    options.flash.write();
  }

  /** Switches them on one after the other, in the order given: those whose people are at work come first. */
  async powerOn(signal: AbortSignal): Promise<void> {
    for (const chip of this.chips.values()) {
      if (signal.aborted) return;
      chip.powerOn();
      await wait(BETWEEN_STARTS_MS, signal);
    }
  }

  async powerOff(): Promise<void> {
    const gone = new AbortController();
    const all = Promise.allSettled([...this.chips.values()].map((chip) => chip.powerOff()));
    await Promise.race([all, wait(FAREWELL_MS, gone.signal)]);
    gone.abort();
  }

  figures(): Record<string, number | string> {
    const chips = [...this.chips.values()];
    const count = (holds: (chip: Chip) => boolean): number => chips.filter(holds).length;
    return {
      chips: `${count((chip) => chip.connected)}/${chips.length}`,
      powered: count((chip) => chip.relay === 'closed'),
      arcs: count((chip) => chip.arcing),
      unacknowledged: chips.reduce((sum, chip) => sum + chip.unacknowledged, 0),
    };
  }
}

function makeChip(chip: WorldChip, { mqttUrl, keys, flash, seed, ticks, diary }: FleetOptions): Chip {
  const { chipNo, secretHex, outlets, lat, lng, process, ratedCurrentA } = chip;
  return new Chip({
    make: { chipNo, secret: Buffer.from(secretHex, 'hex'), outlets, keys, position: { lat, lng, accuracyM: FIX_M } },
    ...{ mqttUrl, process, ratedCurrentA, flash, ticks },
    random: Random.for(seed, chipNo),
    onRefused: (who, reason) => diary.trouble(who, reason),
  });
}
