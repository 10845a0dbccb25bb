import { Injectable } from '@nestjs/common';
import type { RuleVersion } from '../../../domain/rules/rule-book';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { Json } from '../../../schema/json';
import { RuleVersionRow } from '../../../schema/rules/rule-version.row';
import { toRule } from '../rule-version';

/** Versions of rules. A version is never changed, but for its end while that lies ahead. */
@Injectable()
export class RuleStore {
  /** One writer at a time: what was judged stays true until it is written. The table's trigger takes the same lock. */
  async lock(tx: Tx): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('rule_changes'))`);
  }

  async all(tx: Tx): Promise<RuleVersion[]> {
    return (await tx.rows(RuleVersionRow).find({})).map(toRule);
  }

  async insert(tx: Tx, rule: RuleVersion): Promise<void> {
    await tx.rows(RuleVersionRow).insert({ ...rule, value: rule.value as Json });
  }

  async endAt(tx: Tx, id: string, validTo: Instant | null): Promise<void> {
    await tx.rows(RuleVersionRow).update({ id }, { validTo });
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.rows(RuleVersionRow).delete({ id });
  }
}
