import type { FactorPolicy } from '../../../domain/people/second-factor';
import type { Instant } from '../../../kernel/time';

/** Who must have a second factor, by the rules; they stand in a room that comes after this one. */
export abstract class FactorPolicies {
  abstract inForce(at: Instant): FactorPolicy;
  /** The policies that come after this moment, in order. */
  abstract after(at: Instant): readonly { readonly from: Instant; readonly policy: FactorPolicy }[];
}
