import type { RollOutMode } from '../authorization/roll-out-modes';

export interface EnforceFacts {
  readonly mode: RollOutMode;
  readonly scans: number;
  readonly newlyRefused: number;
  /** Rule `roll-out.honest-refused-percent`. */
  readonly mostPercent: number;
}

/**
 * A check is enforced when few honest people would be refused, or when somebody signs why it must be. A place without a
 * scan refuses nobody that the platform knows of.
 */
export const needsReason = ({ mode, scans, newlyRefused, mostPercent }: EnforceFacts): boolean =>
  mode === 'enforce' && newlyRefused * 100 > scans * mostPercent;
