import { startApp, type TestApp } from '../support/app';
import { newSite, newUser, POINT, type Site } from '../support/site';
import { Chromium, DESK, isTooWide, keepLongScreenshot, PHONE } from './chromium';

/** A real browser on a busy machine takes its time. */
jest.setTimeout(90_000);

/** Journey: a grid worker enters the site they stand at; an inspector confirms it on the spot. */
describe('sites on the phone', () => {
  let app: TestApp;
  let shop: Site;
  let chromium: Chromium;

  beforeAll(async () => {
    app = await startApp();
    shop = await newSite(app, 'commerce');
    chromium = await Chromium.open(app.url);
  }, 120_000);
  afterAll(async () => {
    await chromium.close();
    await app.close();
  });
  afterEach(() => expect(chromium.complaints.splice(0)).toEqual([]));

  it('are entered where one stands', async () => {
    const grid = await newUser(app, shop.admin, ['grid-worker'], { regionCode: '411003' });
    const page = await chromium.at(grid, '/m/inspect', PHONE);
    await page.locator('a[href="/m/sites"]').click();
    await page.locator('[data-test=enter-site]').click();
    await page.fill('[name=enterprise]', '测试企业');
    await page.locator('[data-test=enterprise]').first().click();
    await page.fill('[name=site-name]', '七一路便民超市');
    await page.locator('[name=kind-small-venue]').check();
    await page.locator('[data-value=own]').click();
    await page.fill('[name=from]', '07:30');
    await page.fill('[name=to]', '22:30');
    expect(await isTooWide(page)).toBe(false);
    await keepLongScreenshot(page, 'site-entry-phone');
    await page.locator('[data-test=save-site]').click();
    const site = page.locator('[data-test=site]', { hasText: '七一路便民超市' });
    await site.getByText('07:30 至 22:30').waitFor();
    await site.getByText('待确认').first().waitFor();
    expect(await page.locator('[data-test=confirm-site]').count()).toBe(0);
    await keepLongScreenshot(page, 'sites-near-phone');
  });

  it('are confirmed by an official who stands there', async () => {
    const inspector = await newUser(app, shop.admin, ['inspector'], { regionCode: '411003' });
    const page = await chromium.at(inspector, '/m/inspect', PHONE);
    await page.context().setGeolocation({ latitude: POINT.lat + 0.01, longitude: POINT.lng, accuracy: 10 });
    await page.goto('/m/sites');
    await page.getByText('请走到场所现场再确认').waitFor();
    await page.context().setGeolocation({ latitude: POINT.lat, longitude: POINT.lng, accuracy: 10 });
    await page.reload();
    await page.locator('[data-test=confirm-site]').click();
    await page.locator('[data-test=site]').getByText('已确认').waitFor();
    expect(await isTooWide(page)).toBe(false);
    await keepLongScreenshot(page, 'site-confirmed-phone');
  });

  it('the long form fits the smallest phone of whoever may sign', async () => {
    const page = await chromium.at(shop.manager, '/m/approve', PHONE);
    await page.locator('a[href="/m/apply"]').click();
    await page.getByText('一般动火作业').waitFor();
    await page.getByRole('button', { name: '我的位置' }).click();
    await page.getByText('七一路便民超市').first().waitFor();
    expect(await isTooWide(page)).toBe(false);
    await keepLongScreenshot(page, 'apply-phone');
    await page.setViewportSize(DESK);
    expect(await isTooWide(page)).toBe(false);
  });
});
