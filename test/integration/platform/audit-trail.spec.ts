import { Journal } from '../../../src/platform/audit/journal';
import { systemActor } from '../../../src/platform/auth/caller';
import { systemScope } from '../../../src/platform/database/scope';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work';
import { bearer, codeOf, House } from './house';

let house: House;
const tokens = new Map<string, string>();
beforeAll(async () => {
  house = await House.open();
  await house.user({ id: 'ADMIN', roles: ['admin'] });
  await house.user({ id: 'COUNTY', roles: ['regulator'], regionCode: '411003' });
  await house.user({ id: 'LOST', roles: ['regulator'] });
  await house.user({ id: 'SHOP', roles: ['enterprise-manager'], enterpriseId: 'E1', regionCode: '411003' });
  for (const name of ['admin', 'county', 'lost', 'shop']) tokens.set(name, await house.tokenOf(name));
  const actor = { userId: 'WHO', name: '测试人员', address: '192.0.2.1' };
  await house.get(UnitOfWork).run(systemScope('test'), (tx) => {
    const journal = house.get(Journal);
    tx.send(
      `insert into users (id, username, name, roles, created_at) values ('WHO', 'who', '测试人员', '{inspector}', now())`,
    );
    for (let n = 0; n < 5; n += 1)
      journal.record(tx, actor, house.clock.now(), [
        {
          action: `thing.step-${n}`,
          entity: 'thing',
          entityId: 'T1',
          regionCode: '411003001',
          before: { n },
          after: { n: n + 1 },
        },
      ]);
    journal.record(tx, systemActor('timer'), house.clock.now(), [
      { action: 'thing.other', entity: 'thing', entityId: 'T2', regionCode: '411004' },
      { action: 'thing.nowhere', entity: 'thing', entityId: 'T3' },
    ]);
  });
});
afterAll(() => house?.close());

interface Page {
  items: { action: string; entity: { id: string } }[];
  nextCursor: string | null;
}
const ask = async (name: string, query: Record<string, string | number>): Promise<Page> =>
  (
    await house.http
      .get('/api/v1/audit')
      .query(query)
      .set(bearer(tokens.get(name) ?? ''))
      .expect(200)
  ).body as Page;
const things = async (name: string): Promise<string[]> =>
  (await ask(name, { entity: 'thing' })).items.map(({ entity }) => entity.id);

it('tells who did what to a thing, with what it was before and after, newest first', async () => {
  const { items } = await ask('county', { entity: 'thing', id: 'T1' });
  expect(items.map(({ action }) => action)).toEqual([4, 3, 2, 1, 0].map((n) => `thing.step-${n}`));
  expect(items[0]).toEqual({
    id: expect.stringMatching(/^\d+$/),
    at: expect.stringMatching(/Z$/),
    actor: { id: 'WHO', name: '测试人员', address: '192.0.2.1' },
    action: 'thing.step-4',
    entity: { kind: 'thing', id: 'T1' },
    regionCode: '411003001',
    before: { n: 4 },
    after: { n: 5 },
  });
});

it('page by page, without a gap', async () => {
  const read: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Page = await ask('county', { entity: 'thing', id: 'T1', limit: 2, ...(cursor ? { cursor } : {}) });
    read.push(...page.items.map(({ action }) => action));
    cursor = page.nextCursor;
  } while (cursor);
  expect(read).toEqual([4, 3, 2, 1, 0].map((n) => `thing.step-${n}`));
  expect(await ask('county', { cursor: 'never-ours' })).toEqual({ items: [], nextCursor: null });
});

it('within the reader’s region', async () => {
  expect(await things('admin')).toEqual(['T3', 'T2', 'T1', 'T1', 'T1', 'T1', 'T1']);
  expect(await things('county')).toEqual(['T1', 'T1', 'T1', 'T1', 'T1']);
  expect(await things('lost')).toEqual([]);
});

it('by the one who did it', async () => {
  expect((await ask('admin', { actorId: 'WHO', action: 'thing.step-2' })).items).toHaveLength(1);
});

it('is not for enterprises', async () => {
  expect(codeOf(await house.http.get('/api/v1/audit').set(bearer(tokens.get('shop') ?? '')))).toBe('403 access.denied');
});
