import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsLatitude,
  IsLongitude,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { REGIMES, type Regime } from '../../domain/permits/permit';
import { IfGiven } from '../../platform/http/if-given.decorator';
import { IsDayOrTime } from '../../platform/http/times.decorator';

export class IssueBlockRequest {
  /** To one enterprise. Without it: to the region, for whoever works there. */
  @IfGiven()
  @IsString()
  @Length(1, 64)
  enterpriseId?: string;

  /** Where no enterprise is named. Without it: the caller's own region. */
  @IfGiven()
  @Matches(/^(\d{6}|\d{9}|\d{12})$/)
  regionCode?: string;

  @IsInt()
  @Min(1)
  @Max(1_000)
  forms: number;
}

export class PaperBlockView {
  id: string;

  /** As printed. */
  firstNumber: string;
  lastNumber: string;
  forms: number;

  /** How many of them were entered. */
  used: number;

  regionCode: string;

  @ApiProperty({ type: String, nullable: true })
  enterpriseId: string | null;

  @ApiProperty({ type: String, nullable: true })
  enterpriseName: string | null;

  @ApiProperty({ format: 'date-time' })
  issuedAt: string;
}

export class PaperBlockPage {
  @ApiProperty({ type: [PaperBlockView] })
  items: PaperBlockView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class PaperSigner {
  /** As what they signed. */
  @IsString()
  @Length(1, 30)
  as: string;

  @IsString()
  @Length(1, 60)
  name: string;
}

export class PaperPlace {
  @IsString()
  @Length(2, 100)
  name: string;

  @IsLatitude()
  lat: number;

  @IsLongitude()
  lng: number;
}

export class EnterPaperRequest {
  /** As printed, or what the form's QR code says. */
  @IsString()
  @Length(1, 300)
  number: string;

  @IsIn(REGIMES)
  @ApiProperty({ enum: REGIMES })
  regime: Regime;

  @IsString()
  @Length(1, 30)
  level: string;

  /** Their ids, or the codes of their cards. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 64, { each: true })
  welderIds: string[];

  /** Their ids, or the codes on them. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 64, { each: true })
  machineIds: string[];

  @ValidateNested()
  @Type(() => PaperPlace)
  place: PaperPlace;

  @IsString()
  @Length(2, 500)
  content: string;

  @IsDayOrTime()
  @ApiProperty({ example: '2027-03-01T08:30:00+08:00' })
  from: string;

  @IsDayOrTime()
  @ApiProperty({ example: '2027-03-01T11:00:00+08:00' })
  to: string;

  /** Who signed it, the watcher among them. */
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => PaperSigner)
  @ApiProperty({ type: [PaperSigner] })
  signers: PaperSigner[];

  /** Of the paper, just uploaded by the caller. */
  @IsString()
  @Length(1, 40)
  photoId: string;
}

export class PaperPermitView {
  id: string;

  @ApiProperty({ enum: ['paper'] })
  source: 'paper';

  number: string;
  outageId: string;

  @ApiProperty({ type: String, nullable: true })
  enterpriseId: string | null;

  @ApiProperty({ enum: REGIMES })
  regime: Regime;

  level: string;
  welderIds: string[];
  machineIds: string[];
  place: PaperPlace;
  content: string;

  @ApiProperty({ format: 'date-time' })
  from: string;

  @ApiProperty({ format: 'date-time' })
  to: string;

  @ApiProperty({ type: [PaperSigner] })
  signers: PaperSigner[];

  photoId: string;
  enteredBy: string;

  @ApiProperty({ format: 'date-time' })
  enteredAt: string;
}

export class PaperPermitPage {
  @ApiProperty({ type: [PaperPermitView] })
  items: PaperPermitView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
