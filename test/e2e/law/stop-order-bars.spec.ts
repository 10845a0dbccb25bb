import { startApp, type TestApp } from '../../support/app';
import { activate, draftPermit, newSite, newUser, POINT, type Person, type Site } from '../../support/site';

const STOPPED = 'job.stop-in-force';
interface Finding {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

describe('D31 a stop on the spot bars a new start until it is lifted', () => {
  let app: TestApp;
  let site: Site;
  let other: Site;
  let inspector: Person;
  let regulator: Person;
  let permitId: string;
  let otherPermitId: string;
  let jobId: string;
  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
    other = await newSite(app);
    inspector = await newUser(app, site.admin, ['inspector'], { regionCode: '411003' });
    regulator = await newUser(app, site.admin, ['regulator'], { regionCode: '411003' });
    permitId = String((await draftPermit(site, { welderIds: [site.welderId] }))['id']);
    otherPermitId = String((await draftPermit(other, { welderIds: [other.welderId, site.welderId] }))['id']);
    await activate(site, permitId);
    await activate(other, otherPermitId);
    for (const { chipNo } of [site, other])
      await app.sql(`insert into chip_states (chip_no, boot, last_seen_at, relay) values ($1, 1, now(), 'open')
        on conflict (chip_no) do update set last_seen_at = excluded.last_seen_at`, [chipNo]); // prettier-ignore
  }, 120_000);
  afterAll(() => app?.close());

  const here = { ...POINT, accuracyM: 8 };
  const start = () => site.welder.post('/jobs', { machineCode: site.machineCode, permitId, ...here });
  const startElsewhere = () =>
    site.welder.post('/jobs', { machineCode: other.machineCode, permitId: otherPermitId, ...here });
  const settle = (decision: string) => regulator.post(`/jobs/${jobId}/stop/${decision}`, { note: '已整改' });
  const stops = ({ body }: { body: unknown }): Finding[] =>
    ((body as { findings?: Finding[] }).findings ?? []).filter(({ code }) => code === STOPPED);

  beforeEach(async () => {
    await app.sql(`update chip_states set last_seen_at = now()`);
    jobId = String((await site.welder.must('/jobs', { machineCode: site.machineCode, permitId, ...here }))['id']);
    const stop = await inspector.post(`/jobs/${jobId}/stop`, { reason: '现场无监护' });
    expect(stop.body).toMatchObject({ stopOrder: { standing: 'provisional' } });
    await app.sql('update chip_commands set answered_at = now(), next_at = null');
  });
  afterEach(async () => {
    await settle('lift');
    await app.sql(`update jobs set state = 'finished' where state in ('reserved', 'running')`);
  });

  it('stands with its firm among what waits for the regulator, until it is settled', async () => {
    const waiting = async (): Promise<unknown> =>
      ((await regulator.get('/jobs?stopStanding=provisional')).body as { items: unknown }).items;
    expect(await waiting()).toMatchObject([{ id: jobId, enterprise: { id: site.enterpriseId } }]);
    await settle('confirm');
    expect(await waiting()).toEqual([]);
    expect((await regulator.get('/jobs?stopStanding=forgotten')).status).toBe(422);
  });

  it('one finding says who may lift the order', async () => {
    const answer = await start();
    expect(answer).toMatchObject({ status: 403, body: { code: 'job.refused' } });
    expect(stops(answer)).toHaveLength(1);
    expect(stops(answer)[0]?.remedy).toContain('监管人员');
    const english = await start().set('accept-language', 'en');
    expect(stops(english)[0]?.remedy).toContain('regulator');
  });

  it('the question before a start, and a one-time code, get the same answer', async () => {
    const asked = await site.welder.post('/authorizations', { machineCode: site.machineCode, permitId, ...here });
    expect(asked.body).toMatchObject({ allowed: false });
    expect(stops(asked)).toHaveLength(1);
    await app.sql(`update chip_states set last_seen_at = now() - interval '1 hour'`);
    const code = await site.welder.post('/jobs/offline-code', { machineCode: site.machineCode, permitId, ...here });
    expect([code.status, stops(code).length]).toEqual([403, 1]);
  });

  it('the welder may not work elsewhere, and no job is handed over to them', async () => {
    expect(stops(await startElsewhere())).toHaveLength(1);
    const running = await other.welder.must('/jobs', { machineCode: other.machineCode, permitId: otherPermitId, ...here }); // prettier-ignore
    await app.sql(`update jobs set state = 'running', running_at = now() where id = $1`, [String(running['id'])]);
    const handover = await other.welder.post(`/jobs/${String(running['id'])}/handover`, { welderCode: site.welderCode, ...here }); // prettier-ignore
    expect([handover.status, stops(handover).length]).toEqual([403, 1]);
  });

  it.each([
    ['permit', 'machine_id = $2, welder_id = $3'],
    ['machine', 'permit_id = $4, welder_id = $3'],
    ['welder', 'permit_id = $4, machine_id = $2'],
  ])('the order on the %s alone bars as well', async (_, rest) => {
    await app.sql(
      `update jobs set ${rest} where id = $1 and ($2::text, $3::text, $4::text) is not null`,
      [jobId, other.machineId, other.welderId, otherPermitId],
    ); // prettier-ignore
    expect(stops(await start())).toHaveLength(1);
  });

  it('who works with other things under another permit goes on', async () => {
    const answer = await other.welder.post('/jobs', { machineCode: other.machineCode, permitId: otherPermitId, ...here }); // prettier-ignore
    expect(answer.status).toBe(201);
  });

  it('lifted by the regulator, work starts again', async () => {
    expect((await settle('lift')).body).toMatchObject({ stopOrder: { standing: 'lifted' } });
    expect((await start()).status).toBe(201);
  });

  it('an inspector lifts nothing', async () => {
    expect((await inspector.post(`/jobs/${jobId}/stop/lift`, {})).status).toBe(403);
    expect(stops(await start())).toHaveLength(1);
  });

  it('nobody confirmed in time: work starts again', async () => {
    await app.sql(`update job_stop_orders set due_at = now() - interval '1 second' where job_id = $1`, [jobId]);
    expect((await start()).status).toBe(201);
  });

  it('once confirmed the order bars until the regulator lifts it', async () => {
    expect((await settle('confirm')).body).toMatchObject({ stopOrder: { standing: 'confirmed' } });
    await app.sql(`update job_stop_orders set due_at = now() - interval '1 second' where job_id = $1`, [jobId]);
    expect(stops(await start())).toHaveLength(1);
    expect((await settle('lift')).body).toMatchObject({ stopOrder: { standing: 'lifted' } });
    expect((await start()).status).toBe(201);
  });
});
