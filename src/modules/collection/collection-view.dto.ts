import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import {
  COLLECTION_KINDS,
  COLLECTION_STATES,
  NAMEPLATES,
  type CollectionKind,
  type CollectionState,
  type Nameplate,
} from '../../domain/collection/collection';
import { MATCH_REASONS, type MatchReason } from '../../domain/collection/duplicates';
import { PageQuery } from '../../platform/http/page';
import { IsDay } from '../../platform/http/times.decorator';

export class Collector {
  name: string;

  @ApiProperty({ format: 'date-time' })
  collectedAt: string;
}

export class CollectionView {
  id: string;

  @ApiProperty({ enum: COLLECTION_KINDS })
  kind: CollectionKind;

  @ApiProperty({ enum: COLLECTION_STATES })
  state: CollectionState;

  /** The machine, welder or enterprise; null while a number is owed. */
  @ApiProperty({ type: String, nullable: true })
  entityId: string | null;

  title: string;

  /** The record that was there before, to which this was added. */
  @ApiProperty({ type: String, nullable: true })
  duplicateOf: string | null;

  /** Why it is the same. */
  @ApiProperty({ enum: MATCH_REASONS, isArray: true })
  reasons: MatchReason[];

  regionCode: string;

  @ApiProperty({ type: [String] })
  photoIds: string[];

  @ApiProperty({ enum: NAMEPLATES, nullable: true })
  nameplate: Nameplate | null;

  /** Code of what kept the certificate out; the welder was taken. */
  @ApiProperty({ type: String, nullable: true })
  certificateFault: string | null;

  /** Everybody who collected it, the first one first. */
  @ApiProperty({ type: [Collector] })
  collectors: Collector[];

  @ApiProperty({ format: 'date-time' })
  collectedAt: string;

  collectedBy: string;

  /** Only the caller’s own, so that a device finds what it sent. */
  @ApiProperty({ type: String, nullable: true })
  deviceNumber: string | null;
}

export class CollectionPage {
  @ApiProperty({ type: [CollectionView] })
  items: CollectionView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

/** What may be the same, as far as it is shown to who asks; travels in the problem `collection.maybe-known`. */
export class MaybeKnown {
  id: string;
  title: string;

  @ApiProperty({ type: String, nullable: true })
  ownerName: string | null;

  @ApiProperty({ type: Number, nullable: true })
  distanceM: number | null;

  @ApiProperty({ type: String, nullable: true })
  photoId: string | null;

  @ApiProperty({ type: String, nullable: true })
  collectedBy: string | null;

  @ApiProperty({ enum: MATCH_REASONS, isArray: true })
  reasons: MatchReason[];
}

export class CollectionQuery extends PageQuery {
  @IsOptional()
  @IsIn(COLLECTION_KINDS)
  @ApiPropertyOptional({ enum: COLLECTION_KINDS })
  kind?: CollectionKind;

  @IsOptional()
  @IsIn(COLLECTION_STATES)
  @ApiPropertyOptional({ enum: COLLECTION_STATES })
  state?: CollectionState;

  @IsOptional()
  @IsString()
  @MaxLength(64)
  entityId?: string;

  /** Of this person, from this day on: what a person’s target counts. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  collector?: string;

  @IsOptional()
  @IsDay()
  @ApiPropertyOptional({ format: 'date' })
  from?: string;

  @IsOptional()
  @Matches(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)
  regionCode?: string;
}

export class OwnerQuery {
  /** Unified social credit code, whole, as it stands on the business licence. */
  @IsString()
  @Length(18, 40)
  uscc: string;
}

/** An enterprise that is registered elsewhere. */
export class OwnerElsewhere {
  id: string;
  name: string;

  /** Of its county. */
  regionName: string;
}

export class WhoQuery {
  @IsDay()
  @ApiProperty({ format: 'date' })
  from: string;

  /** With this day. */
  @IsDay()
  @ApiProperty({ format: 'date' })
  to: string;

  @IsOptional()
  @Matches(/^\d{2,12}$/)
  regionCode?: string;
}

/** One person’s day in one town. */
export class WhoCollected {
  @ApiProperty({ format: 'date' })
  day: string;

  regionCode: string;
  regionName: string;
  userId: string;
  name: string;
  machines: number;
  welders: number;
  enterprises: number;
  duplicates: number;

  /** Of machines: from the first tap to saving. */
  @ApiProperty({ type: Number, nullable: true })
  medianSeconds: number | null;

  @ApiProperty({ type: Number, nullable: true })
  medianTaps: number | null;
}

export class WhoCollectedView {
  machines: number;
  welders: number;
  enterprises: number;
  duplicates: number;

  /** Of all machines of the time. */
  @ApiProperty({ type: Number, nullable: true })
  medianSeconds: number | null;

  @ApiProperty({ type: [WhoCollected] })
  rows: WhoCollected[];
}
