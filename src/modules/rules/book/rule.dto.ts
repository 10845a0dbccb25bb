import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsDefined, IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { REGIMES } from '../../../domain/permits/permit';
import { CERTAINTIES, type RuleCertainty } from '../../../domain/rules/certainty';
import { BY_ALL, type Dimension } from '../../../domain/rules/rule-kind';
import type { Stage } from '../../../domain/rules/succession';
import { PageQuery } from '../../../platform/http/page';
import { IsDayOrTime } from '../../../platform/http/times.decorator';
import { MayMiss } from '../../../platform/http/may-miss.decorator';
import { REGION_CODE } from '../../../kernel/region-code';

const STAGES: readonly Stage[] = ['past', 'running', 'planned'];

/** Each rule has a shape of its own: a switch, a number, a word, a list or a table. */
const ANY_VALUE = {
  oneOf: [
    { type: 'boolean' },
    { type: 'number' },
    { type: 'string' },
    { type: 'array', items: {} },
    { type: 'object', additionalProperties: true },
  ],
};

/** A version to be added ahead of its date. What is left out holds for all. */
export class RuleProposalRequest {
  @IsString()
  @Length(3, 60)
  key: string;

  @MayMiss()
  @IsIn(REGIMES)
  @ApiPropertyOptional({ enum: REGIMES })
  regime?: string;

  /** Needs a regime. */
  @MayMiss()
  @IsString()
  @Length(1, 40)
  level?: string;

  @MayMiss()
  @Matches(REGION_CODE)
  regionCode?: string;

  /** At least a minute ahead. A date begins at midnight in China. */
  @IsDayOrTime()
  @ApiProperty({ example: '2027-01-01' })
  validFrom: string;

  /** The first moment it no longer holds: a wider version then takes over. Without it: until another follows. */
  @IsOptional()
  @IsDayOrTime()
  @ApiPropertyOptional({ type: String, nullable: true, example: '2027-07-01' })
  validTo?: string | null;

  /** Of the shape its key asks for. */
  @IsDefined()
  @ApiProperty({ ...ANY_VALUE, example: 30 })
  value: unknown;

  /** The text it comes from. */
  @IsString()
  @Length(2, 300)
  @Matches(/\S/)
  source: string;

  @IsIn(CERTAINTIES)
  @ApiProperty({ enum: CERTAINTIES })
  certainty: RuleCertainty;
}

export class RulesQuery {
  @IsOptional()
  @IsString()
  @MaxLength(60)
  key?: string;

  /** Rules that speak for this regime, with those for all regimes. */
  @IsOptional()
  @IsIn(REGIMES)
  @ApiPropertyOptional({ enum: REGIMES })
  regime?: string;

  /** Rules that speak for this region, with those for all regions. */
  @IsOptional()
  @Matches(REGION_CODE)
  regionCode?: string;

  /** In force at this moment; without it: now. */
  @IsOptional()
  @IsDayOrTime()
  @ApiPropertyOptional({ example: '2026-06-01' })
  at?: string;
}

export class RuleVersionsQuery extends PageQuery {
  @IsOptional()
  @IsIn(REGIMES)
  @ApiPropertyOptional({ enum: REGIMES })
  regime?: string;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  level?: string;

  @IsOptional()
  @Matches(REGION_CODE)
  regionCode?: string;
}

export class RuleVersionView {
  id: string;
  key: string;

  @ApiProperty({ type: String, nullable: true, enum: REGIMES })
  regime: string | null;

  @ApiProperty({ type: String, nullable: true })
  level: string | null;

  @ApiProperty({ type: String, nullable: true })
  regionCode: string | null;

  @ApiProperty({ format: 'date-time' })
  validFrom: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  validTo: string | null;

  @ApiProperty({ enum: STAGES })
  stage: Stage;

  @ApiProperty(ANY_VALUE)
  value: unknown;

  source: string;

  @ApiProperty({ enum: CERTAINTIES, description: '`B` is shown as not yet confirmed against the official text' })
  certainty: RuleCertainty;

  @ApiProperty({ type: String, nullable: true, description: 'the region whose regulator set it; null: the platform' })
  setBy: string | null;
}

export class RuleView extends RuleVersionView {
  /** What the rule is called. */
  zh: string;
  en: string;

  @ApiProperty({ type: String, nullable: true })
  unit: string | null;

  @ApiProperty({ enum: BY_ALL, isArray: true, description: 'what a version of it may be narrowed to' })
  variesBy: readonly Dimension[];

  /** Whether a region's regulator may set a stricter value. */
  byRegion: boolean;

  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: 'when a planned version follows' })
  nextFrom: string | null;
}

export class RuleList {
  @ApiProperty({ type: [RuleView] })
  items: RuleView[];
}

export class RuleVersionPage {
  @ApiProperty({ type: [RuleVersionView] })
  items: RuleVersionView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class RuleDifference {
  @ApiProperty({ example: 'value.gases.methane.lel' })
  path: string;

  @ApiProperty({ ...ANY_VALUE, nullable: true })
  before: unknown;

  @ApiProperty({ ...ANY_VALUE, nullable: true })
  after: unknown;
}

export class RulePreview {
  @ApiProperty({
    type: RuleVersionView,
    nullable: true,
    description: 'what would hold at that moment without the change',
  })
  before: RuleVersionView | null;

  @ApiProperty({ type: RuleVersionView, nullable: true, description: 'the version that would end there' })
  ends: RuleVersionView | null;

  @ApiProperty(ANY_VALUE)
  value: unknown;

  @ApiProperty({ type: [RuleDifference] })
  changes: RuleDifference[];

  @ApiProperty({ description: 'permits that are under way now and ask by this rule' })
  openPermits: number;

  @ApiProperty({ description: 'machines in service there; for one regime, those named on its open permits' })
  machines: number;
}
