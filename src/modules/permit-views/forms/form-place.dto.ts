import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsNumber, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { REGIMES, type Regime } from '../../../domain/permits/permit';

export class PermitFormQuery {
  /** Whose permits are asked for; without it the caller's own enterprise. */
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @Length(1, 40)
  enterpriseId?: string;

  /** Where the work is meant to be, WGS-84: then only what may be asked for there is offered. */
  @ApiPropertyOptional()
  @IsOptional()
  @Type(() => Number)
  @IsNumber()
  @Min(-90)
  @Max(90)
  lat?: number;

  @ApiPropertyOptional()
  @IsOptional()
  @Type(() => Number)
  @IsNumber()
  @Min(-180)
  @Max(180)
  lng?: number;

  /** Without it: 100 m. */
  @ApiPropertyOptional()
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(2_000)
  radiusM?: number;
}

export class FormSite {
  siteId: string;
  siteName: string;
  enterpriseId: string;
  enterpriseName: string;
}

export class FormClosedHours {
  placeKind: string;

  /** `HH:MM` in China. */
  from: string;
  to: string;
}

/** What the sites at a place ask for, whoever works there. */
export class FormPlace {
  /** Sites that bind there, the strictest first. */
  @ApiProperty({ type: [FormSite] })
  sites: FormSite[];

  /** The permit that one of them asks for, and which; null: none asks. */
  @ApiProperty({ enum: REGIMES, nullable: true })
  least: Regime | null;

  @ApiProperty({ type: FormSite, nullable: true })
  because: FormSite | null;

  /** Kinds of the place that hold, ticked or not. */
  @ApiProperty({ type: [String] })
  kinds: string[];

  /** Of such a kind the hours that its sites told; where none is named, the form's own hold. */
  @ApiProperty({ type: [FormClosedHours] })
  hours: FormClosedHours[];

  /** Whose permit it must be, one of them; empty: anyone's. */
  @ApiProperty({ type: [FormSite] })
  hosts: FormSite[];
}
