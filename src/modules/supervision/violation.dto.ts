import { ApiProperty } from '@nestjs/swagger';
import { ESCALATION_LEVELS, type EscalationLevel } from '../../domain/violations/escalation';
import { VIOLATION_COMMANDS, VIOLATION_STATES, type ViolationCommand, type ViolationState } from '../../domain/violations/violation-life-cycle'; // prettier-ignore
import { CERTAINTIES, GRADES, KINDS, SOURCES, type Certainty, type Grade, type Source, type ViolationKind } from '../../domain/violations/violation-kinds'; // prettier-ignore

export class ViolationView {
  id: string;

  @ApiProperty({ enum: KINDS })
  kind: ViolationKind;

  @ApiProperty({ enum: GRADES })
  grade: Grade;

  /** 1 minor, 2 serious, 3 major (重大). */
  severity: number;

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
  machineId: string | null;

  @ApiProperty({ type: String, nullable: true })
  chipNo: string | null;

  @ApiProperty({ type: String, nullable: true })
  welderId: string | null;

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

export class ViolationAssignee {
  id: string;
  name: string;
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

  @ApiProperty({ type: ViolationAssignee, nullable: true })
  assignedTo: ViolationAssignee | null;

  @ApiProperty({ type: [ViolationHistoryEntry] })
  history: ViolationHistoryEntry[];

  version: number;
}
