import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { REGIMES, type Regime } from '../../../domain/permits/permit';
import type { GasLimits, GasTestAsked } from '../../../domain/permits/permit-rule-values';

export class PermitFormQuery {
  /** Whose permits are asked for; without it the caller's own enterprise. */
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @Length(1, 40)
  enterpriseId?: string;
}

/** A code with its name in the caller's language and in both. */
export class FormChoice {
  code: string;
  name: string;
  zh: string;
  en: string;
}

export class FormPlaceKind extends FormChoice {
  /** The permit that such a place needs instead of this one; null where this one will do. */
  @ApiProperty({ type: String, nullable: true })
  instead: string | null;
}

export class FormMeasure {
  code: string;
  text: string;

  /** Asked at places of these kinds only; empty: everywhere. */
  @ApiProperty({ type: [String] })
  placeKinds: string[];

  /** Asked in the open air only. */
  openAir: boolean;

  source: string;
}

export class FormGas extends FormChoice {
  /** Lower explosive limit, percent by volume; null for oxygen. */
  @ApiProperty({ type: Number, nullable: true })
  lel: number | null;

  /** Percent by volume. */
  @ApiProperty({ type: Number, nullable: true })
  min: number | null;

  /** Percent by volume. */
  max: number;
}

export class FormGasAnswer {
  code: string;

  /** At places of these kinds a yes asks for nothing. */
  @ApiProperty({ type: [String] })
  unlessPlaceKinds: string[];
}

/** What asks for a gas test, whatever the regime asks. */
export class FormGasTestWhen {
  @ApiProperty({ type: [String] })
  placeKinds: string[];

  @ApiProperty({ type: [FormGasAnswer] })
  answers: FormGasAnswer[];
}

export class FormQuestion {
  code: string;
  text: string;

  /** A yes asks for this level at least. */
  level: string;

  /** Kinds of places that answer it with yes. */
  @ApiProperty({ type: [String] })
  placeKinds: string[];
}

export class FormSignature {
  /** Signatures with the same number run side by side. */
  step: number;
  title: string;

  @ApiProperty({ type: [String] })
  roles: string[];

  @ApiProperty({ enum: ['enterprise', 'contractor', 'occupier'] })
  of: string;

  siteVisit: boolean;
}

export class FormUrgent {
  allowed: boolean;
  countersignHours: number;
}

/** One level of a regime, with what depends on it. */
export class FormLevel extends FormChoice {
  longestHours: number;

  @ApiProperty({ type: [FormSignature] })
  chain: FormSignature[];

  /** Null where the regime knows no urgent way. */
  @ApiProperty({ type: FormUrgent, nullable: true })
  urgent: FormUrgent | null;

  /** Minutes of fire watch after work at an ordinary place. */
  fireWatchMinutes: number;
}

/** Everything a form of one regime asks and says. */
export class PermitForm {
  @ApiProperty({ enum: REGIMES })
  regime: Regime;

  name: string;

  /** The strictest first. */
  @ApiProperty({ type: [String] })
  levels: string[];

  @ApiProperty({ type: [FormLevel] })
  levelDetails: FormLevel[];

  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' } })
  longestHours: Record<string, number>;

  /** A permit ends on the day it begins. */
  sameDay: boolean;

  /** By the regime alone. */
  @ApiProperty({ enum: ['none', 'optional', 'required'] })
  gasTest: GasTestAsked;

  gasTestWhen: FormGasTestWhen;

  /** Rule `permit.gas-limits` as it is. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  gasLimits: GasLimits;

  @ApiProperty({ type: [FormGas] })
  gases: FormGas[];

  @ApiProperty({ type: [FormMeasure] })
  measures: FormMeasure[];

  @ApiProperty({ type: [FormQuestion] })
  questions: FormQuestion[];

  @ApiProperty({ type: [FormPlaceKind] })
  placeKinds: FormPlaceKind[];

  /** The occupier of the place confirms by a code sent to the phone. */
  occupierConfirms: boolean;

  /** `occupier-may`: the occupier may watch instead of a named watcher. */
  @ApiProperty({ enum: ['required', 'occupier-may'] })
  fireWatch: string;

  urgentAllowed: boolean;
}

export class PermitForms {
  @ApiProperty({ type: [PermitForm] })
  items: PermitForm[];
}
