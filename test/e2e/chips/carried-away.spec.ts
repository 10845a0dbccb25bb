import { startApp, type TestApp } from '../../support/app';
import { activate, draftPermit, newSite, POINT, type Site } from '../../support/site';
import { TestChip } from '../../support/test-chip';

const TURN = 12_000;
/** About 1.1 km of latitude. */
const AWAY = 0.01;

describe('C17 a machine that is carried 1.1 km away after an honest start', () => {
  let app: TestApp;
  let site: Site;
  let chip: TestChip;
  let jobId: string;

  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
    const permitId = String((await draftPermit(site))['id']);
    await activate(site, permitId);
    chip = await TestChip.connect(app.mqttPort, site);
    await chip.birth();
    await chip.command('time');
    const job = await site.welder.must('/jobs', { machineCode: site.machineCode, permitId, ...POINT, accuracyM: 10 });
    jobId = String(job['id']);
    await chip.reply(await chip.command('unlock'), { ok: true, relay: 'closed' });
    await chip.ackOf(await chip.event('unlock-used', { job: jobId }));
  }, 120_000);
  afterAll(async () => {
    await chip.close();
    await app.close();
  });

  const kinds = async (): Promise<string[]> =>
    (
      await app.sql<{ kind: string }>('select kind from violations where chip_no = $1 order by kind', [site.chipNo])
    ).map(({ kind }) => kind);

  /** Some seconds pass, and the chip says where it is. */
  const turn = async (lat: number): Promise<void> => {
    await app.elapse(TURN);
    chip.aheadMs += TURN;
    const sample = { ms: 1_000, i: 0, iMax: 0, u: 60, arcMs: 0, relay: 'closed', job: jobId };
    await chip.ackOf(await chip.samples([sample], { ...POINT, lat, accuracyM: 5 }));
  };

  it('is outside the site, and was never scanned from afar', async () => {
    for (let turns = 0; turns < 6; turns += 1) await turn(POINT.lat);
    expect(await kinds()).toEqual([]);
    for (let turns = 0; turns < 12 && (await kinds()).length === 0; turns += 1) await turn(POINT.lat + AWAY);
    expect(await kinds()).toEqual(['outside-site']);
    for (let turns = 0; turns < 4; turns += 1) await turn(POINT.lat + AWAY);
    expect(await kinds()).toEqual(['outside-site']);
  }, 120_000);
});
