import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { QUALITY_KINDS, QUALITY_SUBJECTS, type QualityKind, type QualitySubject } from '../../../domain/data-quality/quality-kinds'; // prettier-ignore
import { PageQuery } from '../../../platform/http/page';
import { REGION_CODE } from '../../../kernel/region-code';

const Flag = () =>
  Transform(({ value }: { value: unknown }) => (value === 'true' || value === 'false' ? value === 'true' : value));

export class QualityQuery extends PageQuery {
  @IsOptional()
  @Matches(REGION_CODE)
  regionCode?: string;

  @IsOptional()
  @IsIn(QUALITY_KINDS)
  @ApiPropertyOptional({ enum: QUALITY_KINDS })
  kind?: QualityKind;

  /** Only what the caller may mend, and looks after. */
  @IsOptional()
  @Flag()
  @IsBoolean()
  mine?: boolean;

  /** What somebody answers for with a reason, instead of what is open. */
  @IsOptional()
  @Flag()
  @IsBoolean()
  accepted?: boolean;
}

export class QualityCountsQuery {
  @IsOptional()
  @Matches(REGION_CODE)
  regionCode?: string;
}

export class AcceptFindingRequest {
  @IsIn(QUALITY_KINDS)
  @ApiProperty({ enum: QUALITY_KINDS })
  kind: QualityKind;

  @IsString()
  @Length(1, 64)
  subjectId: string;

  @IsString()
  @Length(2, 300)
  reason: string;
}

export class QualityFinding {
  @ApiProperty({ enum: QUALITY_KINDS })
  kind: QualityKind;

  @ApiProperty({ enum: QUALITY_SUBJECTS })
  subject: QualitySubject;

  subjectId: string;

  @ApiProperty({ type: String, nullable: true })
  code: string | null;

  name: string;

  @ApiProperty({ type: String, nullable: true })
  owner: string | null;

  regionCode: string;
  regionName: string;

  /** The page where it is mended. */
  path: string;

  /** Why somebody accepted it, and who. */
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;

  @ApiProperty({ type: String, nullable: true })
  acceptedBy: string | null;
}

export class QualityFindingPage {
  /** By region, then by kind. */
  @ApiProperty({ type: [QualityFinding] })
  items: QualityFinding[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

class QualityPart {
  code: string;
  name: string;
  total: number;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' }, description: 'by kind' })
  counts: Record<string, number>;
}

export class QualityCounts {
  @ApiProperty({ type: QualityPart })
  sum: QualityPart;

  /** Of the parts of the region, and of the region itself where something names no part. */
  @ApiProperty({ type: [QualityPart] })
  parts: QualityPart[];
}
