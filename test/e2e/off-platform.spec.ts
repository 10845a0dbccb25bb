import { startApp, type TestApp } from '../support/app';
import { BESIDE_OTHERS_MS, EventListener } from '../support/event-stream';
import { activate, draftPermit, importChip, newSite, POINT, type Site } from '../support/site';
import { TestChip } from '../support/test-chip';

interface Violation {
  readonly id: string;
  readonly kind: string;
  readonly machineId: string | null;
  readonly chipNo: string | null;
  readonly occurrences: number;
}

describe('an arc that no job covers is flagged within two seconds', () => {
  let app: TestApp;
  let site: Site;
  let listener: EventListener;

  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
    listener = await EventListener.open(app.url, site.admin.token);
  }, 120_000);

  afterAll(async () => {
    listener.close();
    await app.close();
  });

  const violations = async (query = ''): Promise<Violation[]> =>
    ((await site.admin.get(`/violations${query}`)).body as { items: Violation[] }).items;

  it('off-platform: once for its cause, however often the arc burns', async () => {
    const chip = await TestChip.connect(app.mqttPort, site);
    await chip.birth();
    await chip.event('arc-start');
    await listener.next((e) => e.event === 'violation.raised', BESIDE_OTHERS_MS);
    await chip.event('arc-stop');
    await chip.event('arc-start');
    await chip.ackOf(await chip.event('arc-stop'));
    const found = await violations('?kind=off-platform');
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ machineId: site.machineId, chipNo: site.chipNo });
    await chip.close();
  });

  it('unregistered-machine: a chip that is bound to nothing', async () => {
    const stray = await importChip(app, site.admin);
    const chip = await TestChip.connect(app.mqttPort, stray);
    await chip.birth();
    await chip.event('arc-start');
    await listener.next(
      (e) => e.event === 'violation.raised' && e.data['kind'] === 'unregistered-machine',
      BESIDE_OTHERS_MS,
    );
    expect(await violations('?kind=unregistered-machine')).toMatchObject([{ chipNo: stray.chipNo, machineId: null }]);
    await chip.close();
  });

  it('a stop order takes the power at once, and the arc that burns on is reported', async () => {
    const other = await newSite(app);
    const chip = await TestChip.connect(app.mqttPort, other);
    await chip.birth();
    await chip.command('time');
    const permitId = String((await draftPermit(other))['id']);
    await activate(other, permitId);
    const job = await other.welder.must('/jobs', { machineCode: other.machineCode, permitId, ...POINT, accuracyM: 5 });
    await chip.reply(await chip.command('unlock'), { ok: true, relay: 'closed' });
    await listener.next((e) => e.event === 'job.started', BESIDE_OTHERS_MS);
    expect((await other.admin.post(`/jobs/${String(job['id'])}/stop`, { reason: '大风' })).status).toBeLessThan(300);
    const lock = await chip.command('lock');
    expect(lock['job']).toBe(job['id']);
    expect((await other.admin.get(`/jobs/${String(job['id'])}`)).body).toMatchObject({
      state: 'stopped',
      endReason: 'stop-order',
    });
    await chip.close();
  });
});
