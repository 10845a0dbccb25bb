import { STOPPING, type PlantEvent } from '../permits/plant-paper';

/** What is known of the papers of one number. */
export interface PapersHeld {
  /** The first version that is missing. */
  readonly next: number;
  /** The highest that was taken. */
  readonly last: number;
  /** The content under the version that comes now, where it was taken before. */
  readonly hash: string | null;
}

interface Paper {
  readonly version: number;
  readonly hash: string;
  /** Null: the permit itself. */
  readonly event: PlantEvent | null;
}

export type PaperFinding =
  /** It is to be done now. */
  | 'due'
  /** Twice the same. */
  | 'same'
  /** The same number with another content. */
  | 'replayed'
  /** Something before it is missing. */
  | 'gap'
  /** It came after a later one had stopped the work: what it would let go on stays stopped. */
  | 'overtaken';

/**
 * Papers count in the order of their versions. What only stops work never waits for another. A gas test that comes late
 * is no exception to be feared: its own time says what it proves.
 */
export function judgePaper({ version, hash, event }: Paper, held: PapersHeld): PaperFinding {
  if (held.hash !== null) return held.hash === hash ? 'same' : 'replayed';
  const stops = event !== null && STOPPING.includes(event);
  if (version > held.next) return stops ? 'due' : 'gap';
  return version > held.last || stops || event === 'gas-test' ? 'due' : 'overtaken';
}
