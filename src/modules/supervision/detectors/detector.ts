import type { Finding } from '../../../domain/violations/finding';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';

/**
 * Looks again and again at what is stored for one kind of fault. The same fault is found each time with the same subject
 * and the same `foundAt`, so that it is told of once.
 */
export interface Detector {
  readonly name: string;
  find(tx: Tx, at: Instant): Promise<Finding[]>;
  /** Open violations of its kind that later facts explain. */
  explained?(tx: Tx, at: Instant): Promise<string[]>;
}

/** Injection token of the list of all of them. */
export const DETECTORS = Symbol('detectors');
