import type { Trial } from './trial';

/** One rule of the page that can be seen from outside. */
export interface Case {
  /** A short name, for whoever looks for it. */
  readonly name: string;
  /** What the chip has to do. */
  readonly rule: string;
  /** The section of docs/chip-protocol.md that says so. */
  readonly section: string;
  /** Throws a `Failure` with what is wrong. */
  readonly run: (trial: Trial) => Promise<void>;
}
