import { startApp, type TestApp } from '../support/app';
import { newSite, newUser, POINT, type Person, type Site } from '../support/site';
import { Chromium, DESK, isTooWide, keepLongScreenshot, keepScreenshot, PHONE } from './chromium';
import { takePhoto } from './permit-sheet';

jest.setTimeout(150_000);

/** What officials and safety officers look after: boards of fixed places, and the training of watchers. */
describe('boards of fixed places and training of watchers', () => {
  let app: TestApp;
  let site: Site;
  let regulator: Person;
  let chromium: Chromium;

  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
    regulator = await newUser(app, site.admin, ['regulator'], { regionCode: '411003' });
    await regulator.must('/designated-areas', { name: '焊接车间固定作业点', enterpriseId: site.enterpriseId, ...POINT, radiusM: 100 }); // prettier-ignore
    chromium = await Chromium.open(app.url);
  }, 240_000);
  afterAll(async () => {
    await chromium.close();
    await app.close();
  });
  afterEach(() => expect(chromium.complaints.splice(0)).toEqual([]));

  it('D7 the safety officer vouches on the spot for the board of a fixed place', async () => {
    const page = await chromium.at(site.safety, '/m/areas', PHONE);
    await page.getByText('公示牌未现场确认').waitFor();
    await keepScreenshot(page, 'areas-phone');
    await page.locator('.row-link').first().click();
    await page.getByText('已定位').waitFor();
    await page.fill('[name=signboard]', 'BOARD-7');
    await keepLongScreenshot(page, 'area-bind-phone');
    expect(await isTooWide(page)).toBe(false);
    await page.locator('[data-test=bind-board]').click();
    await page.locator('[data-test=board-bound]').waitFor();
    await keepScreenshot(page, 'area-bound-phone');
  });

  it('D8 an official who draws a wide circle is asked why', async () => {
    const page = await chromium.at(regulator, '/console/areas', DESK);
    await page.getByText('已现场确认').first().waitFor();
    await keepScreenshot(page, 'areas-desk');
    await page.locator('[data-test=add-area]').click();
    await page.locator('[data-test=radius] input').fill('400');
    await page.keyboard.press('Tab');
    await page.locator('[name=radius-reason]').waitFor();
    await keepScreenshot(page, 'area-form-desk');
  });

  it('the enterprise records a watcher’s training certificate, an official revokes it', async () => {
    const page = await chromium.at(site.safety, '/console/watchers', DESK);
    await page.getByText('未登记').first().waitFor();
    await keepScreenshot(page, 'watchers-desk');
    await page.locator('[data-test=certificates]').first().click();
    await page.getByText('还没有登记培训合格证').waitFor();
    await page.fill('[name=watcher-number]', 'JH-2026-007');
    await page.fill('[name=watcher-valid-to]', '2030-01-01');
    await page.keyboard.press('Enter');
    await takePhoto(page, app);
    await keepScreenshot(page, 'watcher-record-desk');
    await page.locator('[data-test=record]').click();
    await page.locator('[data-test=watcher-certificate]').getByText('JH-2026-007').waitFor();
    await keepScreenshot(page, 'watcher-recorded-desk');

    const official = await chromium.at(regulator, '/console/watchers', DESK);
    await official.locator('[data-test=certificates]').first().click();
    await official.locator('[data-test=revoke]').click();
    await official.fill('[name=reason]', '培训记录不实');
    await official.locator('[data-test=send]').click();
    await official.locator('[data-test=watcher-certificate]').getByText('已撤销').waitFor();
    await keepScreenshot(official, 'watcher-revoked-desk');
  });
});
