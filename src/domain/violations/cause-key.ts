import { kindOf, type Subject, type ViolationKind } from './violation-kinds';

/** The people and things that a finding is about, if they are known. */
export interface Subjects {
  readonly machineId?: string | null;
  readonly chipNo?: string | null;
  readonly welderId?: string | null;
  readonly permitId?: string | null;
  readonly jobId?: string | null;
}

const idOf: Readonly<Record<Subject, (of: Subjects) => string | null | undefined>> = {
  machine: (of) => of.machineId,
  chip: (of) => of.chipNo,
  welder: (of) => of.welderId,
  permit: (of) => of.permitId,
  job: (of) => of.jobId,
};

/** The cause if the subject of a kind is unknown: the next best subject that repeats. */
const FALLBACK: readonly Subject[] = ['machine', 'chip', 'permit', 'job', 'welder'];

/**
 * The cause of a detector's finding. While a violation with this cause is open, the same finding is counted on it and
 * makes no second one. Inspectors do not read a list that is full of repeats.
 */
export function causeKey(kind: ViolationKind, of: Subjects, facet?: string): string {
  const subject = [kindOf(kind).subject, ...FALLBACK].find((one) => idOf[one](of));
  if (!subject) throw new Error(`a finding of "${kind}" names nothing it could be about`);
  const cause = `${kind}:${subject}:${idOf[subject](of)}`;
  return facet === undefined ? cause : `${cause}:${facet}`;
}

/** What a person records stands for itself: two inspectors' records of one machine are two records. */
export const recordCause = (violationId: string): string => `record:${violationId}`;
