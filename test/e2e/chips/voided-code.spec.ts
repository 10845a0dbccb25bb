import { startApp, type TestApp } from '../../support/app';
import { activate, draftPermit, newSite, POINT, type Site } from '../../support/site';
import { TestChip } from '../../support/test-chip';

const MINUTE = 60_000;

/** A chip out of reach hears no stop: what it did with a code that was given before is judged when it is heard again. */
describe('a one-time code that was given before work was stopped', () => {
  let app: TestApp;
  let site: Site;
  let permitId: string;
  let serial = 0;
  /** How far the platform's clock is ahead. */
  let passed = 0;

  beforeAll(async () => {
    app = await startApp();
  }, 120_000);
  beforeEach(async () => {
    site = await newSite(app);
    await app.sql(`update chip_bindings set bound_at = now() - interval '2 days' where chip_no = $1`, [site.chipNo]);
    const now = Date.now() + passed;
    const period = { plannedStart: new Date(now), plannedEnd: new Date(now + 240 * MINUTE) };
    permitId = String((await draftPermit(site, period))['id']);
    await activate(site, permitId);
  }, 60_000);
  afterAll(() => app?.close());

  const photo = async (): Promise<string> => {
    const { body } = await app.request
      .post('/api/v1/files')
      .set('authorization', `Bearer ${site.welder.token}`)
      .attach('file', await app.photo(), 'site.jpg');
    return (body as { id: string }).id;
  };

  /** The same welder is stopped with another set under the same permit. */
  async function stopOrdered(): Promise<void> {
    const gas = await site.admin.must('/machines', {
      ...{ model: 'G01-100', process: 'GAS', control: 'code-only', enterpriseId: site.enterpriseId },
      ...{ regionCode: '411003', serialNumber: `GAS-${permitId}`, inspectionDueOn: '2030-01-01' },
    });
    await app.sql('insert into permit_machines (permit_id, machine_id) values ($1, $2)', [permitId, String(gas['id'])]);
    const where = { ...POINT, accuracyM: 8, permitId, photoId: await photo() };
    const job = await site.welder.must('/jobs', { machineCode: String(gas['code']), ...where });
    await site.admin.must(`/jobs/${String(job['id'])}/stop`, { reason: '大风' });
  }

  /** Typed, burnt and only then heard; all that within the hours of the code. */
  async function workedUnheard(hours: number): Promise<void> {
    const job = `01JC300000000000000000000${(serial += 1)}`;
    await app.elapse(10 * MINUTE);
    passed += 10 * MINUTE;
    const chip = await TestChip.connect(app.mqttPort, site);
    chip.aheadMs = passed;
    await chip.birth('closed');
    const now = Date.now() + passed;
    const said = (kind: string, ago: number, more: object = {}) =>
      chip.event(kind, { t: now - ago, up: 600_000 - ago, job, ...more });
    await said('offline-unlock', 5 * MINUTE, { hotp: 1, hours });
    await said('arc-start', 4 * MINUTE);
    await said('arc-stop', 3 * MINUTE);
    await chip.ackOf(await chip.event('power-on', { up: 600_000 }));
    await chip.close();
  }

  const verdicts = async (): Promise<string[]> => {
    const { items } = (await site.admin.get(`/machines/${site.machineId}/arcs`)).body as {
      items: { verdicts: { rule: string; verdict: string }[] }[];
    };
    return items.flatMap((arc) => arc.verdicts.filter(({ rule }) => rule === 'platform').map((one) => one.verdict));
  };
  const cases = async (): Promise<string[]> =>
    ((await site.admin.get('/violations')).body as { items: { kind: string; machineId: string }[] }).items
      .filter(({ machineId }) => machineId === site.machineId)
      .map(({ kind }) => kind);

  it.each<[string, () => Promise<unknown>, string[], string[]]>([
    ['nothing came in between: its arc is covered', () => Promise.resolve(), ['on-platform'], []],
    ['a stop order on its welder: its arc is off the platform', stopOrdered, ['off-platform'], ['off-platform']],
    [
      'its machine suspended: its arc is off the platform',
      () => site.admin.must(`/machines/${site.machineId}/commands/suspend`, { reason: '检查' }),
      ['off-platform'],
      ['off-platform'],
    ],
  ])(
    '%s',
    async (_, happens, judged, raised) => {
      const { body, status } = await site.welder.post('/jobs/offline-code', {
        ...{ machineCode: site.machineCode, permitId, ...POINT, accuracyM: 8 },
      });
      expect(status).toBe(201);
      await happens();
      await workedUnheard(Number((body as { code: string }).code[0]));
      expect(await verdicts()).toEqual(judged);
      expect(await cases()).toEqual(raised);
    },
    60_000,
  );
});
