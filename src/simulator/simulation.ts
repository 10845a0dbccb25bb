import { SECOND, type Instant } from '../kernel/time';
import type { Ticks } from './chip';
import { Diary } from './diary';
import { Fleet } from './fleet';
import { FlashMemory } from './flash';
import { burnOffPlatform, misbehave, openHousing, type Mischief } from './mischief';
import { tryInVain, workHonestly, type AtWork } from './people';
import { keepPermits, type Desk } from './permit-desk';
import { PlatformClient } from './platform-client';
import { Random } from './random';
import type { Scenario } from './scenarios';
import { readKeySet, type HeldKey } from './token-check';
import { closeLoops, type Loop } from './violation-loop';
import { wait } from './wait';
import { keepWatch } from './watchers';
import { profileOf } from './weld-profile';
import { weldForVisitors, type Hand } from './welding';
import type { Officials, Person, Site, World, WorldChip } from './world';

export interface SimulationOptions {
  readonly world: World;
  readonly scenario: Scenario;
  readonly seed: number;
  readonly url: string;
  readonly mqttUrl: string;
  readonly flashFile: string | null;
  readonly ticks: Ticks;
  readonly now: () => Instant;
  /** How long people take at their desks, against what is usual: 1. */
  readonly pace?: number;
  readonly say: (line: string) => void;
}

const SUMMARY_EVERY_MS = 30 * SECOND;

/** Chips and people of one world, from now until `signal`. */
export async function simulate(options: SimulationOptions, signal: AbortSignal): Promise<void> {
  const { world, scenario, seed } = options;
  const diary = new Diary(options.say);
  const fleet = new Fleet({
    chips: busyFirst(world),
    keys: (await fetchKeys(options.url, signal)).slice(0, 1),
    flash: new FlashMemory(options.flashFile),
    ...{ mqttUrl: options.mqttUrl, seed, ticks: options.ticks, diary },
  });
  options.say(`${fleet.chips.size} chips, ${world.people.length} people: ${scenario.title}`);
  const lives = [
    fleet.powerOn(signal),
    ...world.people.map((person) => live(person, options, fleet, diary, signal)),
    ...visitorsMachines(options, fleet).map((hand) => weldForVisitors(hand, signal)),
    ...(scenario.work ? (world.sites ?? []) : []).map((site) => keepPermits(deskOf(site, options, diary, signal))),
    ...(scenario.work && world.officials ? [closeLoops(loopOf(world.officials, options, diary, signal))] : []),
    ...mischiefs(options, fleet).map((kind) => misbehave(kind, Random.for(seed, kind.counted), diary, signal)),
    keepDiary(diary, fleet, signal),
  ];
  await Promise.race([Promise.all(lives), told(signal)]); // nobody is waited for: power cuts do not wait either
  await fleet.powerOff();
}

const told = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) =>
    signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve(), { once: true }),
  );

function live(
  person: Person,
  { world, scenario, seed, url, now }: SimulationOptions,
  fleet: Fleet,
  diary: Diary,
  signal: AbortSignal,
): Promise<void> {
  const client = new PlatformClient(url, person);
  const random = Random.for(seed, person.username);
  if (person.part === 'watcher' && scenario.work) return keepWatch({ person, client, random, diary, signal, now });
  const machine = world.chips.find(({ machineCode }) => machineCode !== null && machineCode === person.machineCode);
  const chip = machine && fleet.chips.get(machine.chipNo);
  if (!machine || !chip || !scenario.work) return Promise.resolve();
  const profile = profileOf(machine.process);
  const self: AtWork = { person, client, machine, chip, random, diary, signal, now, profile };
  if (person.part === 'welder') return workHonestly(self, scenario.work);
  const rhythm = person.part === 'astray' ? scenario.astray : scenario.uncertified;
  return rhythm ? tryInVain(self, rhythm) : Promise.resolve();
}

function visitorsMachines({ world, seed }: SimulationOptions, fleet: Fleet): Hand[] {
  const worked = new Set(world.people.filter(({ part }) => part === 'welder').map(({ machineCode }) => machineCode));
  return world.chips.flatMap((machine) => {
    const chip = fleet.chips.get(machine.chipNo);
    if (!chip || worked.has(machine.machineCode)) return [];
    return [{ chip, profile: profileOf(machine.process), random: Random.for(seed, `hand ${machine.chipNo}`) }];
  });
}

/** Each person has one phone, and is signed in on it for as long as the simulation lasts. */
function phones(url: string, password: string): (username: string) => PlatformClient {
  const clients = new Map<string, PlatformClient>();
  return (username) => {
    const client = clients.get(username) ?? new PlatformClient(url, { username, password });
    clients.set(username, client);
    return client;
  };
}

function deskOf(site: Site, { seed, url, now, pace = 1 }: SimulationOptions, diary: Diary, signal: AbortSignal): Desk {
  const random = Random.for(seed, `desk ${site.place.name} ${site.watcher}`);
  return { site, clientOf: phones(url, site.password), random, diary, signal, now, pace };
}

function loopOf(
  officials: Officials,
  { seed, url, now, pace = 1 }: SimulationOptions,
  diary: Diary,
  signal: AbortSignal,
): Loop {
  const clientOf = phones(url, officials.password);
  return { officials, clientOf, random: Random.for(seed, 'officials'), diary, signal, now, pace };
}

function mischiefs({ world, scenario }: SimulationOptions, fleet: Fleet): Mischief[] {
  const playing = (part: WorldChip['part']) =>
    world.chips.filter((chip) => chip.part === part).flatMap(({ chipNo }) => fleet.chips.get(chipNo) ?? []);
  const kinds: (Omit<Mischief, 'rhythm'> & { rhythm: Mischief['rhythm'] | null })[] = [
    { counted: 'off-platform', chips: playing('off-platform'), rhythm: scenario.offPlatform, play: burnOffPlatform },
    { counted: 'tampered', chips: playing('tamper'), rhythm: scenario.tamper, play: openHousing },
  ];
  return kinds.flatMap(({ rhythm, ...kind }) => (rhythm && kind.chips.length > 0 ? [{ ...kind, rhythm }] : []));
}

/** A chip that nobody is at only says that it is there; it can wait. */
function busyFirst({ chips, people }: World): WorldChip[] {
  const worked = new Set(people.map(({ machineCode }) => machineCode));
  const busy = (chip: WorldChip): boolean => chip.part !== undefined || worked.has(chip.machineCode);
  return [...chips.filter(busy), ...chips.filter((chip) => !busy(chip))];
}

async function keepDiary(diary: Diary, fleet: Fleet, signal: AbortSignal): Promise<void> {
  for (let ms = 5 * SECOND; !signal.aborted; ms = SUMMARY_EVERY_MS) {
    await wait(ms, signal);
    diary.summary(fleet.figures());
  }
}

/** Waits for a platform that is still starting. */
export async function fetchKeys(url: string, signal: AbortSignal): Promise<HeldKey[]> {
  for (let tries = 60; ; tries -= 1) {
    try {
      return readKeySet(await (await fetch(`${url}/.well-known/hanan-unlock-keys.json`, { signal })).json());
    } catch (fault) {
      if (tries === 0 || signal.aborted)
        throw new Error(`no unlock keys from ${url}: is the platform running there?`, { cause: fault });
      await wait(SECOND, signal);
    }
  }
}
