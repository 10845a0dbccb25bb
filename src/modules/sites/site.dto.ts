import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { INDUSTRIES, type Industry } from '../../domain/registry/industry';
import { SITE_STATES, type SiteState } from '../../domain/sites/site';
import { IfGiven } from '../../platform/http/if-given.decorator';
import { PageQuery } from '../../platform/http/page';

const RING = { type: 'array', items: { type: 'array', items: { type: 'number' } } } as const;
const WIDEST_RADIUS_M = 10_000;

export class OpeningHours {
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/)
  from: string;

  /** Before `from`: past midnight. `00:00` to `24:00`: never closed. */
  @Matches(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/)
  to: string;
}

class SiteContentRequest {
  /** Officials only; of anybody else it is not looked at. */
  @IfGiven()
  @Matches(/^\d{2,12}$/)
  regionCode?: string;

  @IfGiven()
  @IsIn(INDUSTRIES)
  @ApiPropertyOptional({ enum: INDUSTRIES })
  trade?: Industry;

  /** Codes of rule `permit.place-kinds`. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  @ApiPropertyOptional({ type: [String] })
  kinds?: string[];

  /** Points `[lng, lat]` in WGS-84, the last is the first again; or a circle. */
  @IfGiven()
  @IsArray()
  @ApiPropertyOptional(RING)
  outline?: number[][];

  /** Middle of the circle, WGS-84. */
  @IfGiven()
  @IsNumber()
  @Min(-90)
  @Max(90)
  lat?: number;

  @IfGiven()
  @IsNumber()
  @Min(-180)
  @Max(180)
  lng?: number;

  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(WIDEST_RADIUS_M)
  radiusM?: number;

  /** Each day; null: the hours of the rule. */
  @IsOptional()
  @ValidateNested()
  @Type(() => OpeningHours)
  @ApiPropertyOptional({ type: OpeningHours, nullable: true })
  openingHours?: OpeningHours | null;

  /** Null takes it away. */
  @IsOptional()
  @IsString()
  @MaxLength(30)
  @ApiPropertyOptional({ type: String, nullable: true })
  occupierPhone?: string | null;
}

export class ChangeSiteRequest extends SiteContentRequest {
  @IfGiven()
  @IsString()
  @Length(1, 100)
  @Matches(/\S/)
  name?: string;
}

export class EnterSiteRequest extends SiteContentRequest {
  @IsString()
  @Length(1, 100)
  @Matches(/\S/)
  name: string;

  /** Without it the caller's own. */
  @IfGiven()
  @IsString()
  @Length(1, 64)
  enterpriseId?: string;
}

export class WithdrawSiteRequest {
  @IsString()
  @Length(2, 300)
  @Matches(/\S/)
  reason: string;
}

export class SiteQuery extends PageQuery {
  @IsOptional()
  @IsString()
  @MaxLength(64)
  enterpriseId?: string;

  @IsOptional()
  @IsIn(SITE_STATES)
  @ApiPropertyOptional({ enum: SITE_STATES })
  state?: SiteState;

  /** Entered, or changed by the enterprise since it was confirmed. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  toConfirm?: boolean;

  /** `lat,lng`: one's own and confirmed sites of others around there. */
  @IsOptional()
  @Matches(/^-?\d{1,2}(\.\d{1,12})?,-?\d{1,3}(\.\d{1,12})?$/)
  near?: string;
}

/** What of a site binds whoever works there. */
export class SiteFactsView {
  @ApiProperty({ enum: INDUSTRIES })
  trade: Industry;

  @ApiProperty({ type: [String] })
  kinds: string[];

  @ApiProperty({ ...RING, nullable: true })
  outline: number[][] | null;

  /** Middle of the circle, or of the outline. */
  lat: number;
  lng: number;

  /** Null: there is an outline. */
  @ApiProperty({ type: Number, nullable: true })
  radiusM: number | null;

  @ApiProperty({ type: OpeningHours, nullable: true })
  openingHours: OpeningHours | null;
}

export class SiteView extends SiteFactsView {
  id: string;
  name: string;
  enterpriseId: string;
  enterpriseName: string;
  regionCode: string;

  @ApiProperty({ enum: SITE_STATES })
  state: SiteState;

  /** What binds others where its enterprise changed the site since; null: nothing else than what stands here, or nothing at all. */
  @ApiProperty({ type: SiteFactsView, nullable: true })
  confirmed: SiteFactsView | null;

  awaitsConfirmation: boolean;

  /** Masked; null also for those whom it does not concern. */
  @ApiProperty({ type: String, nullable: true })
  occupierPhone: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  confirmedAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  withdrawnBecause: string | null;

  version: number;
  createdAt: string;
}

export class SitePage {
  @ApiProperty({ type: [SiteView] })
  items: SiteView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
