import { ApiProperty } from '@nestjs/swagger';
import { FormClosedHours, FormPlace } from './form-place.dto';
import { PARTIES, REGIMES, type Regime } from '../../../domain/permits/permit';
import { FIRE_WATCH_RULES, type GasLimits, type GasTestAsked } from '../../../domain/permits/permit-rule-values';

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

  @ApiProperty({ enum: PARTIES })
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

  /** The checklist of this level. */
  @ApiProperty({ type: [FormMeasure] })
  measures: FormMeasure[];

  /** Days for which the recording of the whole work is kept; 0: none is asked for. */
  videoDays: number;
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

  /** The least level at kinds of places; a kind that is not named asks for none. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  levelOfPlace: Record<string, string>;

  /** By kind of place the hours in which it allows no hot work. */
  @ApiProperty({ type: [FormClosedHours] })
  closedHours: FormClosedHours[];

  /** The occupier of the place confirms by a code sent to the phone. */
  occupierConfirms: boolean;

  /** `occupier-may`: the occupier may watch instead of a named watcher; `occupier-agrees`: and says so. */
  @ApiProperty({ enum: FIRE_WATCH_RULES })
  fireWatch: string;

  urgentAllowed: boolean;

  /** The paper has the fields of form A.1 of GB 30871-2022: related tickets, risks, work leader. */
  standardForm: boolean;
}

export class PermitForms {
  @ApiProperty({ type: [PermitForm] })
  items: PermitForm[];

  /** Null where no place was named. */
  @ApiProperty({ type: FormPlace, nullable: true })
  place: FormPlace | null;
}
