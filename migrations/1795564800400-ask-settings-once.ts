import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { scoped, scopedBy, type ScopeColumns } from './row-level-security';

const SCOPED: Readonly<Record<string, ScopeColumns>> = {
  enterprises: { region: 'region_code', enterprise: ['id'] },
  welders: { region: 'region_code', enterprise: ['enterprise_id'], welder: 'id' },
  machines: { region: 'region_code', enterprise: ['enterprise_id'], welder: 'owner_welder_id' },
  designated_areas: { region: 'region_code', enterprise: ['enterprise_id'] },
  permits: {
    region: 'region_code',
    enterprise: ['enterprise_id', 'contractor_id', 'occupier_enterprise_id'],
    user: ['applicant_id', 'fire_watch_id'],
  },
  approval_delegations: { region: 'region_code', enterprise: ['enterprise_id'], user: ['from_user', 'to_user'] },
  nearby_activities: { region: 'region_code', enterprise: ['enterprise_id'] },
  jobs: { region: 'region_code', enterprise: ['enterprise_id'], user: ['started_by'], welder: 'welder_id' },
  decisions: { region: 'region_code', enterprise: ['enterprise_id'], user: ['caller_id'], welder: 'welder_id' },
  violations: { region: 'region_code', enterprise: ['enterprise_id'], user: ['raised_by', 'assigned_to'] },
};

/** Parts by their parent and the column that names it. */
const PARTS: Readonly<Record<string, readonly [parent: string, key: string]>> = {
  permit_welders: ['permits', 'permit_id'],
  permit_machines: ['permits', 'permit_id'],
  permit_signatures: ['permits', 'permit_id'],
  permit_measures: ['permits', 'permit_id'],
  permit_gas_tests: ['permits', 'permit_id'],
  permit_history: ['permits', 'permit_id'],
  permit_site_visits: ['permits', 'permit_id'],
  permit_watch_records: ['permits', 'permit_id'],
  permit_amendments: ['permits', 'permit_id'],
  violation_history: ['violations', 'violation_id'],
  violation_arcs: ['violations', 'violation_id'],
};

/** In a subquery of its own a setting is read once a statement, not once a row, and an index may be searched for it. */
const setting = (name: string): string => `(select nullif(current_setting('hanan.${name}', true), ''))`;

function predicate({ region, enterprise = [], user = [], welder }: ScopeColumns): string {
  return [
    ...(region ? [`(${region} >= (select current_setting('hanan.region_from', true)) and ${region} < ${setting('region_to')})`] : []), // prettier-ignore
    ...enterprise.map((column) => `${column} = ${setting('enterprise')}`),
    ...user.map((column) => `${column} = ${setting('user')}`),
    ...(welder ? [`${welder} = ${setting('welder')}`] : []),
  ].join(' or ');
}

const visible = (table: string, condition: string): string => `
  drop policy ${table}_scope on ${table};
  create policy ${table}_scope on ${table} to hanan_app using (${condition}) with check (${condition});`;

/**
 * The same rules as before, for the role of people's work only (the system has its own), in a form that a list of a county
 * can be searched by: the settings were read anew for each row. Where a scope has no region both its ends are empty, and
 * nothing lies between them.
 */
export class AskSettingsOnce1795564800400 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(SCOPED)) await db.query(visible(table, predicate(columns)));
    for (const [table, [parent, key]] of Object.entries(PARTS))
      await db.query(visible(table, `exists (select 1 from ${parent} p where p.id = ${table}.${key})`));
  }

  async down(db: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(SCOPED))
      await db.query(`drop policy ${table}_scope on ${table}; ${scoped(table, columns)}`);
    for (const [table, [parent, key]] of Object.entries(PARTS))
      await db.query(`drop policy ${table}_scope on ${table}; ${scopedBy(table, parent, key)}`);
  }
}
