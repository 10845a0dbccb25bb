import { startApp, type TestApp } from '../../support/app';
import { activate, draftPermit, newSite, POINT, type Site } from '../../support/site';
import { TestChip } from '../../support/test-chip';

const MINUTE = 60_000;

/** What a chip, or a technician, does to a job that runs. */
describe('a job that runs on a chip', () => {
  let app: TestApp;
  let site: Site;
  let chip: TestChip;
  let jobId: string;

  beforeAll(async () => {
    app = await startApp();
  }, 120_000);
  beforeEach(async () => {
    site = await newSite(app);
    const permitId = String((await draftPermit(site))['id']);
    await activate(site, permitId);
    chip = await TestChip.connect(app.mqttPort, site);
    await chip.birth();
    await chip.command('time');
    const started = await site.welder.post('/jobs', {
      machineCode: site.machineCode,
      permitId,
      ...POINT,
      accuracyM: 10,
    });
    expect(started.status).toBe(201);
    jobId = String((started.body as { id: string }).id);
    await chip.reply(await chip.command('unlock'), { ok: true, relay: 'closed' });
    await chip.ackOf(await chip.event('unlock-used', { job: jobId }));
    expect(await job()).toMatchObject({ state: 'running' });
  }, 60_000);
  afterEach(() => chip.close());
  afterAll(() => app.close());

  const job = async (): Promise<Record<string, unknown>> =>
    (await site.admin.get(`/jobs/${jobId}`)).body as Record<string, unknown>;
  const unbind = () =>
    app.request.delete(`/api/v1/machines/${site.machineId}/chip`).set('authorization', `Bearer ${site.admin.token}`);
  const later = (ms: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, ms));

  it('C4 keeps its chip: taking it off is refused with what to do, and goes once the job is over', async () => {
    const refused = await unbind();
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: 'chip.at-work' });
    expect(await job()).toMatchObject({ state: 'running' });
    await site.welder.must(`/jobs/${jobId}/finish`);
    expect((await unbind()).status).toBe(200);
  });

  it('C5 ends when the chip opens its relay by itself, with the chip’s reason in the trail', async () => {
    await later(2_100);
    await chip.ackOf(await chip.event('relay-opened', { code: 'idle' }));
    expect(await job()).toMatchObject({ state: 'stopped', endReason: 'chip-opened' });
    const [entry] = await app.sql<{ after: { note?: string } }>(
      `select after from audit_entries where entity_id = $1 and action = 'job.end'`,
      [jobId],
    );
    expect(entry?.after.note).toBe('idle');
  });

  it('C16 ends when the chip starts again under the same number, and what it does then is counted on', async () => {
    await app.elapse(5 * MINUTE);
    await chip.ackOf(await chip.event('arc-start', { up: 5 * MINUTE, job: jobId, t: null }));
    await chip.ackOf(await chip.event('arc-stop', { up: 5 * MINUTE + 1_000, job: jobId, t: null }));
    await chip.publish('birth', { v: 1, boot: 1, seq: 0, t: Date.now() + 5 * MINUTE, up: 900, relay: 'open' });
    await chip.ackOf(await chip.event('arc-start', { up: 1_500, t: null }));
    await chip.ackOf(await chip.event('arc-stop', { up: 4_500, t: null }));
    expect(await job()).toMatchObject({ state: 'stopped', endReason: 'chip-restarted' });
    const arcs = await app.sql('select 1 from arcs where chip_no = $1 and merged_into is null', [site.chipNo]);
    expect(arcs).toHaveLength(2);
  });

  it('C16 the same birth once more ends nothing', async () => {
    const birth = { v: 1, boot: 1, seq: 0, t: Date.now(), up: 5_000, relay: 'open' };
    await chip.publish('birth', birth);
    await chip.ackOf(await chip.event('arc-start', { up: 20_000, job: jobId }));
    await chip.publish('birth', birth);
    await chip.ackOf(await chip.event('arc-stop', { up: 22_000, job: jobId }));
    expect(await job()).toMatchObject({ state: 'running' });
  });

  it('C6 idles out after a chip that vanished with its arc burning: the arc ends, marked, where it was last seen', async () => {
    await chip.ackOf(await chip.event('arc-start', { job: jobId }));
    await chip.ackOf(
      await chip.samples([{ ms: 1_000, i: 150, iMax: 160, u: 24, arcMs: 1_000, relay: 'closed', job: jobId }]),
    );
    await chip.close();
    const arc = async () =>
      (await app.sql<{ lost: boolean; ended: boolean }>(
        'select lost, ended_at is not null and ended_at = last_seen_at as ended from arcs where chip_no = $1',
        [site.chipNo],
      ))[0]; // prettier-ignore
    await app.elapse(9 * MINUTE);
    expect(await arc()).toEqual({ lost: false, ended: false });
    await app.elapse(MINUTE);
    await later(11_000);
    expect(await arc()).toEqual({ lost: true, ended: true });
    const page = (await site.admin.get(`/machines/${site.machineId}/arcs`)).body as { items: { lost: boolean }[] };
    expect(page.items[0]).toMatchObject({ lost: true });
    expect(await job()).toMatchObject({ state: 'running' });
    await app.sql('update jobs set idle_limit_s = 840 where id = $1', [jobId]);
    await app.elapse(3 * MINUTE);
    expect(await job()).toMatchObject({ state: 'running' });
    await app.elapse(MINUTE);
    expect(await job()).toMatchObject({ state: 'stopped', endReason: 'idle' });
  }, 40_000);
});
