import { MINUTE, SECOND } from '../kernel/time';
import type { Range } from './random';

/** How a day goes: lengths in milliseconds, each drawn between two ends. */
export interface Scenario {
  readonly title: string;
  /** Null: nobody works. */
  readonly work: Work | null;
  /** Null: nobody does. Otherwise the wait before the first time, and between two. */
  readonly offPlatform: Rhythm | null;
  readonly tamper: Rhythm | null;
  readonly uncertified: Rhythm | null;
  /** Scans from far away. Rarely: whoever reads the statistics should not take it for the platform refusing honest people. */
  readonly astray: Rhythm | null;
}

export interface Work {
  readonly before: Range;
  readonly job: Range;
  readonly pause: Range;
}

export interface Rhythm {
  readonly first: Range;
  readonly between: Range;
}

const seconds = (least: number, most: number): Range => [least * SECOND, most * SECOND];
const minutes = (least: number, most: number): Range => [least * MINUTE, most * MINUTE];

const WORK: Work = { before: seconds(2, 75), job: minutes(3, 12), pause: minutes(1, 5) };

/** Whoever looks for the first time sees each kind of thing within a minute or so, and then no more than a person can follow. */
const MIXED: Scenario = {
  title: 'honest work, now and then an arc without a job, tries that are refused, rarely an opened chip',
  work: WORK,
  offPlatform: { first: seconds(30, 45), between: minutes(6, 15) },
  tamper: { first: minutes(15, 25), between: minutes(90, 180) },
  uncertified: { first: seconds(8, 40), between: minutes(3, 8) },
  astray: { first: seconds(20, 60), between: minutes(60, 120) },
};

const HONEST: Scenario = {
  title: 'everyone works as they should',
  work: WORK,
  ...{ offPlatform: null, tamper: null, uncertified: null, astray: null },
};

const IDLE: Scenario = {
  title: 'the chips are switched on and measure nothing',
  ...{ work: null, offPlatform: null, tamper: null, uncertified: null, astray: null },
};

const ROGUE: Scenario = {
  title: 'work as usual, and arcs without a job one after the other',
  work: WORK,
  offPlatform: { first: seconds(2, 30), between: seconds(20, 90) },
  tamper: { first: minutes(1, 3), between: minutes(5, 15) },
  uncertified: { first: seconds(2, 30), between: seconds(30, 120) },
  astray: { first: seconds(2, 30), between: seconds(60, 240) },
};

export const SCENARIOS: Readonly<Record<string, Scenario>> = { mixed: MIXED, honest: HONEST, idle: IDLE, rogue: ROGUE };
