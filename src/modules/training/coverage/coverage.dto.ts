import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length, Matches } from 'class-validator';
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { PageQuery } from '../../../platform/http/page';

const COVERAGE_STATES = ['passed', 'attended', 'missing', 'overdue'] as const;
export type CoverageState = (typeof COVERAGE_STATES)[number];

export class CoverageQuery {
  /** Without it: the caller's own. */
  @IfGiven()
  @Matches(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)
  regionCode?: string;

  /** Without it: all open campaigns together; a welder has passed once all of them are passed. */
  @IfGiven()
  @IsString()
  @Length(1, 40)
  campaignId?: string;
}

export class CoverageLine {
  /** The part of the region; the region itself where nothing nearer is known of a welder. */
  regionCode: string;

  name: string;

  /** Welders, not enrolments. */
  targeted: number;

  attended: number;
  passed: number;

  /** Not passed, and the last day is over. */
  overdue: number;
}

export class CoverageView {
  regionCode: string;

  @ApiProperty({ type: CoverageLine })
  total: CoverageLine;

  @ApiProperty({ type: [CoverageLine] })
  lines: CoverageLine[];
}

export class CoveragePeopleQuery extends PageQuery {
  @IfGiven()
  @Matches(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)
  regionCode?: string;

  @IfGiven()
  @IsString()
  @Length(1, 40)
  campaignId?: string;

  /** Without it: everybody. */
  @IfGiven()
  @IsIn(COVERAGE_STATES)
  @ApiProperty({ enum: COVERAGE_STATES, required: false })
  state?: CoverageState;
}

export class CoveredPerson {
  welderId: string;
  name: string;
  regionCode: string;

  @ApiProperty({ type: String, nullable: true })
  regionName: string | null;

  @ApiProperty({ type: String, nullable: true })
  enterpriseName: string | null;

  attended: boolean;
  passed: boolean;
  overdue: boolean;
}

export class CoveredPage {
  @ApiProperty({ type: [CoveredPerson] })
  items: CoveredPerson[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
