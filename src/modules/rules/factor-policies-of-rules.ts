import { Injectable } from '@nestjs/common';
import type { FactorPolicy } from '../../domain/people/second-factor';
import { DAY, type Instant } from '../../kernel/time';
import { FactorPolicies } from '../identity/second-factor/factor-policies.port';
import { RulesReader } from './rules.reader';

/** Nobody is told of a day that is farther off. */
const AHEAD = 366 * DAY;

/** Reads who must have a second factor from the rule book. Where no rule speaks, the cautious side is taken. */
@Injectable()
export class FactorPoliciesOfRules extends FactorPolicies {
  constructor(private readonly rules: RulesReader) {
    super();
  }

  inForce(at: Instant): FactorPolicy {
    return (this.rules.book().find('account.second-factor', {}, at)?.value as FactorPolicy | undefined) ?? 'officials';
  }

  after(at: Instant): readonly { readonly from: Instant; readonly policy: FactorPolicy }[] {
    const changes = this.rules.book().changesWithin({ from: at + 1, to: at + AHEAD });
    return changes.map((from) => ({ from, policy: this.inForce(from) }));
  }
}
