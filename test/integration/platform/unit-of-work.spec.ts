import { systemScope } from '../../../src/platform/database/scope';
import { freshDatabase, type TestDatabase } from '../../support/database';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db?.close());

it('runs', async () => {
  const rows = await db.uow.run(systemScope('test'), (tx) =>
    tx.query('select current_user as u, count(*) from permits'),
  );
  expect(rows).toEqual([{ u: 'hanan_app', count: '0' }]);
});
