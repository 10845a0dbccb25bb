import type { DeclaredMode } from '../../../domain/authorization/roll-out-modes';
import type { Instant } from '../../../kernel/time';

/** What a planned mode would have done to the scans of the last days. */
export interface ForeseenMode {
  readonly scans: number;
  /** Refused by the plan alone. */
  readonly newlyRefused: number;
}

/** Rules stand before jobs, which know the scans: whoever comes after both answers. */
export abstract class RollOutForecast {
  abstract foreseeMode(planned: DeclaredMode, validFrom: Instant, at: Instant): Promise<ForeseenMode>;
}
