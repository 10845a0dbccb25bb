import { SECOND } from '../kernel/time';
import type { Random, Range } from './random';

/** How one process looks to a current sensor: hand welding burns an electrode down, wire and tungsten go seam by seam. */
export interface WeldProfile {
  /** Share of the rated current that is usually set. */
  readonly load: Range;
  /** Volts between electrode and work while the arc burns, at 0 A and added for each ampere (IEC 60974-1). */
  readonly volts: { readonly at0: number; readonly perAmp: number };
  readonly openCircuitV: number;
  /** How far the current strays from its mean, and how high a short circuit peaks above it. */
  readonly wander: number;
  readonly peak: Range;
  /** Milliseconds of arc and of pause between two arcs. */
  readonly burst: Range;
  readonly pause: Range;
}

const seconds = (least: number, most: number): Range => [least * SECOND, most * SECOND];

const MMA: WeldProfile = {
  load: [0.3, 0.55],
  volts: { at0: 20, perAmp: 0.04 },
  openCircuitV: 68,
  wander: 0.08,
  peak: [1.25, 1.6],
  burst: seconds(35, 90),
  pause: seconds(8, 25),
};

const GMAW: WeldProfile = {
  load: [0.35, 0.7],
  volts: { at0: 14, perAmp: 0.05 },
  openCircuitV: 56,
  wander: 0.05,
  peak: [1.4, 1.9],
  burst: seconds(12, 45),
  pause: seconds(5, 20),
};

const GTAW: WeldProfile = {
  load: [0.25, 0.5],
  volts: { at0: 10, perAmp: 0.04 },
  openCircuitV: 64,
  wander: 0.02,
  peak: [1.03, 1.1],
  burst: seconds(20, 70),
  pause: seconds(10, 30),
};

const PLASMA: WeldProfile = {
  load: [0.6, 0.95],
  volts: { at0: 80, perAmp: 0.4 },
  openCircuitV: 250,
  wander: 0.02,
  peak: [1.02, 1.08],
  burst: seconds(8, 40),
  pause: seconds(10, 40),
};

const PROFILES: Readonly<Record<string, WeldProfile>> = { MMA, GMAW, GTAW, PLASMA, SAW: GMAW, PAW: GTAW };

export const profileOf = (process: string): WeldProfile => PROFILES[process] ?? MMA;

/** The current a welder sets for one job. */
export const chooseCurrent = (profile: WeldProfile, ratedA: number, random: Random): number =>
  Math.round(ratedA * random.between(profile.load));

export interface Reading {
  readonly amps: number;
  readonly peakA: number;
  readonly volts: number;
}

/** What the sensor reads over one slice of a burning arc. */
export function readArc(profile: WeldProfile, setA: number, random: Random): Reading {
  const amps = setA * (1 + random.between([-profile.wander, profile.wander]));
  return {
    amps,
    peakA: amps * random.between(profile.peak),
    volts: profile.volts.at0 + profile.volts.perAmp * amps,
  };
}
