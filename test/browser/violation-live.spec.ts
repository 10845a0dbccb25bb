import { startApp, type TestApp } from '../support/app';
import { newSite, newUser, type Site } from '../support/site';
import { TestChip } from '../support/test-chip';
import { Chromium, isTooWide, keepScreenshot, logIn, PHONE, usernameOf } from './chromium';

describe('an arc that no job covers', () => {
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

  it("appears on the inspector's phone by itself", async () => {
    const inspector = await newUser(app, site.admin, ['inspector'], { regionCode: '411003' });
    const page = await chromium.person(PHONE);
    await logIn(page, await usernameOf(inspector));
    await page.waitForURL('**/m/inspect');
    await page.getByText('实时').waitFor();
    expect(await page.getByText('不入平台作业').count()).toBe(0);

    const chip = await TestChip.connect(app.mqttPort, site);
    await chip.birth();
    await chip.event('arc-start');
    await page.locator('[data-test=violations]').getByText('不入平台作业').waitFor({ timeout: 3_000 });
    expect(await isTooWide(page)).toBe(false);
    await keepScreenshot(page, 'violation-live');
    await chip.close();
    expect(chromium.complaints).toEqual([]);
  });

  it('is recorded by the inspector in three taps with photo, place and time', async () => {
    const inspector = await newUser(app, site.admin, ['inspector'], { regionCode: '411003' });
    const page = await chromium.person(PHONE);
    await logIn(page, await usernameOf(inspector));
    await page.goto('/m/inspect/record');
    await page.locator('[data-test=kind-uncertified]').click();
    await page.setInputFiles('[data-test=photo]', {
      name: 'site.jpg',
      mimeType: 'image/jpeg',
      buffer: await app.photo(),
    });
    await page.getByText('已定位').waitFor();
    await page.locator('[data-test=send]').click();
    await page.getByText('已记录').waitFor();
    await keepScreenshot(page, 'violation-recorded');
    const { items } = (await site.admin.get('/violations?kind=uncertified')).body as {
      items: { source: string; lat: number | null }[];
    };
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ source: 'inspection' });
    expect(items[0]?.lat).toBeCloseTo(34.12, 4);
    expect(chromium.complaints).toEqual([]);
  });
});
