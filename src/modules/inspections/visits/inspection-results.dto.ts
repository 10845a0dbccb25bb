import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { INSPECTION_KINDS, type InspectionKind } from '../../../domain/inspections/inspection-life-cycle';
import { PageQuery } from '../../../platform/http/page';

export class OfficerFigures {
  officerId: string;
  name: string;
  inspections: number;
  visited: number;
  findings: number;
  /** Visited without any finding: who only checks and never acts shows here. */
  withoutFindings: number;
}

export class TownFigures {
  regionCode: string;
  name: string;
  inspections: number;
  visited: number;
  findings: number;
}

export class InspectionFigures {
  @ApiProperty({ type: [OfficerFigures] })
  officers: OfficerFigures[];

  @ApiProperty({ type: [TownFigures] })
  towns: TownFigures[];
}

export class PublishedResult {
  id: string;

  @ApiProperty({ enum: INSPECTION_KINDS })
  kind: InspectionKind;

  @ApiProperty({ type: String, nullable: true })
  enterpriseName: string | null;

  regionName: string;
  findings: number;
  result: string;

  @ApiProperty({ format: 'date-time' })
  publishedAt: string;
}

export class PublishedResults {
  @ApiProperty({ type: [PublishedResult] })
  items: PublishedResult[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class ResultsQuery extends PageQuery {
  @Matches(/^(\d{4}|\d{6}|\d{9})$/)
  regionCode: string;
}
