import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, Length, Matches, MaxLength, ValidateNested } from 'class-validator'; // prettier-ignore
import { CHECK_ANSWERS, SELF_CHECK_STATES, type CheckAnswer, type SelfCheckState } from '../../../domain/self-checks/self-check'; // prettier-ignore
import { INDUSTRIES, type Industry } from '../../../domain/registry/industry';
import { VIOLATION_STATES, type ViolationState } from '../../../domain/violations/violation-kinds';
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { PageQuery } from '../../../platform/http/page';

const MOST_ITEMS = 60;
const MOST_PHOTOS = 6;

export class SelfCheckAnswerRequest {
  @Matches(/^[a-z][a-z0-9-]{0,39}$/)
  code: string;

  @IsIn(CHECK_ANSWERS)
  @ApiProperty({ enum: CHECK_ANSWERS })
  answer: CheckAnswer;

  /** What is wrong; asked for where it is not in order. */
  @IfGiven()
  @IsString()
  @MaxLength(500)
  note?: string;

  /** Photos that the caller has uploaded. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_PHOTOS)
  @ArrayUnique()
  @IsString({ each: true })
  @ApiPropertyOptional({ type: [String] })
  photoIds?: string[];
}

export class AnswerSelfCheckRequest {
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_ITEMS)
  @ArrayUnique(({ code }: SelfCheckAnswerRequest) => code)
  @ValidateNested({ each: true })
  @Type(() => SelfCheckAnswerRequest)
  @ApiPropertyOptional({ type: [SelfCheckAnswerRequest] })
  answers?: SelfCheckAnswerRequest[];
}

export class SignSelfCheckRequest extends AnswerSelfCheckRequest {
  /** The principal, as they signed. */
  @IsString()
  @Length(2, 64)
  @Matches(/\S\s*\S/)
  signedName: string;

  /** The drawn signature, a picture that the caller has uploaded. */
  @IsString()
  @Length(1, 40)
  signatureId: string;
}

export class SelfCheckQuery extends PageQuery {
  @IsOptional()
  @IsIn(SELF_CHECK_STATES)
  @ApiPropertyOptional({ enum: SELF_CHECK_STATES })
  state?: SelfCheckState;

  @IsOptional()
  @IsString()
  @Length(1, 40)
  enterpriseId?: string;

  @IsOptional()
  @Matches(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)
  regionCode?: string;
}

export class SelfCheckFiguresQuery {
  @IsOptional()
  @Matches(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)
  regionCode?: string;
}

export class SelfCheckView {
  id: string;

  @ApiProperty({ enum: SELF_CHECK_STATES })
  state: SelfCheckState;

  enterpriseId: string;
  enterpriseName: string;

  @ApiProperty({ enum: INDUSTRIES })
  industry: Industry;

  regionCode: string;
  regionName: string;

  @ApiProperty({ format: 'date' })
  periodFrom: string;

  @ApiProperty({ format: 'date' })
  periodTo: string;

  /** The last good day. */
  @ApiProperty({ format: 'date' })
  dueOn: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  signedAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  signedName: string | null;

  /** Items with an answer. */
  answered: number;
  findings: number;
  openCases: number;
}

export class SelfCheckPage {
  @ApiProperty({ type: [SelfCheckView] })
  items: SelfCheckView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class SelfCheckItemView {
  code: string;
  text: string;

  @ApiProperty({ enum: CHECK_ANSWERS, nullable: true, type: String })
  answer: CheckAnswer | null;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  @ApiProperty({ type: [String] })
  photoIds: string[];
}

export class SelfCheckFindingView {
  code: string;
  violationId: string;

  @ApiProperty({ enum: VIOLATION_STATES })
  state: ViolationState;
}

export class SelfCheckDetail extends SelfCheckView {
  @ApiProperty({ type: [SelfCheckItemView] })
  items: SelfCheckItemView[];

  @ApiProperty({ type: [SelfCheckFindingView] })
  findingList: SelfCheckFindingView[];

  @ApiProperty({ type: String, nullable: true })
  signatureId: string | null;

  /** The caller may tick items. */
  mayAnswer: boolean;
  /** The caller is the principal who signs. */
  maySign: boolean;
}

export class SelfCheckTown {
  regionCode: string;
  regionName: string;
  /** Signed, in time or not. */
  signed: number;
  /** Not signed, and still in time. */
  due: number;
  overdue: number;
  /** Signed after the due day. */
  late: number;
  findings: number;
}

export class SelfCheckFigures {
  @ApiProperty({ type: [SelfCheckTown] })
  towns: SelfCheckTown[];
}
