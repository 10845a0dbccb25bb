import { ApiProperty } from '@nestjs/swagger';
import { PermitMeasureView } from './permit-measure.dto';
import { PermitPlantView } from './permit-plant.dto';
import { PermitConflictView, PermitFindingView, PermitReasonView, PermitWelderView } from './permit-papers.dto';
import type { GasTestAsked } from '../../../domain/permits/permit-rule-values';
import { ANSWERS, type Answer } from '../draft/asked/given-answers';
import { PLACE_WORDS, type PlaceWord } from '../../../domain/places/place-shown';
import {
  PERMIT_STATES,
  PLACE_SOURCES,
  REGIMES,
  type PermitState,
  type PlaceSource,
  type Regime,
} from '../../../domain/permits/permit';
import { PERMIT_COMMANDS, type PermitStep } from '../../../domain/permits/permit-life-cycle';
import { NamedView, StandardFormView } from './standard-form.dto';

const time = { format: 'date-time' } as const;
const maybeTime = { type: String, nullable: true, format: 'date-time' } as const;
const maybeText = { type: String, nullable: true } as const;

export class PermitSiteView {
  id: string;
  name: string;
  enterpriseName: string;
}

export class PermitPlaceView {
  name: string;
  lat: number;
  lng: number;
  /** Measured by a device, or set by hand on a map. */
  @ApiProperty({ enum: PLACE_SOURCES }) source: PlaceSource;
  radiusM: number;
  openAir: boolean;
  @ApiProperty({ type: [String] }) kinds: string[];
  /** Those of `kinds` that sites at the place brought: nobody unticks them. */
  @ApiProperty({ type: [String] }) kindsOfSites: string[];
  /** Sites that the place touched when the form was filled in. */
  @ApiProperty({ type: [PermitSiteView] }) sites: PermitSiteView[];
}

export class PermitMachineView {
  id: string;
  model: string;
}

export class PermitSignatureView {
  step: number;
  role: string;
  title: string;
  name: string;
  /** In whose name, where a delegate signed. */
  @ApiProperty(maybeText) onBehalfOf: string | null;
  @ApiProperty(time) signedAt: string;
  /** The applicant's own seat: held by filling the form in, no approval. */
  filledIn: boolean;
  /** One person, two seats, one signature: the head of a small firm; `title` then names each seat. */
  bothSeats: boolean;
  @ApiProperty(maybeText) comment: string | null;
  @ApiProperty(maybeText) signatureFileId: string | null;
}

/** A place of the chain that nobody has signed at yet. */
export class AwaitedSignatureView {
  step: number;
  @ApiProperty({ type: [String] }) roles: string[];
  title: string;
  /** Whose turn it is now. */
  now: boolean;
  /** Has to go and see the place before signing; no more once they were there. */
  siteVisit: boolean;
  /** Names of those who may sign there as things stand. */
  @ApiProperty({ type: [String] }) signers: string[];
  /** Nobody can: somebody has to be appointed, by one of `turnTo`. */
  missing: boolean;
  @ApiProperty({ type: [String] }) turnTo: string[];
}

export class PermitGasLimitView {
  @ApiProperty({ enum: ['explosion', 'toxic', 'oxygen'] }) basis: string;
  @ApiProperty({ type: Number, nullable: true }) min: number | null;
  /** Rounded to the strict side. */
  max: number;
  unit: string;
  /** The clause it comes from. */
  source: string;
}

export class PermitGasReadingView {
  gas: string;
  value: number;
  unit: string;
  @ApiProperty(maybeText) point: string | null;
  /** All that the reading was held to. */
  @ApiProperty({ type: [PermitGasLimitView] }) limits: PermitGasLimitView[];
  /** It says nothing of what people breathe. */
  explosionOnly: boolean;
}

export class PermitGasTestView {
  id: string;
  @ApiProperty(time) sampledAt: string;
  passed: boolean;
  @ApiProperty({ type: [PermitGasReadingView] }) readings: PermitGasReadingView[];
  /** Indexes of the readings that failed. */
  @ApiProperty({ type: [Number] }) failed: number[];
  @ApiProperty(maybeText) instrument: string | null;
  @ApiProperty(maybeText) calibrationDueOn: string | null;
  source: string;
  @ApiProperty(maybeText) testedBy: string | null;
}

export class WatchRecordView {
  kind: string;
  @ApiProperty(maybeText) name: string | null;
  @ApiProperty(time) at: string;
  @ApiProperty(maybeText) photoId: string | null;
}

export class SiteVisitView {
  name: string;
  @ApiProperty(time) at: string;
  @ApiProperty(maybeText) photoId: string | null;
}

export class AmendmentView {
  id: string;
  @ApiProperty({ type: [NamedView] }) welders: NamedView[];
  @ApiProperty({ type: [NamedView] }) machines: NamedView[];
  askedBy: string;
  @ApiProperty(time) askedAt: string;
  @ApiProperty(maybeText) confirmedBy: string | null;
  @ApiProperty(maybeTime) confirmedAt: string | null;
}

export class PermitHistoryView {
  @ApiProperty(time) at: string;
  command: string;
  @ApiProperty(maybeText) fromState: string | null;
  toState: string;
  byName: string;
  @ApiProperty(maybeText) reason: string | null;
  /** How it was shown that they stood at the place; `unproven`: not at all. Null: it was not asked. */
  @ApiProperty({ enum: PLACE_WORDS, nullable: true }) place: PlaceWord | null;
}

/** One permit with all that is known of it. */
export class PermitView extends StandardFormView {
  id: string;
  number: string;
  code: string;
  version: number;
  /** Null: the permit is kept here. */
  @ApiProperty({ type: PermitPlantView, nullable: true }) plant: PermitPlantView | null;
  @ApiProperty({ enum: REGIMES }) regime: Regime;
  level: string;
  proposedLevel: string;
  /** By code of rule `permit.level-questions`, those of the place's kinds included. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string', enum: [...ANSWERS] } })
  answers: Record<string, Answer>;
  @ApiProperty({ type: [String] }) raisedBecause: string[];
  @ApiProperty({ enum: PERMIT_STATES }) state: PermitState;
  /** What the caller may do now. */
  @ApiProperty({ enum: PERMIT_COMMANDS, isArray: true }) commands: PermitStep[];
  @ApiProperty(maybeText) enterpriseId: string | null;
  @ApiProperty(maybeText) enterpriseName: string | null;
  @ApiProperty(maybeText) contractorId: string | null;
  @ApiProperty(maybeText) contractorName: string | null;
  @ApiProperty(maybeText) occupierEnterpriseId: string | null;
  /** The site that was named on the form. */
  @ApiProperty(maybeText) siteId: string | null;
  regionCode: string;
  place: PermitPlaceView;
  content: string;
  method: string;
  @ApiProperty({ type: [String] }) gases: string[];
  @ApiProperty(time) plannedStart: string;
  @ApiProperty(time) plannedEnd: string;
  /** Its start was left out: until it is submitted that is now. */
  startsNow: boolean;
  /** How long such work is to last, where that was said instead of an end. */
  @ApiProperty({ type: Number, nullable: true }) minutes: number | null;
  /** From when until when it may be used, now or next: night, holidays and opening hours are taken out. Null: never, or its level is not decided. */
  @ApiProperty(maybeTime) usableFrom: string | null;
  @ApiProperty(maybeTime) usableUntil: string | null;
  /** What ends that time before the planned end. */
  @ApiProperty({ type: [String] }) usableUntilBecause: string[];
  /** All that keeps it from being used somewhere in its planned time. */
  @ApiProperty({ type: [String] }) excluded: string[];
  applicant: NamedView;
  @ApiProperty({ type: [PermitWelderView] }) welders: PermitWelderView[];
  /** Works near at that time, while the permit can still be decided otherwise. */
  @ApiProperty({ type: [PermitConflictView] }) conflicts: PermitConflictView[];
  /** What makes the level what it is. */
  @ApiProperty({ type: [PermitReasonView] }) reasons: PermitReasonView[];
  /** What whoever asks and whoever signs have to know. */
  @ApiProperty({ type: [PermitFindingView] }) findings: PermitFindingView[];
  @ApiProperty({ type: [PermitMachineView] }) machines: PermitMachineView[];
  @ApiProperty({ type: NamedView, nullable: true }) fireWatch: NamedView | null;
  @ApiProperty(maybeTime) watchOnAt: string | null;
  /** When the watcher has to show presence next. */
  @ApiProperty(maybeTime) nextTapAt: string | null;
  @ApiProperty(maybeTime) tapMissedAt: string | null;
  /** How long somebody stays after the work. */
  watchMinutes: number;
  @ApiProperty(maybeTime) watchUntil: string | null;
  @ApiProperty({ type: [PermitMeasureView] }) measures: PermitMeasureView[];
  /** By the regime, the kind of place or an answer. */
  @ApiProperty({ enum: ['none', 'optional', 'required'] }) gasTest: GasTestAsked;
  @ApiProperty({ type: [PermitGasTestView] }) gasTests: PermitGasTestView[];
  @ApiProperty({ type: [PermitSignatureView] }) signatures: PermitSignatureView[];
  @ApiProperty({ type: [AwaitedSignatureView] }) awaited: AwaitedSignatureView[];
  /** For whom the caller would sign now, where it is not in their own name. */
  @ApiProperty({ type: NamedView, nullable: true }) signsFor: NamedView | null;
  @ApiProperty({ type: [SiteVisitView] }) siteVisits: SiteVisitView[];
  @ApiProperty({ type: [WatchRecordView] }) taps: WatchRecordView[];
  @ApiProperty({ type: [AmendmentView] }) amendments: AmendmentView[];
  @ApiProperty({ type: [PermitHistoryView] }) history: PermitHistoryView[];
  urgent: boolean;
  @ApiProperty(maybeText) urgentReason: string | null;
  /** Until when the full signatures of an urgent permit have to be there. */
  @ApiProperty(maybeTime) countersignUntil: string | null;
  @ApiProperty(maybeText) occupierPhone: string | null;
  @ApiProperty(maybeTime) occupierConfirmedAt: string | null;
  @ApiProperty(maybeTime) submittedAt: string | null;
  @ApiProperty(maybeTime) issuedAt: string | null;
  @ApiProperty(maybeText) issuedBy: string | null;
  @ApiProperty(maybeTime) startedAt: string | null;
  @ApiProperty(maybeTime) suspendedAt: string | null;
  @ApiProperty(maybeText) suspendReason: string | null;
  stoppedByAuthority: boolean;
  @ApiProperty(maybeTime) finishedAt: string | null;
  @ApiProperty(maybeTime) closedAt: string | null;
  @ApiProperty(maybeText) closeNote: string | null;
  @ApiProperty(maybeText) closePhotoId: string | null;
  /** The permit that this one goes on from. */
  @ApiProperty(maybeText) extendsId: string | null;
  @ApiProperty(maybeText) extendedById: string | null;
  /** Names the set of rules it was issued under. */
  @ApiProperty(maybeText) ruleVersion: string | null;
  @ApiProperty(time) createdAt: string;
}
