import type { DayHours } from '../../kernel/day-hours';
import type { Instant } from '../../kernel/time';
import type { PaperRecordKind } from './paper-record-kinds';

/** Regimes name which rules hold (domain rules as data, keyed by regime and level). */
export const REGIMES = ['small', 'general', 'construction', 'chemical'] as const;
export type Regime = (typeof REGIMES)[number];

export const PERMIT_STATES = [
  'draft', 'submitted', 'approved', 'issued', 'active', 'suspended', 'fire_watch', 'closed', 'returned', 'rejected', 'cancelled', 'expired',
] as const; // prettier-ignore
export type PermitState = (typeof PERMIT_STATES)[number];

/**
 * The parties of a permit: who asks for the work, who owns the place, who does the work, and the officials of the
 * place. Each step of a chain belongs to one of them.
 */
export const PARTIES = ['enterprise', 'contractor', 'occupier', 'region'] as const;
export type Party = (typeof PARTIES)[number];

/** Who keeps a permit: this platform, or a chemical plant's own special-work system, whose signed permit was taken in. */
export type PermitSource = 'platform' | 'plant';

/** How a place was found: by a device that measured it, or by a hand on a map. */
export const PLACE_SOURCES = ['measured', 'by-hand'] as const;
export type PlaceSource = (typeof PLACE_SOURCES)[number];

export const CIRCUMSTANCES = ['legal-holiday', 'rest-day', 'night', 'special-period'] as const;
/** What makes work more dangerous than it is by itself (升级管理). */
export type Circumstance = (typeof CIRCUMSTANCES)[number];

/** One of the questions that propose the level. */
export interface LevelAnswer {
  readonly code: string;
  readonly yes: boolean;
}

/** One signature under a permit. */
export interface Signature {
  /** The submission that the signature belongs to. After a return everybody signs again. */
  readonly round: number;
  /** Number in the chain, -1 for the leader who approves an urgent permit from afar. */
  readonly step: number;
  readonly role: string;
  readonly userId: string;
  /** The person for whom a delegate signed; null: the signer signed for themselves. */
  readonly onBehalfOf: string | null;
  /** The numbers of the places in the chain that the signature fills. Null: not recorded; step and role say which. */
  readonly covers: readonly number[] | null;
  readonly signedAt: Instant;
  /** The applicant's own seat: held by filling the form in, no approval. */
  readonly filledIn?: boolean;
}

interface SiteVisit {
  readonly userId: string;
  readonly round: number;
  readonly at: Instant;
}

/** Something that the standard's form has signed beside the approval. */
interface PaperRecord {
  /** Which submission it belongs to. */
  readonly round: number;
  readonly kind: PaperRecordKind;
  readonly userId: string;
  readonly at: Instant;
}

export interface GasTest {
  readonly sampledAt: Instant;
  readonly passed: boolean;
  /** What failed since a test last passed: the next one measures it again. Missing where nothing did. */
  readonly failedGases?: readonly string[];
}

/** Welders and machines that somebody asked to add, until a second person confirms. */
interface PendingAmendment {
  readonly id: string;
  readonly askedBy: string;
  readonly welderIds: readonly string[];
  readonly machineIds: readonly string[];
}

/** A hot-work permit as its rules see it. Texts and paper are left out: rules never look at them. */
export interface Permit {
  readonly id: string;
  /** Missing: the platform. */
  readonly source?: PermitSource;
  readonly regime: Regime;
  readonly level: string;
  /** The level the work has by itself, before holidays, night or special periods raise it. */
  readonly proposedLevel: string;
  readonly regionCode: string;
  /** As stored; what it is at a moment is `effectiveState`. */
  readonly state: PermitState;
  readonly urgent: boolean;
  readonly enterpriseId: string | null;
  readonly contractorId: string | null;
  /** The enterprise that owns the place of work, if it is not the one that asks. */
  readonly occupierEnterpriseId: string | null;
  readonly plannedStart: Instant;
  readonly plannedEnd: Instant;
  /** Its start was left out: it begins when it is submitted. */
  readonly startsNow?: boolean;
  /** As news and refusals name it. */
  readonly placeName: string;
  readonly lat: number;
  readonly lng: number;
  readonly radiusM: number;
  readonly openAir: boolean;
  readonly placeKinds: readonly string[];
  /** By kind, opening hours as the sites told them that the place touched when the form was filled in. */
  readonly siteHours?: Readonly<Record<string, readonly DayHours[]>>;
  /** Questions that are not listed are not answered. */
  readonly levelAnswers: readonly LevelAnswer[];
  readonly gases: readonly string[];
  readonly applicantId: string;
  /** Who leads the work; null: the applicant. */
  readonly workLeaderId: string | null;
  readonly welderIds: readonly string[];
  /** Empty: any machine of the permit's parties. */
  readonly machineIds: readonly string[];
  /** Who is named as watcher. */
  readonly fireWatchId: string | null;
  /** Since when the watcher is on duty; null: nobody is. */
  readonly watchOnAt: Instant | null;
  /** When the watcher last showed presence. */
  readonly tappedAt: Instant | null;
  /** When the safety officer was called because a tap was missed; null when none is missing. */
  readonly tapMissedAt: Instant | null;
  readonly occupierPhoneGiven: boolean;
  readonly occupierConfirmedAt: Instant | null;
  /** The firm was so small at submission that its head holds both seats, with one signature (rule `permit.small-firm`). */
  readonly headHoldsBoth?: boolean;
  /** Counts submissions; 0 before the first. */
  readonly round: number;
  readonly submittedAt: Instant | null;
  /** Since when the permit has been waiting for the approvers who must sign now. */
  readonly waitingSince: Instant | null;
  /** How often they were reminded: 1 themselves, 2 their head. */
  readonly reminders: number;
  readonly signatures: readonly Signature[];
  readonly siteVisits: readonly SiteVisit[];
  readonly records: readonly PaperRecord[];
  readonly issuedAt: Instant | null;
  readonly startedAt: Instant | null;
  /** Since when the work stands still; null or absent: it does not. */
  readonly suspendedAt?: Instant | null;
  /** A person's words, or a code of the platform's. */
  readonly suspendReason?: string | null;
  /** Stopped by the authority: only the authority lets it go on. */
  readonly stoppedByAuthority: boolean;
  readonly measures: readonly { readonly code: string; readonly confirmed: boolean }[];
  readonly lastGasTest: GasTest | null;
  /** When work under this permit last went on: now, while a job runs; null before the first. */
  readonly lastWorkAt: Instant | null;
  readonly watchUntil: Instant | null;
  readonly pendingAmendment: PendingAmendment | null;
  /** The permit that this one extends. */
  readonly extendsId: string | null;
  /** That permit is active at the same level: with its issue this one takes the work over. */
  readonly takesOver: boolean;
  /** An extension of this permit is active. */
  readonly extended: boolean;
  readonly countersignOverdueAt: Instant | null;
}
