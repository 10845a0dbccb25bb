import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize, ArrayMinSize, Equals, IsArray, IsBoolean, IsIn, IsInt, IsObject, IsString, Matches, Max, MaxLength, Min, MinLength, ValidateNested,
} from 'class-validator'; // prettier-ignore
import { EXCHANGE_KINDS, type ExchangeKind } from '../../../domain/exchange/exchange-kinds';
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { IsDay } from '../../../platform/http/times.decorator';

const REGION = /^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/;
const VERDICTS = ['taken', 'same', 'waiting', 'stale', 'refused'] as const;
const OPS = ['put', 'withdraw'] as const;

export class OfferedItem {
  @IsIn(EXCHANGE_KINDS)
  @ApiProperty({ enum: EXCHANGE_KINDS })
  kind: ExchangeKind;

  /** The sender's own. */
  @Matches(/^[\x21-\x7e]{1,64}$/)
  id: string;

  /** One more each time that the content changed. */
  @IsInt()
  @Min(1)
  @Max(2_000_000_000)
  version: number;

  @IsIn(OPS)
  @ApiProperty({ enum: OPS })
  op: (typeof OPS)[number];

  @Matches(REGION)
  region: string;

  @IsDay()
  @ApiProperty({ format: 'date' })
  day: string;

  /** With `put`: the fields under the sender's names. */
  @IfGiven()
  @IsObject()
  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  record?: Record<string, unknown>;
}

export class OfferedBatch {
  @Equals(1)
  @ApiProperty({ enum: [1] })
  v: 1;

  /** The sender's name for it; for people who look into both logs. */
  @IsString()
  @MinLength(1)
  @MaxLength(64)
  batch: string;

  @IfGiven()
  @IsString()
  @MaxLength(40)
  sentAt?: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => OfferedItem)
  items: OfferedItem[];

  /** Only says what would become of each; nothing is kept. */
  @IfGiven()
  @IsBoolean()
  preview?: boolean;
}

export class ItemVerdict {
  @ApiProperty({ enum: EXCHANGE_KINDS })
  kind: ExchangeKind;

  id: string;
  version: number;

  /** `waiting`: kept, but it contradicts the register, and somebody here looks; `stale`: `held` is at least as new. */
  @ApiProperty({ enum: VERDICTS })
  verdict: (typeof VERDICTS)[number];

  @ApiProperty({ type: String, nullable: true })
  code: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'the field to blame, by the sender’s name' })
  field: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'the version that is held' })
  held: number | null;
}

export class BatchVerdict {
  @ApiProperty({ type: [ItemVerdict] })
  items: ItemVerdict[];
}

export class BucketQuery {
  @IsIn(EXCHANGE_KINDS)
  @ApiProperty({ enum: EXCHANGE_KINDS })
  kind: ExchangeKind;

  @Matches(REGION)
  region: string;

  @IsDay()
  @ApiProperty({ format: 'date' })
  day: string;
}

export class BucketView {
  @ApiProperty({ enum: EXCHANGE_KINDS })
  kind: ExchangeKind;

  region: string;

  @ApiProperty({ format: 'date' })
  day: string;

  count: number;

  /** SHA-256 in lower-case hex of the lines `id version`, by id in the order of bytes, each ended by a line feed. */
  hash: string;
}

export class SummaryView {
  @ApiProperty({ type: [BucketView] })
  buckets: BucketView[];
}

export class HeldItemView {
  id: string;
  version: number;
}

export class HeldItems {
  @ApiProperty({ type: [HeldItemView] })
  items: HeldItemView[];
}
