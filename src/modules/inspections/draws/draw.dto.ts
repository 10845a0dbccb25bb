import { ApiProperty } from '@nestjs/swagger';
import { INSPECTION_KINDS, type InspectionKind } from '../../../domain/inspections/inspection-life-cycle';
import { STRATA, type Stratum } from '../../../domain/inspections/strata';

const DRAW_STATES = ['published', 'committed', 'drawn', 'void'] as const;
export type DrawState = (typeof DRAW_STATES)[number];

class DrawTargetView {
  id: string;
  name: string;
  regionCode: string;

  @ApiProperty({ enum: STRATA })
  stratum: Stratum;
}

class DrawOfficerView {
  id: string;
  name: string;
  regionCode: string;
}

export class OfficerChoices {
  @ApiProperty({ type: [DrawOfficerView] })
  items: DrawOfficerView[];
}

class DrawExclusionView {
  officerId: string;
  targetId: string;
  reason: string;
}

class PerStratumView {
  high: number;
  ordinary: number;
  clean: number;
}

export class DrawListView {
  version: number;
  name: string;
  regionCode: string;

  @ApiProperty({ type: [DrawTargetView] })
  targets: DrawTargetView[];

  @ApiProperty({ type: [DrawOfficerView] })
  officers: DrawOfficerView[];

  @ApiProperty({ type: [DrawExclusionView] })
  exclusions: DrawExclusionView[];

  @ApiProperty({ type: PerStratumView })
  weights: PerStratumView;

  @ApiProperty({ type: PerStratumView })
  quotas: PerStratumView;

  officersPerTarget: number;
  crossTown: boolean;
}

export class CommitmentView {
  officerId: string;
  officerName: string;
  hash: string;

  @ApiProperty({ format: 'date-time' })
  committedAt: string;

  @ApiProperty({ type: String, nullable: true })
  value: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  revealedAt: string | null;
}

export class PairView {
  targetId: string;

  @ApiProperty({ type: [String] })
  officerIds: string[];
}

export class VoidDrawView {
  id: string;
  name: string;

  @ApiProperty({ format: 'date-time' })
  publishedAt: string;
}

/** All that anybody needs to draw again: `npm run draw:verify`. */
export class DrawView {
  id: string;
  name: string;
  regionCode: string;

  @ApiProperty({ enum: INSPECTION_KINDS })
  kind: InspectionKind;

  @ApiProperty({ format: 'date' })
  dueOn: string;

  @ApiProperty({ enum: DRAW_STATES })
  state: DrawState;

  listHash: string;

  @ApiProperty({ type: DrawListView })
  list: DrawListView;

  @ApiProperty({ format: 'date-time' })
  publishedAt: string;

  @ApiProperty({ format: 'date-time' })
  deadlineAt: string;

  @ApiProperty({ type: [CommitmentView] })
  commitments: CommitmentView[];

  @ApiProperty({ type: String, nullable: true })
  seed: string | null;

  @ApiProperty({ type: [PairView], nullable: true })
  pairs: PairView[] | null;

  /** Drawn, but the visits are not made yet: values, seed and pairs are for officials in charge until then. */
  pairsWithheld: boolean;

  /** Void: who committed and did not reveal, or that nobody committed. */
  @ApiProperty({ type: [String] })
  notRevealedBy: string[];

  /** Draws of this region that came to nothing before this one: a draw repeated until it suits would show. */
  @ApiProperty({ type: [VoidDrawView] })
  voidBefore: VoidDrawView[];
}

export class RepeatView {
  targetId: string;
  name: string;

  @ApiProperty({ format: 'date-time' })
  lastAt: string;
}

export class PublishedDrawView extends DrawView {
  /** Targets of the list that were inspected not long ago. */
  @ApiProperty({ type: [RepeatView] })
  repeats: RepeatView[];
}

export class DrawRow {
  id: string;
  name: string;
  regionCode: string;

  @ApiProperty({ enum: DRAW_STATES })
  state: DrawState;

  @ApiProperty({ format: 'date-time' })
  publishedAt: string;

  @ApiProperty({ format: 'date-time' })
  deadlineAt: string;

  listHash: string;
}

export class DrawPage {
  @ApiProperty({ type: [DrawRow] })
  items: DrawRow[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
