import { ApiProperty } from '@nestjs/swagger';
import { VIOLATION_STATES, type ViolationState } from '../../domain/violations/violation-kinds';
import { ROLES, type Role } from '../../domain/people/roles';
import { JobStopOrder } from '../jobs/job.dto';

export const ASSIGNEE_KINDS = ['person', 'enterprise'] as const;

export class ViolationAssignee {
  @ApiProperty({ enum: ASSIGNEE_KINDS })
  kind: (typeof ASSIGNEE_KINDS)[number];

  id: string;
  name: string;
}

export class ViolationHistoryEntry {
  at: string;
  command: string;

  @ApiProperty({ enum: VIOLATION_STATES })
  toState: ViolationState;

  byName: string;

  /** Not the platform itself. */
  byPerson: boolean;

  /** What was done or why, as the person wrote it. */
  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  @ApiProperty({ type: [String] })
  photoIds: string[];
}

/** One arc that the case stands on, with the version of its verdict that is in force. */
export class ViolationArc {
  id: string;
  chipNo: string;

  @ApiProperty({ type: String, nullable: true })
  machineId: string | null;

  @ApiProperty({ type: String, nullable: true })
  machineName: string | null;

  @ApiProperty({ type: String, nullable: true })
  machineCode: string | null;

  outlet: number;

  @ApiProperty({ type: String, nullable: true })
  welderName: string | null;

  @ApiProperty({ type: String, nullable: true })
  jobId: string | null;

  /** Where its time is not known, the latest moment possible. */
  startedAt: string;
  timeKnown: boolean;

  @ApiProperty({ type: String, nullable: true })
  endedAt: string | null;

  lengthMs: number;
  peakA: number;
  verdict: string;
  version: number;
  judgedAt: string;

  /** Late data took it off the case. */
  cleared: boolean;
}

/** An order by which work was stopped on the spot, and the job it stopped. */
export class ViolationStopOrder extends JobStopOrder {
  jobId: string;
}

export class ViolationMajorBasis {
  standard: string;

  @ApiProperty({ example: '应急管理部令第10号' })
  document: string;

  item: string;
}

export class AssigneeChoice {
  @ApiProperty({ enum: ASSIGNEE_KINDS })
  kind: (typeof ASSIGNEE_KINDS)[number];

  id: string;
  name: string;

  @ApiProperty({ enum: ROLES, isArray: true })
  roles: Role[];

  @ApiProperty({ type: String, nullable: true })
  regionCode: string | null;
}

export class AssigneeChoices {
  @ApiProperty({ type: [AssigneeChoice] })
  items: AssigneeChoice[];
}
