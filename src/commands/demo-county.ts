import type { INestApplicationContext } from '@nestjs/common';
import type { DemoCounty } from '../../seeds/demo/demo-context';
import { loadDemo } from '../../seeds/demo/load-demo';
import { DAY } from '../kernel/time';
import { PasswordHasher } from '../modules/identity/password-hasher';
import { UserStore } from '../modules/identity/user.store';
import { TipSealer } from '../modules/tips/identity/tip-sealer';
import { CalendarReader } from '../modules/rules/calendar.reader';
import { RulesReader } from '../modules/rules/rules.reader';
import { systemScope } from '../platform/database/scope';
import { UnitOfWork, type Tx } from '../platform/database/unit-of-work';
import { Sealer } from '../platform/database/sealer';
import { Clock } from '../platform/time/clock';
import { Ids } from '../platform/time/ids';
import { holdsEnterprise, isEmpty } from './demo-database.view';
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
    if (known && (await holdsEnterprise(tx, known.enterpriseIds[0]))) {
      if (password !== notebook.password) await setPasswords(app, tx, passwordHash, Object.values(known.userIds));
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
  const tipSealer = app.get(TipSealer, { strict: false });
  const context = { now, ids: app.get(Ids), sealer: app.get(Sealer), tipSealer, passwordHash, chipSeed };
  const county = await loadDemo(tx, context, { book, calendar });
  await setPasswords(app, tx, passwordHash, []);
  return county;
}

/** Of `admin`, who was there before the demo, and of accounts that the demo made; of no others. */
async function setPasswords(
  app: INestApplicationContext,
  tx: Tx,
  passwordHash: string,
  madeIds: readonly string[],
): Promise<void> {
  const users = app.get(UserStore, { strict: false });
  const admin = await users.credentials(tx, 'admin', null);
  const ids = [...(admin ? [admin.user.id] : []), ...madeIds];
  await Promise.all(ids.map((id) => users.setPassword(tx, id, passwordHash)));
}
