import type { StoredNamedText, StoredText } from '../../kernel/language';
import type { Party, PermitSource } from './permit';

/** By what a permit's rules are asked. */
export interface RuleSubject {
  readonly regime: string;
  readonly level: string;
  readonly regionCode: string;
  /** Who keeps the permit; missing: the platform. */
  readonly source?: PermitSource;
}

/** One entry of rule `permit.approval-chain`; entries with the same `step` run in parallel. */
export interface ChainEntry extends StoredNamedText<'title'> {
  readonly step: number;
  readonly roles: readonly string[];
  readonly of: Party;
  /** `all`: each role signs; `one`: any of them does. */
  readonly quorum: 'all' | 'one';
  /** Signs only after having been on site. */
  readonly siteVisit?: boolean;
  /** The seat of the person who fills the form in: applying counts as the signature, if the applicant has the duty. */
  readonly filledByApplicant?: boolean;
}

/** One entry of rule `permit.measures`. */
export interface MeasureRule extends StoredText {
  readonly code: string;
  /** Only at places of one of these kinds. */
  readonly placeKinds?: readonly string[];
  /** Only in the open air. */
  readonly openAir?: boolean;
  /** Confirmed with a drawn signature. */
  readonly signature?: boolean;
  /** What is counted or measured while it is confirmed, with its unit; may be left empty. */
  readonly number?: StoredText;
  readonly source: string;
}

/** The concentrations of a gas that people may breathe, in mg/m³. */
export interface ToxicLimit {
  /** Grams a mole. */
  readonly molarMass: number;
  readonly ceilingMgM3?: number;
  readonly timeWeightedMgM3?: number;
  readonly shortTermMgM3?: number;
}

export interface GasRule extends StoredText {
  /** Lower explosive limit, % by volume. */
  readonly lel: number;
  readonly toxic?: ToxicLimit;
}

/** Rule `permit.gas-limits`. Percentages by volume, if nothing else is said. Versions before toxic limits lack what is optional. */
export interface GasLimits {
  readonly lelThreshold: number;
  readonly highLelMax: number;
  readonly lowLelMax: number;
  /** %LEL, for a meter that tells no gases apart. */
  readonly combustibleLelMax?: number;
  /** Litres that a mole of gas takes at 20 °C. */
  readonly molarVolumeL?: number;
  readonly oxygen: { readonly min: number; readonly max: number; readonly enrichedMax: number };
  readonly gases: Readonly<Record<string, GasRule>>;
  /** The clause that each kind of limit comes from. */
  readonly clauses?: { readonly explosion: string; readonly oxygen: string; readonly toxic: string };
}

/** Rule `permit.gas-test-when`: what asks for a gas test in every regime. */
export interface GasTestWhen {
  readonly placeKinds: readonly string[];
  readonly answers: readonly {
    readonly code: string;
    /** A question that asks for two things at once says nothing of gas where one of these kinds explains the yes. */
    readonly unlessPlaceKinds?: readonly string[];
  }[];
}

export type GasTestAsked = 'none' | 'optional' | 'required';

export interface UrgentRule {
  readonly allowed: boolean;
  readonly countersignHours: number;
  /** The role that may approve alone, from another place. */
  readonly role: string;
  /** An enterprise that leaves `times` permits unsigned within `days` loses the urgent procedure; without this field it never does. */
  readonly closedBy?: { readonly times: number; readonly days: number };
}

/** Rule `permit.small-firm`: in a firm of so few people, confirmed lately, the head holds both seats. */
export interface SmallFirmRule {
  readonly people: number;
  readonly confirmedWithinDays: number;
}

/** A question about the work. A "yes" asks for at least this level. */
export interface LevelQuestion extends StoredText {
  readonly code: string;
  readonly level: string;
}

/** Rule `permit.watch-tap-minutes`. */
export interface TapRule {
  readonly every: number;
  readonly patience: number;
}

export interface MinutesByPlace {
  readonly base: number;
  readonly placeKinds?: Readonly<Record<string, number>>;
}

/**
 * Rule `permit.fire-watch`. `required`: a watcher is named. `occupier-may`: the occupier who confirms also watches. `occupier-agrees`:
 * if no watcher is named, the occupier agrees expressly to watch.
 */
export const FIRE_WATCH_RULES = ['required', 'occupier-may', 'occupier-agrees'] as const;
export type FireWatchRule = (typeof FIRE_WATCH_RULES)[number];

/** Rule `permit.small-again`: after `times` small jobs within `days` and `withinM` metres, the next one there needs a full permit. */
export interface SmallAgain {
  readonly times: number;
  readonly days: number;
  readonly withinM: number;
}

/**
 * Rule `permit.small-same-place`: two small jobs with overlapping circles are at one place if they share one of these.
 */
export const SMALL_SAME_MARKS = ['occupier-phone', 'occupier', 'site', 'welder', 'applicant'] as const;
export type SmallSameMark = (typeof SMALL_SAME_MARKS)[number];

/** Rule `permit.occupier-places`: a phone that confirms at `places` places within `days` is reported for checking. */
export interface OccupierPlaces {
  readonly places: number;
  readonly days: number;
  /** What lies nearer together is one place. */
  readonly withinM: number;
}

/** One entry of rule `permit.place-kinds`. */
export interface PlaceKind extends StoredText {
  readonly code: string;
}

/** Rule `place.open-hours-exception`: a county lets such places be worked in while open, with all of these measures. */
export interface OpenHoursException {
  readonly placeKinds: readonly string[];
  /** Codes of the checklist: fire separation, a watcher for this alone. */
  readonly measures: readonly string[];
}

/** Rule `place.radius`, in metres: what an enterprise may ask for, and what it gets without asking. */
export interface PlaceRadius {
  readonly min: number;
  readonly max: number;
  readonly default: number;
}
