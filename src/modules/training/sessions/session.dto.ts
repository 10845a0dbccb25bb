import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsLatitude, IsLongitude, IsString, Length, Matches, Max, Min } from 'class-validator';
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { PageQuery } from '../../../platform/http/page';
import { PositionRequest } from '../../../platform/http/position.dto';
import { IsDayOrTime } from '../../../platform/http/times.decorator';

export class OpenSessionRequest {
  @IsString()
  @Length(1, 40)
  campaignId: string;

  @IsString()
  @Length(2, 100)
  @Matches(/\S{2}/)
  placeName: string;

  /** Both or neither. Without a place on the map the position at sign-in is recorded and not compared. */
  @IfGiven()
  @IsLatitude()
  lat?: number;

  @IfGiven()
  @IsLongitude()
  lng?: number;

  /** Without it: the region of the campaign. */
  @IfGiven()
  @Matches(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)
  regionCode?: string;

  @IsDayOrTime()
  @ApiProperty({ example: '2027-03-01T08:30:00+08:00' })
  startsAt: string;

  @IsDayOrTime()
  @ApiProperty({ example: '2027-03-01T11:00:00+08:00' })
  endsAt: string;

  @IsString()
  @Length(2, 60)
  @Matches(/\S{2}/)
  instructor: string;

  @IfGiven()
  @IsString()
  @Length(1, 40)
  providerId?: string;

  @IsInt()
  @Min(1)
  @Max(5_000)
  capacity: number;
}

export class SessionQuery extends PageQuery {
  @IfGiven()
  @IsString()
  @Length(1, 40)
  campaignId?: string;
}

export class TrainingSessionView {
  id: string;
  campaignId: string;
  campaignName: string;
  regionCode: string;
  placeName: string;

  @ApiProperty({ type: Number, nullable: true })
  lat: number | null;

  @ApiProperty({ type: Number, nullable: true })
  lng: number | null;

  @ApiProperty({ format: 'date-time' })
  startsAt: string;

  @ApiProperty({ format: 'date-time' })
  endsAt: string;

  instructor: string;

  @ApiProperty({ type: String, nullable: true })
  providerName: string | null;

  capacity: number;
  signedIn: number;
  counted: number;
}

export class TrainingSessionPage {
  @ApiProperty({ type: [TrainingSessionView] })
  items: TrainingSessionView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

/** What the trainer's screen shows now. */
export class SessionCode {
  code: string;

  /** What the picture says. */
  address: string;

  /** The QR picture as a path, one unit a module. */
  path: string;
  size: number;

  @ApiProperty({ format: 'date-time' })
  changesAt: string;

  @ApiProperty({ format: 'date-time', description: 'the clock of the platform' })
  now: string;
}

export class AttendRequest extends PositionRequest {
  /** What was scanned, or the eight digits. */
  @IsString()
  @Length(1, 300)
  code: string;

  @IfGiven()
  @IsString()
  @Length(1, 40)
  photoId?: string;
}

export class SignByCardRequest {
  /** Of the welder's card, as scanned or typed. */
  @IsString()
  @Length(1, 300)
  welderCode: string;

  @IfGiven()
  @IsString()
  @Length(1, 40)
  photoId?: string;
}

export class AttendanceView {
  sessionId: string;
  welderId: string;
  name: string;

  @ApiProperty({ format: 'date-time' })
  signedInAt: string;

  @ApiProperty({ enum: ['code', 'card'] })
  inBy: 'code' | 'card';

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  signedOutAt: string | null;

  minutes: number;
  counts: boolean;

  /** Whether a position was given with the code. */
  hasPosition: boolean;

  @ApiProperty({ type: String, nullable: true })
  photoId: string | null;
}

export class AttendanceList {
  @ApiProperty({ type: [AttendanceView] })
  items: AttendanceView[];
}
