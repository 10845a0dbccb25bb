import type { ViolationDetail } from '../supervision/violation.dto';
import type { WorkOfCase } from './kept-decisions.view';

/** The job at which it was found, and those that its arcs burned under. */
export const jobsOf = ({ jobId, arcs }: ViolationDetail): string[] => [
  ...new Set([jobId, ...arcs.map((arc) => arc.jobId)].filter((id) => id !== null)),
];

export const workOf = (found: ViolationDetail): WorkOfCase => ({
  jobIds: jobsOf(found),
  machineId: found.machineId,
  regionCode: found.regionCode,
  foundAt: Date.parse(found.foundAt),
});
