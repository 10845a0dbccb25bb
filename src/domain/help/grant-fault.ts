import { HOUR, type Instant } from '../../kernel/time';
import type { FindingCode } from '../authorization/finding-texts';

export type GrantFault =
  | { readonly field: 'findingCodes'; readonly code: 'help.not-grantable'; readonly finding: FindingCode }
  | { readonly field: 'until'; readonly code: 'help.grant-too-long' | 'help.grant-over' };

/** What is wrong with a grant; null: nothing. `longestHours` is rule `help.longest-grant-hours`. */
export function grantFault(
  { codes, until }: { readonly codes: readonly FindingCode[]; readonly until: Instant },
  { grantable, longestHours }: { readonly grantable: readonly FindingCode[]; readonly longestHours: number },
  at: Instant,
): GrantFault | null {
  const finding = codes.find((code) => !grantable.includes(code));
  if (finding !== undefined) return { field: 'findingCodes', code: 'help.not-grantable', finding };
  if (until <= at) return { field: 'until', code: 'help.grant-over' };
  return until > at + longestHours * HOUR ? { field: 'until', code: 'help.grant-too-long' } : null;
}
