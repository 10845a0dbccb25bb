import { startApp, type TestApp } from '../support/app';
import { certifyWatcher, newSite, newUser, newWelder, type Person, type Site } from '../support/site';

interface Colleague {
  id: string;
  name: string;
  roles: string[];
  certificate: { state: string; validTo: string | null; operations: string[] } | null;
}
interface Page {
  items: Colleague[];
  nextCursor: string | null;
}

let app: TestApp;
let site: Site;
let other: Site;
beforeAll(async () => {
  app = await startApp();
  site = await newSite(app);
  other = await newSite(app);
}, 120_000);
afterAll(() => app?.close());

const path = (query: string, enterpriseId = site.enterpriseId): string => `/enterprises/${enterpriseId}/colleagues?${query}`; // prettier-ignore
const look = async (person: Person, query: string): Promise<Page> => (await person.get(path(query)).expect(200)).body as Page; // prettier-ignore

describe('a welder or watcher fills in a permit and finds the colleagues to name', () => {
  it('neither of them may list users', async () => {
    await site.welder.get('/users').expect(403);
    await site.watcher.get('/users').expect(403);
  });

  it.each([['the welder'], ['the watcher'], ['the safety officer']])(
    '%s finds who watches, with the training',
    async (who) => {
      const person = { 'the welder': site.welder, 'the watcher': site.watcher }[who] ?? site.safety;
      const { items } = await look(person, 'as=watcher');
      expect(items.map(({ id }) => id)).toEqual([site.watcher.userId]);
      expect(items[0]).toEqual({ id: site.watcher.userId, name: '测试fire-watcher', roles: ['fire-watcher'], certificate: { state: 'missing', validTo: null, operations: [] } }); // prettier-ignore
    },
  );

  it('who may lead the work: anybody with an account of the enterprise', async () => {
    const { items } = await look(site.welder, 'as=leader');
    const { manager, safety, head, watcher } = site;
    expect(items.map(({ id }) => id).sort()).toEqual(
      [manager, safety, head, watcher].map(({ userId }) => userId).sort(),
    );
    expect(items.every(({ certificate }) => certificate === null)).toBe(true);
  });

  it('which welders there are, with the state of their certificates and no number', async () => {
    const without = await newWelder(app, site.admin, { enterpriseId: site.enterpriseId, certified: false });
    const { items } = await look(site.watcher, 'as=welder');
    expect(items.map(({ id, certificate }) => [id, certificate?.state, certificate?.operations])).toEqual([
      [without.id, 'missing', []],
      [site.welderId, 'valid', ['fusion']],
    ]);
    expect(items[1]?.certificate?.validTo).toBe('2030-01-09');
    const text = JSON.stringify(items);
    expect(text).not.toMatch(/\d{17}|1990000|idNumber|phone|username/);
    await app.sql(`update welders set status = 'suspended' where id = $1`, [without.id]);
    expect((await look(site.watcher, 'as=welder')).items).toHaveLength(1);
  });

  it('the welder sees the forms of the employer, and of no other enterprise', async () => {
    const { body } = await site.welder.get(`/permits/forms?enterpriseId=${site.enterpriseId}`).expect(200);
    expect((body as { items: { regime: string }[] }).items.map(({ regime }) => regime)).toContain('general');
    await site.welder.get(`/permits/forms?enterpriseId=${other.enterpriseId}`).expect(404);
  });

  it('the permit that names them is accepted', async () => {
    const [watcher] = (await look(site.welder, 'as=watcher')).items;
    const [leader] = (await look(site.welder, 'as=leader')).items;
    const now = Date.now();
    await site.welder.must('/permits', {
      regime: 'general',
      place: { name: '测试车间', lat: 34.12, lng: 113.82, radiusM: 100 },
      content: '焊接支架',
      method: '焊条电弧焊',
      plannedStart: new Date(now).toISOString(),
      plannedEnd: new Date(now + 3_600_000).toISOString(),
      welderIds: [site.welderId],
      fireWatchId: watcher?.id,
      workLeaderId: leader?.id,
    });
  });
});

describe('pages and names', () => {
  it('newest first, page by page, by the beginning of the name', async () => {
    for (const name of ['王一', '王二', '李三']) {
      const person = await newUser(app, site.admin, ['fire-watcher'], { enterpriseId: site.enterpriseId });
      await app.sql('update users set name = $2 where id = $1', [person.userId, name]);
    }
    const first = await look(site.welder, 'as=watcher&limit=2');
    expect(first.items.map(({ name }) => name)).toEqual(['李三', '王二']);
    const second = await look(site.welder, `as=watcher&limit=2&cursor=${first.nextCursor}`);
    expect([second.items.map(({ name }) => name), second.nextCursor]).toEqual([['王一', '测试fire-watcher'], null]);
    expect((await look(site.welder, `as=watcher&q=${encodeURIComponent('王')}`)).items).toHaveLength(2);
    expect((await look(site.welder, `as=watcher&q=${encodeURIComponent('三')}`)).items).toEqual([]);
    expect((await look(site.welder, `as=watcher&q=${encodeURIComponent('%')}`)).items).toEqual([]);
  });

  it('who was disabled is not offered', async () => {
    const gone = (await look(site.welder, `as=watcher&q=${encodeURIComponent('李三')}`)).items[0];
    await site.admin.must(`/users/${gone?.id}/disable`);
    expect((await look(site.welder, `as=watcher&q=${encodeURIComponent('李三')}`)).items).toEqual([]);
  });

  it('a seat must be named, and one that exists', async () => {
    await site.welder.get(path('')).expect(422);
    await site.welder.get(path('as=boss')).expect(422);
  });
});

describe('strangers', () => {
  it.each([['a welder'], ['a watcher'], ['a manager']])(
    '%s of another enterprise sees nothing, not even that it exists',
    async (who) => {
      const person = { 'a welder': other.welder, 'a watcher': other.watcher }[who] ?? other.manager;
      expect((await person.get(path('as=watcher')).expect(404)).body).toMatchObject({ code: 'enterprise.not-found' });
      await person.get(path('as=watcher', 'NOBODY')).expect(404);
    },
  );

  it('a welder who works for nobody sees nothing', async () => {
    const { person } = await newWelder(app, site.admin, { certified: false });
    await person.get(path('as=welder')).expect(404);
  });

  it('a welder who works there too sees its people, and no more when that has ended', async () => {
    const { person, id } = await newWelder(app, site.admin, { certified: false, enterpriseId: other.enterpriseId });
    await app.sql(`insert into employments (welder_id, enterprise_id, since) values ($1, $2, now() - interval '1 day')`, [id, site.enterpriseId]); // prettier-ignore
    await person.get(path('as=watcher')).expect(200);
    expect((await look(site.watcher, 'as=welder')).items.map((one) => one.id)).toContain(id);
    await app.sql(`update employments set until = now() - interval '1 minute' where welder_id = $1 and enterprise_id = $2`, [id, site.enterpriseId]); // prettier-ignore
    await person.get(path('as=watcher')).expect(404);
    expect((await look(site.watcher, 'as=welder')).items.map((one) => one.id)).not.toContain(id);
  });

  it('the regulator of the county sees them, the one of another county and the inspector do not', async () => {
    const there = await newUser(app, site.admin, ['regulator'], { regionCode: '411003' });
    await there.get(path('as=watcher')).expect(200);
    const elsewhere = await newUser(app, site.admin, ['regulator'], { regionCode: '411002' });
    await elsewhere.get(path('as=watcher')).expect(404);
    const inspector = await newUser(app, site.admin, ['inspector'], { regionCode: '411003' });
    await inspector.get(path('as=watcher')).expect(403);
    await app.request.get(`/api/v1${path('as=watcher')}`).expect(401);
  });
});

it('a watcher’s training shows until its last day', async () => {
  await certifyWatcher(app, site.safety, site.watcher);
  const own = async () => (await look(site.safety, 'as=watcher')).items.find(({ id }) => id === site.watcher.userId)?.certificate; // prettier-ignore
  expect(await own()).toEqual({ state: 'valid', validTo: '2030-01-01', operations: [] });
  await app.sql(`update watcher_certificates set valid_to = current_date - 2`);
  expect(await own()).toMatchObject({ state: 'expired' });
});
