import { DAY, SECOND } from '../../../src/kernel/time';
import type { EventKind } from '../../../src/domain/arcs/chip-events';
import type { ChipMessage } from '../../../src/modules/telemetry/chip-message';
import { began, TelemetryWorld, type TalkingChip } from './telemetry-world';

const S = SECOND;
const SEQUENCES = Number(process.env['SEQUENCES'] ?? 20);
const COPIES = Number(process.env['COPIES'] ?? 4);
const FIRST_SEED = Number(process.env['SEED'] ?? 1);

/** A small generator of numbers from 0 to 1 (mulberry32): the seed is printed, so that a failure can be had again. */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

class Dice {
  constructor(private readonly random: () => number) {}

  below = (n: number): number => Math.floor(this.random() * n);
  one = <T>(of: readonly T[]): T => of[this.below(of.length)]!;
  chance = (p: number): boolean => this.random() < p;

  shuffled<T>(list: readonly T[]): T[] {
    const all = [...list];
    for (let i = all.length - 1; i > 0; i -= 1) {
      const j = this.below(i + 1);
      [all[i], all[j]] = [all[j]!, all[i]!];
    }
    return all;
  }
}

const EVENTS: readonly EventKind[] = [
  ...['arc-start', 'arc-start', 'arc-stop', 'arc-stop', 'relay-closed', 'relay-opened', 'tamper-open', 'tamper-closed'],
  ...['unlock-used', 'power-off', 'moved', 'fault'],
] as EventKind[];

/** Three boots of a chip that says all sorts of things, each message in the order of its making. */
function story(chip: TalkingChip, dice: Dice): ChipMessage[] {
  const messages: ChipMessage[] = [];
  for (const boot of [1, 2, 3]) {
    messages.push(chip.birth(S, { boot, hotp: dice.below(5) }));
    let up = 5 * S;
    for (let seq = 1; seq <= 12; seq += 1) {
      up += dice.one([1, 400, 2_000, 9_000, 30_000, 200_000]);
      const job = dice.one([null, null, 'A', 'B']);
      const outlet = dice.one([1, 1, 1, 2]);
      const ms = dice.one([1_000, 10_000, 60_000]);
      const arcMs = Math.round(ms * dice.one([0, 0.2, 1]));
      if (dice.chance(0.5)) messages.push(chip.events(seq, [{ kind: dice.one(EVENTS), up, job, outlet }], { boot }));
      else messages.push(chip.samples(seq, [{ up, ms, arcMs, i: dice.below(200), iMax: 200, relay: dice.one([null, 'open', 'closed']), job, outlet }], { boot })); // prettier-ignore
    }
  }
  return messages;
}

/** Each two to `COPIES` times, a third of them only when they are sent again, in any order; births are sent as they happen. */
function disordered(messages: readonly ChipMessage[], dice: Dice): ChipMessage[] {
  const births = messages.filter(({ type }) => type === 'birth');
  const others = messages.filter(({ type }) => type !== 'birth');
  const lost = others.filter(() => dice.chance(0.3));
  const arrived = others.filter((one) => !lost.includes(one));
  const copies = arrived.flatMap((one) => Array.from({ length: 1 + dice.below(COPIES - 1) }, () => one));
  const late = began(3) + DAY;
  const delayed = (all: readonly ChipMessage[]): ChipMessage[] => all.map((one) => ({ ...one, receivedAt: late }));
  const mixed = dice
    .shuffled([...births, ...delayed(copies)])
    .map((one) => (one.type === 'birth' ? births.shift()! : one));
  return [...mixed, ...delayed(dice.shuffled([...others, ...lost]))];
}

const portions = (messages: readonly ChipMessage[], dice: Dice): ChipMessage[][] => {
  const cut: ChipMessage[][] = [];
  for (let from = 0; from < messages.length;) {
    const size = 1 + dice.below(9);
    cut.push(messages.slice(from, from + size));
    from += size;
  }
  return cut;
};

describe('in any order, several times, with losses made up for: the same as in order', () => {
  let world: TelemetryWorld;
  beforeAll(async () => {
    world = await TelemetryWorld.open();
  }, 60_000);
  afterAll(() => world.close());

  const tell = async (batches: readonly ChipMessage[][]): Promise<Map<string, number>> => {
    const arcMs = new Map<string, number>();
    for (const batch of batches) {
      const { observations } = await world.take(batch, began(3) + DAY);
      for (const { arcMsByJob } of observations)
        for (const [job, ms] of arcMsByJob) arcMs.set(job, (arcMs.get(job) ?? 0) + ms);
    }
    return arcMs;
  };

  const kept = async ({ chipNo }: TalkingChip) => ({
    samples: await world.sql(
      'select boot, seq, at, up, arc_ms, clock, disputed from samples where chip_no = $1 order by 1, 2',
      [chipNo],
    ),
    events: await world.sql(
      'select boot, seq, at, up, kind, clock, disputed from chip_events where chip_no = $1 order by 1, 2',
      [chipNo],
    ),
    arcs: await world.sql(
      `select boot, outlet, start_up, last_up, from_events, started_at, ended_at, last_seen_at, arc_ms, peak_a, claimed_job_id, sample_ms
       from arcs where chip_no = $1 and merged_into is null order by boot, outlet, start_up`,
      [chipNo],
    ),
    boots: await world.sql('select boot, stored, last_up from chip_boots where chip_no = $1 order by 1', [chipNo]),
    state: await world.sql(
      'select boot, seq, fw, hotp, relay, relay_up, tamper, arc_on, current_a, current_up from chip_states where chip_no = $1',
      [chipNo],
    ),
  });

  it.each(Array.from({ length: SEQUENCES }, (_, n) => FIRST_SEED + n))('seed %d', async (seed) => {
    const dice = new Dice(chance(seed));
    const [orderly, torn] = [await world.chip(), await world.chip()];
    const plan = chance(seed + 1_000_000);
    const told = story(orderly, new Dice(plan));
    const again = story(torn, new Dice(chance(seed + 1_000_000)));
    const inOrder = await tell(told.map((one) => [one]));
    const inDisorder = await tell(portions(disordered(again, dice), dice));
    expect(await kept(torn)).toEqual(await kept(orderly));
    expect([...inDisorder].sort()).toEqual([...inOrder].sort());
  });
});
