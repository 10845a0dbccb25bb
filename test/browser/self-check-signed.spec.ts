import { startApp, type TestApp } from '../support/app';
import { newSite, newUser, type Site } from '../support/site';
import { Chromium, DESK, isTooWide, keepLongScreenshot, PHONE, sign } from './chromium';

/** A real browser on a busy machine takes its time. */
jest.setTimeout(120_000);

/** Journey: the principal ticks the firm's own check on the phone and signs; the safety officer has the hazard; the county sees it. */
describe('企业自查, from the list to the hazard', () => {
  let app: TestApp;
  let site: Site;
  let chromium: Chromium;
  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
    chromium = await Chromium.open(app.url);
  }, 120_000);
  afterAll(async () => {
    await chromium.close();
    await app.close();
  });
  afterEach(() => expect(chromium.complaints.splice(0)).toEqual([]));

  it('is ticked, photographed and signed by the principal; what fails waits for the safety officer', async () => {
    const phone = await chromium.at(site.head, '/m/self-checks', PHONE);
    await phone.locator('[data-test=begin-self-check]').click();
    const items = phone.locator('[data-check]');
    await items.first().waitFor();
    for (const item of await items.all()) await item.locator('[data-value=yes]').click();
    const exits = phone.locator('[data-check=exits]');
    await exits.locator('[data-value=no]').click();
    await exits.locator('[data-test=photo]').setInputFiles({
      name: 'a.jpg',
      mimeType: 'image/jpeg',
      buffer: await app.photo(),
    });
    await exits.getByText('移除').waitFor();
    await sign(phone);
    await phone.locator('[data-test=sign-self-check]').click();
    await phone.getByText('不符合的项目请写明具体问题').waitFor();
    await exits.locator('textarea').fill('西侧安全出口堆放板材');
    expect(await isTooWide(phone)).toBe(false);
    await keepLongScreenshot(phone, 'self-check-form');
    await phone.locator('[data-test=sign-self-check]').click();
    await phone.getByText('已自查').waitFor();
    await keepLongScreenshot(phone, 'self-check-signed');

    const safety = await chromium.at(site.safety, '/console/firm', DESK);
    await safety.locator('[data-test=firm-tasks]').getByText('整改：').waitFor();
    await safety.locator('[data-test=ledger-pdf]').waitFor();
    await keepLongScreenshot(safety, 'firm-home');

    const regulator = await newUser(app, site.admin, ['regulator'], { regionCode: '411003' });
    const desk = await chromium.at(regulator, '/console/self-checks', DESK);
    await desk.locator('[data-test=self-check-figures]').waitFor();
    await desk.locator('[data-test=open-self-check]').click();
    await desk.getByText('西侧安全出口堆放板材').waitFor();
    await keepLongScreenshot(desk, 'self-check-desk');
  });
});
