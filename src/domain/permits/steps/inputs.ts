import type { Position } from '../../../kernel/geo';
import type { FieldError } from '../../../kernel/refusal';
import type { PermitStep } from '../permit-life-cycle';
import type { GasSample, GasVerdict } from '../gas-test';
import type { CommandInput } from '../snapshot';
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
interface Reasoned {
  readonly reason: string;
}
interface Noted {
  readonly note: string | null;
}
/** The watcher's coming, presence or going, as it is written down. */
interface WatchKept extends Photographed {
  readonly recordId: string;
  readonly position: Position | null;
}

interface OfStep {
  submit: { readonly submission: Submission };
  'site-visit': Photographed & {
    readonly recordId: string;
    readonly position: Position;
    readonly accuracyM: number | null;
  };
  approve: Approving;
  countersign: Approving;
  return: Reasoned;
  reject: Reasoned;
  cancel: Reasoned;
  issue: Approving & { readonly original: Original | null };
  'work-leader-opinion': Approving;
  briefing: Approving;
  'briefing-received': Approving;
  'shift-check': Approving;
  'occupier-confirmation': object;
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
  start: Signed;
  /** A person's words, or the platform's own reason. */
  suspend: Reasoned;
  resume: Noted;
  finish: Noted;
  close: Noted & Signed & Photographed;
  amend: Signed & { readonly recordId: string; readonly added: Added; readonly unknown: readonly FieldError[] };
  expire: object;
  'hand-over': { readonly continuedBy: string };
}

/** What a step needs to know beside the permit: what its guards look at, and what came with the command. */
export type StepInput<S extends PermitStep> = OfStep[S] & CommandInput & Partial<Signed & Photographed>;
