import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { takenAway } from '../support/schema-changes';

const ROOT = join(__dirname, '../..');
const { version: RUNNING } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

/** Landed before two versions ever ran beside each other; frozen as they are. Never add to this list. */
const LANDED: ReadonlySet<string> = new Set([
  '1795478400550-create-permit-views.ts',
  '1795564800200-keep-deadlines-apart.ts',
  '1795651300100-prove-the-place.ts',
  '1795651400100-let-applicants-fill-their-seat.ts',
  '1795700200400-let-welders-have-workshops.ts',
  '1795700800100-compare-typed-text.ts',
  '1795800600100-claim-known-people.ts',
  '1795900100100-know-roles.ts',
  '1796000100110-invite-people.ts',
  '1796000200100-roll-blank-codes.ts',
  '1796100200300-end-employments.ts',
  '1796200300200-close-the-loop.ts',
  '1796300100200-leave-outages-open.ts',
  '1796400100100-confirm-mail.ts',
]);

type Migration = new () => { up(db: { query(sql: string): Promise<unknown[]> }): Promise<void> };

/** The SQL of `up` as the database would get it. */
async function sqlOf(file: string): Promise<string[]> {
  const classes = (await import(join(ROOT, 'migrations', file))) as Record<string, Migration>;
  const sql: string[] = [];
  for (const One of Object.values(classes))
    await new One().up({
      query: (text) => {
        sql.push(text);
        return Promise.resolve([]);
      },
    });
  return sql;
}

describe('a release only adds to what the version before it reads or writes (migrations/README.md)', () => {
  const files = readdirSync(join(ROOT, 'migrations')).filter((name) => /^\d.*\.ts$/.test(name));

  it('no migration takes away, but for contract steps that name the version they follow', async () => {
    const found: string[] = [];
    for (const file of files) {
      const taken = takenAway(await sqlOf(file), RUNNING);
      if (LANDED.has(file) && taken.length === 0) found.push(`${file} takes nothing away: it needs no exception`);
      if (!LANDED.has(file)) found.push(...taken.map((what) => `${file}: ${what}`));
    }
    expect(found).toEqual([]);
  });

  const contract = (version: string) =>
    `/* contract after ${version}: read by nobody since */ alter table t drop column a`;
  it.each([
    ['a column goes', 'alter table t drop column a', 'a column goes'],
    ['a column goes, without the word', 'alter table only t drop a cascade', 'a column goes'],
    ['the second of two changes', 'alter table t add column b text, drop column a', 'a column goes'],
    ['after another statement', `insert into x values ('; drop'); drop table if exists t`, 'a table goes'],
    ['a view goes', 'drop view v', 'a view goes'],
    ['a function goes', 'drop function f(text)', 'a function goes'],
    ['a renamed column', 'alter table t rename column a to b', 'renamed'],
    ['a renamed table', 'alter table t rename to u', 'renamed'],
    ['a renamed value', `alter type mood rename value 'a' to 'b'`, 'renamed'],
    ['another type', 'alter table t alter column a type bigint', 'changes its type'],
    ['another type, at length', 'ALTER TABLE t\n  ALTER a SET DATA TYPE numeric(8, 2)', 'changes its type'],
    ['filled from now on', 'alter table t alter column a set not null', 'must be filled that need not be'],
    ['a default goes', 'alter table t alter column a drop default', 'a default goes'],
    ['a new column that must be filled', 'alter table t add column a text not null', 'a new column must be filled'],
    ['the same, without the word', 'alter table t add a text not null', 'a new column must be filled'],
    ['a check over old columns', `alter table t add constraint c check (a in ('x'))`, 'new check refuses'],
    ['a check over old and new ones', 'alter table t add column n int; alter table t add constraint c check (n > a)', 'new check refuses'],
    ['a check without a name', 'alter table t add check (a > 0)', 'new check refuses'],
    ['a unique key', 'alter table t add constraint u unique (a)', 'new unique refuses'],
    ['a unique index', 'create unique index u on t (a) where b is null', 'must be unique'],
    ['no two at once', 'alter table t add constraint e exclude using gist (a with =)', 'new exclude refuses'],
    ['a foreign key', 'alter table t add constraint f foreign key (a) references u', 'new foreign key refuses'],
    ['a contract step too early', contract(RUNNING), 'still runs beside'],
    ['a contract step that takes nothing', '/* contract after 0.0.1: x */ create table t (a int)', 'no contract step'],
  ])('told of: %s', (_, sql, what) => {
    expect(takenAway([sql], RUNNING)).toEqual([expect.stringContaining(what)]);
  }); // prettier-ignore

  it.each([
    ['a new table with everything', 'create table t (a int not null unique check (a > 0)); create unique index u on t (a); alter table t add constraint c check (a < 9)'],
    ['a table of the moment', 'create temporary table w as select 1; drop table w'],
    ['a new column that may be empty', 'alter table t add column a text references u'],
    ['a new column with a default', 'alter table t add column a int not null default 0'],
    ['a check over new columns alone', 'alter table t add column a int, add column b int; alter table t add constraint c check ((a is null) = (b is null))'],
    ['a unique index over a new column', 'alter table t add column a text; create unique index u on t (a) where a is not null'],
    ['a wider check in the place of another', `alter table t drop constraint c; alter table t add constraint c check (a in ('x', 'y'))`],
    ['a check that is not validated', 'alter table t add constraint c check (a > 0) not valid'],
    ['an index', 'create index i on t (a); drop index j'],
    ['a column that may be empty from now on', 'alter table t alter column a drop not null'],
    ['a default', 'alter table t alter column a set default 1'],
    ['a function put anew', `create or replace function f() returns trigger language plpgsql as $$ begin alter table t drop column a; drop table t; end $$`],
    ['words in a text and in comments', `insert into t values ('alter table t drop column a'); -- drop table t\n/* rename */ select 1`],
    ['a contract step in its time', contract('0.0.9')],
  ])('left in peace: %s', (_, sql) => {
    expect(takenAway([sql], RUNNING)).toEqual([]);
  }); // prettier-ignore
});
