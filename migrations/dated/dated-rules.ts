import type { QueryRunner } from 'typeorm';
import type { SeedRule } from '../rules/seed-rule';

/** A rule as it holds from a day on. Whoever changes a landed rule adds one of these; the row before ends that day. */
export interface DatedRule extends SeedRule {
  readonly id: string;
  readonly validFrom: string;
}

const SAME_SLOT = `o.key = r.key and o.regime = r.regime and o.level = r.level and o.region_code = ''`;
const GIVEN = `jsonb_to_recordset($1::jsonb)
  as r(id text, key text, regime text, level text, "validFrom" timestamptz, value jsonb, source text, certainty text)`;

/** Each region writes its own rules, the platform those of all: a migration says for whom it writes. */
const AS_PLATFORM = `select set_config('hanan.scope', 'system', true)`;

const given = (rules: readonly DatedRule[]): string =>
  JSON.stringify(rules.map(({ regime = '', level = '', ...rule }) => ({ ...rule, regime, level })));

/** Puts each rule between the version before its day and the next one, which stays as it is. */
export async function addDatedRules(db: QueryRunner, rules: readonly DatedRule[]): Promise<void> {
  const rows = given(rules);
  await db.query(AS_PLATFORM);
  await db.query(
    `create temporary table dated_ends on commit drop as
     select r.id, least(
       (select min(o.valid_from) from rule_versions o where ${SAME_SLOT} and o.valid_from > r."validFrom"),
       (select o.valid_to from rule_versions o where ${SAME_SLOT} and o.valid_from < r."validFrom"
         and (o.valid_to is null or o.valid_to > r."validFrom"))) as valid_to
     from ${GIVEN}`,
    [rows],
  );
  await db.query(
    `update rule_versions o set valid_to = r."validFrom" from ${GIVEN}
     where ${SAME_SLOT} and o.valid_from < r."validFrom" and (o.valid_to is null or o.valid_to > r."validFrom")`,
    [rows],
  );
  await db.query(
    `insert into rule_versions (id, key, regime, level, valid_from, valid_to, value, source, certainty)
     select r.id, r.key, r.regime, r.level, r."validFrom", e.valid_to, r.value, r.source, r.certainty
     from ${GIVEN} join dated_ends e on e.id = r.id`,
    [rows],
  );
  await db.query('drop table dated_ends');
}

/** The version before each of them goes on again. */
export async function removeDatedRules(db: QueryRunner, rules: readonly DatedRule[]): Promise<void> {
  await db.query(AS_PLATFORM);
  await db.query(
    `with r as (delete from rule_versions where id = any($1) returning *)
     update rule_versions o set valid_to = r.valid_to from r where ${SAME_SLOT} and o.valid_to = r.valid_from`,
    [rules.map(({ id }) => id)],
  );
}
