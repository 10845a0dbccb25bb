import { startApp, type TestApp } from '../support/app';
import { draftPermit, newSite, newUser, newWelder, POINT, type Person, type Site } from '../support/site';

interface Task {
  readonly kind: string;
  readonly title: string;
  readonly urgency: string;
  readonly dueAt: string | null;
  readonly entity: { readonly id: string };
  readonly path: string;
  readonly phonePath: string;
}
interface List {
  readonly items: Task[];
  readonly counts: { readonly kind: string; readonly count: number; readonly overdue: number }[];
}

let app: TestApp;
let site: Site;
let other: Site;
let regulator: Person;
let far: Person;
let grid: Person;
let inspector: Person;

beforeAll(async () => {
  app = await startApp();
  site = await newSite(app);
  other = await newSite(app);
  [regulator, far, grid, inspector] = await Promise.all([
    newUser(app, site.admin, ['regulator'], { regionCode: '411003' }),
    newUser(app, site.admin, ['regulator'], { regionCode: '411002' }),
    newUser(app, site.admin, ['grid-worker'], { regionCode: '411003' }),
    newUser(app, site.admin, ['inspector'], { regionCode: '411003' }),
  ]);
}, 120_000);
afterAll(() => app?.close());

const today = async (who: Person): Promise<List> => {
  const answer = await who.get('/tasks?mine=true').set('accept-language', 'zh-CN');
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body as List;
};
const kinds = async (who: Person): Promise<string[]> => [...new Set((await today(who)).items.map(({ kind }) => kind))];
const find = async (who: Person, kind: string, id: string): Promise<Task | undefined> =>
  (await today(who)).items.find((task) => task.kind === kind && task.entity.id === id);

describe('今日要办', () => {
  it('asks whoever has to sign next, and the next one after that', async () => {
    const permit = String((await draftPermit(site))['id']);
    await site.manager.must(`/permits/${permit}/commands/submit`);
    const task = await find(site.safety, 'permit-sign', permit);
    expect(task).toMatchObject({ path: `/console/permits/${permit}`, phonePath: `/m/permits/${permit}` });
    expect(task?.title).toMatch(/^签字：测试车间，/);
    expect(await find(site.head, 'permit-sign', permit)).toBeUndefined();
    await site.safety.must(`/permits/${permit}/commands/approve`);
    expect(await find(site.head, 'permit-sign', permit)).toBeDefined();
    expect(await find(site.safety, 'permit-sign', permit)).toBeUndefined();
    expect(await find(other.head, 'permit-sign', permit)).toBeUndefined();
  });

  it('takes a case from the regulator to the enterprise and back to whoever reviews it', async () => {
    const violation = String(
      (
        await inspector.must('/violations', {
          kind: 'other', description: '气瓶没有固定', enterpriseId: site.enterpriseId, place: '一号车间', ...POINT,
        })
      )['id'],
    ); // prettier-ignore
    expect((await find(regulator, 'case-assign', violation))?.title).toBe('交办：其他隐患，一号车间');
    expect(await find(far, 'case-assign', violation)).toBeUndefined();
    await regulator.must(`/violations/${violation}/commands/assign`, { enterpriseId: site.enterpriseId });
    const given = await find(site.safety, 'case-put-right', violation);
    expect(given?.dueAt).not.toBeNull();
    expect(await find(other.safety, 'case-put-right', violation)).toBeUndefined();
    expect(await find(regulator, 'case-assign', violation)).toBeUndefined();
    await site.safety.must(`/violations/${violation}/commands/rectify`, { note: '已加装固定链' });
    expect(await find(regulator, 'case-review', violation)).toBeDefined();
    expect(await find(site.safety, 'case-put-right', violation)).toBeUndefined();
  });

  it('shows certificates to be checked, only to those of the region who may check them', async () => {
    const { id } = await newWelder(app, site.admin, { certified: false });
    await site.admin.must(`/welders/${id}/certificates`, {
      number: 'SG411003202600001', kind: 'construction', operations: ['fusion'], issuer: '测试发证机关',
      issuedOn: '2025-01-10', validFrom: '2025-01-10', validTo: '2027-01-09',
    }); // prettier-ignore
    expect(await find(regulator, 'certificate-verify', id)).toMatchObject({ path: `/console/welders/${id}` });
    expect(await kinds(far)).toEqual([]);
    expect(await kinds(grid)).not.toContain('certificate-verify');
  });

  it('warns the owner of a machine and the holder of a certificate 90 days ahead, with what is late first', async () => {
    const day = (n: number): string => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);
    const machine = async (inspectionDueOn: string): Promise<string> =>
      String(
        (
          await site.admin.must('/machines', {
            model: 'ZX7-315', process: 'MMA', enterpriseId: site.enterpriseId, regionCode: '411003', inspectionDueOn,
          })
        )['id'],
      ); // prettier-ignore
    const [late, soon, far90] = [await machine(day(-3)), await machine(day(5)), await machine(day(120))];
    expect(await find(site.manager, 'inspection-due', late)).toMatchObject({ urgency: 'overdue' });
    expect(await find(site.manager, 'inspection-due', soon)).toMatchObject({ urgency: 'week' });
    expect(await find(site.manager, 'inspection-due', far90)).toBeUndefined();
    expect(await find(other.manager, 'inspection-due', late)).toBeUndefined();
    expect(await find(site.welder, 'inspection-due', late)).toBeUndefined(); // the firm's, not theirs
    const { items, counts } = await today(site.manager);
    expect(items[0]).toMatchObject({ urgency: 'overdue' });
    expect(counts.find(({ kind }) => kind === 'inspection-due')).toMatchObject({ count: 2, overdue: 1 });
  });
});

describe('a welder’s own figures', () => {
  it('count their jobs and refusals, with their certificates', async () => {
    const before = (await site.welder.get('/statistics/mine')).body as { month: { refused: number } };
    await site.welder.post('/jobs', { machineCode: site.machineCode });
    const answer = await site.welder.get('/statistics/mine');
    expect(answer.body).toMatchObject({
      welderId: site.welderId,
      month: { jobs: 0, refused: before.month.refused + 1 },
      certificates: [{ validTo: '2030-01-09', state: 'valid' }],
    });
  });

  it('belong to welders alone', async () => {
    expect((await site.safety.get('/statistics/mine')).body).toMatchObject({ code: 'welder.none-of-yours' });
  });
});

describe('摸清底数', () => {
  it('a number leads to a list of as many, for an official and for an enterprise, and nobody sees more than their own', async () => {
    const counts = (await regulator.get('/inventory/counts?kind=machine')).body as Counts;
    const fitted = counts.sum.counts['chip']!['fitted']!;
    expect(fitted).toBeGreaterThanOrEqual(2);
    const list = (await regulator.get('/inventory/machines?chip=fitted&limit=100')).body as { items: { id: string }[] };
    expect(list.items).toHaveLength(fitted);
    const own = (await site.manager.get('/inventory/machines?limit=100')).body as { items: { enterpriseId: string }[] };
    expect(new Set(own.items.map(({ enterpriseId }) => enterpriseId))).toEqual(new Set([site.enterpriseId]));
    const mine = (await site.manager.get('/inventory/counts?kind=machine')).body as Counts;
    expect(mine.sum.total).toBe(own.items.length);
    expect((await far.get('/inventory/counts?kind=machine&regionCode=411003')).status).toBe(403);
    expect((await site.welder.get('/inventory/machines')).status).toBe(403);
    expect((await regulator.get('/inventory/machines?chip=gone')).status).toBe(422);
  });

  it('comes as a workbook, and a filter is kept under a name once', async () => {
    const file = await regulator.get('/inventory/welders.xlsx?certificate=later');
    expect(file.headers['content-type']).toContain('spreadsheetml');
    const filter = { kind: 'machine', name: '未装芯片', query: { chip: 'none' } };
    const kept = await regulator.must('/inventory/filters', filter);
    expect((await regulator.post('/inventory/filters', filter)).body).toMatchObject({
      code: 'inventory.filter-name-taken',
    });
    expect((await grid.get('/inventory/filters')).body).toEqual({ items: [] });
    expect((await regulator.get('/inventory/filters')).body).toEqual({ items: [{ id: kept['id'], ...filter }] });
  });
});

interface Counts {
  readonly sum: { readonly total: number; readonly counts: Record<string, Record<string, number>> };
}
