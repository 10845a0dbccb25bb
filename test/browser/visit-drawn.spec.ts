import { startApp, type TestApp } from '../support/app';
import { newUser, signIn } from '../support/site';
import { takePhoto } from './permit-sheet';
import { Chromium, DESK, isTooWide, keepLongScreenshot, PHONE, sign } from './chromium';

/** A real browser on a busy machine takes its time. */
jest.setTimeout(120_000);

/** Whether the phone has put the photo of an open form on its disk. */
const PHOTO_KEPT = `new Promise((done) => {
  const asked = indexedDB.open('hanan.outbox');
  asked.onsuccess = () => {
    const keys = asked.result.transaction('photos').objectStore('photos').getAllKeys();
    keys.onsuccess = () => { asked.result.close(); done(keys.result.length > 0); };
  };
})`;

/** Journey: two inspectors draw by lot from a published list, one goes there and takes the steps on the phone, also without network. */
describe('a visit drawn by lot', () => {
  let app: TestApp;
  let chromium: Chromium;
  beforeAll(async () => {
    app = await startApp();
    chromium = await Chromium.open(app.url);
  }, 120_000);
  afterAll(async () => {
    await chromium.close();
    await app.close();
  });
  afterEach(() => expect(chromium.complaints.splice(0)).toEqual([]));

  it('from the list to the signature', async () => {
    const admin = await signIn(app, 'admin', app.adminPassword);
    await admin.must('/enterprises', {
      name: '南关五金店', kind: 'individual', regionCode: '411003001', industry: 'repair', contactName: '测试', contactPhone: '19900001000',
    }); // prettier-ignore
    const links = { regionCode: '411003' };
    const regulator = await newUser(app, admin, ['regulator'], links);
    const inspectors = [
      await newUser(app, admin, ['inspector'], links),
      await newUser(app, admin, ['inspector'], links),
    ];
    const officerIds = inspectors.map(({ userId }) => userId);
    const draw = await regulator.must('/inspections/draws', { name: '四季度双随机', regionCode: '411003', count: 1, officerIds, officersPerTarget: 2 }); // prettier-ignore

    const pages = [];
    for (const inspector of inspectors) pages.push(await chromium.at(inspector, `/draws/${String(draw['id'])}`, PHONE));
    for (const page of pages) {
      await page.reload();
      await page.locator('[data-test=commit]').click();
      await page.locator('[data-test=commit]').waitFor({ state: 'detached' });
    }
    for (const page of pages) {
      await page.reload();
      await page.locator('[data-test=reveal]').click();
      await page.locator('[data-test=reveal]').waitFor({ state: 'detached' });
    }
    const [first] = pages;
    await first!.reload();
    await first!.getByText('南关五金店 ←').waitFor();
    expect(await isTooWide(first!)).toBe(false);
    await keepLongScreenshot(first!, 'draw-published');

    await first!.goto('/m/inspect');
    await keepLongScreenshot(first!, 'inspect-home');
    await first!.getByText('检查：南关五金店').click();
    await first!.locator('[data-step=look]').waitFor();
    for (const check of await first!.locator('[data-check]').all()) await check.locator('[data-value=yes]').click();
    expect(await isTooWide(first!)).toBe(false);
    await keepLongScreenshot(first!, 'visit-look');
    await first!.locator('[data-test=take-step]').click();
    await first!.locator('[data-step=explain]').waitFor();
    await takePhoto(first!, app);
    await first!.waitForFunction(PHOTO_KEPT);
    await first!.reload(); // a dead battery loses no photo
    await first!.locator('[data-step=explain]').waitFor();
    await first!.getByText('重拍').waitFor();
    await first!.evaluate('navigator.serviceWorker.ready'); // else the phone goes offline while it is fetched
    await first!.context().setOffline(true);
    await first!.locator('[data-test=take-step]').click();
    await first!.getByText('“讲”已保存在本机').waitFor();
    await first!.locator('[data-step=order]').waitFor();
    await keepLongScreenshot(first!, 'visit-offline');
    await first!.context().setOffline(false);
    await first!.locator('[data-test=take-step]').click();
    await first!.locator('[data-step=sign]').waitFor();
    await first!.fill('[name=signed-name]', '责任人');
    await sign(first!);
    await keepLongScreenshot(first!, 'visit-sign');
    await first!.locator('[data-test=take-step]').click();
    await first!.locator('[data-step=accept]').waitFor();
    await first!.locator('[data-test=take-step]').click();
    await first!.getByText('五步已完成').waitFor();
    await first!.locator('details summary').click();
    await first!.locator('a[href^="/m/collect/machine"]').click();
    await first!.locator('[data-test=owner-step]', { hasText: '南关五金店' }).waitFor();

    const desk = await chromium.at(regulator, '/console/inspections', DESK);
    await desk.locator('[data-test=open-inspection]').click();
    await desk.locator('[data-test=publish]').waitFor();
    await keepLongScreenshot(desk, 'inspection-look');
    await desk.goto('/console/draws');
    await desk.locator('[data-test=publish-draw]').click();
    await desk.getByText('公布后名单不能再改').waitFor();
    await keepLongScreenshot(desk, 'draw-form');
  });
});
