import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { CreatePlatform1795478400100 } from '../../../migrations/1795478400100-create-platform';
import { CreateRegionsAndRules1795478400300 } from '../../../migrations/1795478400300-create-regions-and-rules';
import { SeedRules1795478400900 } from '../../../migrations/1795478400900-seed-rules';
import { SeedCalendar1795478401000 } from '../../../migrations/1795478401000-seed-calendar';
import { emptyCopy } from '../../support/database';

const OWN: readonly MigrationInterface[] = [
  new CreateRegionsAndRules1795478400300(),
  new SeedRules1795478400900(),
  new SeedCalendar1795478401000(),
];

let copy: { url: string; drop(): Promise<void> };
let source: DataSource;
let db: QueryRunner;
beforeAll(async () => {
  copy = await emptyCopy();
  source = await new DataSource({
    type: 'postgres',
    url: copy.url,
    poolSize: 1,
    installExtensions: false,
  }).initialize();
  db = source.createQueryRunner();
  await db.query('drop schema public cascade; create schema public');
  await new CreatePlatform1795478400100().up(db);
});
afterAll(async () => {
  await db?.release();
  await source?.destroy();
  await copy?.drop();
});

const things = async (): Promise<unknown> =>
  db.query(`
    select table_name as name, column_name as part from information_schema.columns where table_schema = 'public'
    union all select routine_name, 'routine' from information_schema.routines
      where routine_schema = 'public' and routine_name like '%rule%'
    union all select event_object_table, trigger_name from information_schema.triggers
    union all select conrelid::regclass::text, conname from pg_constraint where connamespace = 'public'::regnamespace
    order by 1, 2`);
const rows = async (): Promise<unknown> =>
  db.query(`
    select (select md5(string_agg(to_jsonb(r)::text, '' order by id)) from rule_versions r) as rules,
      (select md5(string_agg(to_jsonb(d)::text, '' order by day)) from calendar_days d) as days,
      (select count(*)::int from rule_changes) as changes`);

async function up(): Promise<void> {
  for (const migration of OWN) await migration.up(db);
}

it('the migrations of the rules go up, down to nothing, and up to the same', async () => {
  const bare = await things();
  await up();
  const [schema, content] = [await things(), await rows()];
  expect(schema).not.toEqual(bare);
  for (const migration of [...OWN].reverse()) await migration.down(db);
  expect(await things()).toEqual(bare);
  await up();
  expect(await things()).toEqual(schema);
  expect(await rows()).toEqual(content);
});

it('the seeds take back only what they brought', async () => {
  await db.query(
    `insert into rule_versions (id, key, region_code, valid_from, value, source, certainty)
     values ('01OWN', 'job.longest-hours', '411003', now(), '6', 'test', 'default')`,
  );
  await db.query(`insert into calendar_years (year, source) values (2027, 'test')`);
  const [, rules, calendar] = OWN;
  await calendar?.down(db);
  await rules?.down(db);
  expect(await db.query('select id from rule_versions')).toEqual([{ id: '01OWN' }]);
  expect(await db.query('select year from calendar_years')).toEqual([{ year: 2027 }]);
});
