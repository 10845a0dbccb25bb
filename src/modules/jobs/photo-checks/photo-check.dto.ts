import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional, IsString, Length } from 'class-validator';
import { JOB_STATES, type JobState } from '../../../domain/jobs/job';
import { PHOTO_KINDS, PHOTO_VERDICTS, type PhotoKind, type PhotoVerdict } from '../../../domain/jobs/photo-look';
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { PageQuery } from '../../../platform/http/page';

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

export class JobPhotoRequest {
  /** Of a photo that the caller has taken and uploaded since the platform asked. */
  @IsString()
  @Length(1, 40)
  photoId: string;
}

export class PhotoCheckView {
  /** Of the check: that of its photo. */
  id: string;

  photoId: string;

  /** How the welder looks on a certificate that was found genuine; null where none shows it. */
  @ApiProperty({ type: String, nullable: true })
  certificatePhotoId: string | null;

  @ApiProperty({ enum: PHOTO_KINDS })
  kind: PhotoKind;

  @ApiProperty({ type: String, nullable: true })
  permitId: string | null;

  @ApiProperty({ type: String, nullable: true })
  permitNumber: string | null;

  @ApiProperty({ type: String, nullable: true })
  place: string | null;

  @ApiProperty({ type: String, nullable: true })
  jobId: string | null;

  @ApiProperty({ enum: JOB_STATES, nullable: true })
  jobState: JobState | null;

  @ApiProperty({ type: String, nullable: true })
  machineCode: string | null;

  /** Who is to be seen on it, where a person is. */
  @ApiProperty({ type: String, nullable: true })
  welderId: string | null;

  @ApiProperty({ type: String, nullable: true })
  welderName: string | null;

  @ApiProperty({ type: String, nullable: true })
  takenByName: string | null;

  @ApiProperty({ format: 'date-time' })
  askedAt: string;

  @ApiProperty({ format: 'date-time' })
  dueAt: string;

  /** Since then an official is asked, because the enterprise could not tell. */
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  passedOnAt: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  decidedAt: string | null;

  @ApiProperty({ enum: PHOTO_VERDICTS, nullable: true })
  verdict: PhotoVerdict | null;

  /** Whether the caller may decide now. */
  mayDecide: boolean;
}

export class PhotoCheckPage {
  @ApiProperty({ type: [PhotoCheckView] })
  items: PhotoCheckView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
