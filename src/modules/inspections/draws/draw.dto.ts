import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsString, Length, Matches, Max, Min, ValidateNested } from 'class-validator'; // prettier-ignore
import { INSPECTION_KINDS, type InspectionKind } from '../../../domain/inspections/inspection-life-cycle';
import { STRATA, type Stratum } from '../../../domain/inspections/strata';
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { Verbatim } from '../../../platform/http/typed-fields';
import { IsDay } from '../../../platform/http/times.decorator';

const DRAW_STATES = ['published', 'committed', 'drawn', 'void'] as const;
export type DrawState = (typeof DRAW_STATES)[number];

export class ExclusionRequest {
  @IsString()
  @Length(1, 40)
  officerId: string;

  @IsString()
  @Length(1, 40)
  targetId: string;

  /** What the conflict of interest is; published. */
  @IsString()
  @Length(2, 200)
  @Matches(/\S/)
  reason: string;
}

export class PublishDrawRequest {
  @IsString()
  @Length(2, 100)
  @Matches(/\S/)
  name: string;

  @Matches(/^(\d{4}|\d{6}|\d{9})$/)
  regionCode: string;

  @IsInt()
  @Min(1)
  @Max(500)
  count: number;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsString({ each: true })
  @ApiProperty({ type: [String] })
  officerIds: string[];

  @IsInt()
  @Min(1)
  @Max(5)
  officersPerTarget: number;

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => ExclusionRequest)
  @ApiPropertyOptional({ type: [ExclusionRequest] })
  exclusions?: ExclusionRequest[];

  /** 交叉互查: nobody inspects in their own town. */
  @IfGiven()
  @IsBoolean()
  crossTown?: boolean;

  @IfGiven()
  @IsIn(INSPECTION_KINDS)
  @ApiPropertyOptional({ enum: INSPECTION_KINDS })
  kind?: InspectionKind;

  /** By when the drawn inspections are made; 30 days from now, where it is missing. */
  @IfGiven()
  @IsDay()
  @ApiPropertyOptional({ format: 'date' })
  dueOn?: string;
}

export class DrawCommitRequest {
  /** SHA-256 of the value in hexadecimal. */
  @Matches(/^[0-9a-f]{64}$/)
  hash: string;
}

export class DrawRevealRequest {
  /** Its SHA-256 is what was committed; at least 16 signs that nobody can guess. */
  @Verbatim()
  @IsString()
  @Length(16, 200)
  value: string;
}

class DrawTargetView {
  id: string;
  name: string;
  regionCode: string;

  @ApiProperty({ enum: STRATA })
  stratum: Stratum;
}

class DrawOfficerView {
  id: string;
  name: string;
  regionCode: string;
}

export class OfficerChoices {
  @ApiProperty({ type: [DrawOfficerView] })
  items: DrawOfficerView[];
}

class DrawExclusionView {
  officerId: string;
  targetId: string;
  reason: string;
}

class PerStratumView {
  high: number;
  ordinary: number;
  clean: number;
}

export class DrawListView {
  version: number;
  name: string;
  regionCode: string;

  @ApiProperty({ type: [DrawTargetView] })
  targets: DrawTargetView[];

  @ApiProperty({ type: [DrawOfficerView] })
  officers: DrawOfficerView[];

  @ApiProperty({ type: [DrawExclusionView] })
  exclusions: DrawExclusionView[];

  @ApiProperty({ type: PerStratumView })
  weights: PerStratumView;

  @ApiProperty({ type: PerStratumView })
  quotas: PerStratumView;

  officersPerTarget: number;
  crossTown: boolean;
}

export class CommitmentView {
  officerId: string;
  officerName: string;
  hash: string;

  @ApiProperty({ format: 'date-time' })
  committedAt: string;

  @ApiProperty({ type: String, nullable: true })
  value: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  revealedAt: string | null;
}

export class PairView {
  targetId: string;

  @ApiProperty({ type: [String] })
  officerIds: string[];
}

/** All that anybody needs to draw again: `npm run draw:verify`. */
export class DrawView {
  id: string;
  name: string;
  regionCode: string;

  @ApiProperty({ enum: INSPECTION_KINDS })
  kind: InspectionKind;

  @ApiProperty({ format: 'date' })
  dueOn: string;

  @ApiProperty({ enum: DRAW_STATES })
  state: DrawState;

  listHash: string;

  @ApiProperty({ type: DrawListView })
  list: DrawListView;

  @ApiProperty({ format: 'date-time' })
  publishedAt: string;

  @ApiProperty({ format: 'date-time' })
  deadlineAt: string;

  @ApiProperty({ type: [CommitmentView] })
  commitments: CommitmentView[];

  @ApiProperty({ type: String, nullable: true })
  seed: string | null;

  @ApiProperty({ type: [PairView], nullable: true })
  pairs: PairView[] | null;

  /** Drawn, but the visits are not made yet: values, seed and pairs are for officials in charge until then. */
  pairsWithheld: boolean;

  /** Void: who committed and did not reveal, or that nobody committed. */
  @ApiProperty({ type: [String] })
  notRevealedBy: string[];
}

export class RepeatView {
  targetId: string;
  name: string;

  @ApiProperty({ format: 'date-time' })
  lastAt: string;
}

export class PublishedDrawView extends DrawView {
  /** Targets of the list that were inspected not long ago. */
  @ApiProperty({ type: [RepeatView] })
  repeats: RepeatView[];
}

export class DrawRow {
  id: string;
  name: string;
  regionCode: string;

  @ApiProperty({ enum: DRAW_STATES })
  state: DrawState;

  @ApiProperty({ format: 'date-time' })
  publishedAt: string;

  @ApiProperty({ format: 'date-time' })
  deadlineAt: string;

  listHash: string;
}

export class DrawPage {
  @ApiProperty({ type: [DrawRow] })
  items: DrawRow[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
