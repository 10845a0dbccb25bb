import { ApiProperty } from '@nestjs/swagger';
import { CERTIFICATE_STATES, type CertificateState } from '../../../domain/certificates/certificate-state';
import { OPERATIONS, type Operation } from '../../../domain/certificates/certificate';
import { PERMIT_STATES, type PermitState } from '../../../domain/permits/permit';
import { ROLL_OUT_MODES, type RollOutMode } from '../../../domain/authorization/roll-out-modes';
import { CONTROLS, MACHINE_STATUSES, PROCESSES, type Control, type MachineStatus, type Process } from '../../../domain/registry/machine'; // prettier-ignore
import { TONES, type Tone } from '../../../domain/standing/standing';
import {
  GRADES,
  KINDS,
  VIOLATION_STATES,
  type Grade,
  type ViolationKind,
  type ViolationState,
} from '../../../domain/violations/violation-kinds';
import { SignboardView } from '../../permit-views/signboard/signboard.dto';

const CODE_KINDS = ['machine', 'welder', 'permit', 'training', 'blank'] as const;
export type CodeKind = (typeof CODE_KINDS)[number];

export class CodeMachine {
  id: string;
  model: string;

  @ApiProperty({ enum: PROCESSES })
  process: Process;

  @ApiProperty({ enum: CONTROLS })
  control: Control;

  outlets: number;

  /** The last good day of its safety check. */
  @ApiProperty({ type: String, nullable: true, format: 'date' })
  inspectionDueOn: string | null;

  @ApiProperty({ enum: MACHINE_STATUSES })
  status: MachineStatus;

  hasChip: boolean;

  /** False: what is said of it is its enterprise's word, and nobody checked it on site. */
  factsConfirmed: boolean;

  inUse: boolean;

  /** How strictly it is asked there who is at the machine. */
  @ApiProperty({ enum: ROLL_OUT_MODES })
  identity: RollOutMode;
}

export class CodeWelder {
  id: string;

  /** The family name only (王师傅), unless the caller is an official, of the same enterprise, or the welder. */
  name: string;

  /** Whether a certificate is in order now. */
  inOrder: boolean;

  /** What the certificates in order allow. */
  @ApiProperty({ enum: OPERATIONS, isArray: true })
  operations: Operation[];

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  validTo: string | null;
}

export class CodePermit {
  id: string;
  number: string;
  place: string;
  content: string;

  @ApiProperty({ format: 'date-time' })
  plannedStart: string;

  @ApiProperty({ format: 'date-time' })
  plannedEnd: string;

  @ApiProperty({ enum: PERMIT_STATES })
  state: PermitState;

  signboard: SignboardView;
}

export class MyCertificate {
  id: string;

  @ApiProperty({ enum: OPERATIONS, isArray: true })
  operations: Operation[];

  @ApiProperty({ format: 'date' })
  validTo: string;

  /** What it is worth now. */
  @ApiProperty({ enum: CERTIFICATE_STATES })
  status: CertificateState;
}

export class MyPermit {
  id: string;
  number: string;
  place: string;

  @ApiProperty({ enum: PERMIT_STATES })
  state: PermitState;

  @ApiProperty({ format: 'date-time' })
  plannedEnd: string;

  /** How strictly it is asked there who is at the machine. */
  @ApiProperty({ enum: ROLL_OUT_MODES })
  identity: RollOutMode;
}

/** A fixed work point of the welder or of the repair shop they work for: no permit is asked for there. */
export class MyWorkshop {
  id: string;
  name: string;

  /** WGS-84. */
  lat: number;
  lng: number;
  radiusM: number;

  @ApiProperty({ format: 'date-time' })
  validTo: string;

  /** How strictly it is asked there who is at the machine. */
  @ApiProperty({ enum: ROLL_OUT_MODES })
  identity: RollOutMode;
}

export class MyJob {
  id: string;
  state: string;
}

/** What the caller has to do with it. */
export class CodeMine {
  @ApiProperty({ type: [MyCertificate] })
  certificates: MyCertificate[];

  /** Permits around now that name the welder, or that the caller watches or answers for; for a machine those that admit it. */
  @ApiProperty({ type: [MyPermit] })
  permits: MyPermit[];

  /** Confirmed workshops where the welder may work without a permit; all else applies. */
  @ApiProperty({ type: [MyWorkshop] })
  workshops: MyWorkshop[];

  @ApiProperty({ type: MyJob, nullable: true })
  currentJob: MyJob | null;
}

export class OfficialViolation {
  id: string;

  @ApiProperty({ enum: KINDS })
  kind: ViolationKind;

  @ApiProperty({ enum: GRADES })
  grade: Grade;

  @ApiProperty({ enum: VIOLATION_STATES })
  state: ViolationState;

  @ApiProperty({ format: 'date-time' })
  foundAt: string;
}

export class OfficialJob {
  id: string;
  state: string;

  /** Of a machine: who works with it. Of a welder: on what. */
  with: string;

  @ApiProperty({ format: 'date-time' })
  since: string;
}

/** For officials alone. */
export class CodeOfficial {
  regionCode: string;

  @ApiProperty({ type: String, nullable: true })
  enterpriseName: string | null;

  @ApiProperty({ type: String, nullable: true })
  chipNo: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  lastHeardAt: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'masked' })
  idNumber: string | null;

  @ApiProperty({ type: [OfficialViolation] })
  openViolations: OfficialViolation[];

  @ApiProperty({ type: [OfficialJob] })
  jobs: OfficialJob[];
}

/** What a scanned code stands for, as far as the caller may see it. */
export class CodePage {
  /** As the register writes it. */
  code: string;

  @ApiProperty({ enum: CODE_KINDS })
  kind: CodeKind;

  /** Status of the machine or welder, state of the permit; `blank` or `voided` for a code without either. */
  status: string;

  title: string;

  /** This sticker gave way to another: the code that counts now. */
  @ApiProperty({ type: String, nullable: true })
  replacedBy: string | null;

  @ApiProperty({ enum: TONES })
  tone: Tone;

  /** How it stands, in one sentence. */
  sentence: string;

  @ApiProperty({ type: CodeMachine, nullable: true })
  machine: CodeMachine | null;

  @ApiProperty({ type: CodeWelder, nullable: true })
  welder: CodeWelder | null;

  @ApiProperty({ type: CodePermit, nullable: true })
  permit: CodePermit | null;

  @ApiProperty({ type: CodeMine, nullable: true })
  mine: CodeMine | null;

  @ApiProperty({ type: CodeOfficial, nullable: true })
  official: CodeOfficial | null;
}
