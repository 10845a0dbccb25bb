import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, Equals, IsArray, IsObject, IsString, Length } from 'class-validator';
import type { OutlineFeature } from '../../../domain/regions/region-outline';
import { IfGiven } from '../../../platform/http/if-given.decorator';

const MOST_FEATURES = 2_000;
const POLYGONS = {
  type: 'array',
  items: { type: 'array', items: { type: 'array', items: { type: 'array', items: { type: 'number' } } } },
} as const;

/** GeoJSON in WGS-84, one feature a region, `code` in its properties. */
export class LoadOutlinesRequest {
  @Equals('FeatureCollection')
  @ApiProperty({ enum: ['FeatureCollection'] })
  type: 'FeatureCollection';

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_FEATURES)
  @IsObject({ each: true })
  @ApiProperty({ type: 'array', items: { type: 'object' } })
  features: OutlineFeature[];

  /** Where the lines come from, as it is shown beside the map. */
  @IfGiven()
  @IsString()
  @Length(1, 300)
  source?: string;
}

export class RejectedOutline {
  /** Which feature, from 0. */
  index: number;

  /** As the feature names it; null where it names none. */
  @ApiProperty({ type: String, nullable: true })
  regionCode: string | null;

  code: string;
}

export class OutlinesLoaded {
  accepted: number;

  @ApiProperty({ type: [RejectedOutline] })
  rejected: RejectedOutline[];
}

export class OutlineView {
  code: string;
  name: string;

  /** Polygons of rings of `[lng, lat]`, WGS-84; empty where nobody has loaded an outline. */
  @ApiProperty(POLYGONS)
  polygons: number[][][][];
}

export class RegionGround {
  code: string;
  name: string;

  @ApiProperty(POLYGONS)
  polygons: number[][][][];

  /** The regions right below it whose outlines are known. */
  @ApiProperty({ type: [OutlineView] })
  parts: OutlineView[];

  /** Where the lines come from; null where there are none. */
  @ApiProperty({ type: String, nullable: true })
  source: string | null;
}
