import { Injectable } from '@nestjs/common';
import { needsSecondFactor } from '../../../domain/people/second-factor';
import type { Instant } from '../../../kernel/time';
import { Config } from '../../../platform/config/config';
import { FactorPolicies } from './factor-policies.port';

/** Whether these roles must have a second factor: by the rule, or by the word of whoever runs the server (`REQUIRE_TOTP`). */
@Injectable()
export class FactorDuty {
  constructor(
    private readonly config: Config,
    private readonly policies: FactorPolicies,
  ) {}

  holds(roles: readonly string[], at: Instant): boolean {
    const { requireTotp } = this.config;
    return needsSecondFactor(requireTotp === 'by-rule' ? this.policies.inForce(at) : requireTotp, roles);
  }

  /** From when on, where it does not hold yet. */
  begins(roles: readonly string[], at: Instant): Instant | null {
    if (this.config.requireTotp !== 'by-rule' || this.holds(roles, at)) return null;
    return this.policies.after(at).find(({ policy }) => needsSecondFactor(policy, roles))?.from ?? null;
  }
}
