import type { Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app';
import { newSite, newUser, newWelder, POINT, type Person, type Site } from '../support/site';
import { Chromium, isTooWide, keepLongScreenshot, PHONE } from './chromium';
import { takePhoto } from './permit-sheet';

/** A real browser on a busy machine takes its time. */
jest.setTimeout(120_000);

const DESK = { width: 1440, height: 900 };

/** Journey: a self-employed welder asks, grid worker and regulator confirm, the welder works there without a permit. */
describe('a welder’s own workshop', () => {
  let app: TestApp;
  let site: Site;
  let chromium: Chromium;
  let welder: Awaited<ReturnType<typeof newWelder>>;
  let machineCode: string;
  let own: Page;

  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
    welder = await newWelder(app, site.admin);
    const machine = await site.admin.must('/machines', {
      model: 'ZX7-200',
      process: 'GAS',
      ownerWelderId: welder.id,
      regionCode: '411003',
      serialNumber: 'WORKSHOP-2',
      control: 'code-only',
      inspectionDueOn: '2030-01-01',
    });
    machineCode = String(machine['code']);
    chromium = await Chromium.open(app.url);
  }, 120_000);
  afterAll(async () => {
    await chromium.close();
    await app.close();
  });
  afterEach(() => expect(chromium.complaints.splice(0)).toEqual([]));

  const grid = (): Promise<Person> => newUser(app, site.admin, ['grid-worker'], { regionCode: '411003' });

  async function ask(name: string): Promise<void> {
    await own.locator('[data-test=ask-workshop]').click();
    await own.fill('[name=workshop-name]', name);
    expect(await isTooWide(own)).toBe(false);
    await keepLongScreenshot(own, 'workshop-ask');
    await own.locator('[data-test=send-workshop]').click();
    await own.locator('[data-test=workshop]', { hasText: name }).first().waitFor();
  }

  it('is asked for where its welder stands; no menu offers it to employed welders', async () => {
    const employed = await chromium.at(site.welder, '/m', PHONE);
    await employed.getByText('我的证书').waitFor();
    expect(await employed.locator('a[href="/m/workshops"]').count()).toBe(0);
    own = await chromium.at(welder.person, '/m', PHONE);
    await own.locator('a[href="/m/workshops"]').click();
    await ask('南街车棚');
    await own.getByText('网格员到场核对').last().waitFor();
    expect(await own.locator('[data-test=ask-workshop]').count()).toBe(0);
    await keepLongScreenshot(own, 'workshop-asked');
  });

  it('is refused with a reason that its welder reads, and asked for anew', async () => {
    const page = await chromium.at(await grid(), '/m/inspect', PHONE);
    await page.locator('a.big[href="/m/workshops"]').click();
    await page.locator('[data-test=refuse-workshop]').click();
    await page.fill('[name=refuse-reason]', '车棚里堆着泡沫板，请先清走');
    await keepLongScreenshot(page, 'workshop-refusing');
    await page.locator('[data-test=send-refusal]').click();
    await page.getByText('没有等待确认的申请').waitFor();
    await own.reload();
    await own.getByText('车棚里堆着泡沫板，请先清走').waitFor();
    await keepLongScreenshot(own, 'workshop-refused');
    await ask('东街自家焊接铺');
  });

  it('is confirmed on the spot by a grid worker', async () => {
    const page = await chromium.at(await grid(), '/m/inspect', PHONE);
    await page.context().setGeolocation({ latitude: POINT.lat + 0.01, longitude: POINT.lng, accuracy: 10 });
    await page.goto('/m/workshops');
    await page.getByText('请走到作业点现场再确认').waitFor();
    expect(await page.locator('[data-test=confirm-workshop]').count()).toBe(0);
    await page.context().setGeolocation({ latitude: POINT.lat, longitude: POINT.lng, accuracy: 10 });
    await page.reload();
    await page.locator('[data-test=confirm-workshop]').waitFor();
    expect(await isTooWide(page)).toBe(false);
    await keepLongScreenshot(page, 'workshop-to-see');
    await page.locator('[data-test=confirm-workshop]').click();
    await page.getByText('等县（区）监管人员确认').waitFor();
  });

  it('is confirmed by the county’s regulator at a desk', async () => {
    const regulator = await newUser(app, site.admin, ['regulator'], { regionCode: '411003' });
    const page = await chromium.at(regulator, '/console/areas', DESK);
    await page.locator('[data-test=confirm-workshop]').waitFor();
    expect(await isTooWide(page)).toBe(false);
    await keepLongScreenshot(page, 'workshop-desk');
    await page.locator('[data-test=confirm-workshop]').click();
    await page.getByText('没有等待确认的申请').waitFor();
    await page.getByText('个体焊工', { exact: true }).waitFor();
    await keepLongScreenshot(page, 'workshop-desk-confirmed');
  });

  it('is offered at the machine, and work begins there without a permit', async () => {
    await own.reload();
    await own.getByText('有效期至').waitFor();
    await keepLongScreenshot(own, 'workshop-confirmed');
    await own.goto(`/c/${machineCode}`);
    await own.locator('[data-test=start-workshop]', { hasText: '东街自家焊接铺' }).waitFor();
    await takePhoto(own, app);
    expect(await isTooWide(own)).toBe(false);
    await keepLongScreenshot(own, 'workshop-start');
    await own.locator('[data-test=start]').click();
    await own.waitForURL(/\/m\/jobs\//);
    await own.locator('[data-test=running]').waitFor();
    await keepLongScreenshot(own, 'workshop-running');
  });
});
