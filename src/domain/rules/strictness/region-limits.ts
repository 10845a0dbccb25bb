import { isWithin, type RegionCode } from '../../../kernel/region-code';
import { narrowness, type RuleVersion } from '../rule-book';
import { hasDirection, stricter } from './stricter';

export type RegionFault =
  | { readonly code: 'rule.admin-only' | 'rule.set-above' }
  | { readonly code: 'rule.looser'; readonly than: RuleVersion };

type Wish = Omit<RuleVersion, 'id' | 'source' | 'certainty'>;

/** An official reaches what their own region or one inside it set. */
export const setWithin = ({ setBy }: Pick<RuleVersion, 'setBy'>, region: RegionCode): boolean =>
  setBy !== undefined && isWithin(setBy, region);

/**
 * Why a region may not set what it wishes: a county may be stricter than the rule that ships, never looser. `held` is what
 * holds without it wherever it would speak; a version that is narrower still goes before it.
 */
export function regionFault(wish: Wish, ends: RuleVersion | null, held: readonly RuleVersion[]): RegionFault | null {
  const { key, setBy, value } = wish;
  if (setBy === undefined) return null;
  if (!hasDirection(key) || held.length === 0) return { code: 'rule.admin-only' };
  if (ends && !setWithin(ends, setBy)) return { code: 'rule.set-above' };
  const outweighed = held.filter((one) => narrowness(one) < narrowness({ ...one, ...wish }));
  const than = outweighed.find((one) => stricter(key, one.value, value) === 'looser');
  return than ? { code: 'rule.looser', than } : null;
}
