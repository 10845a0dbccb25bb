import { startApp, type TestApp } from '../../support/app';
import { activate, draftPermit, newSite, POINT, type Site } from '../../support/site';
import { TestChip } from '../../support/test-chip';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

interface ArcBody {
  readonly startedAt: string;
  readonly earliestAt: string | null;
  readonly verdicts: { rule: string; verdict: string; jobId: string | null }[];
}

/** A boot in which the chip had no contact and no usable clock: its arcs have bounds, not a time. */
describe('work at a time that is not known', () => {
  let app: TestApp;
  let site: Site;
  let permitId: string;

  beforeAll(async () => {
    app = await startApp();
  }, 120_000);
  beforeEach(async () => {
    site = await newSite(app);
    await app.sql(`update chip_bindings set bound_at = now() - interval '2 days' where chip_no = $1`, [site.chipNo]);
    permitId = String((await draftPermit(site))['id']);
    await activate(site, permitId);
  }, 60_000);
  afterAll(() => app.close());

  const request = () => ({ machineCode: site.machineCode, permitId, ...POINT, accuracyM: 10 });
  const arcs = async (): Promise<ArcBody[]> =>
    ((await site.admin.get(`/machines/${site.machineId}/arcs`)).body as { items: ArcBody[] }).items;
  const platformVerdicts = async (): Promise<string[]> =>
    (await arcs()).flatMap(({ verdicts }) => verdicts.filter(({ rule }) => rule === 'platform').map((v) => v.verdict));
  const violations = async (): Promise<{ id: string; kind: string }[]> =>
    (
      (await site.admin.get('/violations')).body as { items: { id: string; kind: string; machineId: string }[] }
    ).items.filter(({ machineId }) => machineId === site.machineId);

  async function running(chip: TestChip): Promise<string> {
    await chip.command('time');
    const started = await site.welder.post('/jobs', request());
    expect(started.status).toBe(201);
    await chip.reply(await chip.command('unlock'), { ok: true, relay: 'closed' });
    return String((started.body as { id: string }).id);
  }

  describe('C1 an arc of the boot before the job’s', () => {
    it.each<[string, number | null]>([
      ['no clock', null],
      ['a clock in 1970', 600_000],
      ['a clock a day ahead', Date.now() + 24 * HOUR],
    ])('%s: no job of the next boot covers it', async (_, t) => {
      const chip = await TestChip.connect(app.mqttPort, site, 2);
      await chip.birth();
      await running(chip);
      const stamp = (up: number) => ({ t: t === null ? null : t + up, up });
      await chip.publish('events', {
        ...{ v: 1, boot: 1, seq: 1 },
        events: [
          { kind: 'arc-start', ...stamp(600_000) },
          { kind: 'arc-stop', ...stamp(660_000) },
        ],
      });
      await chip.ackOf(await chip.event('unlock-used'));
      expect(await platformVerdicts()).toEqual(['off-platform']);
      const [arc] = await arcs();
      const birth = Date.now() - 2_000;
      expect(Date.parse(arc!.startedAt)).toBeLessThanOrEqual(birth - MINUTE);
      expect(Date.parse(arc!.earliestAt!)).toBeLessThan(Date.parse(arc!.startedAt));
      const [raised] = await violations();
      expect(raised).toMatchObject({ kind: 'off-platform' });
      const { evidence } = (await site.admin.get(`/violations/${raised!.id}`)).body as { evidence: string[] };
      expect(evidence.some((line) => line.startsWith('起弧时间无法确定，不早于'))).toBe(true);
      expect(evidence.some((line) => line.startsWith('起弧时间无法确定，不晚于'))).toBe(true);
      await chip.close();
    });

    it('that comes before the next boot is known is laid anew when it is', async () => {
      const chip = await TestChip.connect(app.mqttPort, site, 2);
      await chip.publish('events', {
        ...{ v: 1, boot: 1, seq: 1 },
        events: [{ kind: 'arc-start', t: null, up: 600_000 }, { kind: 'arc-stop', t: null, up: 660_000 }], // prettier-ignore
      });
      await chip.birth();
      await running(chip);
      await chip.ackOf(await chip.event('unlock-used'));
      expect(await platformVerdicts()).toEqual(['off-platform']);
      expect((await arcs())[0]!.earliestAt).toEqual(expect.any(String));
      await chip.close();
    });
  });

  describe('C2 a one-time code typed in a boot without a clock', () => {
    const AGO = 3.7 * HOUR;

    /** A code given out just before it was typed, good for half an hour of typing. */
    async function codeGiven(typedAgo: number): Promise<void> {
      expect((await site.welder.post('/jobs/offline-code', request())).status).toBe(201);
      const typed = Date.now() - typedAgo;
      await app.sql(`update offline_codes set hours = 5, issued_at = $2, valid_until = $3 where chip_no = $1`, [
        site.chipNo,
        new Date(typed - 5 * MINUTE),
        new Date(typed + 25 * MINUTE),
      ]);
      await app.sql(`update permits set planned_start = now() - interval '8 hours' where id = $1`, [permitId]);
      await app.sql(`update permits set planned_end = now() + interval '8 hours' where id = $1`, [permitId]);
    }
    let serial = 0;
    let jobId = '';
    beforeEach(() => {
      jobId = `01JC200000000000000000000${(serial += 1)}`;
    });

    async function worked(chip: TestChip, t: (up: number) => number | null, seq = 1): Promise<void> {
      const said = (kind: string, up: number, more: object = {}) => ({ kind, t: t(up), up, job: jobId, ...more });
      await chip.publish('events', {
        ...{ v: 1, boot: 1, seq },
        events: [
          said('offline-unlock', 60_000, { hotp: 1, hours: 5 }),
          said('arc-start', 120_000),
          said('arc-stop', 420_000),
        ],
      });
    }

    it.each<[string, (up: number) => number | null]>([
      ['no clock', () => null],
      ['a clock in 1970', (up) => up],
      ['a clock that stood still before the code was given out', (up) => Date.now() - 40 * HOUR + up],
      ['a clock that steps', (up) => Date.now() - AGO + (up > 100_000 ? 2 * HOUR : 0) + up],
    ])('%s: honest work is covered, and the job lies within the hours of the code', async (_, t) => {
      await codeGiven(AGO);
      const chip = await TestChip.connect(app.mqttPort, site, 2);
      await chip.birth();
      await worked(chip, t);
      await chip.ackOf(await chip.event('power-on'));
      expect(await platformVerdicts()).toEqual(['on-platform']);
      expect(await violations()).toEqual([]);
      const job = await site.admin.get(`/jobs/${jobId}`);
      expect(job.status).toBe(200);
      const [{ reserved_at: from } = { reserved_at: 0 }] = await app.sql<{ reserved_at: number }>(
        'select reserved_at from jobs where id = $1',
        [jobId],
      );
      expect(from).toBeGreaterThan(Date.now() - AGO - 6 * MINUTE);
      expect(from).toBeLessThan(Date.now() - AGO + 25 * MINUTE);
      const [arc] = await arcs();
      expect(Date.parse(arc!.startedAt) - from).toBe(MINUTE);
      expect(from - Date.parse(arc!.earliestAt!)).toBeLessThan(30 * MINUTE);
      await chip.close();
    });

    it('honest work that is told of before the birth of the next boot is covered once that is known', async () => {
      await codeGiven(AGO);
      const chip = await TestChip.connect(app.mqttPort, site, 2);
      await worked(chip, () => null);
      await chip.birth();
      await chip.ackOf(await chip.event('power-on'));
      expect(await platformVerdicts()).toEqual(['on-platform']);
      await chip.close();
    });

    it('a boot that ended before the code was given out cannot have typed it in time', async () => {
      await codeGiven(MINUTE);
      await app.sql(`update offline_codes set issued_at = now() + interval '1 hour', valid_until = now() + interval '2 hours' where chip_no = $1`, [site.chipNo]); // prettier-ignore
      const chip = await TestChip.connect(app.mqttPort, site, 2);
      await chip.birth();
      await worked(chip, () => null);
      await chip.ackOf(await chip.event('power-on'));
      expect(await platformVerdicts()).toEqual(['off-platform']);
      await chip.close();
    });
  });
});
