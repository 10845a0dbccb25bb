import { HOUR, MINUTE, type Instant } from '../../../kernel/time';

/** Rule `supervision.permit-without-arcs`: how long to wait for what chips still hold, and how short work may be. */
export interface WithoutArcsRule {
  readonly afterHours: number;
  readonly leastMinutes: number;
}

/** A machine of a permit, with its chip as far as known. */
export interface PermitMachine {
  readonly boundAt: Instant | null;
  readonly unboundAt: Instant | null;
  readonly heardAt: Instant | null;
}

export interface WorkedPermit {
  readonly startedAt: Instant;
  readonly finishedAt: Instant;
  readonly machines: readonly PermitMachine[];
  /** An arc of one of its machines in its time, or one that named a job of it. */
  readonly arcSeen: boolean;
}

/**
 * 有票无弧: a permit was begun, finished and closed, its machines all had chips that were heard afterwards, and none of
 * them burned: somebody may have welded with another machine. Machines without chip, or out of reach, explain it.
 */
export const workedWithoutArcs = (
  { startedAt, finishedAt, machines, arcSeen }: WorkedPermit,
  { leastMinutes }: WithoutArcsRule,
): boolean =>
  !arcSeen &&
  finishedAt - startedAt >= leastMinutes * MINUTE &&
  machines.length > 0 &&
  machines.every(
    ({ boundAt, unboundAt, heardAt }) =>
      boundAt !== null &&
      boundAt <= startedAt &&
      (unboundAt === null || unboundAt >= finishedAt) &&
      heardAt !== null &&
      heardAt >= finishedAt,
  );

/** Permits that were closed before this moment have had time to be explained. */
export const settledBefore = ({ afterHours }: WithoutArcsRule, at: Instant): Instant => at - afterHours * HOUR;
