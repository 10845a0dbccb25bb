import { ApiProperty } from '@nestjs/swagger';
import { ESCALATION_LEVELS, type EscalationLevel } from '../../domain/violations/escalation';
import { VIOLATION_COMMANDS, type ViolationCommand } from '../../domain/violations/violation-life-cycle';
import { CERTAINTIES, GRADES, KINDS, SOURCES, VIOLATION_STATES, type Certainty, type Grade, type Source, type ViolationKind, type ViolationState } from '../../domain/violations/violation-kinds'; // prettier-ignore
import {
  ViolationArc,
  ViolationAssignee,
  ViolationHistoryEntry,
  ViolationMajorBasis,
  ViolationStopOrder,
} from './case-parts.dto';

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

  /** 虚假整改: how often it was said to be put right and was not. */
  falseRectifications: number;

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
