import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional, IsString, Length } from 'class-validator';
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { PageQuery } from '../../../platform/http/page';
import { PHOTO_VERDICTS, type PhotoKind, type PhotoVerdict } from '../../permits/signboard/photo-checks';

export class PhotoCheckQuery extends PageQuery {
  /** Only what waits for the caller. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' || value === 'false' ? value === 'true' : value))
  @IsBoolean()
  @ApiPropertyOptional()
  mine?: boolean;
}

export class DecidePhotoRequest {
  @IfGiven()
  @IsString()
  @Length(2, 500)
  note?: string;
}

export class PhotoCheckView {
  /** Of the photo, and of its check. */
  id: string;

  @ApiProperty({ enum: ['signboard', 'starter'] })
  kind: PhotoKind;

  @ApiProperty({ type: String, nullable: true })
  permitId: string | null;

  @ApiProperty({ type: String, nullable: true })
  jobId: string | null;

  /** Who is to be seen on it, where a person is. */
  @ApiProperty({ type: String, nullable: true })
  welderId: string | null;

  @ApiProperty({ format: 'date-time' })
  askedAt: string;

  @ApiProperty({ format: 'date-time' })
  dueAt: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  decidedAt: string | null;

  @ApiProperty({ enum: PHOTO_VERDICTS, nullable: true })
  verdict: PhotoVerdict | null;
}

export class PhotoCheckPage {
  @ApiProperty({ type: [PhotoCheckView] })
  items: PhotoCheckView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
