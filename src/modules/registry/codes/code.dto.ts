import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsString, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { IfGiven } from '../../../platform/http/if-given.decorator';

export const BLANK_LAYOUTS = ['sheet', 'roll'] as const;

export class BlankCodesRequest {
  @IsInt()
  @Min(1)
  @Max(240)
  count: number;

  /** Where they will be stuck on; without it: the caller’s own region, or the one of their enterprise. */
  @IfGiven()
  @Matches(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)
  regionCode?: string;

  /** A4 sheets of fifteen, or one sticker a page for a label printer. */
  @IfGiven()
  @IsIn(BLANK_LAYOUTS)
  @ApiPropertyOptional({ enum: BLANK_LAYOUTS, description: 'sheet, where it is left out' })
  layout?: (typeof BLANK_LAYOUTS)[number];
}

export class ReplaceCodeRequest {
  /** The new sticker, as it was scanned. */
  @IsString()
  @MaxLength(200)
  blankCode: string;

  @IsString()
  @Length(2, 200)
  @Matches(/\S/)
  reason: string;
}

export const EXTERNAL_KINDS = ['machine', 'welder'] as const;

export class ExternalCodeRequest {
  /** What a scanner reads from the sticker, as it is. */
  @IsString()
  @Length(1, 500)
  content: string;

  /** Whose code it is: `province`, or the vendor's name. */
  @IsString()
  @Length(1, 64)
  system: string;

  @IsIn(EXTERNAL_KINDS)
  @ApiProperty({ enum: EXTERNAL_KINDS })
  kind: (typeof EXTERNAL_KINDS)[number];

  /** The machine or welder it is stuck on. */
  @IsString()
  @Length(1, 64)
  entityId: string;
}

export class ExternalCodeQuery {
  @IsIn(EXTERNAL_KINDS)
  @ApiProperty({ enum: EXTERNAL_KINDS })
  kind: (typeof EXTERNAL_KINDS)[number];

  @IsString()
  @Length(1, 64)
  entityId: string;
}

export class RemoveExternalCodeQuery {
  @IsString()
  @Length(1, 500)
  content: string;
}

export class ExternalCodeView {
  content: string;
  system: string;

  @ApiProperty({ enum: EXTERNAL_KINDS })
  kind: (typeof EXTERNAL_KINDS)[number];

  entityId: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}

export class ExternalCodeList {
  @ApiProperty({ type: [ExternalCodeView] })
  items: ExternalCodeView[];
}
