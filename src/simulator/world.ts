import { readFileSync, writeFileSync } from 'node:fs';

/** What the simulator is told about a platform: which chips exist, who signs in, and where they stand. */
export interface World {
  readonly chips: readonly WorldChip[];
  readonly people: readonly Person[];
  /** Places that work by permit; an older file has none. */
  readonly sites?: readonly Site[];
  /** Who looks after what was found; without them nobody does. */
  readonly officials?: Officials;
}

/** User names; all share one password. */
export interface Officials {
  readonly supervisor: string;
  readonly reviewer: string;
  /** Who puts it right, by enterprise. */
  readonly rectifiers: Readonly<Record<string, string>>;
  readonly password: string;
}

export interface WorldChip {
  readonly chipNo: string;
  /** 64 hexadecimal digits, as the factory imported them. */
  readonly secretHex: string;
  /** Of the machine it is bound to; null for a chip without machine. */
  readonly machineCode: string | null;
  readonly process: string;
  readonly ratedCurrentA: number;
  readonly outlets: number;
  /** WGS-84. */
  readonly lat: number;
  readonly lng: number;
  /** Whose mischief is played with it; the chips of everyone else are only switched on. */
  readonly part?: 'off-platform' | 'tamper';
}

export interface Person {
  readonly username: string;
  readonly password: string;
  /**
   * `welder` works at their machine; `uncertified` tries to and is refused; `astray` tries from another place;
   * `watcher` looks after the permits that name them.
   */
  readonly part: 'welder' | 'uncertified' | 'astray' | 'watcher';
  readonly machineCode: string | null;
  /** Has to wait for a permit that names them; elsewhere the place is approved for good. */
  readonly byPermit?: boolean;
}

/** A place that works by permit, with the people who keep it in order. */
export interface Site {
  readonly regime: string;
  readonly level: string;
  readonly enterpriseId: string;
  readonly place: {
    readonly name: string;
    readonly lat: number;
    readonly lng: number;
    readonly radiusM: number;
    readonly openAir: boolean;
    readonly kinds: readonly string[];
  };
  readonly content: string;
  readonly method: string;
  readonly gases: readonly string[];
  readonly welderIds: readonly string[];
  readonly machineIds: readonly string[];
  /** The watcher's user id. */
  readonly fireWatchId: string;
  /** How long the permit is asked for, and how long the work then really takes. */
  readonly hours: number;
  readonly workMs: number;
  /** User names; all of a site share one password. */
  readonly applicant: string;
  readonly signers: readonly string[];
  readonly watcher: string;
  readonly password: string;
  /** In this state the permit waits for somebody else, a visitor perhaps; once they took it further, another is asked for. */
  readonly until?: 'submitted' | 'issued';
}

/** Secrets and passwords are in it: nobody else may read it. */
export const writeWorld = (file: string, world: World): void =>
  writeFileSync(file, `${JSON.stringify(world, null, 1)}\n`, { mode: 0o600 });

export function readWorld(file: string): World {
  const world = JSON.parse(readFileSync(file, 'utf8')) as Partial<World>;
  if (!Array.isArray(world.chips) || !Array.isArray(world.people))
    throw new Error(`${file} must hold {"chips": […], "people": […]}`);
  return world as World;
}
