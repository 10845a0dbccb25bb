import type { Instant } from '../../kernel/time';
import type { PaperRecordKind } from './paper-record-kinds';

/** Somebody whom a plant names: by its own number, and by the account here where there is one. */
export interface PlantPerson {
  readonly personId: string;
  /** As evidence, where nobody here has an account for them; else null. */
  readonly name: string | null;
  readonly userId: string | null;
  /** Of a welder who is registered here. */
  readonly welderId: string | null;
}

export interface PlantSignature {
  /** The number of the seat in the chain of the level. */
  readonly seat: number;
  readonly person: PlantPerson;
  readonly at: Instant;
  /** The signer stood at the place of work. */
  readonly onSite: boolean;
}

/** What a plant's signed permit says beside the work itself: its level, who asked for it, who signed it. */
export interface PlantPaper {
  readonly level: string;
  readonly applicant: PlantPerson;
  /** The welders by the plant's own numbers. */
  readonly welderPersonIds: readonly string[];
  readonly signatures: readonly PlantSignature[];
  readonly records: readonly { readonly kind: PaperRecordKind; readonly userId: string }[];
}

/** What a plant tells of a permit once it was taken in. */
export const PLANT_EVENTS = [
  'watch-on', 'watch-off', 'measures', 'gas-test', 'start', 'suspend', 'resume', 'finish', 'close', 'cancel', 'extend',
] as const; // prettier-ignore
export type PlantEvent = (typeof PLANT_EVENTS)[number];

/** What only takes away: it counts at once, whatever has not arrived yet. */
export const STOPPING: readonly PlantEvent[] = ['watch-off', 'suspend', 'finish', 'cancel'];
