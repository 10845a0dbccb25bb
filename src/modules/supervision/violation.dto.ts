import { ApiProperty } from '@nestjs/swagger';
import { ESCALATION_LEVELS, type EscalationLevel } from '../../domain/violations/escalation';
import { VIOLATION_COMMANDS, VIOLATION_STATES, type ViolationCommand, type ViolationState } from '../../domain/violations/violation-life-cycle'; // prettier-ignore
import { CERTAINTIES, GRADES, KINDS, SOURCES, type Certainty, type Grade, type Source, type ViolationKind } from '../../domain/violations/violation-kinds'; // prettier-ignore
import { ROLES, type Role } from '../identity/permissions';
import { JobStopOrder } from '../jobs/job.dto';

export const ASSIGNEE_KINDS = ['person', 'enterprise'] as const;

export class ViolationAssignee {
  @ApiProperty({ enum: ASSIGNEE_KINDS })
  kind: (typeof ASSIGNEE_KINDS)[number];

  id: string;
  name: string;
}

export class ViolationView {
  id: string;

  @ApiProperty({ enum: KINDS })
  kind: ViolationKind;

  @ApiProperty({ enum: GRADES })
  grade: Grade;

  /** 1 minor, 2 serious, 3 grave. */
  severity: number;

  /** 重大事故隐患: a text in force names it for this trade. */
  majorHazard: boolean;

  @ApiProperty({ enum: VIOLATION_STATES })
  state: ViolationState;

  @ApiProperty({ enum: CERTAINTIES })
  certainty: Certainty;

  @ApiProperty({ enum: SOURCES })
  source: Source;

  regionCode: string;

  @ApiProperty({ type: String, nullable: true })
  enterpriseId: string | null;

  @ApiProperty({ type: String, nullable: true })
  enterpriseName: string | null;

  @ApiProperty({ type: String, nullable: true })
  machineId: string | null;

  @ApiProperty({ type: String, nullable: true })
  machineName: string | null;

  @ApiProperty({ type: String, nullable: true })
  machineCode: string | null;

  /** How many machines its arcs burned on. */
  machines: number;

  @ApiProperty({ type: String, nullable: true })
  chipNo: string | null;

  @ApiProperty({ type: String, nullable: true })
  welderId: string | null;

  @ApiProperty({ type: String, nullable: true })
  welderName: string | null;

  @ApiProperty({ type: String, nullable: true })
  permitId: string | null;

  @ApiProperty({ type: String, nullable: true })
  jobId: string | null;

  @ApiProperty({ type: String, nullable: true })
  place: string | null;

  @ApiProperty({ type: Number, nullable: true })
  lat: number | null;

  @ApiProperty({ type: Number, nullable: true })
  lng: number | null;

  description: string;
  occurrences: number;
  foundAt: string;

  /** The latest occurrence. */
  lastAt: string;

  @ApiProperty({ type: String, nullable: true })
  dueAt: string | null;

  @ApiProperty({ enum: ESCALATION_LEVELS, nullable: true, description: 'the last level told that it is overdue' })
  escalatedTo: EscalationLevel | null;

  /** Not put right in time. */
  overdue: boolean;

  @ApiProperty({ type: ViolationAssignee, nullable: true })
  assignedTo: ViolationAssignee | null;
}

export class ViolationPage {
  @ApiProperty({ type: [ViolationView] })
  items: ViolationView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class ViolationHistoryEntry {
  at: string;
  command: string;

  @ApiProperty({ enum: VIOLATION_STATES })
  toState: ViolationState;

  byName: string;

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

export class ViolationDetail extends ViolationView {
  /** Open to the caller now. */
  @ApiProperty({ enum: VIOLATION_COMMANDS, isArray: true })
  commands: ViolationCommand[];

  @ApiProperty({ type: [String] })
  photoIds: string[];

  /** What it rests on, in words. */
  @ApiProperty({ type: [String] })
  evidence: string[];

  @ApiProperty({ type: String, nullable: true })
  legalBasis: string | null;

  /** What the law provides for; the platform decides no fine. */
  @ApiProperty({ type: String, nullable: true })
  penalty: string | null;

  @ApiProperty({ type: [ViolationArc] })
  arcs: ViolationArc[];

  /** The text that makes it a major hazard. */
  @ApiProperty({ type: ViolationMajorBasis, nullable: true })
  majorBasis: ViolationMajorBasis | null;

  /** 挂牌. */
  @ApiProperty({ type: String, nullable: true })
  listedAt: string | null;

  /** 督办. */
  @ApiProperty({ type: String, nullable: true })
  supervisedAt: string | null;

  /** Handed to the police. */
  @ApiProperty({ type: String, nullable: true })
  handedOverAt: string | null;

  /** When the principal of the enterprise was told of a major hazard. */
  @ApiProperty({ type: String, nullable: true })
  toldAt: string | null;

  /** The order by which its work was stopped on the spot. */
  @ApiProperty({ type: ViolationStopOrder, nullable: true })
  stopOrder: ViolationStopOrder | null;

  @ApiProperty({ type: [ViolationHistoryEntry] })
  history: ViolationHistoryEntry[];

  version: number;
}
