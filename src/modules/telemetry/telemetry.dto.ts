import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Length, Matches } from 'class-validator';
import { PageQuery } from '../../platform/http/page';
import { IsTime } from '../../platform/http/times.decorator';

export class ArcPageQuery extends PageQuery {
  /** Only arcs of this job. */
  @IsOptional()
  @IsString()
  @Matches(/^[0-9A-Za-z]{1,40}$/)
  jobId?: string;

  /** By their beginning; `from` belongs to it, `to` does not. */
  @IsOptional()
  @IsTime()
  @ApiPropertyOptional({ format: 'date-time' })
  from?: string;

  @IsOptional()
  @IsTime()
  @ApiPropertyOptional({ format: 'date-time' })
  to?: string;
}

export class ArcVerdictView {
  @ApiProperty({ enum: ['platform', 'certificate', 'permit'] })
  rule: string;

  verdict: string;

  @ApiProperty({ type: String, nullable: true })
  jobId: string | null;
}

export class ArcView {
  id: string;
  machineId: string;
  chipNo: string;
  outlet: number;

  /** Where its time is not known: the latest moment at which it can have begun. */
  startedAt: string;

  /** The earliest moment at which it can have begun; null: its time is known. */
  @ApiProperty({ type: String, nullable: true })
  earliestAt: string | null;

  /** Null while it burns. */
  @ApiProperty({ type: String, nullable: true })
  endedAt: string | null;

  lastSeenAt: string;

  /** Nothing more was heard of it or of its chip: it was ended by rule where it was last seen. */
  lost: boolean;

  /** Its samples are still kept. False: it is older than they are kept (rule `retention.samples-days`) and stands alone. */
  samplesKept: boolean;

  arcMs: number;
  peakA: number;

  /** What the chip said it worked under. */
  @ApiProperty({ type: String, nullable: true })
  claimedJobId: string | null;

  @ApiProperty({ type: [ArcVerdictView] })
  verdicts: ArcVerdictView[];
}

export class ArcPage {
  @ApiProperty({ type: [ArcView] })
  items: ArcView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class ChipPositionView {
  lat: number;
  lng: number;

  @ApiProperty({ type: Number, nullable: true })
  accuracyM: number | null;

  at: string;
}

/** Messages, or parts of messages, of the last 24 hours that could not be read: somebody has to look at the chip. */
export class UnreadableView {
  count: number;
  lastAt: string;

  /** Of the last one, for whoever mends the chip. */
  lastReason: string;
}

export class ResetBootRequest {
  /** What was seen at the chip; kept for good. */
  @IsString()
  @Length(4, 200)
  reason: string;
}

/** The platform forgot a chip's boot number: that of the next birth is believed, however high or low. */
export class BootResetView {
  at: string;
  byUserId: string;
  reason: string;
  bootBefore: number;

  /** The latest number that the chip had come to without a jump. */
  bootAfter: number;
}

export class ChipStateView {
  chipNo: string;

  @ApiProperty({ type: String, nullable: true })
  machineId: string | null;

  /** Counts the chip's starts; 0: never heard of. */
  boot: number;

  /** Heard of within the limit of rule `chip.offline-seconds`. */
  online: boolean;

  @ApiProperty({ type: String, nullable: true })
  lastSeenAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  bornAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  fw: string | null;

  @ApiProperty({ type: String, nullable: true })
  hw: string | null;

  @ApiProperty({ type: String, nullable: true })
  input: string | null;

  @ApiProperty({ type: Number, nullable: true })
  rssi: number | null;

  @ApiProperty({ enum: ['open', 'closed'], nullable: true })
  relay: 'open' | 'closed' | null;

  @ApiProperty({ type: String, nullable: true })
  relayAt: string | null;

  tamper: boolean;
  arcOn: boolean;

  @ApiProperty({ type: Number, nullable: true })
  currentA: number | null;

  @ApiProperty({ type: ChipPositionView, nullable: true })
  position: ChipPositionView | null;

  /** Null where everything of the last 24 hours could be read. */
  @ApiProperty({ type: UnreadableView, nullable: true })
  unreadable: UnreadableView | null;

  /** The latest first. */
  @ApiProperty({ type: [BootResetView] })
  resets: BootResetView[];
}
