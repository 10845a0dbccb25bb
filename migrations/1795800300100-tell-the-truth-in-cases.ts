import type { MigrationInterface, QueryRunner } from 'typeorm';
import { caseRules } from './dated/case-rules';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';
import { legalBasisPersons } from './dated/legal-basis-persons';
import { lawDates } from './dated/law-dates';
import { scoped } from './row-level-security';

const RULES = [...caseRules, ...legalBasisPersons];
const BEFORE = lawDates.filter(({ key }) => key === 'supervision.major-hazards');

/** Until now 3 said both "major hazard" and "offence": what a rule of the trade had named is marked, an offence is not. */
const MARK = `
  update violations v set major_basis = jsonb_build_object('zh', '工贸企业重大事故隐患判定标准',
    'en', 'Criteria for major hazards of industrial and trading enterprises', 'document', '应急管理部令第10号', 'item', '第三条第二项')
  from enterprises e
  where e.id = v.enterprise_id and e.industry in ('manufacturing', 'commerce', 'catering') and v.kind = 'uncertified'
    and v.severity = 3 and v.found_at >= '2023-05-15T00:00:00+08:00'`;

/** Major hazards are marked and followed up, cases are given to enterprises, and forged cards are judged over their whole time. */
export class TellTheTruthInCases1795800300100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`select set_config('hanan.scope', 'system', true)`);
    await db.query(`
      alter table violations
        add column major_basis jsonb, -- the text that makes it a major hazard (重大事故隐患); null: none
        add column assigned_enterprise text,
        add column listed_at timestamptz,
        add column supervised_at timestamptz,
        add column handed_over_at timestamptz,
        add column told_at timestamptz; -- the principal of the enterprise was told
      create index violations_major on violations (id desc) where major_basis is not null;
      create index violations_untold on violations (id) where major_basis is not null and told_at is null and state not in ('closed', 'withdrawn');
      create index violations_assigned_to on violations (assigned_to, id desc) where assigned_to is not null;
      create index violations_assigned_enterprise on violations (assigned_enterprise, id desc) where assigned_enterprise is not null;
      drop policy violations_scope on violations;
      ${scoped('violations', { region: 'region_code', enterprise: ['enterprise_id', 'assigned_enterprise'], user: ['raised_by', 'assigned_to'] })}

      -- how far the arcs of a card that turned out to be forged have been judged anew; a work list of the platform alone
      create table forged_card_reviews (
        certificate_id text primary key references certificates,
        after_started_at timestamptz,
        after_arc_id text not null default '',
        done_at timestamptz
      );
      ${MARK};
    `);
    await db.query(`delete from rule_versions where key = 'supervision.major-hazards'`);
    for (const rule of RULES) await addDatedRules(db, [rule]);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const rule of [...RULES].reverse()) await removeDatedRules(db, [rule]);
    for (const rule of BEFORE) await addDatedRules(db, [rule]);
    await db.query(`
      drop table forged_card_reviews;
      drop policy violations_scope on violations;
      ${scoped('violations', { region: 'region_code', enterprise: ['enterprise_id'], user: ['raised_by', 'assigned_to'] })}
      alter table violations drop column major_basis, drop column assigned_enterprise, drop column listed_at, drop column supervised_at,
        drop column handed_over_at, drop column told_at;
    `);
  }
}
