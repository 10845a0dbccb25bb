import { ApiProperty } from '@nestjs/swagger';
import { STOP_STANDINGS, type StopStanding } from '../../domain/jobs/stop-order';
import { END_REASONS, JOB_STATES, type EndReason, type JobState } from '../../domain/jobs/job';
import { CONTROLS, PROCESSES, type Control, type Process } from '../../domain/registry/machine';

const SEVERITIES = ['block', 'warn', 'observe'] as const;

export class FindingView {
  @ApiProperty({ example: 'permit.expired' })
  code: string;

  @ApiProperty({ enum: SEVERITIES })
  severity: (typeof SEVERITIES)[number];

  message: string;

  /** What to do about it. */
  remedy: string;

  @ApiProperty({ type: String, nullable: true })
  legalBasis: string | null;
}

export class DecisionView {
  allowed: boolean;

  @ApiProperty({ type: [FindingView] })
  findings: FindingView[];
}

/** An answer that help can be asked for with (`POST /help`). */
export class AskedDecision extends DecisionView {
  decisionId: string;
}

export class JobMachine {
  id: string;
  code: string;
  model: string;

  @ApiProperty({ enum: PROCESSES })
  process: Process;
}

export class JobWelder {
  id: string;
  name: string;
}

export class JobEnterprise {
  id: string;
  name: string;
}

export class JobPermit {
  id: string;
  number: string;
  plannedEnd: string;
}

export class JobWarning {
  /** The reason the job is about to end for. */
  @ApiProperty({ enum: END_REASONS })
  code: EndReason;

  /** When; the arc may burn on a little, but power goes at the latest a minute later. */
  endsAt: string;

  message: string;
}

export class JobLive {
  @ApiProperty({ type: Number, nullable: true })
  currentA: number | null;
}

export class JobStopOrder {
  /** `provisional`: an inspector’s, until the regulator confirms or lifts it. */
  @ApiProperty({ enum: STOP_STANDINGS })
  standing: StopStanding;

  reason: string;
  orderedBy: string;
  orderedAt: string;

  @ApiProperty({ type: String, nullable: true })
  photoId: string | null;

  @ApiProperty({ type: String, nullable: true })
  dueAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  decidedBy: string | null;

  @ApiProperty({ type: String, nullable: true })
  decidedAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;
}

/** The platform has asked for one more photo of the welder. */
export class JobPhotoAsk {
  askedAt: string;
  dueAt: string;

  @ApiProperty({ type: String, nullable: true })
  answeredAt: string | null;
}

export class JobView {
  id: string;

  @ApiProperty({ enum: JOB_STATES })
  state: JobState;

  @ApiProperty({ enum: CONTROLS })
  control: Control;

  outlet: number;
  machineId: string;
  machine: JobMachine;
  welderId: string;
  welder: JobWelder;

  /** Whose work it is; null for a welder of their own. */
  @ApiProperty({ type: JobEnterprise, nullable: true })
  enterprise: JobEnterprise | null;

  @ApiProperty({ type: String, nullable: true })
  permitId: string | null;

  @ApiProperty({ type: JobPermit, nullable: true })
  permit: JobPermit | null;

  reservedAt: string;

  /** When power came. */
  @ApiProperty({ type: String, nullable: true })
  runningAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  startedAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  endedAt: string | null;

  /** Work ends then at the latest. */
  workUntil: string;
  until: string;
  arcMs: number;
  arcOpen: boolean;

  /** Measured now; null once the job is over or where no chip measures. */
  @ApiProperty({ type: JobLive, nullable: true })
  live: JobLive | null;

  @ApiProperty({ type: Number, nullable: true })
  currentA: number | null;

  @ApiProperty({ type: [JobWarning] })
  warnings: JobWarning[];

  @ApiProperty({ enum: END_REASONS, nullable: true })
  endReason: EndReason | null;

  @ApiProperty({ type: JobPhotoAsk, nullable: true })
  photoAsk: JobPhotoAsk | null;

  /** The order by which it was stopped. */
  @ApiProperty({ type: JobStopOrder, nullable: true })
  stopOrder: JobStopOrder | null;

  @ApiProperty({ type: DecisionView, nullable: true })
  decision: DecisionView | null;
}

export class JobPage {
  @ApiProperty({ type: [JobView] })
  items: JobView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class OfflineCodeView {
  /** One digit for the hours and eight digits, as typed into the chip. */
  @ApiProperty({ example: '341592653' })
  code: string;

  counter: number;

  /** To be typed before then; asking again gives the same code until then. */
  validUntil: string;
}
