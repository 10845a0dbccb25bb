import { Injectable } from '@nestjs/common';
import type { StoredFacts } from '../../../domain/authorization/facts';
import { subtreeRange, type RegionCode } from '../../../kernel/region-code';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { DecisionRow } from '../../../schema/jobs/decision.row';

export interface StoredScan extends Readonly<Pick<DecisionRow, 'at' | 'allowed' | 'ruleVersion' | 'enterpriseId'>> {
  readonly facts: StoredFacts;
}

/** Decisions of some days in a region, to be judged again. Under the system's scope, with the region as a range. */
@Injectable()
export class PastScansView {
  /** The newest first; ids alone, for facts are large. */
  async ids(tx: Tx, regionCode: RegionCode, since: Instant, until: Instant, most: number): Promise<string[]> {
    const { from, to } = subtreeRange(regionCode);
    const rows = await tx.query<{ id: string }>(
      `select id from decisions where region_code >= $1 and region_code < $2 and at >= $3 and at < $4
       order by at desc limit $5`,
      [from, to, new Date(since), new Date(until), most],
    );
    return rows.map(({ id }) => id);
  }

  load(tx: Tx, ids: readonly string[]): Promise<StoredScan[]> {
    return tx.prepared<StoredScan>(
      `select at, allowed, facts, rule_version as "ruleVersion", enterprise_id as "enterpriseId"
       from decisions where id = any($1)`,
      [ids],
    );
  }
}
