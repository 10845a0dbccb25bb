import { DAY, type Instant } from '../../kernel/time';
import type { SmallFirmRule } from './permit-rule-values';

/** How many people an enterprise has. */
export interface FirmSize {
  /** What an official confirmed; null: not confirmed. */
  readonly headcount: number | null;
  readonly confirmedAt: Instant | null;
  /** Accounts in use and welders that the platform knows of; never more than there really are. */
  readonly known: number;
}

/** Whether the head holds both seats of the chain. The applicant's word counts for nothing: an official confirmed the number. */
export function isSmallFirm(size: FirmSize | null, rule: SmallFirmRule | null, at: Instant): boolean {
  if (size === null || rule === null || size.headcount === null || size.confirmedAt === null) return false;
  const fresh = at < size.confirmedAt + rule.confirmedWithinDays * DAY;
  return fresh && size.headcount <= rule.people && size.known <= rule.people;
}
