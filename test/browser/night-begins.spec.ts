import type { Page } from 'playwright-core';
import { allNo } from '../support/answers';
import { startApp, type TestApp } from '../support/app';
import { confirmAll, newSite, newUser, POINT, type Site } from '../support/site';
import { TestChip } from '../support/test-chip';
import { nextWorkday } from '../support/workday';
import { Chromium, isTooWide, keepScreenshot, PHONE } from './chromium';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const HERE = { ...POINT, accuracyM: 8 };

/** A real browser on a busy machine takes its time. */
jest.setTimeout(90_000);

/** Journey: work of second level goes on while night falls, and the welder is told before it ends (GB 30871-2022 5.1.1). */
describe('a job that ends because night begins', () => {
  let app: TestApp;
  let chromium: Chromium;
  let site: Site;
  let chip: TestChip;
  let page: Page;
  let aheadMs: number;
  let permitId: string;

  const now = (): number => Date.now() + aheadMs;
  const pass = async (ms: number): Promise<void> => {
    aheadMs += ms;
    chip.aheadMs = aheadMs;
    await chromium.elapse(ms);
    await app.elapse(ms);
    await chip.birth('closed');
  };
  /** The watcher of this test must not fall silent. */
  const tap = (): Promise<unknown> => site.watcher.must(`/permits/${permitId}/commands/watch-tap`, HERE);

  beforeAll(async () => {
    app = await startApp();
    aheadMs = nextWorkday(Date.now()) - Date.now();
    await app.elapse(aheadMs);
    site = await newSite(app, 'chemical');
    permitId = await workingPermit();
    chip = await TestChip.connect(app.mqttPort, site);
    chip.aheadMs = aheadMs;
    await chip.birth();
    await chip.command('time');
    chromium = await Chromium.open(app.url);
    await chromium.elapse(aheadMs);
    page = await chromium.at(site.welder, `/c/${site.machineCode}`, PHONE);
  }, 120_000);
  afterAll(async () => {
    await chromium.close();
    await chip.close();
    await app.close();
  });
  afterEach(() => expect(chromium.complaints.splice(0)).toEqual([]));

  async function workingPermit(): Promise<string> {
    const applicant = await newUser(app, site.admin, ['enterprise-manager'], { enterpriseId: site.enterpriseId });
    const { id } = await applicant.must('/permits', {
      regime: 'chemical',
      level: 'second',
      enterpriseId: site.enterpriseId,
      place: { name: '循环水泵房', ...POINT, radiusM: 100 },
      content: '更换管道支架',
      method: '焊条电弧焊',
      plannedStart: new Date(now()).toISOString(),
      plannedEnd: new Date(now() + 6 * HOUR).toISOString(),
      welderIds: [site.welderId],
      machineIds: [site.machineId],
      fireWatchId: site.watcher.userId,
      gases: ['methane'],
      answers: allNo('chemical'),
      submit: true,
    });
    const give = (who: Site['watcher'], command: string, body: Record<string, unknown> = {}) =>
      who.must(`/permits/${String(id)}/commands/${command}`, body);
    await give(site.manager, 'approve', HERE);
    await give(site.manager, 'issue');
    await give(site.watcher, 'fire-watch-on', HERE);
    await give(site.watcher, 'measures', confirmAll((await site.watcher.get(`/permits/${String(id)}`)).body as Record<string, unknown>)); // prettier-ignore
    await give(site.watcher, 'gas-test', {
      sampledAt: new Date(now()).toISOString(),
      readings: [{ gas: 'methane', value: 0, unit: '%vol', point: 'middle' }, { gas: 'oxygen', value: 20.9, unit: '%vol', point: 'middle' }],
      instrument: { number: 'TEST-1', calibrationDueOn: '2030-01-01' },
    }); // prettier-ignore
    await give(site.watcher, 'start');
    return String(id);
  }

  it('runs in daylight without a warning', async () => {
    await page.locator('[data-test=start]').click();
    const unlock = await chip.command('unlock');
    await chip.reply(unlock, { ok: true, relay: 'closed' });
    await page.locator('[data-test=running]').waitFor();
    expect(await page.locator('[role=alert]').count()).toBe(0);
  });

  it('is warned of on the running page, half an hour and five minutes before', async () => {
    // ten o'clock now; a rule of the county lets night begin at a quarter to eleven
    await site.admin.must('/rules', {
      key: 'permit.night',
      regionCode: '4110',
      validFrom: new Date(now() + 2 * MINUTE).toISOString(),
      value: { from: '10:45', to: '06:00' },
      source: '测试文件',
      certainty: 'default',
    });
    await pass(17 * MINUTE);
    await tap();
    const warning = page.locator('[role=alert]', { hasText: '夜间' });
    await warning.getByText(/2[5-9] 分钟/).waitFor();
    await page.locator('.numbers .wide', { hasText: '10:45' }).waitFor(); // not the end that was promised
    expect(await isTooWide(page)).toBe(false);
    await keepScreenshot(page, 'night-warned-phone');
    await pass(24 * MINUTE);
    await tap();
    await warning.getByText(/[3-5] 分钟/).waitFor();
    await keepScreenshot(page, 'night-near-phone');
  });

  it('has ended when night begins, and the page says why', async () => {
    await pass(6 * MINUTE);
    const lock = await chip.command('lock');
    await chip.reply(lock, { ok: true, relay: 'open' });
    await page.getByText('本票级别不够，设备已断电').waitFor();
    expect(await page.locator('[data-test=running]').count()).toBe(0);
    await keepScreenshot(page, 'night-ended-phone');
    const { items } = (await site.welder.get('/jobs?mine=true')).body as { items: { state: string; endReason: string }[] };
    expect(items.map(({ state, endReason }) => [state, endReason])).toEqual([['stopped', 'raised-time']]);
  }); // prettier-ignore

  it('does not begin anew at this level', async () => {
    await page.goto(`/c/${site.machineCode}`);
    await page.locator('[data-test=start]').click();
    await page.locator('[data-test=refused]').getByText('夜间').first().waitFor();
    await keepScreenshot(page, 'night-refused-phone');
  });
});
