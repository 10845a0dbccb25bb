import { JOB_FINDINGS } from './job-finding-texts';
import { MACHINE_FINDINGS } from './machine-finding-texts';
import { PERMIT_FINDINGS } from './permit-finding-texts';
import { PLACE_FINDINGS } from './place-finding-texts';
import { WELDER_FINDINGS } from './welder-finding-texts';

/** Every finding there is: the table of contents of what can speak against a job. */
export const FINDING_TEXTS = {
  ...MACHINE_FINDINGS,
  ...WELDER_FINDINGS,
  ...PERMIT_FINDINGS,
  ...PLACE_FINDINGS,
  ...JOB_FINDINGS,
} as const;

export type FindingCode = keyof typeof FINDING_TEXTS;
export const FINDING_CODES = Object.keys(FINDING_TEXTS) as FindingCode[];
