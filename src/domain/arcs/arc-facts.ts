import type { Instant } from '../../kernel/time';
import type { Certificate, Operation } from '../certificates/certificate';
import type { Arc } from './arc';

/** Whether the chip's machine may be used at all; anything but `registered` is judged before jobs are looked at. */
export type Registration = 'registered' | 'unbound' | 'blocked' | 'scrapped' | 'lost';

/** What lets a job burn at its place: the permit's period, or that of the designated area (固定动火区). */
export interface WorkAuthority {
  readonly kind: 'permit' | 'designated-area';
  readonly id: string;
  readonly from: Instant;
  /** The first moment after; null has no end. */
  readonly to: Instant | null;
}

/** A job of the machine as arcs are judged against it, whether it began online, by one-time code or on paper. */
export interface CoveringJob {
  readonly id: string;
  readonly outlet: number;
  readonly state: 'reserved' | 'running' | 'finished' | 'stopped' | 'failed';
  /**
   * The chip and the start (boot) to which the job gave power, and the `up` at which a one-time code was typed. Null:
   * no chip switches the machine.
   */
  readonly unlocked: { readonly chipNo: string; readonly boot: number; readonly up: number | null } | null;
  readonly welderId: string;
  /** When it was authorised: from then on the chip holds a token. */
  readonly from: Instant;
  /** When it ended or has to end, whichever is earlier. */
  readonly to: Instant;
  /** Its time was over before anybody ended it: the platform then waits for the arc to stop. */
  readonly endedByTime: boolean;
  readonly authority: WorkAuthority | null;
  /** Every certificate of its welder; which of them held at arc time is judged here. */
  readonly certificates: readonly Certificate[];
  /** When the instructor's session ended in which a pupil worked; missing where nobody instructed. */
  readonly instructedUntil?: Instant | null;
}

/** Work on numbered paper in an outage, entered afterwards: it names the machine, and its time lies within the outage. */
export interface PaperWork {
  readonly id: string;
  /** As printed. */
  readonly number: string;
  readonly from: Instant;
  readonly to: Instant;
  /** Every certificate of the welders it names. */
  readonly certificates: readonly Certificate[];
}

/** Power that a technician gave for a test of the chip, without a job. */
export interface TestPower {
  readonly id: string;
  readonly chipNo: string;
  readonly from: Instant;
  /** When it ended or has to end, whichever is earlier. */
  readonly to: Instant;
}

export interface ArcFacts {
  readonly arc: Arc;
  readonly registration: Registration;
  /** Jobs of the machine around the arc, in any order. */
  readonly jobs: readonly CoveringJob[];
  /** Paper permits that name the machine around the arc. */
  readonly papers?: readonly PaperWork[];
  /** Tests of the machine's chip around the arc. */
  readonly tests?: readonly TestPower[];
  /** The operation the machine's process asks for; null if no rule names one: then any certificate will do. */
  readonly operation: Operation | null;
  /** Least tolerance at both ends (rule `arc.grace-ms`); one sample interval if that is longer. */
  readonly leastGraceMs: number;
  /** How long power stays on past an end by time until the arc stops (rule `job.stop-grace-seconds`). */
  readonly stopGraceMs: number;
  /** The chip has told the arcs of several outlets apart. */
  readonly outletsApart: boolean;
}
