import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownerOfTable, tableUses, unseenIn, unseenTables, usesIn, type TableUse } from '../support/sql-of';

const FEATURES = JSON.parse(readFileSync(join(__dirname, '../../src/modules/order.json'), 'utf8')) as string[];
const uses = tableUses();

/** Tables of a later room that an earlier one reads, and why it must. */
const UPWARD: readonly (TableUse & { readonly because: string })[] = [
  ...readFrom('platform/audit/audit.view.ts', ['users'], 'what a person is called stands with the account alone; one statement shows a page of the trail'),
  ...readFrom('platform/files/file-uses.view.ts', ['welders'], 'cards have no policy of their own, so whoever sees the welder sees the photograph of the card'),
  ...readFrom('modules/identity/account-links.view.ts', ['enterprises', 'welders'], 'an account leads into the register; asked only when an account is made, changed or confirmed'),
  ...readFrom('modules/identity/duties.view.ts', ['permits', 'jobs', 'grid_people'], 'who keeps a watch, has work going on or looks after a grid does not leave; asked only when somebody leaves'),
  ...readFrom('modules/registry/employment/employments.view.ts', ['permits', 'permit_welders', 'jobs'], 'who has work going on does not leave, and what still names them is shown; asked only when an employment is looked at or ended'),
  ...readFrom('modules/rules/book/rule-reach.view.ts', ['permits', 'permit_machines', 'machines'], 'a preview counts whom a change of a rule would concern; asked a few times a year'),
  ...readFrom('modules/jobs/subjects.view.ts', ['chip_states'], 'authorising costs two statements, and the chip with its alarm and its place is part of the first'),
  ...readFrom('modules/jobs/endings.view.ts', ['chip_states'], 'one statement a second looks at all open jobs; the chip’s restart and alarm decide with the rest'),
  ...readFrom('modules/jobs/continuable-jobs.view.ts', ['chip_states'], 'a job goes on under an extended permit only where its chip was heard of just now'),
  ...readFrom('modules/jobs/offline-codes.view.ts', ['chip_states'], 'the counter that the chip expects is read under the lock that gives the code out'),
  ...readFrom('modules/permits/conflicts.reader.ts', ['nearby_activities'], 'permits and declared activities near a place are found in one statement, whichever was there first'),
  ...readFrom('modules/telemetry/telemetry.reader.ts', ['arc_verdicts'], 'a page of arcs is narrowed by the job of their verdicts, so the verdicts belong to its statement'),
  ...readFrom('modules/supervision/arc-facts.view.ts', ['paper_permits', 'paper_permit_machines'], 'ingest judges a batch of arcs in one statement; a port to outages would cost it a second round trip'),
  ...readFrom('modules/regions/outlines/home-county.reader.ts', ['enterprises', 'welders'], 'a map of somebody without a region begins with the county where they work'),
  ...readFrom('modules/training/practices/school-places.view.ts', ['permits', 'permit_signboards'], 'pupils weld at a fixed point of the school or under its permit: both are places where its instructor may stand'),
]; // prettier-ignore

/** Files whose SQL takes the names of tables from the database itself. */
const AT_RUN_TIME: Readonly<Record<string, string>> = {
  'modules/exchange/records/registrations.view.ts': 'two statements read each kind of registration from the tables that the record in the same file names; they write nothing',
  'modules/inventory/quality/quality.view.ts': 'one statement asks each question about the register of the table that the list of questions names; it writes nothing',
  'modules/oversight/offenders.view.ts': 'one statement counts findings of enterprises, welders or machines, each named from the table that the record in the same file names; it writes nothing',
  'modules/reports/figures.view.ts': 'one statement counts all figures of a report, each from the table that the record in the same file names; it writes nothing',
  'platform/backup/database-parts.ts': 'a backup copies every table of the catalogue, and a restore puts them back, so that no feature is forgotten',
  'platform/doctor/examine-keys.ts': 'counts what is sealed under an old key in every column that the catalogue of the database calls sealed',
  'platform/files/file-uses.view.ts': 'who names a file is asked of the catalogue of the database, so that no feature is forgotten',
  'platform/keys/move-hashes.ts': 'a rotation changes the hashes of every column that the list of the command names; a test compares that list with the schema',
  'platform/keys/seal-anew.ts': 'a rotation seals every column anew that the list of the command names; a test compares that list with the schema',
}; // prettier-ignore

function readFrom(file: string, tables: readonly string[], because: string): (typeof UPWARD)[number][] {
  return tables.map((table) => ({ file, table, writes: false, because }));
}

/** The room that a file belongs to: a feature, or `platform`, `gateway`, `commands`. */
function roomOf({ file }: TableUse): string {
  const [first = '', feature = ''] = file.split('/');
  return first === 'modules' ? feature : first;
}

const ORDER = ['platform', ...FEATURES, 'gateway', 'commands'];
const foreign = uses.filter((use) => roomOf(use) !== ownerOfTable(use.table));
const upward = foreign.filter((use) => ORDER.indexOf(roomOf(use)) < ORDER.indexOf(ownerOfTable(use.table)));
const shown = (some: readonly TableUse[]): string[] => some.map(({ file, table }) => `${file}: ${table}`);

describe('tables have owners', () => {
  it('is seen at all: the SQL of the program, with its joins, lists and rows', () => {
    expect(uses.length).toBeGreaterThan(350);
    const text = `tx.query(\`with a as (select 1 from jobs j, machines m left join welders w on true where exists (select 1 from sites))
      insert into outages (id) select id from a\`); tx.rows(UserRow).update({}, {}); tx.rows(RegionRow).find({});
      tx.query('delete from permits using chips'); tx.query(\`update only files set id = 1\`)`;
    const seen = usesIn('x.ts', text).map(({ table, writes }) => `${table}${writes ? ' written' : ''}`);
    expect(seen.sort()).toEqual(
      ['chips', 'files written', 'jobs', 'machines', 'outages written', 'permits written', 'regions', 'sites', 'users written', 'welders'],
    ); // prettier-ignore
  });

  it.each([
    ['a constant', "const TABLE = 'machines'; tx.query(`delete from ${TABLE} where id = $1`)", 'machines written'],
    ['a part of a template', "const FROM = `from ${'jobs'} j`; tx.query(`select 1 ${FROM}`)", 'jobs'],
    ['a constant of another file', "import { VIOLATION_TABLES as T } from '../violation.view'; tx.query(`select 1 from ${T}`)", 'enterprises machines users violations welders'],
    ['two strings together', "tx.query('update ' + (open ? 'permits' : 'jobs') + ' set state = $1')", 'jobs written permits written'],
    ['an argument', "const clear = (table: string) => tx.query(`truncate ${table}`); clear('sites'); clear(TABLES.b); const TABLES = { b: 'chips' }", 'chips written sites written'],
    ['a list', "for (const one of ['arcs', 'jobs']) tx.query(`select 1 from ${one}`)", 'arcs jobs'],
    ['quotes', 'tx.query(\'select 1 from "machines" m join "public"."jobs" j on true\')', 'jobs machines'],
    ['upper case', "tx.query('UPDATE Machines SET code = 1')", 'machines written'],
    ['the schema', "tx.query('insert into public.sites values (1)')", 'sites written'],
    ['a row under another name', "import { MachineRow as M } from '../../../schema/registry/machine.row'; tx.rows(M).delete({})", 'machines written'],
    ['a row in a variable', 'const Row = MachineRow; void tx.rows(Row).find({})', 'machines'],
    ['a row in a variable, written later', 'const Row = MachineRow; const kept = tx.rows(Row); void kept.insert({})', 'machines written'],
    ['a row as an argument', 'class A { save(row) { return this.tx.rows(row).update({}, {}); } go() { this.save(JobRow); } }', 'jobs written'],
    ['a row in a record', 'const ROWS = { job: JobRow, arc: ArcRow }; tx.rows(ROWS[kind]).insertNew({})', 'arcs written jobs written'],
    ['a row handed to another file', "import { put } from './put'; put(tx, SiteRow, {})", 'sites written'],
    ['a row that is only looked at', "columnsOf(SiteRow, 's', ['id']); const a: MachineRow = b; type C = typeof JobRow", 'sites'],
  ])('%s does not hide a table', (_, text, expected) => {
    const seen = usesIn('modules/supervision/detectors/x.ts', text);
    expect([...new Set(seen.map(({ table, writes }) => `${table}${writes ? ' written' : ''}`))].sort().join(' ')).toBe(expected);
  }); // prettier-ignore

  it('a file answers for what it writes; names in a fragment that a view lends are reads of the view', () => {
    const lent = "import { VIOLATION_TABLES as T } from '../violation.view'; ";
    const seen = (text: string): string[] =>
      usesIn('modules/jobs/a/x.ts', text.replace('../', '../../supervision/'))
        .filter(({ table }) => table === 'welders')
        .map(({ file, writes }) => `${file}${writes ? ' writes' : ''}`);
    expect(seen(`${lent} tx.query(\`select 1 from \${T}\`)`)).toEqual(['modules/supervision/violation.view.ts']);
    expect(seen(`${lent} tx.query(\`select 1 from \${T} join welders on true\`)`)).toEqual(['modules/jobs/a/x.ts']);
  });

  it('a statement whose table is only known at run time is refused but for a reason', () => {
    expect(unseenIn('x.ts', 'const go = (t) => tx.query(`select 1 from ${t} where a = $1`)')).toHaveLength(1);
    expect(unseenIn('x.ts', 'tx.query(`select extract(epoch from ${column}) from jobs`)')).toEqual([]);
    const found = new Set(unseenTables().map((one) => one.split(':')[0]));
    expect([...found].sort()).toEqual(Object.keys(AT_RUN_TIME));
  });

  it('each owner is a room of the house', () => {
    expect([...new Set(uses.map(({ table }) => ownerOfTable(table)))].filter((one) => !ORDER.includes(one))).toEqual(
      [],
    );
  });

  it('a room writes only its own tables', () => {
    expect(shown(foreign.filter(({ writes }) => writes))).toEqual([]);
  });

  it('tables of others are read in readers and views alone', () => {
    expect(shown(foreign.filter(({ file }) => !/\.(reader|view)\.ts$/.test(file)))).toEqual([]);
  });

  it('nobody reads the tables of a later room but for a reason', () => {
    const listed = new Set(shown(UPWARD));
    expect(shown(upward).filter((use) => !listed.has(use))).toEqual([]);
    expect([...listed].filter((use) => !shown(upward).includes(use))).toEqual([]);
    expect(UPWARD.filter(({ because }) => because.length < 20)).toEqual([]);
  });
});
