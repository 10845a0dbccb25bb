import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, IsIn, IsString, Length, Matches } from 'class-validator';
import { BLOCK_REASONS, REPLACE_REASONS, type BlockReason, type ReplaceReason } from '../../domain/fitting/chip-block';
import { FITTING_STATES, type FittingState, type Lacking } from '../../domain/fitting/fitting';
import { IfGiven } from '../../platform/http/if-given.decorator';
import { PageQuery } from '../../platform/http/page';
import { PositionRequest } from '../../platform/http/position.dto';

const CHIP_NO = /^[A-Z0-9]{12,20}$/;

export class BeginFittingRequest {
  @Matches(CHIP_NO)
  chipNo: string;
}

export class ReplaceChipRequest {
  /** The new chip. */
  @Matches(CHIP_NO)
  byChipNo: string;

  @IsIn(REPLACE_REASONS)
  @ApiProperty({ enum: REPLACE_REASONS })
  reason: ReplaceReason;

  @IfGiven()
  @IsString()
  @Length(2, 300)
  note?: string;
}

export class CompleteFittingRequest extends PositionRequest {
  /** Of the fitted chip with its seal closed; uploaded by the technician. */
  @IfGiven()
  @IsString()
  photoId?: string;

  /** Why a test could not be made: no network in the yard, nobody with a certificate to strike an arc. */
  @IfGiven()
  @IsString()
  @Length(4, 300)
  @Matches(/\S{2}/)
  withoutTest?: string;

  @IfGiven()
  @IsString()
  @Length(1, 300)
  note?: string;
}

export class BlockChipRequest {
  @IsIn(BLOCK_REASONS)
  @ApiProperty({ enum: BLOCK_REASONS })
  reason: BlockReason;

  @IfGiven()
  @IsString()
  @Length(2, 300)
  note?: string;
}

export class BlockChipsRequest extends BlockChipRequest {
  @ArrayNotEmpty()
  @ArrayMaxSize(500)
  @Matches(CHIP_NO, { each: true })
  chipNos: string[];
}

export class NoteRequest {
  @IsString()
  @Length(2, 300)
  @Matches(/\S{2}/)
  note: string;
}

export class BlockedChips {
  /** Those that were not blocked before. */
  blocked: string[];

  /** Jobs that ended with it. */
  endedJobs: number;
}

export class FittingTestView {
  @ApiProperty({ format: 'date-time' })
  startedAt: string;

  @ApiProperty({ format: 'date-time', description: 'The chip opens its relay by itself then' })
  untilAt: string;

  running: boolean;

  @ApiProperty({ type: Boolean, nullable: true, description: 'null: the chip has not answered yet' })
  powerOn: boolean | null;

  @ApiProperty({ type: String, nullable: true, description: 'What the chip answered instead of power' })
  error: string | null;

  arcSeen: boolean;

  @ApiProperty({ type: Boolean, nullable: true, description: 'null: not asked yet, or not answered yet' })
  powerOff: boolean | null;
}

export class FittingView {
  id: string;
  machineId: string;
  machineName: string;
  machineCode: string;
  control: string;
  chipNo: string;
  regionCode: string;

  @ApiProperty({ enum: FITTING_STATES })
  state: FittingState;

  @ApiProperty({ type: String, nullable: true })
  byName: string | null;

  @ApiProperty({ format: 'date-time' })
  startedAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endedAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  replacedChipNo: string | null;

  @ApiProperty({ type: String, enum: REPLACE_REASONS, nullable: true })
  replaceReason: ReplaceReason | null;

  relayOk: boolean;
  arcOk: boolean;

  @ApiProperty({ type: String, nullable: true })
  withoutTest: string | null;

  @ApiProperty({ type: String, nullable: true })
  photoId: string | null;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;
}

export class OpenFittingView extends FittingView {
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  chipSeenAt: string | null;

  @ApiProperty({ type: FittingTestView, nullable: true, description: 'The latest test' })
  test: FittingTestView | null;

  @ApiProperty({ type: [String], description: 'What it lacks before it is done' })
  lacking: Lacking[];
}

export class FittingQuery extends PageQuery {
  @IfGiven()
  @IsIn(FITTING_STATES)
  state?: FittingState;

  @IfGiven()
  @IsString()
  machineId?: string;

  @IfGiven()
  @IsString()
  chipNo?: string;
}

export class FittingPage {
  @ApiProperty({ type: [FittingView] })
  items: FittingView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class ChipBlockView {
  @ApiProperty({ enum: BLOCK_REASONS })
  reason: string;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  @ApiProperty({ format: 'date-time' })
  blockedAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  liftedAt: string | null;
}

export class ChipStay {
  machineId: string;

  @ApiProperty({ type: String, nullable: true, description: 'null: a machine outside the reader’s region' })
  machineName: string | null;

  @ApiProperty({ format: 'date-time' })
  boundAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  unboundAt: string | null;
}

/** The life of a chip: where it was fitted, and when it was blocked; the last first. */
export class ChipLifeView {
  @ApiProperty({ type: [ChipStay] })
  stays: ChipStay[];

  @ApiProperty({ type: [ChipBlockView] })
  blocks: ChipBlockView[];
}
