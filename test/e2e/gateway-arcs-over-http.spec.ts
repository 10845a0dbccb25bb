import { startApp, type TestApp } from '../support/app';
import { newSite, newUser, type Person, type Site } from '../support/site';
import { TestChip } from '../support/test-chip';

interface ArcBody {
  readonly id: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly verdicts: { rule: string; verdict: string }[];
}
interface PageBody {
  readonly items: ArcBody[];
  readonly nextCursor: string | null;
}

describe('what chips told, over HTTP', () => {
  let app: TestApp;
  let site: Site;
  let chip: TestChip;
  const T = Date.now() - 60_000;
  const up = 600_000;

  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
    await app.sql(`update chip_bindings set bound_at = now() - interval '1 day' where chip_no = $1`, [site.chipNo]);
    chip = await TestChip.connect(app.mqttPort, site);
    for (const second of [0, 10, 20]) {
      await chip.event('arc-start', { t: T + second * 1_000, up: up + second * 1_000 });
      await chip.event('arc-stop', { t: T + second * 1_000 + 4_000, up: up + second * 1_000 + 4_000 });
    }
    await chip.samples([
      { t: T + 40_000, up: up + 40_000, ms: 10_000, i: 120.5, iMax: 180, u: 24, arcMs: 5_000, relay: 'closed' },
    ]);
    await chip.publish('samples', {
      ...{ v: 1, boot: 1, seq: 8, lat: 34.02, lng: 113.84, accuracyM: 12 },
      samples: [{ t: T + 50_000, up: up + 50_000, ms: 10_000, i: 130, iMax: 180, u: 24, arcMs: 10_000 }],
    });
    await chip.ackOf(8);
  }, 120_000);
  afterAll(async () => {
    await chip.close();
    await app.close();
  });

  const arcs = async (query = '', by: Person = site.admin): Promise<PageBody> =>
    (await by.get(`/machines/${site.machineId}/arcs${query}`)).body as PageBody;
  const seconds = ({ items }: PageBody): number[] =>
    items.map(({ startedAt }) => Math.round((Date.parse(startedAt) - T) / 1_000));

  it('arcs of a machine, the latest first, with how they were judged', async () => {
    const page = await arcs();
    expect(seconds(page)).toEqual([35, 20, 10, 0]);
    expect(page.items[0]).toMatchObject({
      chipNo: site.chipNo,
      outlet: 1,
      endedAt: null,
      arcMs: 15_000,
      peakA: 180,
      claimedJobId: null,
    });
    expect(page.items[3]).toMatchObject({ endedAt: new Date(T + 4_000).toISOString(), arcMs: 4_000 });
    expect(page.items[3]?.verdicts).toContainEqual({ rule: 'platform', verdict: 'off-platform', jobId: null });
  });

  it('page by page', async () => {
    const first = await arcs('?limit=3');
    const second = await arcs(`?limit=3&cursor=${first.nextCursor ?? ''}`);
    expect([seconds(first), seconds(second), second.nextCursor]).toEqual([[35, 20, 10], [0], null]);
    expect((await site.admin.get(`/machines/${site.machineId}/arcs?cursor=nonsense`)).status).toBe(422);
  });

  it('of a stretch of time, half open', async () => {
    const at = (second: number): string => new Date(T + second * 1_000).toISOString();
    expect(seconds(await arcs(`?from=${at(10)}&to=${at(20)}`))).toEqual([10]);
  });

  it('of a job', async () => {
    expect((await arcs('?jobId=01KDW0Y2G0000000000000000A')).items).toEqual([]);
  });

  it('not of a machine of somebody else', async () => {
    const other = await newSite(app);
    expect((await other.manager.get(`/machines/${site.machineId}/arcs`)).status).toBe(404);
    expect(seconds(await arcs('', site.manager))).toHaveLength(4);
  });

  it('the state of a chip', async () => {
    const state = await site.admin.get(`/chips/${site.chipNo}/state`);
    expect(state.body).toMatchObject({
      ...{
        chipNo: site.chipNo,
        machineId: site.machineId,
        boot: 1,
        online: true,
        relay: 'closed',
        arcOn: true,
        currentA: 130,
      },
      position: { lat: 34.02, lng: 113.84, accuracyM: 12 },
    });
    expect((await site.admin.get('/chips/NOSUCHCHIP0000/state')).status).toBe(404);
    const regulator = await newUser(app, site.admin, ['regulator'], { regionCode: '11' });
    expect((await regulator.get(`/chips/${site.chipNo}/state`)).status).toBe(404);
    expect((await site.manager.get(`/chips/${site.chipNo}/state`)).status).toBe(403);
  });

  it('and the chip is offline once it was not heard of for the limit', async () => {
    await app.elapse(181_000);
    expect(((await site.admin.get(`/chips/${site.chipNo}/state`)).body as { online: boolean }).online).toBe(false);
  });
});
