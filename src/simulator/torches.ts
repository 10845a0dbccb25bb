import type { Random } from './random';
import { chooseCurrent, profileOf, readArc, type Reading, type WeldProfile } from './weld-profile';

/** The torches of one machine: where an arc has been struck, and what the sensor of an outlet then reads. */
export class Torches {
  private readonly profile: WeldProfile;
  private readonly lit = new Map<number, number>(); // outlet → the current that is set

  constructor(
    process: string,
    private readonly ratedCurrentA: number,
    private readonly random: Random,
  ) {
    this.profile = profileOf(process);
  }

  /** Outlets with an arc. */
  get burning(): number[] {
    return [...this.lit.keys()];
  }

  strike(outlet: number): void {
    this.lit.set(outlet, chooseCurrent(this.profile, this.ratedCurrentA, this.random));
  }

  /** False where none burned. */
  release(outlet: number): boolean {
    return this.lit.delete(outlet);
  }

  releaseAll(): void {
    this.lit.clear();
  }

  read(outlet: number, powered: boolean): Reading {
    const set = this.lit.get(outlet);
    if (set !== undefined) return readArc(this.profile, set, this.random);
    return { amps: 0, peakA: 0, volts: powered ? this.profile.openCircuitV : 0 };
  }
}
