import { distanceM } from '../../kernel/geo';
import { invalid, type Refusal } from '../../kernel/refusal';
import { liesIn, type Circle, type SiteArea } from '../sites/site-area';
import type { Permit } from './permit';
import type { SmallAgain, SmallSameMark } from './permit-rule-values';
import type { SmallJobRules } from './small-job-rules';

/** A small job as far as it tells whether two of them are at one place. */
export interface SmallJobAt extends Circle {
  readonly occupierPhoneHash: string | null;
  readonly occupierEnterpriseId: string | null;
  readonly welderIds: readonly string[];
  /** Null: an official wrote it down, who does so for a whole street. */
  readonly applicantId: string | null;
}

/**
 * Whether two small jobs are at one place. Within the rule's metres they are, whoever works for whom. Farther apart the
 * pins alone say little: work is proven anywhere in the circle around a pin, so a pin moved by 85 m still holds the same
 * shop. So where one spot could prove both (the circles overlap), they are one place if they share what a place keeps
 * (its occupier, its site's ground) or who works (a welder, the applicant). A neighbour 60 m away with another occupier
 * and another welder shares nothing, and is another place. So is the next shop of the same welder once the circles are
 * drawn tight enough not to overlap: no spot proves both then.
 */
function atOnePlace(
  one: SmallJobAt,
  other: SmallJobAt,
  grounds: readonly SiteArea[],
  { withinM, same }: { readonly withinM: number; readonly same: readonly SmallSameMark[] },
): boolean {
  const apart = distanceM(one, other);
  if (apart <= withinM) return true;
  if (apart > one.radiusM + other.radiusM) return false;
  return same.some((mark) => SHARED[mark](one, other, grounds));
}

type Shares = (one: SmallJobAt, other: SmallJobAt, grounds: readonly SiteArea[]) => boolean;

const SHARED: Readonly<Record<SmallSameMark, Shares>> = {
  'occupier-phone': (one, other) => one.occupierPhoneHash !== null && one.occupierPhoneHash === other.occupierPhoneHash,
  occupier: (one, other) =>
    one.occupierEnterpriseId !== null && one.occupierEnterpriseId === other.occupierEnterpriseId,
  site: (one, other, grounds) => grounds.some((area) => liesIn(one, area) && liesIn(other, area)),
  welder: (one, other) => one.welderIds.some((id) => other.welderIds.includes(id)),
  applicant: (one, other) => one.applicantId !== null && one.applicantId === other.applicantId,
};

/** How many of the earlier jobs were at the place of this one. */
export const smallJobsHere = (
  job: SmallJobAt,
  earlier: readonly SmallJobAt[],
  grounds: readonly SiteArea[],
  rules: { readonly withinM: number; readonly same: readonly SmallSameMark[] },
): number => earlier.filter((one) => atOnePlace(job, one, grounds, rules)).length;

/** Rule `permit.small-again`: repeated work at one place is no small job. It does not matter who orders it. */
export function smallAgainRefusal(
  { regime }: Pick<Permit, 'regime'>,
  before: number,
  { again }: { readonly again: SmallJobRules['again'] },
): Refusal | null {
  if (regime !== 'small' || again === null || before < again.times) return null;
  const code = 'permit.small-again';
  const params = smallAgainParams(again);
  return invalid(code, { params, errors: [{ path: 'regime', code, params }], extra: { instead: 'general' } });
}

const smallAgainParams = ({ times, days, withinM: metres }: SmallAgain) => ({ times, days, metres });
