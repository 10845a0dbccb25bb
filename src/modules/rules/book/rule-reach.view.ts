import { Injectable } from '@nestjs/common';
import { subtreeRange } from '../../../kernel/region-code';
import type { RuleProposal } from '../../../domain/rules/rule-proposal';
import type { Tx } from '../../../platform/database/unit-of-work';

export interface RuleReach {
  readonly openPermits: number;
  readonly machines: number;
}

/**
 * How much a change would concern. Reads tables of features that come later, because only they know; permits under way
 * are few, and an administrator asks this a few times a year. Runs under the system scope with the region as predicate.
 */
@Injectable()
export class RuleReachView {
  async of(tx: Tx, { regime, level, regionCode }: RuleProposal): Promise<RuleReach> {
    const { from, to } = subtreeRange(regionCode);
    const [row] = await tx.query<RuleReach>(
      `with concerned as (
         select id from permits
         where state in ('submitted', 'approved', 'issued', 'active', 'suspended', 'fire_watch')
           and region_code >= $1 and region_code < $2 and ($3 = '' or regime = $3) and ($4 = '' or level = $4)
       )
       select (select count(*)::int from concerned) as "openPermits",
         case when $3 = ''
           then (select count(*)::int from machines where region_code >= $1 and region_code < $2 and status = 'in-service')
           else (select count(distinct m.machine_id)::int from permit_machines m join concerned c on c.id = m.permit_id) end as machines`,
      [from, to, regime, level],
    );
    return row ?? { openPermits: 0, machines: 0 };
  }
}
