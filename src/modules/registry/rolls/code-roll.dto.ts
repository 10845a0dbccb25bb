import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { ROLL_STATES, type RollState } from '../../../domain/registry/code-roll';
import { PageQuery } from '../../../platform/http/page';

export class CodeRollQuery extends PageQuery {
  @IsOptional()
  @IsIn(ROLL_STATES)
  @ApiPropertyOptional({ enum: ROLL_STATES })
  state?: RollState;
}

export class IssueRollRequest {
  /** Who carries it: a person of the roll’s region. */
  @IsString()
  @Length(1, 64)
  userId: string;
}

export class VoidRollRequest {
  @IsString()
  @Length(4, 200)
  @Matches(/\S{2}/)
  reason: string;
}

export class CodeRollView {
  id: string;

  /** As printed on its sheets: `R000012`. */
  number: string;

  @ApiProperty({ type: String, nullable: true, description: 'null: any region' })
  regionCode: string | null;

  count: number;

  /** Stuck on something. */
  bound: number;

  @ApiProperty({ enum: ROLL_STATES })
  state: RollState;

  madeBy: string;

  @ApiProperty({ format: 'date-time' })
  madeAt: string;

  @ApiProperty({ type: String, nullable: true })
  issuedToId: string | null;

  @ApiProperty({ type: String, nullable: true })
  issuedTo: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  issuedAt: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  voidedAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  voidReason: string | null;
}

export class CodeRollPage {
  @ApiProperty({ type: [CodeRollView] })
  items: CodeRollView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
