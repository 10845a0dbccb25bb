import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import { TARGET_KINDS, type Progress, type TargetKind } from '../../../domain/inventory/target';
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { REGION_CODE } from '../../../kernel/region-code';
import { IsDay } from '../../../platform/http/times.decorator';

const STATES = ['reached', 'on-time', 'behind', 'missed'] as const;

export class SetTargetRequest {
  @IsIn(TARGET_KINDS)
  @ApiProperty({ enum: TARGET_KINDS })
  kind: TargetKind;

  @Matches(REGION_CODE)
  regionCode: string;

  /** Of one person, who collects them; without it: of the region. */
  @IfGiven()
  @IsString()
  @Length(1, 64)
  userId?: string;

  @IsInt()
  @Min(1)
  @Max(10_000_000)
  goal: number;

  /** The last day. */
  @IsDay()
  @ApiProperty({ format: 'date' })
  dueOn: string;
}

export class TargetQuery {
  @IsOptional()
  @Matches(REGION_CODE)
  regionCode?: string;

  /** The caller’s own, and those of the region that they serve. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' || value === 'false' ? value === 'true' : value))
  @IsBoolean()
  @ApiPropertyOptional()
  mine?: boolean;
}

class TargetDay {
  @ApiProperty({ format: 'date' })
  day: string;

  n: number;
}

export class TargetView {
  id: string;

  @ApiProperty({ enum: TARGET_KINDS })
  kind: TargetKind;

  regionCode: string;
  regionName: string;

  @ApiProperty({ type: String, nullable: true })
  userId: string | null;

  @ApiProperty({ type: String, nullable: true })
  userName: string | null;

  goal: number;
  /** What was there when it was set. */
  baseline: number;

  @ApiProperty({ format: 'date' })
  startOn: string;

  @ApiProperty({ format: 'date' })
  dueOn: string;

  now: number;
  /** What should have been there at the end of yesterday, if each day brought the same. */
  expected: number;
  behind: number;
  left: number;

  /** So many a day from today; null: the last day is over. */
  @ApiProperty({ type: Number, nullable: true })
  perDay: number | null;

  @ApiProperty({ enum: STATES })
  state: Progress['state'];

  /** What was there at the end of each of the last 14 days. */
  @ApiProperty({ type: [TargetDay] })
  days: TargetDay[];

  /** The list of what is counted. */
  path: string;
}

export class TargetList {
  /** By region and kind; of a region at most 200. */
  @ApiProperty({ type: [TargetView] })
  items: TargetView[];
}
