import { allNo } from '../support/answers';
import { startApp, type TestApp } from '../support/app';
import { BESIDE_OTHERS_MS, EventListener } from '../support/event-stream';
import { confirmAll, newSite, newUser, POINT, signForm, type Person, type Site } from '../support/site';
import { TestChip } from '../support/test-chip';

const MINUTE = 60_000;

/** GB 30871-2022: special-level hot work is measured continuously; who stops measuring stops working. */
describe('a gas reading that does not come', () => {
  let app: TestApp;
  let site: Site;
  let chip: TestChip;
  let applicant: Person;
  let permitId: string;

  const command = async (person: Person, name: string, body: object = {}): Promise<Record<string, unknown>> =>
    person.must(`/permits/${permitId}/commands/${name}`, body as Record<string, unknown>);
  const gasTest = () => ({
    sampledAt: new Date(Date.now()).toISOString(),
    readings: ['top', 'middle', 'bottom'].map((point) => ({ gas: 'methane', value: 0.1, unit: '%vol', point })),
    instrument: { number: 'TEST-1', calibrationDueOn: '2030-01-01' },
  });

  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app, 'chemical');
    applicant = await newUser(app, site.admin, ['enterprise-manager'], { enterpriseId: site.enterpriseId });
    chip = await TestChip.connect(app.mqttPort, site);
    await chip.birth();
    await chip.command('time');
    const draft = await applicant.must('/permits', {
      regime: 'chemical',
      level: 'special',
      enterpriseId: site.enterpriseId,
      place: { name: '测试储罐区', ...POINT, radiusM: 100 },
      content: '罐体接管焊接',
      method: '氩弧焊',
      plannedStart: new Date(Date.now()).toISOString(),
      plannedEnd: new Date(Date.now() + 6 * 60 * MINUTE).toISOString(),
      welderIds: [site.welderId],
      machineIds: [site.machineId],
      fireWatchId: site.watcher.userId,
      gases: ['methane'],
      answers: allNo('chemical'),
    });
    permitId = String(draft['id']);
    await command(applicant, 'submit');
    for (const signer of [site.safety, site.head]) await command(signer, 'approve', { ...POINT, accuracyM: 8 });
    await command(site.head, 'issue');
    await command(site.watcher, 'fire-watch-on', POINT);
    await command(
      site.watcher,
      'measures',
      confirmAll((await site.watcher.get(`/permits/${permitId}`)).body as Record<string, unknown>),
    );
  }, 120_000);

  afterAll(async () => {
    await chip.close();
    await app.close();
  });

  it('D19 what the form lacks is shown before work begins, until it is signed', async () => {
    const lacking = async () => JSON.stringify((await site.watcher.get(`/permits/${permitId}`)).body);
    expect(await lacking()).toContain('permit.shift-check-missing');
    await signForm(site, permitId);
    expect(await lacking()).not.toContain('permit.shift-check-missing');
  });

  it('work does not start before the gas was measured', async () => {
    const answer = await site.watcher.command(permitId, 'start');
    expect(answer.status).toBe(409);
    expect(JSON.stringify(answer.body)).toContain('permit.gas-test-missing');
  });

  it('suspends the permit and takes the power within ten seconds', async () => {
    await command(site.safety, 'gas-test', gasTest());
    await command(site.watcher, 'start');
    const job = await site.welder.must('/jobs', { machineCode: site.machineCode, permitId, ...POINT, accuracyM: 5 });
    const events = await EventListener.open(app.url, site.admin.token);
    await chip.reply(await chip.command('unlock'), { ok: true, relay: 'closed' });
    await events.next((e) => e.event === 'job.started', BESIDE_OTHERS_MS);
    events.close();
    const began = Date.now();
    await app.elapse(16 * MINUTE);
    const lock = await chip.command('lock');
    expect(Date.now() - began).toBeLessThan(10_000);
    expect(lock['job']).toBe(job['id']);
    expect((await site.safety.get(`/permits/${permitId}`)).body).toMatchObject({ state: 'suspended' });
    expect((await site.welder.get(`/jobs/${String(job['id'])}`)).body).toMatchObject({ state: 'stopped' });
    await chip.reply(lock, { ok: true, relay: 'open' });
  });

  it('resumes only with a fresh reading', async () => {
    expect((await site.watcher.command(permitId, 'resume')).status).toBe(409);
  });
});
