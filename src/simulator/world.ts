import { readFileSync, writeFileSync } from 'node:fs';

/** What the simulator is told about a platform: which chips exist, who signs in, and where they stand. */
export interface World {
  readonly chips: readonly WorldChip[];
  readonly people: readonly Person[];
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
