import type { INestApplicationContext } from '@nestjs/common';
import type { DemoCounty } from '../../seeds/demo/demo-context';
import { loadDemo } from '../../seeds/demo/load-demo';
import { DAY } from '../kernel/time';
import { PasswordHasher } from '../modules/identity/password-hasher';
import { CalendarReader } from '../modules/rules/calendar.reader';
import { RulesReader } from '../modules/rules/rules.reader';
import { systemScope } from '../platform/database/scope';
import { UnitOfWork, type Tx } from '../platform/database/unit-of-work';
import { Sealer } from '../platform/database/sealer';
import { Clock } from '../platform/time/clock';
import { Ids } from '../platform/time/ids';
import type { Notebook } from './demo-notebook';

const SCOPE = systemScope('demo');

/** The database holds something that this demo did not put there. */
export class NotEmpty extends Error {
  constructor() {
    super(
      '这个数据库里已有别的数据，演示不会动它。请换一个 DATA_DIR（或 DATABASE_URL），或者用 npm start 启动。\n' +
        'This database holds other data, and the demo does not touch it. Set another DATA_DIR (or DATABASE_URL), or use npm start.',
    );
  }
}

/** The demo county in this database: the one made before, or one made now where the database is empty. */
export async function demoCounty(
  app: INestApplicationContext,
  notebook: Notebook,
  password: string,
  onMaking: () => void,
): Promise<DemoCounty> {
  const uow = app.get(UnitOfWork);
  const passwordHash = await app.get(PasswordHasher, { strict: false }).hash(password);
  return uow.run(SCOPE, async (tx) => {
    const known = notebook.county;
    if (known && (await holds(tx, known))) {
      if (password !== notebook.password) await changePasswords(tx, known, passwordHash);
      return known;
    }
    if (!(await isEmpty(tx))) throw new NotEmpty();
    onMaking();
    return make(app, tx, notebook.chipSeed, passwordHash);
  });
}

async function make(app: INestApplicationContext, tx: Tx, chipSeed: string, passwordHash: string): Promise<DemoCounty> {
  const now = app.get(Clock).now();
  const book = app.get(RulesReader, { strict: false }).book();
  const calendar = await app.get(CalendarReader, { strict: false }).calendar(tx, now - 10 * DAY, now + 10 * DAY);
  const context = { now, ids: app.get(Ids), sealer: app.get(Sealer), passwordHash, chipSeed };
  const county = await loadDemo(tx, context, { book, calendar });
  await tx.query(`update users set password_hash = $1 where username = 'admin'`, [passwordHash]);
  return county;
}

async function holds(tx: Tx, { enterpriseIds }: DemoCounty): Promise<boolean> {
  return (await tx.query('select 1 from enterprises where id = $1', [enterpriseIds[0]])).length > 0;
}

/** `admin` and the reference data are there from the start; anything else is somebody's work. */
async function isEmpty(tx: Tx): Promise<boolean> {
  const [row] = await tx.query<{ empty: boolean }>(
    `select not exists (select 1 from enterprises) and not exists (select 1 from welders) and not exists (select 1 from machines)
       and not exists (select 1 from chips) and not exists (select 1 from users where username <> 'admin') as empty`,
  );
  return row?.empty === true;
}

/** `DEMO_PASSWORD` was changed: it opens the accounts that the demo made, and no others. */
async function changePasswords(tx: Tx, { userIds }: DemoCounty, passwordHash: string): Promise<void> {
  await tx.query(`update users set password_hash = $1 where username = 'admin' or id = any($2)`, [
    passwordHash,
    Object.values(userIds),
  ]);
}
