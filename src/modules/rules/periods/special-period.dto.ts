import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import type { Stage } from '../../../domain/rules/succession';
import { PageQuery } from '../../../platform/http/page';
import { IsDayOrTime } from '../../../platform/http/times.decorator';
import { MayMiss } from '../../../platform/http/may-miss.decorator';
import { REGION_CODE } from '../../../kernel/region-code';

const STAGES: readonly Stage[] = ['past', 'running', 'planned'];

export class DeclarePeriodRequest {
  @IsString()
  @Length(2, 60)
  @Matches(/\S/)
  name: string;

  /** With all below it. Without it: the caller's own region. */
  @MayMiss()
  @Matches(REGION_CODE)
  regionCode?: string;

  /** Without it: at once. A date begins at midnight in China. */
  @MayMiss()
  @IsDayOrTime()
  @ApiPropertyOptional({ example: '2027-03-01' })
  from?: string;

  /** The first moment that no longer belongs to it. */
  @IsDayOrTime()
  @ApiProperty({ example: '2027-03-16' })
  to: string;
}

export class SpecialPeriodsQuery extends PageQuery {
  /** Periods that hold in this region or in a part of it. */
  @IsOptional()
  @Matches(REGION_CODE)
  regionCode?: string;

  @IsOptional()
  @IsIn(STAGES)
  @ApiPropertyOptional({ enum: STAGES })
  stage?: Stage;
}

export class SpecialPeriodView {
  id: string;
  name: string;

  @ApiProperty({ type: String, nullable: true, description: 'null: the whole country' })
  regionCode: string | null;

  @ApiProperty({ format: 'date-time' })
  from: string;

  @ApiProperty({ format: 'date-time' })
  to: string;

  @ApiProperty({ enum: STAGES })
  stage: Stage;
}

export class SpecialPeriodPage {
  @ApiProperty({ type: [SpecialPeriodView] })
  items: SpecialPeriodView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
