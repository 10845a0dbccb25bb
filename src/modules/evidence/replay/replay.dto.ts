import { ApiProperty } from '@nestjs/swagger';
import { CERTAINTIES, type RuleCertainty } from '../../../domain/rules/certainty';
import { DecisionView } from '../../jobs/job.dto';

/** A decision that a case rests on. */
export class CaseDecision {
  id: string;
  at: string;
  purpose: string;
  allowed: boolean;
}

export class CaseDecisions {
  @ApiProperty({ type: [CaseDecision] })
  items: CaseDecision[];
}

export class ReplayAnswer extends DecisionView {
  @ApiProperty({ type: String, nullable: true })
  permitId: string | null;
}

/** A version of a rule that the decision rested on. */
export class ReplayRule {
  id: string;
  key: string;
  name: string;

  @ApiProperty({ description: 'the value as it is kept' })
  value: unknown;

  regionCode: string;
  regime: string;
  level: string;
  validFrom: string;

  @ApiProperty({ type: String, nullable: true })
  validTo: string | null;

  source: string;

  @ApiProperty({ enum: CERTAINTIES })
  certainty: RuleCertainty;
}

const DIFFERENCES = ['answer', 'permit', 'finding-gone', 'finding-new', 'finding-changed'] as const;

export class ReplayDifferenceView {
  @ApiProperty({ enum: DIFFERENCES })
  kind: (typeof DIFFERENCES)[number];

  /** In words; null where there was nothing. */
  @ApiProperty({ type: String, nullable: true })
  was: string | null;

  @ApiProperty({ type: String, nullable: true })
  is: string | null;
}

/** Who and what a decision was about, by name as far as the caller sees them. */
export class ReplayNames {
  @ApiProperty({ type: String, nullable: true })
  machine: string | null;

  @ApiProperty({ type: String, nullable: true })
  welder: string | null;

  @ApiProperty({ type: String, nullable: true })
  permit: string | null;
}

/** By code, what the rules of that time called it. */
export class ReplayCodes {
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  measures: Record<string, string>;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  placeKinds: Record<string, string>;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  questions: Record<string, string>;
}

export class ReplayView {
  id: string;
  at: string;
  purpose: string;

  @ApiProperty({ type: String, nullable: true })
  machineId: string | null;

  @ApiProperty({ type: String, nullable: true })
  welderId: string | null;

  names: ReplayNames;

  /** The rules as they were known then. */
  ruleVersion: string;

  /** And as they are known now. */
  ruleVersionNow: string;

  /** As it was kept. */
  kept: ReplayAnswer;

  /** As it is decided again. */
  again: ReplayAnswer;

  same: boolean;

  @ApiProperty({ type: [ReplayDifferenceView] })
  differences: ReplayDifferenceView[];

  @ApiProperty({ type: [ReplayRule] })
  rules: ReplayRule[];

  /** What it saw: identifiers, times and states, no personal data. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  facts: Record<string, unknown>;

  codes: ReplayCodes;
}
