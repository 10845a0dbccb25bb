import { startApp, type TestApp } from '../../support/app';
import { DAY } from '../../../src/kernel/time';
import { LooseFilePurge } from '../../../src/platform/files/loose-file-purge';
import { FileUses } from '../../../src/platform/files/file-uses.view';
import { Clock } from '../../../src/platform/time/clock';
import { newSite, newUser, type Person, type Site } from '../../support/site';

let app: TestApp;
let site: Site;
let inspector: Person;
beforeAll(async () => {
  app = await startApp();
  site = await newSite(app);
  inspector = await newUser(app, site.admin, ['inspector'], { regionCode: '411003' });
}, 120_000);
afterAll(() => app.close());

const upload = async (person: Person) =>
  app.request
    .post('/api/v1/files')
    .set('authorization', `Bearer ${person.token}`)
    .attach('file', await app.photo(), 'x.jpg');
const photoOf = async (person: Person): Promise<string> => ((await upload(person)).body as { id: string }).id;
const record = (photoIds: string[]) =>
  inspector.must('/violations', {
    kind: 'uncertified',
    description: '测试',
    lat: 34.12,
    lng: 113.82,
    accuracyM: 10,
    photoIds,
  });

describe('S15 a photo has the scope of what it belongs to', () => {
  it('nobody but who took it sees one that belongs to nothing', async () => {
    const id = await photoOf(site.welder);
    expect((await site.welder.get(`/files/${id}`)).status).toBe(200);
    for (const person of [site.manager, inspector, site.admin])
      expect((await person.get(`/files/${id}`)).status).toBe(404);
  });

  it('of a violation: the officials of the place, not those of another town or enterprise', async () => {
    const id = await photoOf(inspector);
    await record([id]);
    const regulator = await newUser(app, site.admin, ['regulator'], { regionCode: '411003' });
    const elsewhere = await newUser(app, site.admin, ['regulator'], { regionCode: '411002' });
    const other = await newSite(app);
    expect((await regulator.get(`/files/${id}`)).status).toBe(200);
    for (const person of [elsewhere, other.manager, other.welder])
      expect((await person.get(`/files/${id}`)).status).toBe(404);
  }, 60_000);

  it('every column that names files is known, and belongs to a table with row level security', async () => {
    const uses = await app.app.get(FileUses).known();
    expect(uses.map(({ table, column }) => `${table}.${column}`)).toEqual(
      expect.arrayContaining([
        'jobs.photo_id',
        'permit_signatures.signature_file_id',
        'violations.photo_ids',
        'watcher_certificates.photo_id',
      ]),
    );
    expect(uses.filter(({ holds }) => holds === 'json')).toHaveLength(1);
    // a card has no policy of its own: its photo is seen by whoever sees its welder
    expect(uses.filter(({ scoped }) => !scoped).map(({ table }) => table)).toEqual(['certificates']);
  });
});

describe('S11 photos without end', () => {
  it('sixty by one person, ten at once: fifty are kept, and the next when some are used', async () => {
    const person = inspector;
    const before =
      (await app.sql<{ n: number }>(`select count(*)::int as n from files where uploaded_by = $1`, [person.userId]))[0]
        ?.n ?? 0;
    const answers: { status: number; body: unknown }[] = [];
    for (let n = 0; n < 6; n += 1)
      answers.push(...(await Promise.all(Array.from({ length: 10 }, () => upload(person)))));
    expect(before).toBe(1); // it belongs to a violation
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(50);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.body).toMatchObject({ code: 'file.quota' });
    const kept = answers.filter(({ status }) => status === 201).map(({ body }) => (body as { id: string }).id);
    await record(kept.slice(0, 2));
    expect((await upload(person)).status).toBe(201);
  }, 60_000);

  it('those that belong to nothing are removed after a month, those of records stay', async () => {
    const used = await photoOf(site.safety);
    await app.sql('update files set uploaded_by = $2 where id = $1', [used, inspector.userId]);
    await record([used]);
    const count = async (): Promise<number> =>
      (await app.sql<{ n: number }>('select count(*)::int as n from files'))[0]?.n ?? 0;
    const purge = app.app.get(LooseFilePurge);
    const at = app.app.get(Clock).now();
    const all = await count();
    await purge.execute(at + 29 * DAY);
    expect(await count()).toBe(all);
    await purge.execute(at + 31 * DAY);
    expect(await count()).toBeLessThan(all);
    expect((await inspector.get(`/files/${used}`)).status).toBe(200);
  });
});
