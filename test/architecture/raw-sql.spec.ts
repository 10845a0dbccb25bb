import { statements } from '../support/sql-of';

const TERM = String.raw`(?:not )?[\w.]+(?: = (?:\$\d+|'[\w-]+')| is (?:not )?null)?`;
const WHERE = String.raw`where ${TERM}(?: and ${TERM})*`;
const VALUE = String.raw`(?:\$\d+|null|true|false|'[\w-]+')`;
/** Statements of one table that `tx.rows` can ask as well: plain columns, plain values, equality. */
const ORDINARY = [
  String.raw`select (?!distinct )[^()¤]+ from \w+(?: \w+)? ${WHERE}(?: for (?:no key )?update(?: of \w+)?)?`,
  String.raw`update \w+ set \w+ = ${VALUE}(?:, \w+ = ${VALUE})* ${WHERE}`,
  String.raw`delete from \w+ ${WHERE}`,
  String.raw`insert into \w+ \([\w, ]+\) values \(${VALUE}(?:, ${VALUE})*\)`,
].map((one) => new RegExp(`^${one}$`));
const isOrdinary = (sql: string): boolean => ORDINARY.some((one) => one.test(sql));

/** Why an ordinary statement stays raw all the same (docs/adr/0026-typed-rows.md, “What stays raw”). */
const RAW: Readonly<Record<string, string>> = {
  'modules/jobs/chip-command-queue.ts': 'the path of a chip: every command and every reply',
  'modules/jobs/chip-power/supersede-codes.ts': 'the door of a chip: a login with a new secret',
  'modules/jobs/job.store.ts': 'the path of a chip: every command and every reply',
  'modules/jobs/offline-code.store.ts': 'ingest: a batch may hold many used codes',
  'modules/jobs/photo-checks/photo-asks.ts': 'sent when a job starts, between the statements of its permit',
  'modules/permits/occupier/text-stop.store.ts': 'asked between the statements of a permit’s step, which are sent',
  'modules/permits/permit.store.ts': 'the lock of a permit travels with the statements after it',
  'modules/permits/signal/signal.store.ts': 'asked between the statements of a permit’s step, which are sent',
  'modules/permits/steps/permit-record.store.ts': 'all that a permit’s step writes is sent together',
  'modules/registry/areas/designated-area.store.ts': 'several areas follow one another, each with its entry in the journal, which is sent',
  'modules/registry/chips/replace-secret.ts': 'the door of a chip: a login with a new secret',
  'modules/registry/employment/end-employment.ts': 'the lock alone: rows would read the sealed data of the welder as well',
  'modules/sites/workshops/workshop.store.ts': 'several workshops follow one another, each with its entry in the journal, which is sent',
  'modules/telemetry/boot-reset.store.ts': 'a table of ingest: written beside the statements that reset all counters of a chip',
  'modules/wire/chip-settings.store.ts': 'the path of a chip: its reply stands between the statements of an ingest',
  'modules/wire/secret-change.store.ts': 'the path of a chip: its reply stands between the statements of an ingest',
  'platform/embedded/database-owner.ts': 'asks the catalogue of PostgreSQL',
  'platform/http/idempotency.store.ts': 'before and after every request that writes',
}; // prettier-ignore

describe('raw SQL', () => {
  it.each([
    ['select name from users where id = $1', true],
    ['select 1 from users u where u.id = $1 and u.disabled_at is null for update of u', true],
    ["update users set name = $2, state = 'left' where id = $1", true],
    ['delete from users where id = $1 and not confirmed', true],
    ['insert into users (id, name) values ($1, $2)', true],
    ['select count(*) from users where id = $1', false],
    ['select name from users u join regions r on true where u.id = $1', false],
    ['update users set version = version + 1 where id = $1', false],
    ['insert into users (id) values ($1) on conflict do nothing', false],
    ['select name from users where id = $1 limit 1', false],
  ])('%s: ordinary %s', (sql, ordinary) => expect(isOrdinary(sql)).toBe(ordinary));

  it('of stores and use cases asks more than rows can, or says why it stays raw', () => {
    const all = statements().filter(({ file }) => !/\.(view|reader)\.ts$/.test(file));
    expect(all.length).toBeGreaterThan(200);
    const found = all.filter(({ sql }) => isOrdinary(sql));
    expect(found.filter(({ file }) => !RAW[file]).map(({ file, sql }) => `${file}: ${sql}`)).toEqual([]);
    expect(Object.keys(RAW).filter((file) => !found.some((one) => one.file === file))).toEqual([]);
  });
});
