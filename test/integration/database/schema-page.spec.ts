import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshDatabase, type TestDatabase } from '../../support/database';
import { schemaPage } from '../../support/schema-page';
import { writtenRows } from '../../support/schema-rows';

const ROOT = join(__dirname, '../../..');
const PAGE = join(ROOT, 'docs/schema.md');

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

it('docs/schema.md shows the tables and keys as they are', async () => {
  const features = JSON.parse(readFileSync(join(ROOT, 'src/modules/order.json'), 'utf8')) as string[];
  const page = await schemaPage(writtenRows(), ['platform', ...features], db.dataSource);
  if (process.env.UPDATE_DOCS === '1') writeFileSync(PAGE, page);
  expect(readFileSync(PAGE, 'utf8')).toBe(page);
});
