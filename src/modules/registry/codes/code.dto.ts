import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsString, Length, Max, Min } from 'class-validator';

export class BlankCodesRequest {
  @IsInt()
  @Min(1)
  @Max(240)
  count: number;
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

export class ExternalCodeView {
  content: string;
  system: string;

  @ApiProperty({ enum: EXTERNAL_KINDS })
  kind: (typeof EXTERNAL_KINDS)[number];

  entityId: string;
}
