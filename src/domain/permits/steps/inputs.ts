import type { Position } from '../../../kernel/geo';
import type { FieldError } from '../../../kernel/refusal';
import type { PermitStep } from '../permit-life-cycle';
import type { GasSample, GasVerdict } from '../gas-test';
import type { CommandInput } from '../snapshot';
import type { PlaceRule } from '../place-rule';
import type { PlantPaper } from '../plant-paper';
import type { Submission } from './submission';
import type { Added, EvidenceGiven, GasSource, Original, Tick } from './step';

interface Signed {
  readonly signature: EvidenceGiven;
}
interface Photographed {
  readonly photo: EvidenceGiven;
}
interface Approving extends Signed {
  readonly comment: string | null;
}
/** Where somebody was when they saw the place. */
export interface Seen {
  readonly recordId: string;
  /** Null: shown by the signboard. */
  readonly position: Position | null;
  readonly accuracyM: number | null;
}
interface Reasoned {
  readonly reason: string;
}
interface Noted {
  readonly note: string | null;
}
/** What holds at the place now. A small job's own beginning was authorised a moment ago and asks nothing. */
interface Placed {
  readonly placeRule?: PlaceRule;
}
/** The watcher's coming, presence or going, as it is written down. */
interface WatchKept extends Photographed {
  readonly recordId: string;
  readonly position: Position | null;
}

interface OfStep {
  submit: { readonly submission: Submission };
  'site-visit': Photographed & Seen;
  'take-in': { readonly submission: Submission; readonly paper: PlantPaper };
  approve: Approving & { readonly visit?: Seen | null };
  countersign: Approving;
  return: Reasoned;
  reject: Reasoned;
  cancel: Reasoned;
  issue: Approving & Placed & { readonly original: Original | null };
  /** `sameOccupier`: where the same phone has confirmed lately. */
  'occupier-confirmation': Placed & {
    readonly by: 'code' | 'link';
    readonly sameOccupier: readonly Position[];
  };
  'work-leader-opinion': Approving;
  briefing: Approving;
  'briefing-received': Approving;
  'shift-check': Approving;
  measures: Signed & { readonly items: readonly Tick[] };
  'gas-test': {
    readonly recordId: string;
    readonly sample: GasSample;
    readonly verdict: GasVerdict;
    readonly source: GasSource;
    readonly testedBy: string;
  };
  'fire-watch-on': WatchKept;
  'substitute-watch': WatchKept;
  'watch-tap': WatchKept;
  'fire-watch-off': WatchKept & { readonly reason: string | undefined };
  start: Signed & Placed;
  /** A person's words, or the platform's own reason; null: stopped first, said later. */
  suspend: { readonly reason: string | null };
  resume: Noted;
  finish: Noted;
  close: Noted & Signed & Photographed;
  /** `holdsSeat`: a welder that it would add watches, has signed, or is confirming it. */
  amend: Signed & {
    readonly recordId: string;
    readonly added: Added;
    readonly unknown: readonly FieldError[];
    readonly holdsSeat?: 'permit.watcher-is-welder' | 'permit.signer-is-welder' | null;
  };
  expire: object;
  'hand-over': { readonly continuedBy: string };
}

/** What a step needs to know beside the permit: what its guards look at, and what came with the command. */
export type StepInput<S extends PermitStep> = OfStep[S] & CommandInput & Partial<Signed & Photographed>;
