import { Injectable } from '@nestjs/common';
import type { RuleVersion } from '../../../domain/rules/rule-book';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { toRule, type RuleRow } from '../rule.row';
import { timestamp } from '../../../platform/database/timestamp';

/** Versions of rules. A version is never changed, but for its end while that lies ahead. */
@Injectable()
export class RuleStore {
  /** One writer at a time: what was judged stays true until it is written. The table's trigger takes the same lock. */
  async lock(tx: Tx): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('rule_changes'))`);
  }

  async all(tx: Tx): Promise<RuleVersion[]> {
    return (await tx.query<RuleRow>('select * from rule_versions')).map(toRule);
  }

  async insert(tx: Tx, rule: RuleVersion): Promise<void> {
    await tx.query(
      `insert into rule_versions (id, key, regime, level, region_code, valid_from, valid_to, value, source, certainty, set_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10, $11)`,
      [
        rule.id,
        rule.key,
        rule.regime,
        rule.level,
        rule.regionCode,
        new Date(rule.validFrom),
        timestamp(rule.validTo),
        JSON.stringify(rule.value),
        rule.source,
        rule.certainty,
        rule.setBy ?? null,
      ],
    );
  }

  async endAt(tx: Tx, id: string, validTo: Instant | null): Promise<void> {
    await tx.query('update rule_versions set valid_to = $2 where id = $1', [id, timestamp(validTo)]);
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.query('delete from rule_versions where id = $1', [id]);
  }
}
