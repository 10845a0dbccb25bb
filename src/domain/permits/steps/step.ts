import type { Position } from '../../../kernel/geo';
import type { Refusal } from '../../../kernel/refusal';
import type { Instant } from '../../../kernel/time';
import type { MeasuredPosition } from '../../places/place-proof';
import type { Place } from '../approval-chain';
import type { GasSample, GasVerdict } from '../gas-test';
import type { PaperRecordKind } from '../paper-record-kinds';
import type { Permit, PermitState } from '../permit';
import type { PlantSignature } from '../plant-paper';
import type { Signing } from '../signing';

/** What a step changes on the permit itself; times are instants. */
export interface PermitChanges extends Partial<
  Pick<
    Permit,
    | 'level'
    | 'plannedStart'
    | 'plannedEnd'
    | 'round'
    | 'submittedAt'
    | 'waitingSince'
    | 'reminders'
    | 'issuedAt'
    | 'fireWatchId'
    | 'watchOnAt'
    | 'tappedAt'
    | 'tapMissedAt'
    | 'startedAt'
    | 'suspendedAt'
    | 'suspendReason'
    | 'stoppedByAuthority'
    | 'watchUntil'
    | 'countersignOverdueAt'
    | 'occupierConfirmedAt'
    | 'headHoldsBoth'
  >
> {
  readonly raisedBecause?: readonly string[];
  readonly ruleVersion?: string;
  readonly approvedAt?: Instant;
  readonly issuedBy?: string;
  /** The watcher who is bound to this work point; null: nobody. */
  readonly watcherId?: string | null;
  readonly finishedAt?: Instant;
  readonly closedAt?: Instant;
  readonly closeNote?: string | null;
  readonly closePhotoId?: string | null;
}

/** A stored file; its hash goes into the audit trail, so that a picture changed later is found out. */
export interface Evidence {
  readonly fileId: string;
  readonly sha256: string;
}

/** `unknown`: a file was named that this person did not upload. Null: none was named. */
export type EvidenceGiven = Evidence | 'unknown' | null;

/** What is known of the permit that an extension takes over from. */
export type Original = Pick<Permit, 'id' | 'fireWatchId' | 'watchOnAt' | 'tappedAt' | 'measures' | 'lastGasTest'>;

export type WatchRecordKind = 'on' | 'tap' | 'missed' | 'substitute' | 'off';

/** What a step writes down under the permit. Nothing of it is ever taken back. */
export type PermitRecord =
  | {
      readonly kind: 'signature';
      readonly round: number;
      readonly userId: string;
      readonly signing: Signing;
      readonly comment: string | null;
      readonly signatureFileId: string | null;
      /** The applicant's own seat, held by filling the form in. */
      readonly filledIn?: true;
    }
  | {
      readonly kind: 'site-visit';
      readonly id: string;
      readonly round: number;
      readonly userId: string;
      /** Null: shown by the signboard. */
      readonly position: Position | null;
      readonly accuracyM: number | null;
      readonly photoId: string | null;
    }
  /** A photo of a signboard, for somebody else to look at. */
  | {
      readonly kind: 'photo-to-check';
      readonly photoId: string;
      readonly permit: Pick<Permit, 'enterpriseId' | 'regionCode' | 'regime'>;
      readonly takenBy: string;
      readonly dueAt: Instant;
    }
  /** Somebody with a good position vouches that the signboard hangs here. */
  | { readonly kind: 'signboard-bound'; readonly userId: string; readonly position: MeasuredPosition }
  /** A seat of the chain that was signed at the plant. */
  | { readonly kind: 'plant-signature'; readonly seat: Place; readonly signature: PlantSignature }
  /** The checklist of a submission; an earlier one's ticks go with it. Nobody has ticked any of it yet. */
  | { readonly kind: 'checklist'; readonly codes: readonly string[] }
  | {
      readonly kind: 'paper';
      readonly what: PaperRecordKind;
      readonly round: number;
      readonly userId: string;
      readonly comment: string | null;
      readonly signatureFileId: string | null;
    }
  /** `givenAt`: when it was seen, where that was before it arrived. */
  | { readonly kind: 'ticks'; readonly items: readonly Tick[]; readonly userId: string; readonly givenAt?: Instant }
  | {
      readonly kind: 'gas-test';
      readonly id: string;
      readonly sample: GasSample;
      readonly verdict: GasVerdict;
      readonly source: GasSource;
      readonly testedBy: string;
    }
  | {
      readonly kind: 'watch';
      readonly id: string;
      readonly what: WatchRecordKind;
      readonly userId: string | null;
      readonly position: Position | null;
      readonly photoId: string | null;
      readonly givenAt?: Instant;
    }
  | {
      readonly kind: 'amendment';
      readonly id: string;
      readonly added: Added;
      readonly askedBy: string;
      /** The person who confirms it at once; null: it waits for a confirmation. */
      readonly confirmedBy: string | null;
      readonly signatureFileId: string | null;
    }
  | {
      readonly kind: 'amendment-confirmed';
      readonly id: string;
      readonly added: Added;
      readonly askedBy: string;
      readonly confirmedBy: string;
      readonly signatureFileId: string | null;
    }
  /** An extension takes over what was confirmed and measured under the permit that it extends. */
  | { readonly kind: 'inherited'; readonly from: Original }
  /** The watch goes on under this permit: its watcher is no longer bound to the other one. */
  | { readonly kind: 'watch-moved'; readonly fromId: string; readonly watcherId: string | null };

export interface Tick {
  readonly code: string;
  readonly confirmed: boolean;
  /** Where the measure asks for one; left out, an earlier one stays. */
  readonly number?: number;
}

export type GasSource = 'manual' | 'feed' | 'plant';

export interface Added {
  readonly welderIds: readonly string[];
  readonly machineIds: readonly string[];
}

/** The recipients of news, by duty. The module looks up the people. */
export type Recipient =
  | { readonly kind: 'users'; readonly ids: readonly string[] }
  | { readonly kind: 'safety-officers'; readonly of: readonly string[] }
  | { readonly kind: 'leaders'; readonly of: string }
  | { readonly kind: 'grid-workers'; readonly regionCode: string; readonly point: Position }
  /** The people who may sign at these places, with their deputies; never the applicant. */
  | { readonly kind: 'signers'; readonly permit: Permit; readonly places: readonly Place[] }
  /** The welders named, and everybody with one of these roles at one of these enterprises, with their deputies. */
  | {
      readonly kind: 'concerned';
      readonly welderIds: readonly string[];
      readonly roles: readonly string[];
      readonly parties: readonly string[];
    };

export interface News {
  readonly type: string;
  readonly to: readonly Recipient[];
  readonly data: Readonly<Record<string, unknown>>;
}

/** What happens elsewhere because of a step. The list is closed, so that the code that saves a step handles all of it. */
export type Follow =
  /** A new code goes to the occupier's phone. */
  | { readonly kind: 'send-occupier-code' }
  /** The work of the permit that this one extends goes on here. */
  | { readonly kind: 'pass-over'; readonly fromId: string; readonly toId: string };

/** What one command decides beside the state it leads to. */
export interface Change {
  readonly set?: PermitChanges;
  readonly records?: readonly PermitRecord[];
  /** For history and audit: ids and reasons, no personal data. */
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly news?: readonly News[];
  readonly follow?: readonly Follow[];
}

/**
 * How much of a step is told. `step`: history, audit and news. `reading`: one of many that change nothing, audit only.
 * `call`: people are called, nothing moves; audit and news.
 */
export type Trace = 'step' | 'reading' | 'call';

/** A whole step as data: what is saved, who hears of it, and what follows. */
export interface Step<P extends Permit = Permit> {
  /** As history and audit name it. */
  readonly name: string;
  readonly trace: Trace;
  readonly from: PermitState;
  readonly to: PermitState;
  readonly set: PermitChanges;
  readonly records: readonly PermitRecord[];
  readonly detail: Readonly<Record<string, unknown>>;
  readonly news: readonly News[];
  readonly follow: readonly Follow[];
  /** The permit once the step is saved. */
  readonly after: P;
  /** When somebody has to look at it again; null: never. */
  readonly dueAt: Instant | null;
}

/** A refusal may still call for help: somebody saw something glow. */
export interface Refused {
  readonly ok: false;
  readonly refusal: Refusal;
  readonly alarm?: News;
}

export type Decided<P extends Permit = Permit> = { readonly ok: true; readonly value: Step<P> } | Refused;
