import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';

export class RegionsQuery {
  /** Without it: the provinces. */
  @IsOptional()
  @Matches(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)
  parent?: string;
}

const LEVELS = { 2: 'province', 4: 'prefecture', 6: 'county', 9: 'town', 12: 'village' } as const;
export type RegionLevel = (typeof LEVELS)[keyof typeof LEVELS];

export class RegionView {
  code: string;
  name: string;

  @ApiProperty({ type: String, nullable: true })
  parent: string | null;

  @ApiProperty({ enum: Object.values(LEVELS) })
  level: RegionLevel;

  hasChildren: boolean;
}

export class RegionPage {
  items: RegionView[];

  /** Always null: a region's children come in one piece. */
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

/** A code's length is its level (GB/T 2260, GB/T 10114). */
export const levelOf = (code: string): RegionLevel => LEVELS[code.length as keyof typeof LEVELS];
