import type { DayHours } from '../../kernel/day-hours';
import type { Instant, Period } from '../../kernel/time';
import type { Certificate } from '../certificates/certificate';
import type { KnownStop } from '../jobs/stop-order';
import type { LevelAnswer, PermitState, Regime } from '../permits/permit';
import type { FixedRegime } from '../permits/regimes-of-trade';
import type { Control, MachineStatus, Process } from '../registry/machine';
import type { PinAnswer } from '../registry/welder-pin';
import type { CalendarDay } from '../rules/calendar';
import type { RuleBook } from '../rules/rule-book';
import type { MeasuredPosition as Measured } from '../places/place-proof';
import type { SignboardReading } from '../places/signboard';
import type { RollOutModes } from './roll-out-modes';
import type { Waiver } from './waivers';

/** Work that begins now lasts 72 h at the most (rule `job.longest-hours`): so far the days ahead are looked up. */
export const DAYS_AHEAD = 3;

/**
 * Everything `authorize` may look at, loaded at one moment. Stored with the decision (all but the rules, which are found
 * again by their version), so it holds identifiers and no personal data. `null` is "unknown" and refuses.
 */
export interface Facts {
  readonly asked: Asked;
  readonly caller: CallerFacts;
  readonly machine: MachineFacts | null;
  readonly chip: ChipFacts | null;
  readonly welder: WelderFacts | null;
  readonly certificates: readonly Certificate[];
  /** The permit that was asked for, otherwise all that name the welder around now. */
  readonly permits: readonly PermitFacts[];
  /** The nearest designated area (固定动火区) of the machine's or the welder's enterprise. */
  readonly designatedArea: AreaFacts | null;
  readonly position: MeasuredPosition | null;
  /** Where the machine's chip has just measured that it is; older decisions were taken without it. */
  readonly chipPosition?: Measured | null;
  readonly modes: RollOutModes;
  /** What the holiday table says of today. */
  readonly calendar: CalendarDay;
  /** The calendar of the days on which work that begins now may still go on, by date in China. */
  readonly daysAhead: Readonly<Record<string, CalendarDay>>;
  /** Orders by which work of the machine or the welder was stopped; older decisions were taken without them. */
  readonly stops?: readonly KnownStop[];
  /** The open practice session that names this welder and this machine; older decisions were taken without it. */
  readonly practice?: PracticeFacts;
  /** What the duty desk let pass for this welder with this machine; older decisions were taken without them. */
  readonly waivers?: readonly Waiver[];
  /** Null if no weather station is connected: the watcher on site then judges the wind. */
  readonly wind: { readonly grade: number } | null;
  readonly rules: RuleBook;
}

/** A session of a welding school (实训课) in which an instructor answers for pupils on listed machines. */
export interface PracticeFacts {
  readonly id: string;
  /** The enterprise that the school is. */
  readonly schoolId: string | null;
  /** The instructor as a welder. */
  readonly instructorId: string;
  /** As planned. */
  readonly endsAt: Instant;
  /** When the instructor has to show again that they are there. */
  readonly presentUntil: Instant;
  /** Those of the instructor; none while the instructor is suspended. */
  readonly certificates: readonly Certificate[];
}

/** Facts as they are kept in a decision. */
export type StoredFacts = Omit<Facts, 'rules'>;

export type Purpose = 'dry-run' | 'start' | 'handover' | 'offline-code';

interface Asked {
  readonly purpose: Purpose;
  readonly permitId: string | null;
  readonly outlet: number;
  /** The job whose welder hands over: its outlet counts as free. */
  readonly replacesJobId: string | null;
  /** When the live photo handed in was taken, null without one. */
  readonly photoTakenAt: Instant | null;
  /** When the photo of the signboard was taken; older decisions were taken without it. */
  readonly proofPhotoTakenAt?: Instant | null;
  /** What the PIN that was typed says of the welder; missing where none was. */
  readonly pin?: PinAnswer;
  /** Somebody else than the welder who leaves hands the machine over; older decisions were taken without it. */
  readonly handedOverByOther?: boolean;
  /** Work that runs here already passes over to an extension: the place is not asked again. */
  readonly goesOn?: boolean;
}

/** The caller. `mayStartFor` says for whom they may start a job. */
export interface CallerFacts {
  readonly userId: string | null;
  readonly welderId: string | null;
  readonly enterpriseId: string | null;
  readonly roles: readonly string[];
  /** Holds a seat in an enterprise that no official has confirmed. */
  readonly seatWaiting?: boolean;
}

export interface OpenJob {
  readonly id: string;
  readonly machineId: string;
  readonly outlet: number;
  /** A job on an automatic machine does not bind its welder. */
  readonly automatic: boolean;
}

export interface MachineFacts {
  readonly id: string;
  readonly process: Process;
  readonly control: Control;
  readonly status: MachineStatus;
  readonly automatic: boolean;
  readonly outlets: number;
  /** What is said of it is its enterprise's word alone; older decisions were taken without it. */
  readonly factsClaimed?: boolean;
  readonly regionCode: string;
  readonly enterpriseId: string | null;
  readonly ownerWelderId: string | null;
  /** The midnight in Asia/Shanghai that ends the last good day; null without a safety check on record. */
  readonly inspectionEndsAt: Instant | null;
  readonly openJobs: readonly OpenJob[];
  /** Since when a `lock` is unanswered while the relay was not seen open; null when it was. */
  readonly lockUnansweredSince: Instant | null;
}

export interface ChipFacts {
  readonly chipNo: string;
  readonly blocked: boolean;
  readonly tamper: boolean;
  /** Null: never heard of. */
  readonly lastSeenAt: Instant | null;
  /** The boot of its last birth. */
  readonly boot: number;
}

export interface WelderFacts {
  readonly id: string;
  readonly status: 'active' | 'suspended';
  readonly enterpriseIds: readonly string[];
  readonly trainingEndsAt: Instant | null;
  readonly openJobs: readonly OpenJob[];
}

export interface GasTestFacts {
  readonly sampledAt: Instant;
  readonly passed: boolean;
}

export interface PermitFacts {
  readonly id: string;
  readonly regime: Regime;
  readonly level: string;
  /** The level the work has by itself, before holidays, night or special periods raise it. */
  readonly proposedLevel: string;
  readonly state: PermitState;
  readonly regionCode: string;
  readonly plannedStart: Instant;
  readonly plannedEnd: Instant;
  readonly enterpriseId: string | null;
  readonly contractorId: string | null;
  readonly welderIds: readonly string[];
  /** Empty: any machine of the permit's parties. */
  readonly machineIds: readonly string[];
  readonly fireWatchId: string | null;
  readonly watchOn: boolean;
  /** Since when the watcher is on duty, and when they last tapped; missing in older decisions. */
  readonly watchOnAt?: Instant | null;
  readonly tappedAt?: Instant | null;
  /** Somebody responsible said that there is no signal at the place. */
  readonly withoutSignal?: boolean;
  readonly occupierConfirmed: boolean;
  readonly measures: readonly { readonly code: string; readonly confirmed: boolean }[];
  readonly lastGasTest: GasTestFacts | null;
  /** When work under this permit last went on: now, while a job runs; null before the first. */
  readonly lastWorkAt: Instant | null;
  readonly lat: number;
  readonly lng: number;
  readonly radiusM: number;
  /** Whether the place may be read as one on a Chinese map; missing in older decisions. */
  readonly chineseMap?: boolean;
  readonly openAir: boolean;
  readonly placeKinds: readonly string[];
  /** By kind, opening hours as the confirmed sites of the place told them; missing in decisions before there were sites. */
  readonly siteHours?: Readonly<Record<string, readonly DayHours[]>>;
  readonly levelAnswers: readonly LevelAnswer[];
  /** A special period (重点时段) is on in the permit's region. */
  readonly specialPeriod: boolean;
  /** Those of its region that begin later on, as far as work may last that begins now. */
  readonly specialPeriodsAhead: readonly Period[];
  /** Orders by which work under it, or under the permit it extends, was stopped. */
  readonly stops?: readonly KnownStop[];
  /** The authority stopped the work that this permit extends, and has not let it go on; older decisions were taken without it. */
  readonly originalStopped?: boolean;
  /** Of a small job that nobody has begun: what a site that was confirmed meanwhile asks for. */
  readonly placeNowAsks?: FixedRegime;
  /** What the signboard that was scanned says of this permit's place. */
  readonly signboard?: SignboardReading;
  /** How far the roll-out has come at its place; without them those of the machine count. */
  readonly modes?: RollOutModes;
}

export interface AreaFacts {
  readonly id: string;
  /** Null: a self-employed welder's own workshop. */
  readonly enterpriseId: string | null;
  /** Older decisions were taken without them. */
  readonly placeKinds?: readonly string[];
  readonly regionCode: string;
  readonly lat: number;
  readonly lng: number;
  readonly radiusM: number;
  readonly chineseMap?: boolean;
  readonly validTo: Instant | null;
  readonly withoutSignal?: boolean;
  readonly signboard?: SignboardReading;
  readonly modes?: RollOutModes;
}

export interface MeasuredPosition extends Measured {
  readonly source: 'phone' | 'chip';
}
