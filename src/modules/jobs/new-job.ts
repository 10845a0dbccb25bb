import type { Facts, MeasuredPosition } from '../../domain/authorization/facts';
import { practiceBearing } from '../../domain/authorization/practice-rules';
import type { JobState } from '../../domain/jobs/job';
import { idleLimitS, reservationS } from '../../domain/jobs/job-limits';
import type { Unlock } from '../../domain/jobs/unlock-claims';
import type { Control } from '../../domain/registry/machine';
import { worksByItself } from '../../domain/registry/machine-facts';
import { SECOND, type Instant } from '../../kernel/time';
import { enterpriseOf, regionOf, type DecisionRecord } from './decision.store';

/** A job as it begins, taken from the facts and the decision that allowed it. */
export interface NewJob {
  readonly id: string;
  readonly machineId: string;
  readonly outlet: number;
  readonly control: Control;
  readonly chipNo: string | null;
  readonly boot: number | null;
  readonly welderId: string;
  readonly automatic: boolean;
  readonly permitId: string | null;
  readonly designatedAreaId: string | null;
  /** The instructor's session on which a pupil's work rests. */
  readonly practiceId: string | null;
  readonly enterpriseId: string | null;
  readonly regionCode: string;
  readonly startedBy: string | null;
  readonly state: Extract<JobState, 'reserved' | 'running'>;
  readonly workUntil: Instant;
  readonly idleLimitS: number;
  readonly reservationMs: number;
  readonly position: MeasuredPosition | null;
  readonly photoId: string | null;
}

/** Only for a decision that allows: machine, welder and end are known then. */
export function newJob(id: string, { facts, decision, at }: DecisionRecord, photoId: string | null): NewJob {
  const { machine, welder, caller, asked, rules, position } = facts;
  if (!decision.allowed || !machine || !welder || decision.until === null)
    throw new Error('a job needs a decision that allows it');
  const regionCode = regionOf(facts, decision);
  const control = controlOf(facts);
  return {
    id,
    machineId: machine.id,
    outlet: asked.outlet,
    control,
    ...chipOf(facts, control),
    welderId: welder.id,
    automatic: worksByItself(machine),
    permitId: decision.permitId,
    designatedAreaId: decision.designatedAreaId,
    practiceId: practiceBearing(facts, at)?.id ?? null,
    enterpriseId: enterpriseOf(facts, decision),
    regionCode,
    startedBy: caller.userId,
    state: control === 'cut' ? 'reserved' : 'running', // nothing waits for a chip that cannot cut
    workUntil: decision.until,
    idleLimitS: idleLimitS(rules, at),
    reservationMs: reservationS(rules, at) * SECOND,
    position,
    photoId,
  };
}

/** Before the chip date, and on gas sets, there is nothing that could switch. */
const controlOf = ({ machine, chip }: Facts): Control =>
  machine && chip && !chip.blocked ? machine.control : 'code-only';

const chipOf = ({ chip }: Facts, control: Control): Pick<NewJob, 'chipNo' | 'boot'> =>
  chip && control !== 'code-only' ? { chipNo: chip.chipNo, boot: chip.boot } : { chipNo: null, boot: null };

/** What its token will say; null where no chip listens. A sensing chip is told too, so that its arcs name the job. */
export const unlockOf = (job: NewJob): Unlock | null =>
  job.chipNo === null || job.boot === null
    ? null
    : {
        jobId: job.id,
        chipNo: job.chipNo,
        boot: job.boot,
        outlet: job.outlet,
        workUntil: job.workUntil,
        idleLimitS: job.idleLimitS,
      };
